"""A package as a file: the same bytes for the same content, and nothing that was not signed gets through."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remit.files import package_reading
from remit.files.confine import parse_data
from remit.files.package_form import Content, Heading, JournalAt, RecordLine, pack
from remit.files.package_key import new_key, read_identity, read_signer, signer_of
from remit.files.package_reading import open_package, read_content, unpack
from remit.files.refusal import RefusedError

HERE = "b" * 16
SIGNER = signer_of(bytes(range(32)), installation="a" * 16)
KEYS = {SIGNER.identity.fingerprint: SIGNER.identity.public}
FILE = b"four minutes"
LINE = RecordLine(
    ref="r1", unit="/1", day=date(2027, 4, 2), entered=date(2027, 4, 3), kind="drill", title="消防演练"
)
HEADING = Heading(
    to=HERE,
    unit="/1",
    sequence=1,
    previous="",
    full=True,
    last=date(2027, 4, 30),
    made=datetime(2027, 5, 1, tzinfo=UTC),
    journal=JournalAt(size=0, root="0" * 64),
)
SLIM, WHOLE, DIGEST = pack(
    HEADING,
    Content(records=(LINE,)),
    {"2f66e4f4e0b71b5a4cf71a0bd2c8b5e6a1a27f7ad0a2ab0a6e0d4b4f3a4d35c3": FILE},
    signer=SIGNER,
)


def opened(data: bytes, **changes):
    return open_package(unpack(data), **{"keys": KEYS, "to": HERE, **changes})


def rebuilt(entries: dict[str, bytes], **how) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", **how) as container:
        for name, data in entries.items():
            container.writestr(name, data)
    return made.getvalue()


def entries(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        return {name: container.read(name) for name in container.namelist()}


def refusal(data: bytes, **changes) -> str:
    with pytest.raises(RefusedError) as refused:
        opened(data, **changes)
    return refused.value.problem.code


def signed(manifest: dict[str, object], parts: dict[str, bytes]) -> bytes:
    """A package whose manifest says whatever it is told, signed with the right key."""
    data = msgspec.json.encode(manifest)
    return rebuilt({"manifest.json": data, "signature": SIGNER.sign(data), **parts})


MANIFEST = msgspec.json.decode(entries(SLIM)["manifest.json"])
MANIFEST["parts"] = {name: part for name, part in MANIFEST["parts"].items() if name.endswith(".jsonl")}
RECORDS = entries(SLIM)["records.jsonl"]


def test_the_same_content_gives_the_same_bytes():
    assert pack(HEADING, Content(records=(LINE,)), {}, signer=SIGNER) == pack(
        HEADING, Content(records=(LINE,)), {}, signer=SIGNER
    )


def test_what_was_packed_comes_out():
    found = opened(signed(MANIFEST, {"records.jsonl": RECORDS}))
    assert found.content == Content(records=(LINE,))
    assert found.manifest.to == HERE


def test_it_is_kept_without_its_files():
    manifest, digest, content = read_content(SLIM)
    assert (digest, content.records, len(manifest.parts)) == (DIGEST, (LINE,), 2)


def test_a_file_under_another_name_than_its_digest_is_refused():
    assert refusal(WHOLE) == "package-altered"


HOSTILE = {
    "empty": (b"", "file-damaged"),
    "text": (b"not a package", "file-damaged"),
    "cut off": (WHOLE[: len(WHOLE) // 2], "file-damaged"),
    "another zip": (rebuilt({"a.txt": b"a"}), "package-none"),
    "no signature": (rebuilt({"manifest.json": b"{}"}), "package-none"),
    "a path that leads out": (rebuilt({**entries(SLIM), "../x": b""}), "package-none"),
    "an absolute path": (rebuilt({**entries(SLIM), "/etc/x": b""}), "package-none"),
    "an entry besides": (rebuilt({**entries(SLIM), "reports.jsonl": b""}), "package-none"),
    "manifest of nothing": (rebuilt({**entries(SLIM), "manifest.json": b""}), "package-unsound"),
    "manifest of brackets": (rebuilt({**entries(SLIM), "manifest.json": b"[" * 100_000}), "package-unsound"),
    "manifest in another encoding": (
        rebuilt({**entries(SLIM), "manifest.json": b"\xff\xfe{}"}),
        "package-unsound",
    ),
    "a part that is missing": (
        rebuilt({k: v for k, v in entries(SLIM).items() if k != "records.jsonl"}),
        "package-altered",
    ),
    "a signature of nothing": (rebuilt({**entries(SLIM), "signature": b""}), "package-forged"),
    "a bomb": (
        rebuilt({**entries(SLIM), "records.jsonl": b"\n" * 90_000_000}, compression=zipfile.ZIP_DEFLATED),
        "file-bomb",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_a_reason(name):
    data, code = HOSTILE[name]
    assert refusal(data) == code


def test_two_entries_of_one_name_are_refused():
    made = io.BytesIO(SLIM)
    with zipfile.ZipFile(made, "a") as container, pytest.warns(UserWarning, match="Duplicate"):
        container.writestr("records.jsonl", b"{}\n")
    assert refusal(made.getvalue()) == "package-none"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"format": 2}, "package-newer"),
        ({"format": 2, "more": 1}, "package-newer"),
        ({"more": 1}, "package-unsound"),
        ({"sequence": 0}, "package-unsound"),
        ({"unit": ""}, "package-unsound"),
        ({"made": "2027-05-01T00:00:00"}, "package-unsound"),
        ({"parts": {}}, "package-altered"),
        ({"to": "c" * 16}, "package-misdirected"),
    ],
)
def test_a_manifest_that_says_what_it_may_not_is_refused_though_it_is_signed(changes, code):
    assert refusal(signed({**MANIFEST, **changes}, {"records.jsonl": RECORDS})) == code


@pytest.mark.parametrize(
    "line",
    [
        b"{}",
        b"[]",
        RECORDS.strip()[:-1] + b',"by":"Cai"}',
        RECORDS.strip().replace(b'"r1"', b'"r 1"'),
        RECORDS.strip().replace(b"2027-04-02", b"2027-02-30"),
        RECORDS.strip().replace("消防演练".encode(), b"x" * 2001),
        b"\xff",
    ],
)
def test_a_line_that_is_none_is_refused_though_it_is_signed(line):
    import hashlib  # noqa: PLC0415 - of this test alone

    data = line + b"\n"
    part = {"lines": 1, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    manifest = {**MANIFEST, "parts": {"records.jsonl": part}}
    assert refusal(signed(manifest, {"records.jsonl": data})) == "package-unsound"


def test_an_unknown_key_is_foreign():
    assert refusal(SLIM, keys={}) == "package-foreign"


def test_a_stranger_s_file_is_unpacked_in_a_process_that_may_die():
    parsed = parse_data("package", SLIM)
    found = msgspec.msgpack.decode(parsed.data, type=package_reading.Unpacked)
    assert found.parts == unpack(SLIM).parts
    assert [p.code for p in parse_data("package", b"none").problems] == ["file-damaged"]


@given(st.binary(max_size=400), st.integers(0, 3000), st.integers(0, 3000))
@settings(max_examples=150, deadline=None, database=None)
def test_no_change_of_bytes_gets_anything_through_but_what_was_signed(noise, at, length):
    at, length = at % len(SLIM), length % 200
    changed = SLIM[:at] + noise + SLIM[at + length :]
    try:
        found = open_package(unpack(changed), keys=KEYS, to=HERE, slim=True)
    except RefusedError:
        return
    assert (found.digest, found.content.records) == (DIGEST, (LINE,))


def test_a_key_is_kept_for_the_server_s_eyes_and_an_identity_is_read_back(tmp_path):
    assert read_signer(tmp_path) is None
    first, second = new_key(tmp_path), new_key(tmp_path)
    assert read_signer(tmp_path) == second
    assert first.installation == second.installation
    assert first.private != second.private
    assert read_identity(f"  {second.identity.text}\n") == second.identity
    assert [path.name for path in tmp_path.iterdir()] == ["package-key.json"]


@pytest.mark.parametrize("text", ["", "remit:x:y", "remit:" + "a" * 16 + ":" + "!" * 43, "a" * 65])
def test_what_is_no_identity_is_not_taken_for_one(text):
    assert read_identity(text) is None
