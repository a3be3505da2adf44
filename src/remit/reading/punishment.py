"""The persons a Chinese sanction falls on, where its words name them."""

from __future__ import annotations

import re

from remit.reading.holder import split_roles
from remit.reading.role import role_end

__all__ = ["CHARGED", "find_punished"]

CHARGED = re.compile(r"直接负责的主管人员(?:和|、|及)其他直接责任人员")
_ANSWERABLE = re.compile(r"追究(?P<who>[^，。；]{2,60}?)的[^，。；的]{0,6}责任")
_ANSWERING = re.compile(
    r"追究(?P<who>(?:有关|相关|其他|直接)[^，。；的]{2,30}?)(?=(?:法律|行政|相应|领导|直接|主体)?责任)"
)
_SUMMONED = re.compile(r"约谈(?P<who>(?!、)[^，。；的]{2,30})(?=[，。；]|$)")
_PUNISHED = re.compile(
    r"(?:对|给予|责令)(?P<who>[^，。；对]{2,60}?)(?=(?:依法)?(?:依规)?(?:依纪)?"
    r"(?:给予|予以|并?处(?!分)|实行|进行|停产|停业|停止|限期|暂停|撤职|相应的|降级|警告|记过|从重|追究"
    r"|通报|约谈|作出|采取"
    r"|依照|依据|按照|吊销|批评|以))"
)


def find_punished(text: str, raw: str, start: int, end: int) -> list[str]:
    """Return the roles that a consequence in this segment falls on; `text` is the masked form of `raw`."""
    names: list[str] = []
    for pattern in (_ANSWERABLE, _ANSWERING, _PUNISHED, _SUMMONED):
        for match in pattern.finditer(text, start, end):
            low, high = match.span("who")
            stop = role_end(text, low, high).stop
            if stop == high or (stop > 0 and text[stop:high] in ("的", "等", "依法")):
                names += split_roles(raw[low:stop])
    return names
