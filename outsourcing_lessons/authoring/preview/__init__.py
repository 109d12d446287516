"""A lesson as its learner gets it, on a page that renews itself when one of its files is saved."""
