"""A clause as the parts of a regime are drawn from it: its words, sentences, acts, and the lead-in above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from remit.core.duty import Act, Provision
from remit.reading.holder import is_role, split_roles
from remit.reading.sentence import Span, is_chinese

__all__ = ["PartSource", "roles_in"]

_SENTENCE = re.compile(r"[^。；;\n]{1,3000}")
_ENGLISH_SENTENCE = re.compile(r"(?:[^.;\n]|\.(?=\S)){1,3000}")
_DETERMINERS = re.compile(r"^(?:所属|下属|下级|本级|辖区内?的?|其他?)")


@dataclass(frozen=True, slots=True)
class PartSource:
    """A clause of `text` that was understood, and the lead-in whose item it is."""

    text: str
    provision: Provision
    lead: Provision | None
    heading: str = ""

    @property
    def chinese(self) -> bool:
        """Say whether the clause is in Chinese."""
        return is_chinese(self.text[self.provision.clause.start : self.provision.clause.end])

    @property
    def body(self) -> str:
        """The clause's words after its number."""
        return self.text[self.provision.clause.body : self.provision.clause.end]

    @property
    def above(self) -> str:
        """The words of the lead-in, empty where there is none."""
        return "" if self.lead is None else self.text[self.lead.clause.body : self.lead.clause.end]

    def sentences(self) -> Iterator[tuple[Span, str]]:
        """Yield the sentences of the clause with their offsets into the text, without outer white space."""
        clause = self.provision.clause
        pattern = _SENTENCE if self.chinese else _ENGLISH_SENTENCE
        for found in pattern.finditer(self.text, clause.body, clause.end):
            words = found[0].strip()
            if words:
                start = found.start() + found[0].index(words)
                yield (start, start + len(words)), words

    def acts_in(self, span: Span) -> tuple[Act, ...]:
        """Return the acts whose words touch a stretch of the text."""
        return tuple(act for act in self.provision.acts if act.start < span[1] and span[0] < act.end)


def roles_in(phrase: str) -> tuple[str, ...]:
    """Return the roles that a Chinese noun phrase consists of, none where it names anything else."""
    names = split_roles(_DETERMINERS.sub("", phrase.strip()) or phrase)
    return tuple(names) if names and all(is_role(name) for name in names) else ()
