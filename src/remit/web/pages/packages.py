"""Packages of installations below: who sends, who is late, taking one in, and whom to trust."""

from __future__ import annotations

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_http_methods

from remit.core.problem import Place, Problem, error
from remit.files.package_key import read_identity
from remit.store import actions, packages_inquiry
from remit.store.access import Action, allowed, sees_units
from remit.store.package_examining import examine_apart
from remit.store.package_plan import Outcome
from remit.store.packages_inquiry import fingerprint_words
from remit.store.refusal import Denied, Refused
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.typed import by_field, fresh_key, key_of, needed_day, needed_words

__all__ = ["package_file", "package_trust", "packages"]

_LARGEST = 50 * 1024 * 1024
_SHOWN = 50
_RHYTHMS = {
    "month": gettext_noop("every month"),
    "quarter": gettext_noop("every quarter"),
    "half-year": gettext_noop("every half-year"),
    "year": gettext_noop("every year"),
}


@require_http_methods(["GET", "POST"])
@asked
def packages(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Show who sends packages and who has not sent one that was due; take in the one that is handed in."""
    if not sees_units(asking.viewer.role):
        raise Denied
    if request.method == "GET":
        return _show(request, asking)
    if not _may_take_in(asking):
        raise Denied
    file = request.FILES.get("file")
    if not isinstance(file, UploadedFile):
        return _show(request, asking, (_no_file(),))
    if (file.size or 0) > _LARGEST:
        return _show(request, asking, (_too_large(file.size or 0),))
    here = packages_inquiry.here()
    if here is None:
        return _show(request, asking, (_nobody(),))
    examined = examine_apart(
        file.read(), keys=packages_inquiry.public_keys(), to=here.installation, place=file.name or ""
    )
    (outcome,) = actions.take_in_packages(asking.by(fresh_key()), [examined])
    if outcome.problems:
        return _show(request, asking, outcome.problems)
    messages.success(request, _said(outcome))
    for _kind, ref, _reason in outcome.aside[:10]:
        messages.warning(request, _("{ref} is not kept here: it is outside scope.").format(ref=ref))
    return HttpResponseRedirect(reverse("packages"))


@require_http_methods(["GET", "POST"])
@asked
def package_trust(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Ask which installation speaks for which unit, and register its key."""
    if not packages_inquiry.trusts_somewhere(asking.viewer):
        raise Denied
    if request.method == "GET":
        return _trust_form(request, asking, ())
    given = request.POST
    since, problems = needed_day(given, "since")
    problems += needed_words(given, "code", "unit", "identity")
    identity = read_identity(given.get("identity", ""))
    grace = given.get("grace", "").strip() or "0"
    if identity is None:
        problems += (_no_identity(),)
    if not grace.isascii() or not grace.isdigit() or len(grace) > 3:
        problems += (_no_number(),)
    if identity is None or problems:
        return _trust_form(request, asking, problems, status=422)
    try:
        actions.trust_package_source(
            asking.by(key_of(given)),
            code=given["code"].strip(),
            unit=given["unit"].strip(),
            identity=identity,
            rhythm=given.get("rhythm", ""),
            grace=int(grace),
            since=since,
        )
    except Refused as refused:
        found = by_field(refused.problems, "identity", "code", "rhythm")
        return _trust_form(request, asking, found, status=422)
    messages.success(request, _("The key is registered."))
    return HttpResponseRedirect(reverse("packages"))


@require_GET
@asked
def package_file(_request: HttpRequest, asking: Asking, digest: str) -> HttpResponse:
    """Hand out a package that was made here."""
    made, data = packages_inquiry.sent_file(asking.viewer, digest)
    name = f"{made.to}-{made.sequence}.remit"
    headers = {
        "Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or "",
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(data, content_type="application/octet-stream", headers=headers)


def _may_take_in(asking: Asking) -> bool:
    return any(allowed(asking.viewer, Action.RECORD, span) for span in asking.viewer.spans)


def _said(outcome: Outcome) -> str:
    if outcome.state == "already-here":
        return _("This package was here already: nothing has changed.")
    return _("Package {number} of {source} is taken in: {new} new records, {changed} changed ones.").format(
        number=outcome.sequence,
        source=outcome.source,
        new=outcome.records,
        changed=outcome.changed + outcome.withdrawn,
    )


def _show(request: HttpRequest, asking: Asking, problems: tuple[Problem, ...] = ()) -> HttpResponse:
    seen = packages_inquiry.sources(asking.viewer, asking.today)
    latest = packages_inquiry.latest(asking.viewer, [one.source for one in seen], most=_SHOWN)
    sent = packages_inquiry.sent(asking.viewer)[:_SHOWN]
    here = packages_inquiry.here()
    context = {
        "sources": [
            (one, _(_RHYTHMS.get(one.source.rhythm, "")) if one.source.rhythm else "") for one in seen
        ],
        "late": sum(bool(one.owed.missing) for one in seen),
        "latest": [(one, timezone.localtime(one.received).date()) for one in latest],
        "sent": [(one, timezone.localtime(one.made).date()) for one in sent],
        "here": here,
        "fingerprint": fingerprint_words(here.fingerprint) if here else "",
        "may_take_in": _may_take_in(asking),
        "may_trust": packages_inquiry.trusts_somewhere(asking.viewer),
        "largest": _LARGEST,
        "problems": problems,
        "fields": ("file",),
    }
    return frame.show(
        request,
        "remit/packages.html",
        context,
        viewer=asking.viewer,
        today=asking.today,
        status=422 if problems else 200,
    )


def _trust_form(
    request: HttpRequest, asking: Asking, problems: tuple[Problem, ...], *, status: int = 200
) -> HttpResponse:
    fields = ("identity", "code", "unit", "rhythm", "grace", "since")
    typed = {name: request.POST.get(name, "") for name in fields}
    context = {
        "typed": {**typed, "since": typed["since"] or asking.today.isoformat()},
        "rhythms": [(value, _(words)) for value, words in _RHYTHMS.items()],
        "problems": problems,
        "fields": fields,
        "wrong": {name: [p for p in problems if p.place.ref == name] for name in fields},
        "key": fresh_key(),
    }
    return frame.show(
        request, "remit/package_trust.html", context, viewer=asking.viewer, today=asking.today, status=status
    )


def _no_file() -> Problem:
    return error(
        "package-no-file",
        "No package was chosen.",
        "Choose the file that 'remit export-package' has written.",
        at=Place(ref="file"),
    )


def _too_large(size: int) -> Problem:
    return error(
        "package-too-large",
        "The package has {size} MB; here at most {limit} MB are taken.",
        "Take it in at the server: remit import-package FILE.",
        at=Place(ref="file"),
        size=size // 1_000_000,
        limit=_LARGEST // 1_000_000,
    )


def _nobody() -> Problem:
    return error(
        "package-nobody",
        "This installation has no number yet to which a package could be addressed.",
        "Make it, and tell it to those who send: remit package key.",
        at=Place(ref="file"),
    )


def _no_identity() -> Problem:
    return error(
        "package-key-unreadable",
        "This is not the line that 'remit package key' prints.",
        "Copy the whole line, from remit: on.",
        at=Place(ref="identity"),
    )


def _no_number() -> Problem:
    return error(
        "package-grace",
        "This is no number of days.",
        "Give a number from 0 to 366.",
        at=Place(ref="grace"),
    )
