"""A year of a small business in four quarters: news comes, dials are turned, thirteen weeks pass.

All figures of a quarter follow from where the firm stands, the dials, the news, and luck that any language draws alike:
``player/models/business.js`` plays the same year. Many firms are played at once: runs are years with their own luck, or
players who share the same. Money is in hours of the owner's own time, so that a room plays one game whatever the
currencies; times the learner's value of an hour it is money.

figures   one kind of business, every figure an assumption that can be changed
dials     what the owner decides
news      the deck, and what a card does (``quarter_news``)
team, tools, work, books   the parts of a quarter
year      the game
"""

from outsourcing_lessons.models.business.dials import Dials
from outsourcing_lessons.models.business.figures import Business
from outsourcing_lessons.models.business.news import CALM, CARDS, LASTS, deal, news
from outsourcing_lessons.models.business.state import State
from outsourcing_lessons.models.business.year import Year, ahead, finish, play, quarter

__all__ = [
    "CALM", "CARDS", "LASTS", "Business", "Dials", "Year", "State", "ahead", "deal", "finish", "news", "play",
    "quarter",
]  # fmt: skip
