"""The degree in which a post answers, where the words of an act say so."""

from __future__ import annotations

import re

from remit.core.duty import Degree

__all__ = ["degree_of"]

_HINT = re.compile(r"责任|总负责|牵头|协调|配合|协助|班子|一岗|办公室|分管")
_WORDS = (
    (re.compile(r"第一责任人|第一责任|首要责任|全面领导责任|总负责"), Degree.FIRST),
    (re.compile(r"直接责任人|直接责任|分管[^，。；]{0,16}(?:负责人|领导)|分管责任|主管责任"), Degree.DIRECT),
    (re.compile(r"领导责任|班子其他成员|一岗双责"), Degree.LEADERSHIP),
    (re.compile(r"主体责任|责任主体|全面责任"), Degree.PRINCIPAL),
    (re.compile(r"牵头"), Degree.LEAD),
    (re.compile(r"统筹协调|综合协调|组织协调|办公室(?:负责|承担)"), Degree.COORDINATING),
    (re.compile(r"(?:^|[，应当要])(?:积极|主动)?(?:配合|协助)"), Degree.SUPPORTING),
)


def degree_of(words: str) -> Degree | None:
    """Return the degree an act's words name, None where they name none."""
    if not _HINT.search(words):
        return None
    return next((degree for pattern, degree in _WORDS if pattern.search(words)), None)
