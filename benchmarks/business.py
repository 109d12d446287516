"""How long a year of the capstone takes: 1,000 runs of 52 weeks, on one core.

Run with ``python benchmarks/business.py``; prints the median and the least of 50 calls, wall clock and CPU time.
"""

import statistics
import time

from outsourcing_lessons.models.business import Business, Dials, Shock, simulate

CASES = {
    "baseline": (Dials(), None),
    "one regular": (Dials(bench_size=1), None),
    "every dial in use": (Dials(bench_size=6, companies=0.3, automation_hours=40), None),
    "and the best leaves": (Dials(bench_size=6, companies=0.3, automation_hours=40), Shock(26, "best provider leaves")),
}


def timed(dials, shock):
    wall, cpu = time.perf_counter(), time.process_time()
    simulate(Business(), dials, shock=shock)
    return 1000 * (time.perf_counter() - wall), 1000 * (time.process_time() - cpu)


if __name__ == "__main__":
    for name, case in CASES.items():
        timed(*case)
        walls, cpus = zip(*(timed(*case) for _ in range(50)), strict=True)
        print(
            f"{name:20} wall {statistics.median(walls):5.1f} ms (least {min(walls):4.1f})"
            f"   CPU {statistics.median(cpus):5.1f} ms (least {min(cpus):4.1f})"
        )
