"""A file of learners -> profiles, and everything that is wrong with it, row by row."""

from outsourcing_lessons.roster.roster import Fault, Roster, read_given_out, read_roster

__all__ = ["Fault", "Roster", "read_given_out", "read_roster"]
