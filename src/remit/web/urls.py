"""The whole site on one screen."""

from __future__ import annotations

from django.urls import path, register_converter

from remit.web.dates import DayConverter
from remit.web.pages import (
    adoption,
    choice,
    draft,
    failure,
    home,
    record,
    register,
    review,
    roles,
    sign,
    unit,
    who,
)

register_converter(DayConverter, "day")

_EDITION = "regimes/<str:regime>/<day:day>/"

urlpatterns = [
    path("", home.home, name="home"),
    path("sign-in/", sign.sign_in, name="sign-in"),
    path("sign-in/once/<str:token>/", sign.sign_in_once, name="sign-in-once"),
    path("sign-out/", sign.sign_out, name="sign-out"),
    path("language/", choice.choose_language, name="language"),
    path("type-size/", choice.choose_type_size, name="type-size"),
    path("regimes/", register.regimes, name="regimes"),
    path("regimes/new/", draft.draft_new, name="draft-new"),
    path(_EDITION, register.regime, name="regime"),
    path(_EDITION + "roles/", roles.roles, name="regime-roles"),
    path(_EDITION + "issue/", review.issue, name="regime-issue"),
    path(_EDITION + "adopt/", adoption.adopt, name="regime-adopt"),
    path(_EDITION + "duties/<str:duty>/accept/", review.accept, name="duty-accept"),
    path(_EDITION + "duties/<str:duty>/correct/", review.correct, name="duty-correct"),
    path(_EDITION + "duties/<str:duty>/reject/", review.reject, name="duty-reject"),
    path("units/", unit.units, name="units"),
    path("units/<path:code>/", unit.unit, name="unit"),
    path("records/new", record.record_new, name="record-new"),
    path("records/<str:ref>/", record.record, name="record"),
    path("records/<str:ref>/evidence/<str:sha256>/", record.evidence, name="evidence"),
    path("who/", who.who, name="who"),
]

handler400 = failure.unreadable
handler403 = failure.refused
handler404 = failure.missing
handler500 = failure.broken
