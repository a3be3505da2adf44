"""The commands of a living system, as a person calls them: each in a process of its own."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from remit.core.duty import Review
from remit.files.regime_yaml import dump_regime
from tests.cli.installation import call, done, record
from tests.store.cast import DRILL, REGIME


def test_it_records_and_shows_where_a_unit_stands_without_a_server(data, tmp_path):
    (tmp_path / "minutes.txt").write_text("minutes")
    ref = record(data, "--evidence", str(tmp_path / "minutes.txt"))
    found = json.loads(done(data, "standing", "--unit", "/1", "--on", "2026-05-10", "--json"))
    first = found["standings"][0]
    assert (first["window"], first["status"], first["records"]) == ("2026Q1", "met", [ref])
    assert (found["on"], found["counts"]["met"], found["counts"]["upcoming"]) == ("2026-05-10", 1, 3)


def test_it_keeps_a_record_once_under_its_key(data):
    assert record(data, "--key", "k") == record(data, "--key", "k") != record(data)


def test_it_shows_standing_as_a_table_in_the_language_asked_for(data):
    asked = ("standing", "--unit", "/1/2", "--on", "2026-05-10")
    shown = {language: call(data, *asked, language=language) for language in ("en", "zh")}
    assert "overdue" in shown["en"].stdout
    assert DRILL in shown["zh"].stdout
    assert shown["zh"].returncode == shown["en"].returncode == 0


def test_it_counts_for_every_node(data):
    nodes = json.loads(done(data, "rollup", "--on", "2026-05-10", "--json"))["nodes"]
    assert [(n["unit"], n["counts"]["overdue"], n["own"]["overdue"]) for n in nodes] == [
        ("/1", 1, 0),
        ("/1/2", 1, 1),
    ]
    assert len(json.loads(done(data, "rollup", "--on", "2026-05-10", "--depth", "0", "--json"))["nodes"]) == 1
    assert "/1/2" in done(data, "rollup", "--on", "2026-05-10", "--unit", "/1/2")


def test_it_says_who_answers_on_a_day(data):
    found = json.loads(done(data, "who", DRILL, "--on", "2026-06-30", "--unit", "/1/2", "--json"))
    assert [(a["person"], a["degree"]) for a in found["answers"]] == [("Ben", "first")]
    later = json.loads(done(data, "who", DRILL, "--on", "2026-07-01", "--json"))
    assert [(a["unit"], a["person"], a["through"]) for a in later["answers"]] == [
        ("/1/2", "", "/1/Head of the port")
    ]
    assert "Ben" in done(data, "who", DRILL, "--on", "2026-06-30")


def test_it_adopts_an_edition_by_name_and_the_same_again_without_harm(data, settled):
    again = ("adopt", str(settled / "regime.yaml"), "--unit", "/1", "--from", "2026-01-01")
    assert done(data, *again) == done(data, "adopt", f"{REGIME.id}@{REGIME.edition}", *again[2:])
    refused = call(data, *again[:-1], "2025-01-01")
    assert refused.returncode == 1
    assert "adopted-already" in refused.stderr


def test_it_says_that_duties_nobody_has_reviewed_are_taken_as_they_stand(data, tmp_path):
    clause = REGIME.clauses[1]
    waiting = replace(clause, duties=(replace(clause.duties[0], review=Review()),))
    unreviewed = replace(REGIME, id="port-other", clauses=(REGIME.clauses[0], waiting))
    (tmp_path / "new.yaml").write_text(dump_regime(unreviewed))
    finished = call(data, "adopt", str(tmp_path / "new.yaml"), "--unit", "/1", "--from", "2026-01-01")
    assert (finished.returncode, "edition-taken-as-it-stands" in finished.stderr) == (0, True), (
        finished.stderr
    )


def test_it_takes_in_one_list_at_a_time(data, tmp_path):
    lists = {
        "units": "code,name,parent,kind\n/1/3,East terminal,/1,terminal\n",
        "posts": "unit,title,degree\n/1/3,Terminal manager,first\n",
        "people": "post,person,from\n/1/3/Terminal manager,Cai,2026-02-01\n",
    }
    for what, text in lists.items():
        (tmp_path / f"{what}.csv").write_text(text, encoding="utf-8")
        assert "1" in done(data, "import", what, str(tmp_path / f"{what}.csv"))
    found = json.loads(done(data, "who", DRILL, "--on", "2026-03-01", "--unit", "/1/3", "--json"))
    assert [a["person"] for a in found["answers"]] == ["Cai"]


def test_it_changes_nothing_on_a_dry_run_and_names_the_row_that_is_wrong(data, tmp_path):
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text("code,name,parent\n/1/3,East terminal,/1\n", encoding="utf-8")
    bad.write_text("unit,title,degree\n/1/9,Manager,first\n", encoding="utf-8")
    assert "1" in done(data, "import", "units", str(good), "--dry-run")
    assert call(data, "standing", "--unit", "/1/3").returncode == 2
    refused = call(data, "import", "posts", str(bad))
    assert refused.returncode == 1
    assert f"{bad}:2" in refused.stderr


def test_it_takes_in_a_list_of_records_once(data, tmp_path):
    rows = f"unit,day,kind,title,meets,evidence\n/1/2,2026-02-03,drill,Drill,{DRILL},minutes.txt\n"
    (tmp_path / "records.csv").write_text(rows, encoding="utf-8")
    (tmp_path / "minutes.txt").write_text("minutes")
    assert "1 of them" in done(data, "import", "records", str(tmp_path / "records.csv"))
    assert "0 of them" in done(data, "import", "records", str(tmp_path / "records.csv"))
    (tmp_path / "records.csv").write_text(rows + "/9,2026-02-03,drill,Drill,,\n", encoding="utf-8")
    refused = call(data, "import", "records", str(tmp_path / "records.csv"))
    assert (refused.returncode, "records.csv:3" in refused.stderr) == (1, True)


def test_it_takes_in_excuses_and_a_calendar(data, tmp_path):
    (tmp_path / "excuses.csv").write_text(
        f"unit,duty,from,to,reason,by,decided\n/1/2,{DRILL},2026-01-01,2026-03-31,Works,Ada,2026-01-05\n"
    )
    (tmp_path / "calendar.toml").write_text("first = 2026-01-01\nlast = 2040-12-31\n")
    done(data, "import", "excuses", str(tmp_path / "excuses.csv"))
    done(data, "import", "calendar", str(tmp_path / "calendar.toml"))
    found = json.loads(done(data, "standing", "--unit", "/1/2", "--on", "2026-05-10", "--json"))
    assert found["standings"][0]["status"] == "excused"
    assert done(data, "doctor")


def test_it_refuses_what_is_outside_scope_and_keeps_nothing(data):
    given = (
        "--unit",
        "/1/2",
        "--on",
        "2026-02-03",
        "--kind",
        "台账",
        "--title",
        "收集教师的宗教信仰情况并建立台账",
    )
    refused = call(data, "record", *given)
    assert (refused.returncode, "outside-scope" in refused.stderr) == (1, True)
    assert call(data, "record", *given[:3], "2999-01-01", *given[4:6], "--title", "Drill").returncode == 1


def test_it_opens_an_account_and_renews_its_link(data):
    opened = done(data, "account", "ben", "--role", "holder", "--person", "Ben", "--unit", "/1/2")
    renewed = done(data, "account", "ben", "--address", "https://remit.example/")
    assert opened.startswith("http://127.0.0.1:8000/sign-in/once/")
    assert renewed.startswith("https://remit.example/sign-in/once/")
    assert opened.split("/")[-2] != renewed.split("/")[-2]
    assert call(data, "account", "nobody").returncode == 2


def test_it_verifies_the_journal_and_finds_what_was_altered(data):
    record(data)
    assert done(data, "journal", "verify").startswith("5 lines")
    with sqlite3.connect(data / "remit.sqlite3") as connection:
        connection.execute("UPDATE store_record SET title = 'No drill'")
    found = call(data, "journal", "verify", "--json")
    assert found.returncode == 1
    assert [p["code"] for p in json.loads(found.stdout)["problems"]] == ["row-altered"]
    assert call(data, "doctor").returncode == 1


def test_it_backs_up_and_restores(data, tmp_path):
    (tmp_path / "minutes.txt").write_text("minutes")
    ref = record(data, "--evidence", str(tmp_path / "minutes.txt"))
    done(data, "backup", "-o", str(tmp_path / "backup.zip"))
    assert done(tmp_path / "restored", "restore", str(tmp_path / "backup.zip"))
    assert ref in done(tmp_path / "restored", "standing", "--unit", "/1/2", "--on", "2026-05-10", "--json")
    assert call(data, "restore", str(tmp_path / "backup.zip")).returncode == 1
    assert record(tmp_path / "restored") != ref


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["standing", "--unit", "/9"], "not-there"),
        (["who", "port-fire/art-99", "--on", "2026-05-10"], "not-there"),
        (["adopt", "nothing@2026-01-01", "--unit", "/1", "--from", "2026-01-01"], "not-there"),
        (["import", "units", "nowhere.csv"], "file-missing"),
        (["restore", "nowhere.zip"], "data-in-use"),
        (["standing"], "call"),
    ],
)
def test_it_says_in_one_line_what_it_could_not_do(data, arguments, code):
    finished = call(data, *arguments)
    assert finished.returncode == (1 if code == "data-in-use" else 2)
    assert f" {code}: " in finished.stderr
    assert "Traceback" not in finished.stderr


def test_it_says_where_there_is_no_installation(tmp_path):
    finished = call(tmp_path / "nowhere", "standing", "--unit", "/1")
    assert (finished.returncode, "remit up" in finished.stderr) == (2, True)
    assert not (tmp_path / "nowhere").exists()


def test_it_says_that_a_database_has_to_be_migrated(data):
    with closing(sqlite3.connect(data / "remit.sqlite3")) as connection, connection:
        connection.execute("DELETE FROM django_migrations WHERE app = 'store' AND name > '0002'")
    finished = call(data, "standing", "--unit", "/1")
    assert finished.returncode == 2
    assert "remit migrate" in finished.stderr


def test_it_says_that_a_database_url_cannot_be_used(data):
    environment = {**os.environ, "REMIT_DATA": str(data), "REMIT_LANG": "en", "DATABASE_URL": "mysql://x/y"}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    finished = subprocess.run(
        [sys.executable, "-m", "remit", "doctor"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 2
    assert "database-url" in finished.stderr


# `remit up`


class Running:
    """`remit up` in a process, up to the line that says how to stop it."""

    def __init__(self, data: Path, *arguments: str) -> None:
        environment = {
            k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "remit", "up", "--port", "0", *arguments],
            env={**environment, "REMIT_DATA": str(data), "REMIT_LANG": "en"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.said: list[str] = []
        for line in self.process.stdout:
            self.said.append(line.strip())
            if line.startswith("Stop"):
                break
        else:
            pytest.fail(self.process.communicate()[1])
        words = " ".join(self.said).split()
        self.links = [word for word in words if "/sign-in/once/" in word]
        self.port = int(self.links[0].split(":")[2].split("/")[0])

    def ask(self, method: str, path: str, **headers: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(method, path, headers=headers)
        return connection.getresponse()

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        self.process.communicate(timeout=60)
        return self.process.returncode


def test_it_starts_from_nothing_serves_and_starts_again_with_what_is_there(tmp_path):
    data = tmp_path / "data"
    first = Running(data, "--demo")
    try:
        page = first.ask("GET", "/sign-in/")
        assert page.status == 200
        policy = page.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert first.ask("GET", "/").status == 302
        assert first.ask("GET", first.links[0].split(str(first.port))[1]).status == 200
    finally:
        assert first.stop() == 0
    assert any("records" in line for line in first.said)
    units = json.loads(done(data, "rollup", "--on", "2026-06-30", "--json"))["nodes"]
    second = Running(data, "--demo")
    assert second.stop() == 0
    assert not any("records" in line for line in second.said)
    assert json.loads(done(data, "rollup", "--on", "2026-06-30", "--json"))["nodes"] == units
    assert done(data, "journal", "verify")


def test_it_says_that_a_port_is_taken(data):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        finished = call(data, "serve", "--port", str(taken.getsockname()[1]))
    assert finished.returncode == 2
    assert "port-taken" in finished.stderr
