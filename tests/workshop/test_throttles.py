from __future__ import annotations

from outsourcing_lessons.workshop.client.protocol import new_token
from outsourcing_lessons.workshop.throttles import CODE_LENGTH, LETTERS, Throttle, digest, new_code, same, tidy_code


def test_a_code_can_be_read_out():
    assert len(set(LETTERS)) == 30 and not set(LETTERS) & set("01OILU")
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200 and all(len(code) == CODE_LENGTH and set(code) <= set(LETTERS) for code in codes)


def test_a_code_is_taken_as_it_is_typed():
    assert tidy_code(" k7m 2qp\n") == tidy_code("K7M-2QP") == "K7M2QP"
    assert tidy_code(None) != "K7M2QP" and tidy_code(["K7M2QP"] * 100) != "K7M2QP"


def test_ten_tries_a_second_for_a_day_do_not_find_it():
    throttle, tried = Throttle(burst=20, rate=1 / 6), 0
    for tenth in range(24 * 60 * 60 * 10):
        tried += throttle.take("address", tenth / 10)
    assert tried <= 14_420
    assert tried / len(LETTERS) ** CODE_LENGTH < 1 / 50_000


def test_one_address_does_not_use_up_what_another_has():
    throttle = Throttle(burst=1, rate=0.1)
    assert throttle.take("a", 0) and not throttle.take("a", 1) and throttle.take("b", 1)


def test_secrets_are_compared_whatever_is_given():
    secret = new_token()
    assert same(secret, secret)
    assert not any(same(given, secret) for given in ("", None, 7, secret[:-1], secret + "x", "ü\ud800", [secret]))


def test_the_file_holds_no_token():
    assert len(digest("token")) == 64 and "token" not in digest("token")
