"""The language of messages: Chinese unless English is asked for or the environment speaks it."""

from __future__ import annotations

import gettext
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["LANGUAGES", "Words", "choose_language", "load_words"]

LANGUAGES = ("zh", "en")
_FOLDER = Path(__file__).resolve().parent.parent / "locale"
_DOMAIN = "django"
_CATALOGUES = {"zh": "zh_Hans", "en": "en"}
# What argparse says, by its own message ids: named here so that the catalogue is known to need them.
_ARGPARSE = (
    "usage: ",
    "options",
    "positional arguments",
    "show this help message and exit",
    "the following arguments are required: %s",
    "unrecognized arguments: %s",
    "expected one argument",
    "expected at least one argument",
    "not allowed with argument %s",
    "argument %(argument_name)s: %(message)s",
    "invalid %(type)s value: %(value)r",
    "invalid choice: %(value)r (choose from %(choices)s)",
)


@dataclass(frozen=True, slots=True)
class Words:
    """Messages in one language: `words("Read {count} clauses.", count=3)`; the English template is the message id."""

    language: str
    catalogue: gettext.NullTranslations

    def __call__(self, message: str, **values: object) -> str:
        """Return the message in this language, its values filled in where there are any."""
        said = self.catalogue.gettext(message) if message else ""
        return said.format_map(values) if values else said


def choose_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return zh or en: what `--lang` says, else REMIT_LANG, else en where the locale is English, else zh."""
    for position, argument in enumerate(arguments):
        if argument == "--":
            break
        said = argument.removeprefix("--lang=") if argument.startswith("--lang=") else ""
        if argument == "--lang" and position + 1 < len(arguments):
            said = arguments[position + 1]
        if said in LANGUAGES:
            return said
    if environment.get("REMIT_LANG") in LANGUAGES:
        return environment["REMIT_LANG"]
    locale = next((v for k in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := environment.get(k))), "")
    return "en" if locale.startswith("en") else "zh"


def load_words(language: str) -> Words:
    """Return the words of zh or en, and let argparse speak the same language."""
    os.environ["LANGUAGE"] = _CATALOGUES[language]
    gettext.bindtextdomain(_DOMAIN, _FOLDER)
    gettext.textdomain(_DOMAIN)
    return Words(language, gettext.translation(_DOMAIN, _FOLDER, [_CATALOGUES[language]], fallback=True))
