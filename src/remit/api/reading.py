"""Reading a regulation, and screening clauses: nothing is kept."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import File, Router, UploadedFile
from pydantic import Field

from remit.api.caller import caller
from remit.api.fields import Given
from remit.api.operation import ask
from remit.api.shown import Found, found, render
from remit.core.problem import Problem
from remit.core.scope import screen
from remit.files.clause_lines import clause_fields
from remit.files.document import Document, read_document
from remit.store.access import Action, require
from remit.store.refusal import Refused

__all__ = [
    "Clauses",
    "Reading",
    "Screened",
    "TextGiven",
    "read_file",
    "read_text",
    "router",
    "screen_clauses",
]

router = Router(tags=["reading"])


class TextGiven(Given):
    """The text of a regulation."""

    text: str = Field(min_length=1, max_length=1_000_000)


class Clauses(Given):
    """Clauses, each screened by itself."""

    texts: list[Annotated[str, Field(max_length=20_000)]] = Field(min_length=1, max_length=1000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A regulation as read: `lines` are clause lines, whose offsets count code points of `text`."""

    text: str
    lines: list[dict[str, Any]]
    problems: tuple[Found, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Screened:
    """A clause: `label` is in or out of scope, `why` the rule under which it lies outside."""

    text: str
    label: str
    why: str


@ask(router, "/read", Action.REVIEW, gives=Reading, verb="POST")
def read_text(request: HttpRequest, given: TextGiven) -> HttpResponse:
    """Read the text of a regulation into clause lines."""
    require(caller(request).viewer, Action.REVIEW)
    return _read("text.txt", [given.text.encode()])


@ask(router, "/read/file", Action.REVIEW, gives=Reading, verb="POST")
def read_file(request: HttpRequest, file: Annotated[UploadedFile, File()]) -> HttpResponse:
    """Read the file of a regulation into clause lines; it is parsed in a process of its own, with limits."""
    require(caller(request).viewer, Action.REVIEW)
    return _read(_plain_name(file.name or ""), file.chunks())


@ask(router, "/screen", gives=list[Screened], verb="POST")
def screen_clauses(request: HttpRequest, given: Clauses) -> HttpResponse:  # noqa: ARG001 - anybody may ask
    """Tell clauses inside the scope from clauses outside it; a clause of which a part lies outside is outside."""
    judged = [(text, screen(text)) for text in given.texts]
    return render(
        [Screened(text=text, label="in" if s.label == "in" else "out", why=s.why) for text, s in judged]
    )


def _read(name: str, chunks: Any) -> HttpResponse:
    with tempfile.TemporaryDirectory(prefix="remit-") as folder:
        path = Path(folder) / name
        with path.open("wb") as kept:
            for chunk in chunks:
                kept.write(chunk)
        document = read_document(path)
    if document.failed:
        raise Refused(_without_folder(document.problems))
    return render(_shown(document))


def _shown(document: Document) -> Reading:
    return Reading(
        text=document.text,
        lines=[clause_fields(one) for one in document.provisions],
        problems=tuple(found(one) for one in _without_folder(document.problems)),
    )


def _without_folder(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems as a caller may see them: without the server's folder."""
    return tuple(replace(p, place=replace(p.place, file=Path(p.place.file).name)) for p in problems)


def _plain_name(name: str) -> str:
    """The file's own name without folders, with nothing that a disk does not take."""
    last = re.split(r"[/\\]", name)[-1]
    kept = re.sub(r"[^\w.-]", "_", last).strip(".")
    stem, dot, ending = kept.rpartition(".")
    return f"{(stem or ending)[:60]}{dot}{ending[:8]}" if dot else kept[:60] or "text"
