"""Use cases: one verb, one transaction, one line of the journal each. Refuse first, decide purely, then save.

Each takes `By` first: who asks, under which key, and when. The same request under the same key is done once and
answers with the same reference again. Each returns the public reference of what it made. It raises Denied (not
allowed), NotThere (unknown reference), Refused (with the problems found) or ChangedMeanwhile; then nothing is changed.
"""

from remit.store.actions.accounts import (
    change_account,
    change_language,
    change_password,
    create_account,
    create_sign_in,
    grant,
    redeem_sign_in,
)
from remit.store.actions.conferring import Decision, hold_conference
from remit.store.actions.correcting import add_evidence, correct_record, withdraw_record
from remit.store.actions.dividing import confirm_placements, divide
from remit.store.actions.editions import adopt, import_edition, issue_edition, review_duty
from remit.store.actions.exhibiting import Exhibit
from remit.store.actions.extending import extend
from remit.store.actions.factors import (
    add_app,
    add_passkey,
    remove_app,
    remove_passkey,
    renew_recovery_codes,
    reset_factors,
)
from remit.store.actions.feeding import renew_feed, revoke_feed
from remit.store.actions.grouping import set_group
from remit.store.actions.identities import (
    Person,
    SyncPlan,
    link_identity,
    plan_sync,
    recognise,
    sync_people,
    unlink_identity,
    use_assertion,
)
from remit.store.actions.lending import delegate, end_delegation
from remit.store.actions.matters import open_filing, open_task, take_step
from remit.store.actions.notices import see_notices, set_notice_address
from remit.store.actions.organising import (
    Change,
    import_organisation,
    plan_import,
    set_calendar,
    take_in,
)
from remit.store.actions.packaging import (
    PackageOrder,
    export_package,
    make_package_key,
    revoke_package_key,
    trust_package_source,
)
from remit.store.actions.parts import add_part, review_part
from remit.store.actions.posting import appoint, prepare_handover, set_post, sign_handover, vacate
from remit.store.actions.providing import set_budget, spend
from remit.store.actions.receiving import take_in_packages
from remit.store.actions.recording import Deed, excuse, import_records, record
from remit.store.actions.registering import keep_items
from remit.store.actions.reorganising import (
    Plan,
    close,
    merge,
    move,
    plan_change,
    reclassify,
    rename,
    split,
    tag,
)
from remit.store.actions.reporting import call_for_reports, open_report, submit_report, write_report
from remit.store.actions.signing import (
    Proof,
    address_mark,
    end_sessions,
    find_code,
    note_failure,
    prove,
    sign_in,
    sign_out,
)
from remit.store.actions.situations import escalate_situation, open_situation, report_situation
from remit.store.actions.tokens import create_token, revoke_token
from remit.store.transaction import By

__all__ = [
    "By",
    "Change",
    "Decision",
    "Deed",
    "Exhibit",
    "PackageOrder",
    "Person",
    "Plan",
    "Proof",
    "SyncPlan",
    "add_app",
    "add_evidence",
    "add_part",
    "add_passkey",
    "address_mark",
    "adopt",
    "appoint",
    "call_for_reports",
    "change_account",
    "change_language",
    "change_password",
    "close",
    "confirm_placements",
    "correct_record",
    "create_account",
    "create_sign_in",
    "create_token",
    "delegate",
    "divide",
    "end_delegation",
    "end_sessions",
    "escalate_situation",
    "excuse",
    "export_package",
    "extend",
    "find_code",
    "grant",
    "hold_conference",
    "import_edition",
    "import_organisation",
    "import_records",
    "issue_edition",
    "keep_items",
    "link_identity",
    "make_package_key",
    "merge",
    "move",
    "note_failure",
    "open_filing",
    "open_report",
    "open_situation",
    "open_task",
    "plan_change",
    "plan_import",
    "plan_sync",
    "prepare_handover",
    "prove",
    "reclassify",
    "recognise",
    "record",
    "redeem_sign_in",
    "remove_app",
    "remove_passkey",
    "rename",
    "renew_feed",
    "renew_recovery_codes",
    "report_situation",
    "reset_factors",
    "review_duty",
    "review_part",
    "revoke_feed",
    "revoke_package_key",
    "revoke_token",
    "see_notices",
    "set_budget",
    "set_calendar",
    "set_group",
    "set_notice_address",
    "set_post",
    "sign_handover",
    "sign_in",
    "sign_out",
    "spend",
    "split",
    "submit_report",
    "sync_people",
    "tag",
    "take_in",
    "take_in_packages",
    "take_step",
    "trust_package_source",
    "unlink_identity",
    "use_assertion",
    "vacate",
    "withdraw_record",
    "write_report",
]
