"""The addresses of a machine: found without a way out, the likeliest first, and followed when they change."""

from __future__ import annotations

import pytest

from outsourcing_lessons.workshop.addresses import Card, Machine, cards, in_order
from outsourcing_lessons.workshop.entrance import Entrance

LOOPBACK = Card("lo", ("127.0.0.1", "::1"))
WIFI = Card("wlan0", ("192.168.1.20", "fe80::1%wlan0", "fe80::2"))
HOTSPOT = Card("wlan1", ("10.42.0.1",))
DOCKER = Card("docker0", ("172.17.0.1",))


@pytest.mark.parametrize(
    ("there", "way_out", "found"),
    [
        ([LOOPBACK, HOTSPOT], "", ["10.42.0.1"]),  # no gateway
        ([LOOPBACK, DOCKER, HOTSPOT, WIFI], "192.168.1.20", ["192.168.1.20", "10.42.0.1", "172.17.0.1"]),
        ([Card("en0", ("fd00::2", "169.254.7.7"))], "", ["169.254.7.7", "fd00::2"]),
        ([LOOPBACK], "", []),
    ],
    ids=["own access point", "several cards", "cable between two", "no network"],
)
def test_all_that_others_can_use_is_found_the_likeliest_first(there, way_out, found):
    assert in_order(there, way_out) == found


def test_the_cards_of_this_machine_have_addresses_that_can_be_read():
    assert any("127.0.0.1" in card.addresses for card in cards())


@pytest.fixture
def there(monkeypatch):
    """The addresses of a machine, to be changed; nobody waits for a look to be old."""
    monkeypatch.setattr("outsourcing_lessons.workshop.addresses.FRESH", 0)
    return ["192.168.1.20", "10.42.0.1"]


def test_the_address_follows_the_machine_and_the_instructor(there):
    entrance = Entrance("K7M2QP", 8765, Machine(lambda: list(there)), lan=True)
    assert entrance.address == "http://192.168.1.20:8765"
    assert entrance.pick("http://10.42.0.1:8765") and entrance.address == "http://10.42.0.1:8765"
    there[:] = ["10.9.1.1", "192.168.1.20"]
    assert entrance.address == "http://10.9.1.1:8765"
    there.append("10.42.0.1")  # the one that was picked is there again
    assert entrance.join() == {"address": "http://10.42.0.1:8765", "code": "K7M2QP"}
    there.clear()
    assert entrance.address == entrance.here


def test_only_another_machine_shows_that_an_address_works(there):
    entrance = Entrance("K7M2QP", 8765, Machine(lambda: list(there)), lan=True)
    entrance.met("192.168.1.20", "127.0.0.1")
    entrance.met("192.168.1.20", "10.42.0.1")
    assert entrance.known()["reached"] == []
    entrance.met("192.168.1.20", "192.168.1.77")
    assert entrance.known() == {
        "addresses": ["http://192.168.1.20:8765", "http://10.42.0.1:8765"],
        "reached": ["http://192.168.1.20:8765"],
        "lan": True,
    }


def test_an_address_in_front_stays(there):
    entrance = Entrance("K7M2QP", 8765, Machine(lambda: list(there)), public="https://hub.example/class/")
    assert entrance.addresses == ["https://hub.example/class"]
