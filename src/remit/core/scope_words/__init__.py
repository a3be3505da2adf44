"""The words by which the scope screen knows what a sentence is about, and how they are found in a text."""

from __future__ import annotations

from remit.core.scope_words.disguise import Plain, undisguise
from remit.core.scope_words.lexicon import Classes, find_words, make_sieve

__all__ = ["Classes", "Plain", "find_words", "make_sieve", "undisguise"]
