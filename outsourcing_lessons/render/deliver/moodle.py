"""One archive that Moodle takes as the feedback files of an assignment, for "Upload multiple feedback files in a zip".

Moodle looks in each path for a part of the form ``name_number_assignfeedback_file_``, where the number is the
participant's in that assignment; what follows is where the file goes. Before 4.1 it asks for the last underline, and
since then takes the part with it and without. The name is for people, and without underlines,
since at these the part is taken apart.
"""

from __future__ import annotations

from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render.deliver.archives import Archive
from outsourcing_lessons.render.deliver.names import cleaned
from outsourcing_lessons.render.storage import StoredFile
from outsourcing_lessons.roster.person import Person

PATH = "moodle-feedback.zip"
PLUGIN = "assignfeedback_file_"
# Of a name; Moodle keeps paths of 255 characters.
LONGEST = 60


def archive_of(books: list[tuple[LearnerProfile, Person, tuple[tuple[str, StoredFile], ...]]]) -> Archive:
    """Return the archive of all learners, each with what they get."""
    return Archive(
        PATH,
        tuple(
            (f"{folder_of(profile, person)}/{name}", file)
            for profile, person, contents in books
            for name, file in contents
        ),
    )


def folder_of(profile: LearnerProfile, person: Person) -> str:
    """Return the folder of a learner.

    Examples
    --------
    >>> folder_of(LearnerProfile("ada", "Ada_M. Okafor"), Person(participant="4711"))
    'Ada M. Okafor_4711_assignfeedback_file_'
    """
    name = cleaned(profile.learner.replace("_", " "), profile.learner_id)[:LONGEST].rstrip(" .-")
    return f"{name}_{person.participant}_{PLUGIN}"
