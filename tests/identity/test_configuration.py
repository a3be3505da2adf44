"""How an installation lets people in, as its file says; and what the doctor says of it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.identity.configuration import Cas, Directory, Installation, Oidc, Saml, SignIn, read
from remit.store import load_identity, models
from remit.store.identity_health import identity_problems
from tests.identity.conftest import add_app, browser, configure, sign_in
from tests.identity.idp import CERTIFICATE

WHOLE = """
[sign_in]
idle_minutes = 15
second_factor = ["administrator"]
passwords = false

[[oidc]]
name = "portal"
label = "City portal"
issuer = "https://id.example"
client_id = "remit"
client_secret_file = "oidc.secret"
username = "preferred_username"

[[cas]]
name = "cas"
address = "https://cas.example/cas"

[[saml]]
name = "state"
entity_id = "https://idp.example"
sign_on = "https://idp.example/sso"
certificate_file = "idp.pem"

[directory]
address = "ldaps://ldap.example"
base = "dc=example"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "sign-in.toml"
    path.write_text(text, encoding="utf-8")
    path.chmod(0o600)
    return folder


def found(folder: Path, text: str) -> tuple[Installation, list[str]]:
    made = read(written(folder, text), {})
    return made, [p.code for p in made.problems]


def test_without_a_file_there_are_passwords_and_links_and_the_administrators_need_two_factors(
    tmp_path,
) -> None:
    assert read(tmp_path, {}) == Installation()
    assert Installation().needs_second_factor("system-administrator")
    assert Installation().needs_second_factor("auditor")
    assert not Installation().needs_second_factor("clerk")


def test_it_reads_every_part_and_the_files_beside_it(tmp_path) -> None:
    (tmp_path / "oidc.secret").write_text("hidden\n")
    (tmp_path / "idp.pem").write_text("PEM")
    made, codes = found(tmp_path, WHOLE)
    assert codes == []
    assert made.sign_in == SignIn(
        idle_minutes=15, second_factor=("system-administrator", "security-administrator"), passwords=False
    )
    assert [type(p) for p in made.providers] == [Oidc, Cas, Saml]
    assert made.provider("portal").client_secret == "hidden"
    assert made.provider("state").certificate == "PEM"
    assert made.directory == Directory(address="ldaps://ldap.example", base="dc=example")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[sign_in", "sign-in-file"),
        ("[sign_in]\nidle_minutes = 4", "sign-in-idle"),
        ("[sign_in]\nidle_minutes = 481", "sign-in-idle"),
        ("[sign_in]\nidle_minutes = 'x'", "sign-in-setting"),
        ("[sign_in]\nidle = 4", "sign-in-setting"),
        ("[other]", "sign-in-setting"),
        ("[cas]\nname = 'cas'", "sign-in-setting"),
        ("[[cas]]\nname = 'cas'", "sign-in-setting"),
        ("[[cas]]\nname = 'C A'\naddress = 'https://c.example'", "sign-in-setting"),
        ("[[cas]]\nname = 'cas'\naddress = 'http://c.example'", "sign-in-setting"),
        ("[[cas]]\nname = 'cas'\naddress = 'ftp://127.0.0.1'", "sign-in-setting"),
        ("[[cas]]\nname = 'cas'\naddress = 'https://c.example'\nca_file = 'none'", "sign-in-setting"),
        ("[directory]\naddress = 'ldap://l.example'\nbase = 'x'", "sign-in-setting"),
        ("[directory]\naddress = 'ldaps://l.example'\nbase = 'x'\nfilter = '(uid=x)'", "sign-in-setting"),
        ("[directory]\naddress = 'ldaps://l.example'\nbase = 'x'\nbind_password_file = 'none'", "sign-in-setting"),
        ("[[saml]]\nname='s'\nentity_id='x'\nsign_on='https://s.example'\ncertificate_file='none'", "sign-in-setting"),
    ],
)  # fmt: skip
def test_a_part_that_is_wrong_is_named_and_left_out(tmp_path, text: str, code: str) -> None:
    made, codes = found(tmp_path, text)
    assert codes == [code]
    assert made.providers == ()
    assert made.directory is None
    assert made.sign_in == SignIn()


def test_a_fault_in_one_provider_leaves_the_others(tmp_path) -> None:
    text = "[[cas]]\nname='a'\naddress='https://c.example'\n[[cas]]\nname='b'\naddress='http://c.example'\n"
    made, codes = found(tmp_path, text)
    assert [p.name for p in made.providers] == ["a"]
    assert codes == ["sign-in-setting"]


def test_two_of_one_name_are_left_out(tmp_path) -> None:
    text = "[[cas]]\nname='a'\naddress='https://c.example'\n" * 2
    made, codes = found(tmp_path, text)
    assert made.providers == ()
    assert codes == ["sign-in-name-twice"]


def test_plain_speech_is_for_this_machine_alone(tmp_path) -> None:
    for host in ("127.0.0.1", "localhost", "[::1]"):
        made, codes = found(tmp_path, f"[[cas]]\nname='a'\naddress='http://{host}:8080'")
        assert (len(made.providers), codes) == (1, [])
    made, codes = found(tmp_path, "[directory]\naddress='ldap://l.example'\nbase='x'\nstart_tls=true")
    assert made.directory is not None


def test_a_file_that_everybody_reads_is_warned_of(tmp_path) -> None:
    written(tmp_path, "[sign_in]").joinpath("sign-in.toml").chmod(0o644)
    assert [p.code for p in read(tmp_path, {}).problems] == ["sign-in-file-open"]


def test_the_environment_goes_before_the_file(tmp_path) -> None:
    written(tmp_path, "[sign_in]\nidle_minutes = 15")
    made = read(tmp_path, {"REMIT_IDLE_MINUTES": "20", "REMIT_SECOND_FACTOR": "clerk, holder"})
    assert made.sign_in.idle_minutes == 20
    assert made.sign_in.second_factor == ("clerk", "holder")
    assert read(tmp_path, {"REMIT_SECOND_FACTOR": ""}).sign_in.second_factor == ()
    assert read(tmp_path, {"REMIT_IDLE_MINUTES": "soon"}).sign_in.idle_minutes == 30


@given(data=st.binary(max_size=200))
def test_no_file_keeps_the_site_from_starting(tmp_path_factory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "sign-in.toml").write_bytes(data)
    assert isinstance(read(folder, {}), Installation)


def problems(clock) -> list[str]:
    return [p.code for p in identity_problems(clock.now)]


@pytest.mark.usefixtures("port")
def test_the_doctor_finds_nothing_where_nothing_is_wrong(clock) -> None:
    assert problems(clock) == []


def state(certificate: str) -> Saml:
    return Saml(
        name="state", entity_id="x", sign_on="https://i.example", certificate_file="", certificate=certificate
    )


@pytest.mark.usefixtures("port")
def test_the_doctor_says_when_a_certificate_ends_or_is_none(clock, settings) -> None:
    configure(settings, providers=(state(CERTIFICATE),))
    assert problems(clock) == []
    clock.now += timedelta(days=200)
    assert problems(clock) == ["certificate-ends"]
    configure(settings, providers=(state("none"),))
    assert problems(clock) == ["certificate-unusable"]


@pytest.mark.usefixtures("port")
def test_the_doctor_says_which_extra_is_missing(clock, settings, monkeypatch) -> None:
    monkeypatch.setattr("remit.store.identity_health.find_spec", lambda _name: None)
    directory = Directory(address="ldaps://l.example", base="x")
    configure(settings, providers=(state(CERTIFICATE),), directory=directory)
    assert problems(clock) == ["extra-missing", "extra-missing"]


@pytest.mark.usefixtures("port")
def test_the_doctor_says_which_secrets_and_links_lost_their_ground(clock, settings) -> None:
    client = browser()
    sign_in(client, "ann")
    add_app(client, clock)
    ann = models.Account.objects.get(username="ann")
    models.Identity.objects.create(account=ann, provider="gone", subject="x", created=clock.now)
    settings.SECRET_KEY = "another"
    assert problems(clock) == ["provider-unknown", "factors-unreadable"]
    assert load_identity.totp("ann") is None
