"""What posts and units are called in a unit's own papers, and which one a written name means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from remit.core.post import Directory

__all__ = ["PostNames", "add_codes", "join_names", "name_posts", "split_names"]

_APART = re.compile(r"[\s]*[;；、,，\n][\s]*")
_JOINED = "、"


@dataclass(frozen=True, slots=True, kw_only=True)
class PostNames:
    """Names by code, and codes by name: each name means one post or unit. A code is always a name for itself."""

    labels: Mapping[str, str]
    codes: Mapping[str, str]

    def label(self, code: str) -> str:
        """Return what a post or unit is called; its code where it is not known here."""
        return self.labels.get(code, code)

    def code(self, written: str) -> str:
        """Return the code that a name or a code means; empty where it means nothing here."""
        said = written.strip()
        return self.codes.get(said, said if said in self.labels else "")


def name_posts(directory: Directory, home: str, *, only: Iterable[str] | None = None) -> PostNames:
    """Return the names of posts and units as `home` calls them: its own posts by their titles, others with their unit.

    A name that two would have is given to neither: they are called by title and code. `only` limits them to some codes.
    """
    wanted = None if only is None else frozenset(only)
    said: dict[str, str] = {code: unit.name for code, unit in directory.units.items()}
    for post in directory.posts.values():
        unit = directory.units.get(post.unit)
        there = "" if post.unit == home else unit.name if unit else post.unit
        said[post.code] = f"{there} {post.title}".strip()
    said = {code: label for code, label in said.items() if wanted is None or code in wanted}
    often = Counter(said.values())
    labels = {
        code: label if often[label] == 1 and label not in said else f"{label} ({code})"
        for code, label in said.items()
    }
    return PostNames(labels=labels, codes={label: code for code, label in labels.items()})


def add_codes(names: PostNames, directory: Directory) -> PostNames:
    """Return the names with further posts and units, which are known by their codes only."""
    more = {code: code for code in (*directory.units, *directory.posts) if code not in names.labels}
    return replace(names, labels={**names.labels, **more})


def join_names(codes: Iterable[str], names: PostNames) -> str:
    """Return posts and units as one line of names."""
    return _JOINED.join(names.label(code) for code in codes)


def split_names(written: str, names: PostNames) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the codes that a line of names means, each once, and what means nothing here.

    Names stand apart by 、 , ; or a new line; a name that holds such a sign itself is still known as a whole.
    """
    codes: dict[str, None] = {}
    unknown = []
    parts = _APART.split(written.strip())
    marks = [found[0] for found in _APART.finditer(written.strip())]
    at = 0
    while at < len(parts):
        for end in range(len(parts), at, -1):
            whole = parts[at] + "".join(m + p for m, p in zip(marks[at:], parts[at + 1 : end], strict=False))
            code = names.code(whole)
            if code:
                codes[code] = None
                break
        else:
            end = at + 1
            if parts[at]:
                unknown.append(parts[at])
        at = end
    return tuple(codes), tuple(unknown)
