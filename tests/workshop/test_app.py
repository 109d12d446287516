"""The addresses of a workshop."""

from __future__ import annotations

import asyncio

from outsourcing_lessons.workshop.socket_talk import tell


class Socket:
    """A page that takes a message when it is let."""

    def __init__(self) -> None:
        self.takes = asyncio.Event()

    async def send_text(self, text: str) -> None:
        await self.takes.wait()

    async def close(self, code: int) -> None:
        raise AssertionError(f"closed with {code}")


class Connection:
    def patches(self) -> list[str]:
        return []


async def _ends_when_left() -> bool:
    """Whether telling a page ends if the page leaves in the very moment in which it takes a message."""
    socket, wake = Socket(), asyncio.Event()
    wake.set()
    telling = asyncio.create_task(tell(socket, Connection(), wake, ["hello"]))
    for _ in range(5):
        await asyncio.sleep(0)
    socket.takes.set()
    await asyncio.sleep(0)
    telling.cancel()
    for _ in range(5):
        await asyncio.sleep(0)
    return telling.done()


def test_who_leaves_while_a_message_arrives_is_told_nothing_more():
    assert asyncio.run(_ends_when_left())
