"""What `archive` reads, added to a store: the two steps of bringing a file in."""

from outsourcing_lessons.progress.archive import read_archive


def bring_in(store, content, name):
    """Return how many attempts and entries are new."""
    return store.add(*read_archive(content, name))
