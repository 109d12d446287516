"""Workers: each job gets its result, or is told that its worker died of it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time

from outsourcing_lessons.render import pool, waiting
from outsourcing_lessons.render.pool import Died
from tests.patience import PATIENCE

_given = None


def prepare(given) -> None:
    global _given
    _given = given


def work(job):
    if job == "die":
        os._exit(3)
    if job == "hang":
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
        time.sleep(900)
    return job, _given, os.environ["PYTHONHASHSEED"], os.environ["OPENBLAS_NUM_THREADS"], hash("order")


def called(job):
    return job()


def who_does_it() -> int:
    return os.getpid()


def test_a_worker_dies_of_one_job_and_the_others_are_done():
    before = dict(os.environ)
    done = dict(pool.run(["a", "die", "b", "c"], work, prepare, "given", 1))
    assert Died(3) == done[1] and {0, 1, 2, 3} == set(done)
    assert [("a", "given", "0", "1"), ("b", "given", "0", "1"), ("c", "given", "0", "1")] == [
        done[place][:4] for place in (0, 2, 3)
    ]
    assert 1 == len({done[place][4] for place in (0, 2, 3)}), "the order of a set would be a matter of chance"
    assert before == dict(os.environ)


def test_a_worker_is_replaced_after_so_many_jobs():
    done = dict(pool.run([who_does_it] * 5, called, prepare, "given", 1, most=2))
    first, second, third = done[0], done[2], done[4]
    assert [first, first, second, second, third] == [done[place] for place in range(5)]
    assert 3 == len({first, second, third})


def test_a_worker_that_hangs_is_ended_and_the_others_are_done():
    done = dict(pool.run(["hang", "a"], work, prepare, "given", 1, seconds=1))
    assert Died(None, late=True) == done[0] and "a" == done[1][0]


def test_a_worker_whose_parent_stops_while_it_starts_ends_without_a_word(capfd):
    here, end = multiprocessing.Pipe()
    here.close()
    worker = multiprocessing.get_context("fork").Process(
        target=pool._serve, args=(end, dict(os.environ), lambda given: None, None, work)
    )
    worker.start()
    worker.join(PATIENCE)
    assert (worker.exitcode, capfd.readouterr().err) == (0, "")


def test_a_worker_whose_parent_stops_before_it_heard_that_it_is_up_ends_without_a_word(capfd):
    here, end = multiprocessing.Pipe()
    worker = multiprocessing.get_context("fork").Process(target=_serve_and_close, args=(here, end))
    worker.start()
    end.close()
    here.poll(PATIENCE)  # it is up, and nobody reads that
    here.close()
    worker.join(PATIENCE)
    assert (worker.exitcode, capfd.readouterr().err) == (0, "")


def _serve_and_close(here, end):
    here.close()
    pool._serve(end, dict(os.environ), lambda given: None, None, work)


def waits(job) -> str:
    for _ in range(2):  # two threads that wait for the same
        waiting.tell("no answer for 10 seconds; still waiting", "no answer")
    return job


def test_what_a_worker_waits_for_is_said_where_somebody_reads_it_once(capfd, monkeypatch):
    monkeypatch.setattr(waiting, "_said", {})
    assert [(0, "a")] == list(pool.run(["a"], waits, prepare, "given", 1))
    assert capfd.readouterr().err == "no answer for 10 seconds; still waiting\n"
