"""An online shop: someone sells goods from a website and posts them."""

from outsourcing_lessons.lessons.trade import Stream, Task, Trade

ONLINE_SHOP = Trade(
    name="online shop",
    firm="an online shop",
    place="shop",
    owner="Leila Haddad",
    customer="Jonas Brandt",
    freelancer="Tomasz Zieliński",
    company="Harbour Commerce",
    newcomer_rate=0.35,
    regular_rate=0.44,
    agency_rate=0.75,
    tasks=(
        Task("product photos", 5, "medium", 1, "provider", 2),
        Task("product texts", 6, "medium", 1, "you", 1),
        Task("customer e-mails", 9, "low", 2, "you", 0.5),
        Task("packing and posting", 12, "low", 3, "team", 1),
        Task("returns and refunds", 4, "low", 2, "team", 1.5),
        Task("advertising campaigns", 5, "high", 0, "provider", 6),
        Task("bookkeeping", 3, "medium", 2, "provider", 5),
        Task("choosing next season's range", 4, "high", 0, "you", 20),
    ),
    stream=Stream(
        job="a product page",
        jobs="product pages",
        first_hours=6,
        per_year=24,
        brief="your photo style, your size tables and the words your customers use",
        done="a page that is ready to publish, filed in our folder",
    ),
    one_offs=(
        "moving the shop to a new payment provider",
        "registering the brand name",
        "a stand for the one trade fair this year",
        "writing the opening story for the About page",
    ),
    streams=("photos for each new product", "the newsletter", "answering product questions", "counting the stock"),
)
