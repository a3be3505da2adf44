"""Long lists of words sought at one place of a text: by the last characters of each, or by the first."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["Endings", "Openings"]


class Endings:
    """Words of two characters or more, asked for by where they end."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words."""
        self._by_tail: dict[str, tuple[str, ...]] = {}
        for word in words:
            self._by_tail[word[-2:]] = (*self._by_tail.get(word[-2:], ()), word)

    def end(self, text: str, start: int, at: int) -> bool:
        """Say whether one of the words stands in `text[start:at]` and ends at `at`."""
        words = self._by_tail.get(text[at - 2 : at])
        return words is not None and text.endswith(words, start, at)


class Openings:
    """Words asked for by where they begin."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words."""
        self._by_head: dict[str, tuple[str, ...]] = {}
        for word in words:
            self._by_head[word[0]] = (*self._by_head.get(word[0], ()), word)

    def open(self, text: str, at: int = 0) -> bool:
        """Say whether one of the words stands at `at`."""
        words = self._by_head.get(text[at : at + 1])
        return words is not None and text.startswith(words, at)
