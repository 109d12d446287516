"""Under which addresses this machine can be reached at the moment: a room may have no gateway, or several networks."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import NamedTuple

import psutil

# Networks that only programs on this machine use: containers, virtual machines, tunnels. They come last.
VIRTUAL = (
    "docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "vethernet", "utun", "tun", "tap", "wg", "awdl", "llw",
)  # fmt: skip
FRESH = 2.0  # seconds for which a look holds
Address = IPv4Address | IPv6Address


class Card(NamedTuple):
    """A network card that is up: its name and its addresses."""

    name: str
    addresses: tuple[str, ...]


def cards() -> list[Card]:
    """Return the cards of this machine that are up, with their addresses."""
    up = {name for name, stats in psutil.net_if_stats().items() if stats.isup}
    families = (socket.AF_INET, socket.AF_INET6)
    return [
        Card(name, tuple(one.address for one in found if one.family in families))
        for name, found in psutil.net_if_addrs().items()
        if name in up
    ]


def in_order(found: Iterable[Card], way_out: str = "") -> list[str]:
    """Return the addresses that others may reach, the likeliest first.

    ``way_out``: the address from which this machine reaches other networks, if it does.

    Examples
    --------
    >>> cards = [Card("docker0", ("172.17.0.1",)), Card("wlan0", ("fd00::2", "10.42.0.1")), Card("lo", ("127.0.0.1",))]
    >>> in_order(cards)
    ['10.42.0.1', 'fd00::2', '172.17.0.1']
    """
    all_of = [(card.name.lower().startswith(VIRTUAL), address) for card in found for address in card.addresses]
    usable = [(last, one) for last, text in all_of if (one := _usable(text))]
    usable.sort(key=lambda pair: (pair[0], str(pair[1]) != way_out, pair[1].version))
    return list(dict.fromkeys(str(one) for _, one in usable))


def _usable(text: str) -> Address | None:
    """Return an address that can stand in a link: not of this machine alone, and not one that needs a card's name."""
    try:
        found = ip_address(text)
    except ValueError:  # fe80::1%eth0 on some systems
        return None
    fit = not (found.is_loopback or found.is_unspecified or found.is_multicast)
    return found if fit and not (found.version == 6 and found.is_link_local) else None


def way_out() -> str:
    """Return the address from which this machine reaches other networks; "" where there is no way."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing: it only asks which way it would go
            return str(probe.getsockname()[0])
        except OSError:
            return ""


class Machine:
    """What addresses this machine has, as they are now."""

    def __init__(self, look: Callable[[], list[str]] = lambda: in_order(cards(), way_out())):
        self._look = look
        self._seen: list[str] = []
        self._until = float("-inf")

    def addresses(self) -> list[str]:
        """Return them, the likeliest first; what was seen a moment ago holds."""
        if time.monotonic() >= self._until:
            self._seen, self._until = self._look(), time.monotonic() + FRESH
        return self._seen

    def has(self, host: str) -> bool:
        """Whether an address is one of this machine's, or leads nowhere else."""
        try:
            found = ip_address(host)
        except ValueError:
            return False
        return found.is_loopback or str(found) in self.addresses()


def in_a_link(host: str) -> str:
    """Write an address as it stands in a link.

    Examples
    --------
    >>> in_a_link("fd00::2"), in_a_link("10.42.0.1")
    ('[fd00::2]', '10.42.0.1')
    """
    return f"[{host}]" if ":" in host else host
