"""The words by which the scope screen knows what a sentence is about, and how they are found in a text."""

from __future__ import annotations

from remit.core.scope_words.disguise import Plain, plain_words, undisguise
from remit.core.scope_words.lexicon import Classes, find_words, name_classes
from remit.core.scope_words.rules import RULES, WHY, Rule
from remit.core.scope_words.sieve import make_sieve

__all__ = [
    "RULES",
    "WHY",
    "Classes",
    "Plain",
    "Rule",
    "find_words",
    "make_sieve",
    "name_classes",
    "plain_words",
    "undisguise",
]
