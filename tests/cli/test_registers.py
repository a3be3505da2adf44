"""Registers, means and grants from the command line, as an operator calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from remit.cli import dispatch, living
from tests.store import cast

HEAD = "/1/2/head"


class Operator:
    """Whoever calls commands: here in the process of the test, on its database."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def call(self, *arguments: str) -> tuple[int, str, str]:
        code = dispatch.main(["--lang", "en", *arguments])
        said = self._capsys.readouterr()
        return code, said.out, said.err

    def done(self, *arguments: str) -> str:
        code, out, err = self.call(*arguments)
        assert code == 0, err
        return out


@pytest.fixture
def operator(
    db: None,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    settings: object,
    tmp_path: Path,
) -> Operator:
    settings.EVIDENCE = tmp_path / "evidence"
    monkeypatch.setattr(living, "_open", lambda _command: None)
    monkeypatch.setenv("REMIT_LANG", "en")
    monkeypatch.setattr("django.utils.timezone.now", lambda: cast.NOW)
    cast.settle()
    return Operator(capsys)


def test_an_item_is_entered_checked_listed_and_taken_in_from_excel(
    operator: Operator, tmp_path: Path
) -> None:
    given = ("--kind", "place", "--keeper", HEAD, "--checks", "tour: monthly", "--from", "2027-01-01")
    assert "Items that differ: 1." in operator.done("register", "set", "/1/2", "Paint store", *given)
    (item,) = json.loads(operator.done("register", "list", "/1/2", "--due", "--json"))["items"]
    assert (item["code"], item["checks"][0]["status"]) == ("/1/2/Paint store", "overdue")
    assert "Paint store" in operator.done("register", "list", "/1", "--below")
    assert "where" in operator.done("register", "set", "/1/2", "Paint store", "--where", "Shed 4").lower()
    book = tmp_path / "register.xlsx"
    operator.done("register", "export", "/1/2", "-o", str(book))
    assert "Items that differ: 0." in operator.done("register", "import", "/1/2", str(book))
    filled = load_workbook(book)
    filled.worksheets[0].cell(2, 3).value = "Shed 5"
    filled.save(book)
    assert "Nothing was changed." in operator.done("register", "import", "/1/2", str(book), "--dry-run")
    assert "Shed 4 → Shed 5" in operator.done("register", "import", "/1/2", str(book))
    filled.worksheets[0].cell(2, 4).value = "Nobody"
    filled.save(book)
    marked = tmp_path / "marked.xlsx"
    code, _, said = operator.call("register", "import", "/1/2", str(book), "--errors", str(marked))
    assert code == 1
    assert "register-no-post" in said
    assert load_workbook(marked).worksheets[0].cell(2, 3).value == "D2"


def test_money_is_set_aside_and_spent(operator: Operator) -> None:
    budget = operator.done(
        "means", "set", "/1/2", "Drills", "12,000.50", "--currency", "EUR", "--year", "2027"
    ).strip()
    record = operator.done(
        "record", "--unit", "/1/2", "--on", "2027-03-02", "--kind", "training", "--title", "Hoses"
    ).splitlines()[-1]
    operator.done("means", "spend", budget, record, "100")
    shown = json.loads(operator.done("means", "show", "/1", "--year", "2027", "--json"))
    assert shown["subtree"]["money"] == [{"currency": "EUR", "amount": 1200050, "spent": 10000}]
    assert shown["below"]["/1/2"]["trainings"] == 1
    assert "12,000.50 EUR" in operator.done("means", "show", "/1/2", "--year", "2027")
    operator.done("means", "set", "/1/2", "Drills", "300", "--budget", budget)


def test_roles_are_granted_and_listed(operator: Operator) -> None:
    operator.done("account", "dee", "--person", "Dee", "--role", "holder", "--unit", "/1/2")
    assert "clerk" in operator.done("grant", "give", "dee", "clerk", "--unit", "/1/2")
    (row,) = json.loads(operator.done("grant", "list", "dee", "--json"))
    assert (row["role"], row["unit"], row["by"]) == ("clerk", "/1/2", "")
    assert "the console" in operator.done("grant", "list")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("register", "list", "/9"), 2, "not-there"),
        (("register", "set", "/1/2", "X"), 1, "register-kind"),
        (("register", "set", "/1/2", "Ann's private channel", "--kind", "channel"), 1, "register-personal"),
        (("register", "import", "/1/2", "nowhere.xlsx"), 2, "nowhere.xlsx"),
        (("means", "set", "/1/2", "X", "much"), 2, "amount-unreadable"),
        (("means", "spend", "b0", "r0", "1"), 2, "not-there"),
        (("grant", "give", "nobody", "clerk"), 2, "not-there"),
        (("grant", "give", "nobody", "king"), 2, "call"),
        (("means",), 2, "call"),
    ],
)
def test_what_cannot_be_done_says_so(
    operator: Operator, arguments: tuple[str, ...], code: int, said: str
) -> None:
    found, _, told = operator.call(*arguments)
    assert (found, said in told) == (code, True), told
