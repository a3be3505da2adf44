"""Codes of authenticator apps, recovery codes, sealed secrets."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.identity import sealing, totp

SECRET = base64.b32encode(b"12345678901234567890").decode()


@pytest.mark.parametrize(
    ("time", "code"),
    [
        (59, "287082"),
        (1111111109, "081804"),
        (1111111111, "050471"),
        (1234567890, "005924"),
        (2000000000, "279037"),
        (20000000000, "353130"),
    ],
)
def test_it_gives_the_codes_of_rfc_6238(time: int, code: str) -> None:
    assert totp.code(SECRET, time // totp.STEP) == code


@given(now=st.integers(0, 2**34), off=st.integers(-4, 4))
def test_it_takes_the_present_step_and_its_neighbours_alone(now: int, off: int) -> None:
    step = now // totp.STEP + off
    if step < 0:
        return
    found = totp.find_step(SECRET, totp.code(SECRET, step), now=now)
    assert (found is not None) if abs(off) <= 1 else (found is None or abs(found - now // totp.STEP) <= 1)


def test_it_takes_no_step_twice_nor_one_before_it() -> None:
    now = 1111111111
    step = now // totp.STEP
    assert totp.find_step(SECRET, totp.code(SECRET, step), now=now, after=step) is None
    assert totp.find_step(SECRET, totp.code(SECRET, step - 1), now=now, after=step) is None
    assert totp.find_step(SECRET, totp.code(SECRET, step + 1), now=now, after=step) == step + 1


@pytest.mark.parametrize("given", ["", "12345", "1234567", "abcdef", "１２３４５６", "-87082", "\0" * 6])
def test_it_takes_nothing_else_for_a_code(given: str) -> None:
    assert totp.find_step(SECRET, given, now=59) is None


def test_it_minds_no_spaces() -> None:
    assert totp.find_step(SECRET, " 287 082 ", now=59) == 1


def test_the_address_names_the_account_and_the_secret() -> None:
    address = totp.address(SECRET, account="李 明&secret=x", issuer="Remit")
    assert address.startswith("otpauth://totp/Remit%3A%E6%9D%8E%20%E6%98%8E%26secret%3Dx?")
    assert f"secret={SECRET}" in address


def test_recovery_codes_are_many_different_and_read_however_they_are_copied() -> None:
    codes = totp.draw_recovery_codes()
    assert len(set(codes)) == 10
    assert not set("".join(codes)) & set("01loi")
    assert len({totp.recovery_digest(code) for code in codes}) == 10
    assert totp.recovery_digest(codes[0].upper().replace("-", " ")) == totp.recovery_digest(codes[0])


@given(text=st.text(), use=st.text())
def test_a_sealed_secret_opens_for_its_use_and_installation_alone(text: str, use: str) -> None:
    sealed = sealing.seal(text, secret="one", use=use)
    assert sealing.unseal(sealed, secret="one", use=use) == text
    assert sealing.unseal(sealed, secret="other", use=use) is None
    assert sealing.unseal(sealed, secret="one", use=use + "x") is None


@pytest.mark.parametrize("broken", ["", "AAAA", "not base 64!", "A" * 60])
def test_what_was_not_sealed_does_not_open(broken: str) -> None:
    assert sealing.unseal(broken, secret="one", use="x") is None
