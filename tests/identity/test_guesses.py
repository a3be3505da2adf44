"""Guessing is slow, and slowing it locks nobody out of the browsers that they use."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from remit.store import models
from remit.store.guesses import forget, take_guess
from tests.identity.conftest import browser, is_in, sign_in, words

NOW = datetime(2026, 5, 20, 10, tzinfo=UTC)


@pytest.mark.usefixtures("port")
def test_five_failures_lock_for_a_quarter_of_an_hour_from_wherever_they_come(clock) -> None:
    for n in range(5):
        sign_in(browser(), "ann", "wrong", address=f"198.51.100.{n}")
    locked = sign_in(browser(), "ann", address="203.0.113.1")
    assert locked.status_code == 429
    assert "Wait 15 minutes" in words(locked)
    clock.forward(minutes=15)
    client = browser()
    sign_in(client, "ann")
    assert is_in(client)


@pytest.mark.usefixtures("port")
def test_a_guesser_does_not_lock_ann_out_of_the_browser_that_she_uses() -> None:
    hers = browser()
    sign_in(hers, "ann")
    hers.post("/sign-out/")
    for _ in range(8):
        sign_in(browser(), "ann", "wrong")
    sign_in(hers, "ann")
    assert is_in(hers)


@pytest.mark.usefixtures("port")
def test_another_one_s_browser_is_no_way_round_the_lock() -> None:
    dees = browser()
    sign_in(dees, "dee")
    dees.post("/sign-out/")
    for _ in range(5):
        sign_in(dees, "ann", "wrong")
    assert sign_in(browser(), "ann").status_code == 429
    assert sign_in(dees, "ann").status_code == 429


@pytest.mark.usefixtures("port")
@pytest.mark.parametrize("cookie", ["", "x", "W10:abc:def", "a:b"])
def test_a_cookie_that_we_did_not_sign_is_no_known_browser(cookie: str) -> None:
    for _ in range(5):
        sign_in(browser(), "ann", "wrong")
    forged = browser()
    forged.cookies["remit_device"] = cookie
    assert sign_in(forged, "ann").status_code == 429


@pytest.mark.usefixtures("port")
def test_even_her_own_browser_guesses_slowly() -> None:
    hers = browser()
    sign_in(hers, "ann")
    hers.post("/sign-out/")
    for _ in range(5):
        sign_in(hers, "ann", "wrong")
    assert sign_in(hers, "ann").status_code == 429


@pytest.mark.usefixtures("port")
@pytest.mark.parametrize("other", ["ANN", "Ann", " ann "])
def test_a_name_in_other_letters_is_the_same_name(other: str) -> None:
    for _ in range(5):
        sign_in(browser(), other, "wrong")
    assert sign_in(browser(), "ann").status_code == 429


@pytest.mark.usefixtures("port")
def test_a_name_that_nobody_has_is_locked_like_one_that_somebody_has() -> None:
    answers = [[sign_in(browser(), name, "wrong") for _ in range(6)][-1] for name in ("ann", "nobody")]
    assert [a.status_code for a in answers] == [429, 429]
    assert words(answers[0]) == words(answers[1])


@pytest.mark.usefixtures("port")
def test_a_year_of_guessing_gains_few_guesses(clock) -> None:
    made, end = 0, clock.now + timedelta(days=30)
    while clock.now < end:
        until = take_guess("ann", device="", now=clock.now)
        if until is None:
            made += 1
        else:
            clock.now = until
    assert made < 200


@pytest.mark.django_db
def test_each_failure_after_the_fifth_waits_twice_as_long_up_to_four_hours() -> None:
    now, waits = NOW, []
    for _ in range(12):
        while (until := take_guess("ann", device="", now=now)) is not None:
            waits.append(until - now)
            now = until
    assert waits == [timedelta(minutes=m) for m in (15, 30, 60, 120, 240, 240, 240)]


@pytest.mark.django_db
def test_a_day_of_rest_or_a_success_forgets_the_failures() -> None:
    for _ in range(4):
        take_guess("ann", device="", now=NOW)
    later = NOW + timedelta(days=1, seconds=1)
    assert [take_guess("ann", device="", now=later) for _ in range(5)] == [None] * 5
    assert take_guess("ann", device="", now=later) is not None
    forget("ann", device="")
    assert take_guess("ann", device="", now=later) is None


@pytest.mark.django_db
def test_what_is_counted_names_nobody_and_is_thrown_away() -> None:
    take_guess("ann", device="", now=NOW)
    assert "ann" not in models.Guess.objects.get().key
    take_guess("dee", device="", now=NOW + timedelta(days=3))
    assert models.Guess.objects.count() == 1


@pytest.mark.usefixtures("django_db_setup")
def test_many_attempts_at_once_are_no_more_than_five(django_db_blocker) -> None:
    def attempt(_n: int) -> bool:
        try:
            return take_guess("ann", device="", now=NOW) is None
        finally:
            connection.close()

    with django_db_blocker.unblock(), ThreadPoolExecutor(8) as pool:  # each thread commits what it does
        try:
            assert sum(pool.map(attempt, range(40))) == 5
        finally:
            models.Guess.objects.all().delete()
            connection.close()
