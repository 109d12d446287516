"""The six trades the course speaks to, by the name used in the notebooks' parameter ``business``."""

from outsourcing_lessons.course.trades.coaching_practice import COACHING_PRACTICE
from outsourcing_lessons.course.trades.design_studio import DESIGN_STUDIO
from outsourcing_lessons.course.trades.local_service import LOCAL_SERVICE
from outsourcing_lessons.course.trades.online_shop import ONLINE_SHOP
from outsourcing_lessons.course.trades.property_management import PROPERTY_MANAGEMENT
from outsourcing_lessons.course.trades.software_startup import SOFTWARE_STARTUP
from outsourcing_lessons.lessons.trade import Stream, Task, Trade

TRADES = {
    trade.name: trade
    for trade in (ONLINE_SHOP, DESIGN_STUDIO, SOFTWARE_STARTUP, LOCAL_SERVICE, COACHING_PRACTICE, PROPERTY_MANAGEMENT)
}

__all__ = ["TRADES", "Stream", "Task", "Trade"]
