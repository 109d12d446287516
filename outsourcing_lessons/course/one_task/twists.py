"""What makes the story of lesson 01 one of this trade and no other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Twist:
    """What makes the story one of this trade and no other; "they" stands for the owner throughout."""

    explained: str
    slip: str
    remembered: str
    gone: str
    left: str = "The files are on a laptop in another city, the passwords are in one head"


TWISTS = {
    "online shop": Twist(
        explained="no shadows in the photos, which sizes run small, and that customers search for “jumper”, never “knit”",
        slip="The last page went out with last year's size table, and eleven parcels came back",
        remembered="“Runs small: order one up” was on the page before anyone had asked for it",
        gone="a full-time post at a fashion house",
    ),
    "design studio": Twist(
        explained="the eight-column grid, how layers are named, and that clients may change pictures but never type",
        slip="The last page came back without the grid, and a client saw it before anybody noticed",
        remembered="the layers came back named the way the studio names them, without a word said",
        gone="a year of travel",
    ),
    "software startup": Twist(
        explained="which two interfaces are safe to use, where the test data is, and that customers say “order” for what the code calls a “job”",
        slip="The last integration ran its test against live data, and a customer got forty invoices in one night",
        remembered="the test data was asked for before the first line was written",
        gone="a post at one of the customers",
    ),
    "local service business": Twist(
        explained="the checklist, which cleaner leaves marks on stone, and that landlords look behind the fridge first",
        slip="The last flat was handed over with the oven undone, and the landlord held back the whole fee",
        remembered="the space behind the fridge was done first, and photographed",
        gone="a van and customers of his own",
        left="The keys are in a drawer in another city, the door codes are in one head",
    ),
    "coaching and training practice": Twist(
        explained="which pauses to keep, how names of participants are cut, and that the first two minutes are always small talk",
        slip="The last recording went out with a participant's surname in it, and she had asked twice that it should not",
        remembered="the names were already cut in the first version",
        gone="a post with a broadcaster",
    ),
    "property management": Twist(
        explained="which entrance to photograph, what may not be called a bedroom, and who holds which key",
        slip="The last listing called a box room a bedroom, and three viewings ended in an argument",
        remembered="the box room was a “study” before anyone had said so",
        gone="a post with the city",
        left="The photos are on a laptop in another city, and who holds which key is in one head",
    ),
}
