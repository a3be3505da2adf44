"""How an installation reminds: `reminders.toml` in the data folder; absent, in its own pages alone.

What is wrong is collected: a channel with a fault is left out, and the others go on.
"""

from __future__ import annotations

import re
import tomllib
from datetime import time
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import msgspec

from remit.core.problem import Place, Problem, error
from remit.core.reminder import Hours, Pace

__all__ = ["FILE", "Channels", "Group", "Mail", "read_channels"]

FILE = "reminders.toml"
_KINDS = ("wecom", "dingtalk", "feishu", "webhook")
_SECURITY = ("tls", "starttls", "none")
_NAME = re.compile(r"[a-z][a-z0-9-]{0,48}")
_T = TypeVar("_T", bound=msgspec.Struct)


class Mail(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The mail server. `sender` is the address that mail comes from; `security` is tls, starttls or none."""

    host: str
    sender: str
    port: int = 0
    user: str = ""
    password: str = ""
    password_file: str = ""
    security: str = "starttls"
    ca_file: str = ""


class Group(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A group chat or another program that hears of what is due at a unit and below it.

    `kind` is wecom, dingtalk, feishu (each with the robot's `token`) or webhook (with `address`, and a `secret` by
    which the message is signed). `language` is zh-hans or en.
    """

    name: str
    kind: str
    unit: str
    token: str = ""
    token_file: str = ""
    address: str = ""
    secret: str = ""
    secret_file: str = ""
    ca_file: str = ""
    language: str = "zh-hans"


class _Hours(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    opens: time = time(8, 0)
    closes: time = time(18, 0)
    working_days: bool = True


class _Pace(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    before: tuple[int, ...] = (14, 7, 1)
    again: int = 7
    escalate: int = 7


class Channels(msgspec.Struct, frozen=True, kw_only=True):
    """The ways out of an installation, when and how often they are used, and what is wrong with what was configured."""

    pace: Pace = Pace()
    hours: Hours = Hours()
    mail: Mail | None = None
    groups: tuple[Group, ...] = ()
    problems: tuple[Problem, ...] = ()

    def group(self, name: str) -> Group | None:
        """Return the group of a name."""
        return next((one for one in self.groups if one.name == name), None)


def read_channels(folder: Path) -> Channels:
    """Return how the installation in a data folder reminds. Files that it names are found beside it."""
    path = folder / FILE
    problems: list[Problem] = []
    raw = _load(path, problems)
    strange = sorted(raw.keys() - {"pace", "hours", "mail", "group"})
    problems += [_fault(path, name, "this is no section of it") for name in strange]
    pace = _made(raw.get("pace", {}), _Pace, path, "pace", problems) or _Pace()
    hours = _made(raw.get("hours", {}), _Hours, path, "hours", problems) or _Hours()
    mail = _made(raw["mail"], Mail, path, "mail", problems) if "mail" in raw else None
    tables = raw.get("group", [])
    if not isinstance(tables, list):
        problems.append(_fault(path, "group", "write [[group]], once for each"))
        tables = []
    made = [_made(table, Group, path, "group", problems) for table in tables]
    groups: dict[str, Group] = {}
    for one in made:
        checked = _checked(one, path, problems) if one else None
        if checked is not None and checked.name in groups:
            problems.append(_fault(path, checked.name, "this name stands there twice"))
        elif checked is not None:
            groups[checked.name] = checked
    return Channels(
        pace=Pace(before=pace.before, again=pace.again, escalate=pace.escalate),
        hours=Hours(opens=hours.opens, closes=hours.closes, working_days=hours.working_days),
        mail=_checked_mail(mail, path, problems) if mail else None,
        groups=tuple(groups.values()),
        problems=tuple(problems),
    )


def _load(path: Path, problems: list[Problem]) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as fault:
        problems.append(_fault(path, "", str(fault)))
        return {}


def _made(table: object, kind: type[_T], path: Path, section: str, problems: list[Problem]) -> _T | None:
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as fault:
        problems.append(_fault(path, section, str(fault)))
        return None


def _checked_mail(mail: Mail, path: Path, problems: list[Problem]) -> Mail | None:
    if mail.security not in _SECURITY:
        problems.append(_fault(path, "mail", f"security is one of {', '.join(_SECURITY)}"))
        return None
    if "@" not in mail.sender:
        problems.append(_fault(path, "mail", "sender is no mail address"))
        return None
    secret = _secret(mail.password, mail.password_file, path, "mail", problems)
    port = mail.port or {"tls": 465, "starttls": 587, "none": 25}[mail.security]
    return (
        None
        if secret is None
        else msgspec.structs.replace(mail, password=secret, port=port, ca_file=_beside(path, mail.ca_file))
    )


def _checked(group: Group, path: Path, problems: list[Problem]) -> Group | None:
    token = _secret(group.token, group.token_file, path, group.name, problems)
    secret = _secret(group.secret, group.secret_file, path, group.name, problems)
    if token is None or secret is None:
        return None
    said = ""
    if not _NAME.fullmatch(group.name):
        said = "a name is lower-case letters, figures and hyphens"
    elif group.kind not in _KINDS:
        said = f"kind is one of {', '.join(_KINDS)}"
    elif group.kind == "webhook" and urlsplit(group.address).scheme not in {"https", "http"}:
        said = "a webhook needs an address that begins with https://"
    elif group.kind != "webhook" and not token:
        said = "the token of the robot is missing"
    if said:
        problems.append(_fault(path, group.name, said))
        return None
    return msgspec.structs.replace(group, token=token, secret=secret, ca_file=_beside(path, group.ca_file))


def _secret(value: str, file: str, path: Path, section: str, problems: list[Problem]) -> str | None:
    """Return a secret, from the file that it is kept in where one is named; None where that cannot be read."""
    if not file:
        return value
    try:
        return (path.parent / file).read_text("utf-8").strip()
    except (OSError, ValueError) as fault:
        problems.append(_fault(path, section, str(fault)))
        return None


def _beside(path: Path, name: str) -> str:
    return str(path.parent / name) if name else ""


def _fault(path: Path, section: str, said: str) -> Problem:
    return error(
        "reminders-configured",
        "In {file}, section '{section}': {said}.",
        "Mend it; the channel is left out until then.",
        at=Place(file=path.name, ref=section),
        file=path.name,
        section=section or "-",
        said=said,
    )
