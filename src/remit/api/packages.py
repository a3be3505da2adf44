"""Packages of installations below: who sends, who is late, taking one in, and fetching those that were made here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from ninja import File, Query, Router, UploadedFile

from remit.api.caller import caller
from remit.api.fields import After, Code, Day, Given, Key, Limit, Text
from remit.api.operation import ask, do
from remit.api.paging import cut_at, page_of
from remit.api.shown import Made, render
from remit.core.problem import Place, Problem, error
from remit.files.package_key import read_identity
from remit.store import actions, packages_inquiry
from remit.store.access import Action
from remit.store.load_packages import Sent
from remit.store.package_examining import examine_apart
from remit.store.packages_inquiry import SourceSeen
from remit.store.refusal import NotThere, Refused

__all__ = [
    "InstallationKey",
    "PackageCame",
    "PackageSource",
    "TrustGiven",
    "get_package",
    "get_package_key",
    "list_package_sources",
    "list_packages",
    "list_received_packages",
    "router",
    "take_in_package",
    "trust_package_source",
]

router = Router(tags=["packages"])
_LARGEST = 50 * 1024 * 1024
Source = Annotated[str, Query(min_length=1, max_length=20, description="The source's name.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class InstallationKey:
    """Under which number and key others know this installation; `key` is the line that is handed to them."""

    installation: str
    key: str
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageSource:
    """A source and what it owes: `missing` are the ends of periods of which no package that was due has told.

    `newest` is the number of its last package (0: none came), `gaps` the numbers below that are not here, `told` the
    day to which they run.
    """

    source: str
    unit: str
    installation: str
    every: str
    within: int
    since: date
    newest: int
    received: date | None
    told: date | None
    due: date | None
    missing: tuple[date, ...]
    gaps: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageCame:
    """A package that was taken in; `aside` are kind, reference and reason of what is not kept of it."""

    source: str
    number: int
    digest: str
    last: date
    made: datetime
    received: datetime
    records: int
    aside: tuple[tuple[str, str, str], ...]


class TrustGiven(Given):
    """That an installation speaks for a unit and all below it; `key` is the line that it has handed in."""

    source: Code
    unit: Code
    key: Text
    every: Text = ""
    within: int = 0
    since: Day | None = None


@ask(router, "/packages/key", gives=InstallationKey)
def get_package_key(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - the framework's signature
    """Show under which number and key others know this installation."""
    here = packages_inquiry.here()
    if here is None:
        raise NotThere("key")
    shown = InstallationKey(installation=here.installation, key=here.text, fingerprint=here.fingerprint)
    return render(shown)


@ask(router, "/packages/sources", Action.SEE, gives=page_of(PackageSource, "PackageSource"))
def list_package_sources(
    request: HttpRequest,
    on: Annotated[Day | None, Query(description="The day; empty: today.")] = None,
    after: After = "",
    limit: Limit = 100,
) -> HttpResponse:
    """List who sends packages, and who has not sent one that was due."""
    who = caller(request)
    seen = packages_inquiry.sources(who.viewer, on or who.today)
    items, following = cut_at(seen, lambda one: (one.source.code,), after=after, limit=limit)
    return render({"items": [_shown(one) for one in items], "next": following})


@do(router, "/packages/sources", Action.ORGANISE)
def trust_package_source(request: HttpRequest, key: Key, given: TrustGiven) -> HttpResponse:
    """Register the key of an installation that speaks for a unit and all below it."""
    identity = read_identity(given.key)
    if identity is None:
        raise Refused([_unreadable()])
    ref = actions.trust_package_source(
        caller(request).by(key),
        code=given.source,
        unit=given.unit,
        identity=identity,
        rhythm=given.every,
        grace=given.within,
        since=given.since,
    )
    return render(Made(ref=ref), status=201)


@ask(router, "/packages/received", Action.SEE, gives=page_of(PackageCame, "PackageCame"))
def list_received_packages(
    request: HttpRequest, source: Source, after: After = "", limit: Limit = 100
) -> HttpResponse:
    """List the packages of a source by number, with what of each is not kept."""
    some = packages_inquiry.received(caller(request).viewer, source, most=None)
    items, following = cut_at(some, lambda one: (one.sequence,), after=after, limit=limit)
    shown = [
        PackageCame(
            source=one.source,
            number=one.sequence,
            digest=one.digest,
            last=one.last,
            made=one.made,
            received=one.received,
            records=one.records,
            aside=one.aside,
        )
        for one in items
    ]
    return render({"items": shown, "next": following})


@do(router, "/packages", Action.RECORD)
def take_in_package(request: HttpRequest, key: Key, package: Annotated[UploadedFile, File()]) -> HttpResponse:
    """Take in a package, as a form; answers with its digest. The same one again changes nothing."""
    if (package.size or 0) > _LARGEST:
        raise RequestDataTooBig
    here = packages_inquiry.here()
    if here is None:
        raise Refused([_nobody()])
    examined = examine_apart(
        package.read(), keys=packages_inquiry.public_keys(), to=here.installation, place=package.name or ""
    )
    (outcome,) = actions.take_in_packages(caller(request).by(key), [examined])
    if outcome.problems:
        raise Refused(outcome.problems)
    return render(Made(ref=outcome.digest), status=201)


@ask(router, "/packages", Action.SEE, gives=page_of(Sent, "Package"))
def list_packages(request: HttpRequest, after: After = "", limit: Limit = 100) -> HttpResponse:
    """List the packages that were made here, of units that the token reaches."""
    some = packages_inquiry.sent(caller(request).viewer)
    items, following = cut_at(some, lambda one: (one.to, one.sequence), after=after, limit=limit)
    return render({"items": items, "next": following})


@ask(router, "/packages/{digest}", Action.SEE, gives=bytes)
def get_package(request: HttpRequest, digest: str) -> HttpResponse:
    """Hand out a package that was made here, as it is sent."""
    made, data = packages_inquiry.sent_file(caller(request).viewer, digest)
    name = f"{made.to}-{made.sequence}.remit"
    disposition = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    headers = {"Content-Disposition": disposition, "X-Content-Type-Options": "nosniff"}
    return HttpResponse(data, content_type="application/octet-stream", headers=headers)


def _shown(one: SourceSeen) -> PackageSource:
    return PackageSource(
        source=one.source.code,
        unit=one.source.unit,
        installation=one.source.installation,
        every=one.source.rhythm,
        within=one.source.grace,
        since=one.source.since,
        newest=one.newest,
        received=one.received,
        told=one.told,
        due=one.owed.due,
        missing=one.owed.missing,
        gaps=one.gaps,
    )


def _unreadable() -> Problem:
    return error(
        "package-key-unreadable",
        "This is not the line that 'remit package key' prints.",
        "Copy the whole line, from remit: on.",
        at=Place(ref="key"),
    )


def _nobody() -> Problem:
    return error(
        "package-nobody",
        "This installation has no number yet to which a package could be addressed.",
        "Make it, and tell it to those who send: remit package key.",
    )
