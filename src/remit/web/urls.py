"""The whole site on one screen."""

from __future__ import annotations

from django.urls import include, path, register_converter

from remit.web.dates import DayConverter
from remit.web.pages import (
    adoption,
    amending,
    choice,
    dividing,
    division_file,
    draft,
    establishment,
    failure,
    groups,
    handover,
    home,
    importing,
    loans,
    placing,
    posts,
    record,
    register,
    reorganising,
    review,
    roles,
    sign,
    sign_account,
    sign_factors,
    sign_passkey,
    sign_provider,
    sign_second,
    unit,
    who,
)

register_converter(DayConverter, "day")

_EDITION = "regimes/<str:regime>/<day:day>/"

urlpatterns = [
    path("", home.home, name="home"),
    path("sign-in/", sign.sign_in, name="sign-in"),
    path("sign-in/once/<str:token>/", sign.sign_in_once, name="sign-in-once"),
    path("sign-in/second/", sign_second.sign_in_second, name="sign-in-second"),
    path("sign-in/passkey/", sign_passkey.sign_in_passkey, name="sign-in-passkey"),
    path("sign-in/with/<slug:provider>/", sign_provider.sign_in_with, name="sign-in-with"),
    path("sign-in/with/<slug:provider>/back/", sign_provider.sign_in_back, name="sign-in-back"),
    path("sign-out/", sign.sign_out, name="sign-out"),
    path("account/", sign_account.account, name="account"),
    path("account/prove/", sign_account.prove, name="account-prove"),
    path("account/password/", sign_account.password, name="account-password"),
    path("account/language/", sign_account.choose_own_language, name="account-language"),
    path("account/sessions/end/", sign_account.end_session, name="account-sessions-end"),
    path("account/link/", sign_account.link, name="account-link"),
    path("account/unlink/", sign_account.unlink, name="account-unlink"),
    path("account/app/", sign_factors.add_app, name="account-app"),
    path("account/app/remove/", sign_factors.remove_app, name="account-app-remove"),
    path("account/passkey/", sign_factors.add_passkey, name="account-passkey"),
    path("account/passkey/remove/", sign_factors.remove_passkey, name="account-passkey-remove"),
    path("account/recovery/", sign_factors.recovery, name="account-recovery"),
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
    path("organisation/import/", importing.import_new, name="units-import"),
    path("organisation/import/template/", importing.template, name="units-import-template"),
    path("organisation/import/<str:key>/", importing.preview, name="units-import-preview"),
    path("organisation/import/<str:key>/errors/", importing.errors, name="units-import-errors"),
    path("organisation/units/", establishment.below, name="units-below"),
    path("organisation/units/tags/", reorganising.tags, name="unit-tags"),
    path("organisation/units/<slug:name>/", reorganising.change, name="unit-change"),
    path("organisation/posts/", posts.post, name="post"),
    path("organisation/posts/new/", posts.new, name="post-new"),
    path("organisation/posts/edit/", posts.edit, name="post-edit"),
    path("organisation/posts/lend/", loans.lend, name="loan-new"),
    path("organisation/posts/hand-over/", handover.prepare, name="handover-new"),
    path("organisation/posts/<slug:what>/", posts.do, name="post-do"),
    path("organisation/groups/", groups.group, name="group"),
    path("organisation/handovers/<str:ref>/", handover.handover, name="handover"),
    path("organisation/handovers/<str:ref>/sign/", handover.sign, name="handover-sign"),
    path("organisation/loans/<str:ref>/end/", loans.end, name="loan-end"),
    path("breakdown/", dividing.breakdown, name="breakdown"),
    path("breakdown/workbook/", division_file.workbook, name="breakdown-workbook"),
    path("breakdown/plan/", division_file.plan, name="breakdown-plan"),
    path("breakdown/roles/", placing.placing, name="placing"),
    path("breakdown/amendments/", amending.amending, name="amending"),
    path("units/", unit.units, name="units"),
    path("units/<path:code>/", unit.unit, name="unit"),
    path("records/new", record.record_new, name="record-new"),
    path("records/<str:ref>/", record.record, name="record"),
    path("records/<str:ref>/evidence/<str:sha256>/", record.evidence, name="evidence"),
    path("who/", who.who, name="who"),
    path("api/v1/", include("remit.api.door")),
]

handler400 = failure.unreadable
handler403 = failure.refused
handler404 = failure.missing
handler500 = failure.broken
