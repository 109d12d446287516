"""How long the models take that an explorer asks while a slider moves: CPU milliseconds beside what each may take.

Run with ``python benchmarks/models.py [ROUNDS]``; prints the median and the least of the rounds.
"""

from __future__ import annotations

import sys
import time
from statistics import median

import numpy as np
from rich.console import Console
from rich.table import Table

from outsourcing_lessons.models.bench import Stream, bench_costs, break_even, newcomer_costs, regular_costs
from outsourcing_lessons.models.business import Business, Dials, play
from outsourcing_lessons.models.delegation import truck_factor
from outsourcing_lessons.models.queueing import erlang_c, kingman_wait, mean_wait, served_within
from outsourcing_lessons.models.ratings import chance_better, posterior_mean, thompson_shares, wilson_interval
from outsourcing_lessons.models.selection import best_of, success_ratio, utility_gain
from outsourcing_lessons.models.trials import belief_after, stopping_plan

STREAM = Stream(
    first_hours=10, rate=0.8, newcomer_price=30, regular_price=40, own_hour=60, search_hours=2, onboarding_hours=3,
    setup_hours=4, departure=0.1, weeks_between=3, forgetting=0.02, outage=0.1, delay_cost=500,
)  # fmt: skip
SHOP = Business(jobs=10, hours=6, price=7.6, rate=0.4, company_price=3.8, error_cost=14, stake=3.4)
FULL = Dials(people=4, care=0.6, company=0.3, limit=3, build=4, watch=2)
COUNTS, LOADS, RATIOS = np.arange(100), np.linspace(0, 9.9, 100), np.linspace(0.05, 1, 20)
TEAM = np.random.default_rng(1).random((20, 25)) < 0.3

# What is asked, and how many milliseconds it may take.
CALLS = {
    "bench.newcomer_costs, 100 jobs": (lambda: newcomer_costs(STREAM, 100), 1),
    "bench.regular_costs, 100 jobs": (lambda: regular_costs(STREAM, 100), 1),
    "bench.bench_costs, 100 jobs, 3 people": (lambda: bench_costs(STREAM, 100, 3), 1),
    "bench.break_even, 100 jobs": (lambda: break_even(STREAM, 100), 1),
    "selection.success_ratio": (lambda: success_ratio(0.5, 0.4, 0.2), 2),
    "selection.success_ratio, 15 x 20": (lambda: success_ratio(0.5, np.linspace(0, 1, 15), RATIOS[:, None]), 2),
    "selection.best_of, 50": (lambda: best_of(np.arange(1, 51)), 2),
    "selection.utility_gain, 20": (lambda: utility_gain(100, 3, 0.35, 50_000, RATIOS), 2),
    "trials.belief_after, 20": (lambda: belief_after(np.arange(21), 20, 0.3, 0.9, 0.4), 2),
    "trials.stopping_plan, 10": (lambda: stopping_plan(0.3, 0.9, 0.4, 100, 4000, -3000, 10), 2),
    "ratings.wilson_interval, 100": (lambda: wilson_interval(COUNTS, 100), 2),
    "ratings.posterior_mean, 100": (lambda: posterior_mean(COUNTS, 100, 8, 2), 2),
    "ratings.chance_better": (lambda: chance_better(48, 50, 5, 5), 2),
    "ratings.thompson_shares": (lambda: thompson_shares([48, 5, 0], [50, 5, 0]), 2),
    "queueing.erlang_c, 100": (lambda: erlang_c(10, LOADS), 2),
    "queueing.mean_wait, 100": (lambda: mean_wait(LOADS, 1, 10), 2),
    "queueing.served_within, 100": (lambda: served_within(LOADS, 1, 10, 2), 2),
    "queueing.kingman_wait, 100": (lambda: kingman_wait(LOADS / 10, 1, 1, 0.2), 2),
    "delegation.truck_factor, 20 x 25": (lambda: truck_factor(TEAM), 2),
    "business.play, four quarters of 1,000 years": (lambda: play(SHOP, Dials()), 16),
    "business.play, every dial in use": (lambda: play(SHOP, FULL), 16),
}


def milliseconds(call) -> float:
    """Return the CPU time of one call."""
    begun = time.process_time()
    call()
    return 1e3 * (time.process_time() - begun)


def main(rounds: int = 50) -> None:
    table = Table("model", "median ms", "least ms", "may take", title=f"CPU time, {rounds} rounds")
    for name, (call, limit) in CALLS.items():
        call()  # the first call warms up and is not counted
        times = [milliseconds(call) for _ in range(rounds)]
        table.add_row(name, f"{median(times):.2f}", f"{min(times):.2f}", f"{limit} ms")
    Console().print(table)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
