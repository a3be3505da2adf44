"""An LDAP directory: is this their password, and who is in it? Through ldap3, the extra `ldap`.

A name is looked up by the directory's own account, then the person's entry is bound to with the password. Names are
escaped (RFC 4515), an empty password is never sent (RFC 4513, section 5.1.2: it would succeed as nobody).
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, Literal

import ldap3
from ldap3.core.exceptions import LDAPException
from ldap3.utils.conv import escape_filter_chars

from remit.identity.answer import Answer, Unreachable
from remit.identity.configuration import Directory

__all__ = ["check_password", "everybody", "find"]

_SECONDS = 10
_PAGE = 500


def check_password(directory: Directory, name: str, password: str) -> Answer | Literal[False] | None:
    """Return who has this name and password; False where the password is wrong, None where nobody has the name.

    Unreachable where the directory does not answer.
    """
    with _bound(directory) as connection:
        entry = _entry(directory, connection, name)
    if entry is None:
        return None
    if not password or "\0" in password:
        return False
    try:
        own = _connection(directory, entry["dn"], password)
        right = _open(directory, own)
        own.unbind()
    except LDAPException as fault:
        raise Unreachable(str(fault)) from fault
    return _answer(directory, entry) if right and not _flagged(directory, entry["dn"]) else False


def find(directory: Directory, name: str) -> Answer | None:
    """Return the person of a name, None where there is none or more than one."""
    with _bound(directory) as connection:
        entry = _entry(directory, connection, name)
    return _answer(directory, entry) if entry is not None else None


def everybody(directory: Directory) -> Iterator[tuple[Answer, bool]]:
    """Yield the people of the directory, and whether they may no longer come in; pages of 500."""
    with _bound(directory) as connection:
        closed = set()
        if directory.closed:
            closed = {entry["dn"] for entry in _search(directory, connection, directory.closed)}
        for entry in _search(directory, connection, directory.everybody):
            if _first(entry, directory.key):
                yield _answer(directory, entry), entry["dn"] in closed


def _search(directory: Directory, connection: Any, wanted: str) -> Iterator[dict[str, Any]]:
    found = connection.extend.standard.paged_search(
        directory.base,
        wanted,
        attributes=_wanted(directory),
        paged_size=_PAGE,
        generator=True,
    )
    return (entry for entry in found if entry.get("type") == "searchResEntry")


def _flagged(directory: Directory, dn: str) -> bool:
    """Whether an entry is one of those that may no longer come in."""
    if not directory.closed:
        return False
    with _bound(directory) as connection:
        connection.search(dn, directory.closed, search_scope="BASE")
        return any(entry.get("type") == "searchResEntry" for entry in connection.response or ())


def _entry(directory: Directory, connection: Any, name: str) -> dict[str, Any] | None:
    if not name or "\0" in name:
        return None
    wanted = directory.filter.replace("{name}", escape_filter_chars(name))
    connection.search(directory.base, wanted, attributes=_wanted(directory), size_limit=2)
    found = [entry for entry in connection.response or () if entry.get("type") == "searchResEntry"]
    return found[0] if len(found) == 1 and _first(found[0], directory.key) else None


def _wanted(directory: Directory) -> list[str]:
    return [a for a in (directory.key, directory.username, directory.person) if a]


def _answer(directory: Directory, entry: dict[str, Any]) -> Answer:
    claims = {name: _first(entry, name) for name in (directory.username, directory.person) if name}
    return Answer(subject=_first(entry, directory.key), claims=claims)


def _first(entry: dict[str, Any], name: str) -> str:
    values = entry["raw_attributes"].get(name) or [b""]
    data = bytes(values[0])
    try:
        return data.decode()
    except UnicodeDecodeError:  # objectGUID and its like
        return data.hex()


@contextmanager
def _bound(directory: Directory) -> Iterator[Any]:
    connection = _connection(directory, directory.bind_dn, directory.bind_password)
    try:
        if not _open(directory, connection):
            raise Unreachable(f"{directory.address}: {connection.result.get('description')}")
        yield connection
    except LDAPException as fault:
        raise Unreachable(f"{directory.address}: {fault}") from fault
    finally:
        with suppress(LDAPException):  # where a handshake failed there is nothing left to end
            connection.unbind()


def _connection(directory: Directory, dn: str, password: str) -> Any:
    tls = ldap3.Tls(validate=ssl.CERT_REQUIRED, ca_certs_file=directory.ca_file or None)
    server = ldap3.Server(
        directory.address,
        use_ssl=directory.address.startswith("ldaps:"),
        tls=tls,
        connect_timeout=_SECONDS,
        get_info=ldap3.NONE,
    )
    return ldap3.Connection(
        server,
        user=dn or None,
        password=password or None,
        receive_timeout=_SECONDS,
        raise_exceptions=False,
        auto_referrals=False,
        check_names=False,
        read_only=True,
    )


def _open(directory: Directory, connection: Any) -> bool:
    """Bind, encrypted first where that is asked for: never a password in the clear on the way."""
    if directory.start_tls and not connection.start_tls():
        raise Unreachable(f"{directory.address}: StartTLS refused")
    return bool(connection.bind())
