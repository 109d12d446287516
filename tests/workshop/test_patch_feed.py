from __future__ import annotations

import asyncio
import json

from outsourcing_lessons.workshop.patch_feed import PatchFeed


def patched(feed, since):
    patch = json.loads(feed.patch(since))
    return patch["set"], patch["gone"]


def test_a_reader_gets_what_changed_since_it_looked():
    feed = PatchFeed("room", "e")
    feed.set({"a": 1, "b": 2})
    feed.set({"a": 1, "b": 3})
    assert patched(feed, 0) == ({"a": 1, "b": 3}, [])
    assert patched(feed, 1) == ({"b": 3}, [])


def test_what_stays_the_same_is_no_news():
    feed = PatchFeed("room", "e")
    feed.set({"a": 1})
    feed.set({"a": 1})
    assert feed.version == 1


def test_what_is_gone_is_said_only_if_the_whole_was_given():
    feed = PatchFeed("room", "e")
    feed.set({"a": 1, "b": 2})
    feed.set({"a": 2}, whole=False)
    assert patched(feed, 0) == ({"a": 2, "b": 2}, [])
    feed.set({"a": 2})
    assert patched(feed, 2) == ({}, ["b"])


def test_a_reader_of_another_life_begins_anew():
    feed = PatchFeed("room", "e2")
    feed.set({"a": 1})
    assert (feed.since("e1", 1), feed.since("e2", 1)) == (0, 1)
    assert (feed.since("e2", 7), feed.since("e2", "1"), feed.since(None, None)) == (0, 0, 0)


def test_a_change_wakes_readers():
    feed, reader = PatchFeed("room", "e"), asyncio.Event()
    feed.readers.add(reader)
    feed.set({"a": 1})
    assert reader.is_set()


def test_readers_at_one_version_share_one_text():
    feed = PatchFeed("room", "e")
    feed.set({"a": 1})
    assert feed.patch(0) is feed.patch(0)
