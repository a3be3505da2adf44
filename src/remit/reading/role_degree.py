"""The degree in which a role answers, proposed from its name."""

from __future__ import annotations

import re
import unicodedata

from remit.core.duty import Degree

__all__ = ["propose_degree"]

_DEGREE_WORDS: tuple[tuple[Degree, re.Pattern[str]], ...] = tuple(
    (degree, re.compile(words, re.IGNORECASE))
    for degree, words in (
        (
            Degree.LEADERSHIP,
            (
                r"其他(?:班子成员|成员|[^，。]{0,4}负责人|领导|副职)|班子(?:其他)?成员|[校院局厂司]级(?:负责人|领导)"
                r"|^领导班子"
                r"|\bother (?:members|directors|deput\w+)\b|\bmembers of the (?:\w+ )?(?:leadership|management)\b"
            ),
        ),
        (
            Degree.DIRECT,
            (
                r"分管|主管(?:负责人|领导|副)|副[校院园局厅处厂矿市县区镇乡行馆]长$|副(?:董|理)事长$|直接负责"
                r"|\bdeputy\b|\bdirectly responsible\b"
            ),
        ),
        (
            Degree.FIRST,
            (
                r"主要负责人|主要领导|主要负责同志|法定代表人|实际控制人|第一责任人|一把手|正职"
                r"|(?<![副理])(?:校长|院长|园长|局长|厅长|处长|厂长|矿长|市长|县长|区长|镇长|乡长|行长|馆长)$"
                r"|(?<!副)(?:董事长|总经理)$"
                r"|\bhead of\b|\bchief (?:executive|officer)\b"
                r"|^(?:head (?:teacher|master|mistress)|headmaster|mayor|governor)\b"
                r"|^(?:managing |executive |general )?(?:director|principal|manager|head|president)"
                r"(?: general)?(?: of\b.*)?$"
            ),
        ),
        (Degree.COORDINATING, r"(?:领导小组|委员会|指挥部|联席会议)办公室|综合协调|\bcoordinat(?:or|ing)\b"),
        (
            Degree.EXECUTING,
            (
                r"(?:人员|员工|职工|个人|管理人|负责人|操作工|[^委成会党]员|责任人|总监|总工程师|医师|教师"
                r"|药师|护士长|班长|组长)$"
                r"|\b(?:employees?|workers?|staff|persons?|personnel|operators?|users?|directors?|officers?|nurses?)$"
            ),
        ),
    )
)


def propose_degree(holder: str) -> Degree:
    """Return the degree in which a role of that name answers, by its words; the unit itself where they say nothing."""
    name = unicodedata.normalize("NFKC", holder).strip()
    return next((degree for degree, words in _DEGREE_WORDS if words.search(name)), Degree.PRINCIPAL)
