from __future__ import annotations

import asyncio
import json

from outsourcing_lessons.workshop.board import Board


def patched(board, since):
    patch = json.loads(board.patch(since))
    return patch["set"], patch["gone"]


def test_a_reader_gets_what_changed_since_it_looked():
    board = Board("room", "e")
    board.set({"a": 1, "b": 2})
    board.set({"a": 1, "b": 3})
    assert patched(board, 0) == ({"a": 1, "b": 3}, [])
    assert patched(board, 1) == ({"b": 3}, [])


def test_what_stays_the_same_is_no_news():
    board = Board("room", "e")
    board.set({"a": 1})
    board.set({"a": 1})
    assert board.version == 1


def test_what_is_gone_is_said_only_if_the_whole_was_given():
    board = Board("room", "e")
    board.set({"a": 1, "b": 2})
    board.set({"a": 2}, whole=False)
    assert patched(board, 0) == ({"a": 2, "b": 2}, [])
    board.set({"a": 2})
    assert patched(board, 2) == ({}, ["b"])


def test_a_reader_of_another_life_begins_anew():
    board = Board("room", "e2")
    board.set({"a": 1})
    assert (board.since("e1", 1), board.since("e2", 1)) == (0, 1)
    assert (board.since("e2", 7), board.since("e2", "1"), board.since(None, None)) == (0, 0, 0)


def test_a_change_wakes_readers():
    board, reader = Board("room", "e"), asyncio.Event()
    board.readers.add(reader)
    board.set({"a": 1})
    assert reader.is_set()


def test_readers_at_one_version_share_one_text():
    board = Board("room", "e")
    board.set({"a": 1})
    assert board.patch(0) is board.patch(0)
