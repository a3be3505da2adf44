"""How an installation lets people in: `sign-in.toml` in the data folder, read once; absent, passwords and links alone.

What is wrong is collected: a provider with a fault is left out, and the others go on.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import msgspec

from remit.core.problem import Place, Problem, error, warning

__all__ = ["FILE", "Cas", "Directory", "Installation", "Oidc", "Provider", "Saml", "SignIn", "read"]

FILE = "sign-in.toml"
_MOST_IDLE, _LEAST_IDLE = 480, 5
_NAME = re.compile(r"[a-z][a-z0-9-]{0,48}")
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}
_T = TypeVar("_T", bound="Provider | Directory")


class SignIn(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What holds for every way in.

    `idle_minutes` end a session that nobody uses; `second_factor` are the roles that need one (`administrator`, as a
    file may still say, stands for the system's and the security administrator); `passwords` of one's own may be
    switched off where every person comes in by a provider: one-time links and passkeys stay.
    """

    idle_minutes: int = 30
    second_factor: tuple[str, ...] = (
        "system-administrator",
        "security-administrator",
        "auditor",
    )
    passwords: bool = True


class Provider(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody else who knows the person.

    `username` is the claim or attribute that names the account here; empty, a person links the two by signing in once
    with the account's own means. `create` opens an account for whoever is unknown. `strong`: the provider itself asks
    for a second factor, so that none is asked for here.
    """

    name: str
    label: str = ""
    username: str = ""
    person: str = ""
    create: bool = False
    strong: bool = False
    ca_file: str = ""


class Oidc(Provider, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An OpenID Connect provider."""

    issuer: str
    client_id: str
    client_secret: str = ""
    client_secret_file: str = ""
    scopes: tuple[str, ...] = ("openid", "profile")


class Cas(Provider, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A CAS server, protocol version 3; `address` is the part before `/login`."""

    address: str


class Saml(Provider, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A SAML 2.0 identity provider: its entity id, where it signs people on, and its certificates in PEM."""

    entity_id: str
    sign_on: str
    certificate_file: str
    certificate: str = ""


class Directory(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An LDAP directory: where it is, how it is searched, and what its people become here.

    `filter` finds the one person of a name (`{name}`), `everybody` those whom a synchronisation takes in; `closed` is
    a filter that holds for people who may no longer come in. `open` opens accounts for new people, else they are only
    proposed. `key` is an attribute that never changes.
    """

    address: str
    base: str
    name: str = "directory"
    label: str = ""
    start_tls: bool = False
    ca_file: str = ""
    bind_dn: str = ""
    bind_password: str = ""
    bind_password_file: str = ""
    filter: str = "(&(objectClass=person)(uid={name}))"
    everybody: str = "(objectClass=person)"
    closed: str = ""
    key: str = "entryUUID"
    username: str = "uid"
    person: str = "cn"
    open: bool = False
    strong: bool = False


class Installation(msgspec.Struct, frozen=True, kw_only=True):
    """The ways in of an installation, and everything wrong with what was configured."""

    sign_in: SignIn = SignIn()
    providers: tuple[Oidc | Cas | Saml, ...] = ()
    directory: Directory | None = None
    problems: tuple[Problem, ...] = ()

    def provider(self, name: str) -> Oidc | Cas | Saml | None:
        """Return the provider of a name."""
        return next((p for p in self.providers if p.name == name), None)

    def needs_second_factor(self, role: str) -> bool:
        """Return whether a role needs a second factor."""
        return role in self.sign_in.second_factor


_KINDS: Mapping[str, type[Oidc | Cas | Saml]] = {"oidc": Oidc, "cas": Cas, "saml": Saml}
_ROLES_MEANT = {"administrator": ("system-administrator", "security-administrator")}
_SECTIONS = {"sign_in", "directory", *_KINDS}


def read(folder: Path, environment: Mapping[str, str]) -> Installation:
    """Return how the installation in a data folder lets people in.

    REMIT_IDLE_MINUTES and REMIT_SECOND_FACTOR (roles, comma between; empty: none) go before the file. Files that it
    names are found beside it.
    """
    path = folder / FILE
    raw, problems = _load(path)
    problems += _unknown(raw, path)
    sign_in = _sign_in(raw.get("sign_in", {}), environment, path, problems)
    providers: list[Oidc | Cas | Saml] = []
    for section, kind in _KINDS.items():
        for table in _tables(raw.get(section, []), path, section, problems):
            made = _convert(table, kind, path, section, problems)
            if made is not None:
                providers += _completed([made], path, section, problems)
    directories: list[Directory] = []
    if "directory" in raw:
        found = _convert(raw["directory"], Directory, path, "directory", problems)
        directories = _completed([found], path, "directory", problems) if found else []
    names = [p.name for p in (*providers, *directories)]
    problems += [_twice(path, name) for name in dict.fromkeys(names) if names.count(name) > 1]
    return Installation(
        sign_in=sign_in,
        providers=tuple(p for p in providers if names.count(p.name) == 1),
        directory=next((d for d in directories if names.count(d.name) == 1), None),
        problems=tuple(problems),
    )


def _load(path: Path) -> tuple[dict[str, Any], list[Problem]]:
    try:
        text = path.read_text("utf-8")
        if path.stat().st_mode & 0o007:
            return tomllib.loads(text), [_open_to_all(path)]
        return tomllib.loads(text), []
    except FileNotFoundError:
        return {}, []
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        return {}, [_unreadable(path, str(fault))]


def _unknown(raw: Mapping[str, Any], path: Path) -> list[Problem]:
    return [_unfit(path, name, "unknown section") for name in raw if name not in _SECTIONS]


def _tables(given: object, path: Path, section: str, problems: list[Problem]) -> Iterator[object]:
    if isinstance(given, list):
        yield from given
    else:
        problems.append(_unfit(path, section, f"write [[{section}]]"))


def _sign_in(table: object, environment: Mapping[str, str], path: Path, problems: list[Problem]) -> SignIn:
    values = dict(table) if isinstance(table, dict) else {}
    if "REMIT_SECOND_FACTOR" in environment:
        values["second_factor"] = [
            r.strip() for r in environment["REMIT_SECOND_FACTOR"].split(",") if r.strip()
        ]
    if environment.get("REMIT_IDLE_MINUTES"):
        minutes = environment["REMIT_IDLE_MINUTES"]
        values["idle_minutes"] = int(minutes) if minutes.isdecimal() else minutes
    try:
        made = msgspec.convert(values, SignIn)
    except msgspec.ValidationError as fault:
        problems.append(_unfit(path, "sign_in", str(fault)))
        return SignIn()
    if not _LEAST_IDLE <= made.idle_minutes <= _MOST_IDLE:
        problems.append(_idle(path, made.idle_minutes))
        return msgspec.structs.replace(made, idle_minutes=SignIn().idle_minutes)
    roles = dict.fromkeys(role for named in made.second_factor for role in _ROLES_MEANT.get(named, (named,)))
    return msgspec.structs.replace(made, second_factor=tuple(roles))


def _convert(table: object, kind: type[_T], path: Path, section: str, problems: list[Problem]) -> _T | None:
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as fault:
        problems.append(_unfit(path, section, str(fault)))
        return None


def _completed(made: Iterable[_T], path: Path, section: str, problems: list[Problem]) -> list[_T]:
    """Those that are sound, with the files that they name read in; what is wrong with the others."""
    sound = []
    for given in made:
        value, faults = _with_files(given, path.parent)
        faults += [] if _NAME.fullmatch(value.name) else [f"{value.name!r}: a-z 0-9 -"]
        faults += [f"{a}: https or ldaps" for a in _addresses(value) if not _is_safe(a, value)]
        faults += ["filter: {name}"] if isinstance(value, Directory) and "{name}" not in value.filter else []
        if faults:
            problems += [_unfit(path, section, fault) for fault in faults]
        else:
            sound.append(value)
    return sound


def _with_files(value: _T, folder: Path) -> tuple[_T, list[str]]:
    changes, faults = {}, []
    for field in ("client_secret", "bind_password", "certificate"):
        named = getattr(value, f"{field}_file", "")
        if named:
            try:
                changes[field] = (folder / named).read_text("utf-8").strip()
            except (OSError, UnicodeDecodeError) as fault:
                faults.append(f"{named}: {fault}")
    if value.ca_file:
        changes["ca_file"] = str(folder / value.ca_file)
        faults += [] if (folder / value.ca_file).is_file() else [f"{value.ca_file}: no such file"]
    return msgspec.structs.replace(value, **changes), faults


def _addresses(value: Provider | Directory) -> tuple[str, ...]:
    match value:
        case Oidc(issuer=address) | Cas(address=address) | Saml(sign_on=address) | Directory(address=address):
            return (address,)
    return ()


def _is_safe(address: str, value: Provider | Directory) -> bool:
    """Whether nobody on the way can read or change what is said there; the machine itself may be spoken to plainly."""
    try:
        parts = urlsplit(address)
        host, scheme = parts.hostname or "", parts.scheme
    except ValueError:
        return False
    plain, sealed = ("ldap", "ldaps") if isinstance(value, Directory) else ("http", "https")
    tls = isinstance(value, Directory) and value.start_tls
    return bool(host) and (scheme == sealed or (scheme == plain and (tls or host in _LOOPBACK)))


def _unreadable(path: Path, fault: str) -> Problem:
    return error(
        "sign-in-file",
        "This file cannot be read: {fault}.",
        "Correct it; until then people come in by password and one-time link alone.",
        at=Place(file=str(path)),
        fault=fault,
    )


def _open_to_all(path: Path) -> Problem:
    return warning(
        "sign-in-file-open",
        "Everybody on this machine can read a file that may hold secrets.",
        "Take the right from others: chmod o-rwx.",
        at=Place(file=str(path)),
    )


def _unfit(path: Path, section: str, fault: str) -> Problem:
    return error(
        "sign-in-setting",
        "A setting of signing in cannot be used: {fault}.",
        "Correct it as in docs/how-to/sign-in.md; until then this part is left out.",
        at=Place(file=str(path), ref=section),
        fault=fault,
    )


def _idle(path: Path, minutes: int) -> Problem:
    return error(
        "sign-in-idle",
        "A session cannot be left idle for {minutes} minutes.",
        "Write 5 to 480 minutes; until then it is 30.",
        at=Place(file=str(path), ref="sign_in"),
        minutes=minutes,
    )


def _twice(path: Path, name: str) -> Problem:
    return error(
        "sign-in-name-twice",
        "Two providers are called '{name}'.",
        "Give each a name of its own; until then both are left out.",
        at=Place(file=str(path)),
        name=name,
    )
