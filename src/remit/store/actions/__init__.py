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
from remit.store.actions.dividing import confirm_placements, divide
from remit.store.actions.editions import adopt, import_edition, issue_edition, review_duty
from remit.store.actions.factors import (
    add_app,
    add_passkey,
    remove_app,
    remove_passkey,
    renew_recovery_codes,
    reset_factors,
)
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
from remit.store.actions.matters import extend, open_filing, open_task, take_step
from remit.store.actions.organising import (
    Change,
    import_organisation,
    plan_import,
    set_calendar,
    take_in,
)
from remit.store.actions.posting import appoint, prepare_handover, set_post, sign_handover, vacate
from remit.store.actions.recording import Deed, excuse, import_records, record
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
from remit.store.actions.tokens import create_token, revoke_token
from remit.store.transaction import By

__all__ = [
    "By",
    "Change",
    "Deed",
    "Person",
    "Plan",
    "Proof",
    "SyncPlan",
    "add_app",
    "add_passkey",
    "address_mark",
    "adopt",
    "appoint",
    "change_account",
    "change_language",
    "change_password",
    "close",
    "confirm_placements",
    "create_account",
    "create_sign_in",
    "create_token",
    "delegate",
    "divide",
    "end_delegation",
    "end_sessions",
    "excuse",
    "extend",
    "find_code",
    "grant",
    "import_edition",
    "import_organisation",
    "import_records",
    "issue_edition",
    "link_identity",
    "merge",
    "move",
    "note_failure",
    "open_filing",
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
    "renew_recovery_codes",
    "reset_factors",
    "review_duty",
    "revoke_token",
    "set_calendar",
    "set_group",
    "set_post",
    "sign_handover",
    "sign_in",
    "sign_out",
    "split",
    "sync_people",
    "tag",
    "take_in",
    "take_step",
    "unlink_identity",
    "use_assertion",
    "vacate",
]
