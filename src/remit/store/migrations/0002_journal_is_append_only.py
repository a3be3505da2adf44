"""The database itself refuses to change or delete a line of the journal, and to change what it committed to."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_REFUSAL = "the journal is append-only"
_SQLITE = (
    f"""
    CREATE TRIGGER store_journalevent_no_update BEFORE UPDATE ON store_journalevent
    BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END
    """,
    f"""
    CREATE TRIGGER store_journalevent_no_delete BEFORE DELETE ON store_journalevent
    BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END
    """,
    f"""
    CREATE TRIGGER store_journalpayload_no_update BEFORE UPDATE ON store_journalpayload
    BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END
    """,
)
_POSTGRESQL = (
    f"""
    CREATE FUNCTION store_journal_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '{_REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$
    """,
    """
    CREATE TRIGGER store_journalevent_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON store_journalevent
    FOR EACH STATEMENT EXECUTE FUNCTION store_journal_refuse()
    """,
    """
    CREATE TRIGGER store_journalpayload_no_update BEFORE UPDATE ON store_journalpayload
    FOR EACH STATEMENT EXECUTE FUNCTION store_journal_refuse()
    """,
)
_UNDO_SQLITE = (
    "DROP TRIGGER store_journalevent_no_update",
    "DROP TRIGGER store_journalevent_no_delete",
    "DROP TRIGGER store_journalpayload_no_update",
)
_UNDO_POSTGRESQL = (
    "DROP TRIGGER store_journalevent_append_only ON store_journalevent",
    "DROP TRIGGER store_journalpayload_no_update ON store_journalpayload",
    "DROP FUNCTION store_journal_refuse()",
)


def _protect(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in _POSTGRESQL if schema_editor.connection.vendor == "postgresql" else _SQLITE:
        schema_editor.execute(statement)


def _unprotect(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in _UNDO_POSTGRESQL if schema_editor.connection.vendor == "postgresql" else _UNDO_SQLITE:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("store", "0001_initial")]
    operations = [migrations.RunPython(_protect, _unprotect)]
