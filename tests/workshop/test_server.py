"""A real server on this machine: joining, answering, watching, and being killed in the middle of it."""

from __future__ import annotations

import secrets
import threading
import time

import httpx

from outsourcing_lessons.workshop.log import read_events
from outsourcing_lessons.workshop.state import replay
from tests.patience import PATIENCE
from tests.workshop.conftest import FOUND, SHEET, VOTE
from tests.workshop.running import Socket, answer, served


def option(agenda, right=True):
    item = agenda.steps[VOTE].block.item
    return {"option": next(one.id for one in item.options if (one.id == item.key) == right)}


def test_a_vote_from_the_opening_to_the_reveal(server, agenda):
    ada, bob = server.join(name="Ada"), server.join()
    desk, page = server.socket(server.secrets["instructor"]), server.socket(ada)
    server.do("open", step=VOTE)
    page.until(lambda _, boards: f"step:{VOTE}" in boards.get("room", {}))
    page.say({"type": "send", "events": [answer(VOTE, option(agenda, right=False))]})
    acks = page.until(lambda message, _: message.get("acks"))
    assert [(ack["status"], ack["counts"], "outcome" in ack) for ack in acks] == [("kept", True, False)]
    assert server.send(bob, answer(VOTE, option(agenda)))[0]["status"] == "kept"
    counts = desk.until(lambda _, boards: counted(boards, 2))
    assert (counts["answered"], counts["right"]) == (2, 1)
    server.do("again", step=VOTE)
    assert server.send(ada, answer(VOTE, option(agenda), 2))[0]["counts"]
    server.do("reveal", step=VOTE)
    (late,) = server.send(bob, answer(VOTE, option(agenda, right=False), 2))
    assert (late["status"], late["why"]) == ("refused", "closed")
    shown = page.until(lambda _, boards: boards["room"][f"step:{VOTE}"].get("result"))
    assert [(one["answered"], one["right"]) for one in shown["rounds"]] == [(2, 1), (1, 1)]
    own = page.until(lambda _, boards: (boards.get("mine", {}).get(f"step:{VOTE}") or [{}])[-1].get("outcome"))
    assert own["correct"]
    for line in (desk, page):
        line.close()


def counted(boards, number):
    rounds = boards.get("desk", {}).get(f"step:{VOTE}", {}).get("rounds", [])
    return rounds[-1] if rounds and rounds[-1]["answered"] == number else None


def test_practice_tells_at_once_how_an_answer_did(server):
    ada = server.join()
    server.do("open", step=FOUND, mode="practice")
    (ack,) = server.send(ada, answer(FOUND, {"value": "1"}))
    assert ack["outcome"]["valid"] and not ack["outcome"]["correct"] and ack["outcome"]["feedback"]
    (ack,) = server.send(ada, answer(FOUND, {"value": "much"}))
    assert ack["status"] == "refused" and ack["why"] == "not-a-number"


def test_what_arrives_twice_happens_once(server):
    ada = server.join()
    server.do("open", step=FOUND, mode="practice")
    sent = answer(FOUND, {"value": "2"})
    first, second, third = server.send(ada, sent, sent) + server.send(ada, sent)
    assert first["status"] == second["status"] == third["status"] == "kept"
    assert first["outcome"] == second["outcome"] == third["outcome"]
    stored = [event for event in read_events(server.folder / "w.sqlite") if event.id == sent["id"]]
    assert len(stored) == 1


def test_joining_twice_with_one_token_is_one_seat(server):
    token = secrets.token_urlsafe(18)
    first, second = (
        server.post("/api/join", {"code": server.code, "token": token, "name": "Ada"}).json() for _ in range(2)
    )
    assert first == second and first["number"] >= 1


def test_two_devices_with_one_token_see_the_same(server):
    ada = server.join(name="Ada")
    phone, laptop = server.socket(ada), server.socket(ada)
    server.do("open", step=SHEET)
    fields = server_fields(phone)
    phone.say(
        {
            "type": "send",
            "events": [{"id": secrets.token_hex(8), "kind": "keep", "step": SHEET, "entries": {fields[0]: "Photos"}}],
        }
    )
    for device in (phone, laptop):
        device.until(lambda _, boards: boards.get("mine", {}).get(f"sheet:{SHEET}") == {fields[0]: "Photos"})
        device.close()


def server_fields(page):
    block = page.until(lambda _, boards: boards.get("room", {}).get(f"step:{SHEET}"))["block"]
    sheet = block["sheets"][0]
    return [f"{field['id']}.1" if sheet["rows"] > 1 else field["id"] for field in sheet["fields"]]


def test_a_long_poll_says_what_a_socket_says(server):
    ada = server.join(name="Ada")
    messages = server.post("/api/poll", {}, ada).json()["messages"]
    assert [message["type"] for message in messages] == ["hello", "patch", "patch"]
    versions = {message["board"]: message["version"] for message in messages[1:]}
    page = server.socket(ada)
    page.until(lambda _, boards: len(boards) == 2)
    assert page.boards == {message["board"]: message["set"] for message in messages[1:]}
    page.close()
    waiting = Later(server, {"epoch": messages[0]["epoch"], "versions": versions}, ada)
    server.send(ada, {"id": secrets.token_hex(8), "kind": "sign", "sign": "help"})
    hello, patch = waiting.result()["messages"]
    assert patch["board"] == "mine" and patch["set"]["me"]["sign"] == "help" and patch["since"] == versions["mine"]
    server.send(ada, {"id": secrets.token_hex(8), "kind": "sign", "sign": "none"})


class Later(threading.Thread):
    """A poll that waits for news while the test goes on."""

    def __init__(self, server, body, secret):
        super().__init__()
        self.given, self.server = (body, secret), server
        self.start()

    def run(self):
        self.reply = self.server.post("/api/poll", *self.given).json()

    def result(self):
        self.join(PATIENCE)
        return self.reply


def test_a_help_sign_reaches_the_desk_and_is_taken_down(server):
    ada = server.join(name="Ada")
    desk = server.socket(server.secrets["helper"])
    server.send(ada, {"id": secrets.token_hex(8), "kind": "sign", "sign": "help"})
    (waiting,) = desk.until(lambda _, boards: boards.get("desk", {}).get("help"))
    assert waiting["called"].endswith("· Ada")
    server.do("helped", who=waiting["who"])
    desk.until(lambda _, boards: boards["desk"]["help"] == [])
    desk.close()


def mine(boards, place, going):
    me = boards.get("mine", {}).get("me", {})
    return (me.get("place"), me.get("going")) == (place, going) and me


def at_table(waiting, place):
    return next((one for one in waiting if one["place"] == place), None)


def test_a_helper_goes_and_the_phone_says_so(server):
    ada, helper = server.join(place="Table 3"), server.socket(server.secrets["helper"])
    page = server.socket(ada)
    assert server.send(ada, {"id": "help-me-1", "kind": "sign", "sign": "help"})[0]["status"] == "kept"
    waits = helper.until(lambda _, boards: at_table(boards.get("desk", {}).get("help", ()), "Table 3"))
    assert not waits["going"]
    server.send(ada, {"id": "i-moved-1", "kind": "place", "place": "  Table\u202e 4 "})
    for kind in ("going", "helped"):
        command = {"command": {"kind": kind, "who": waits["who"]}}
        assert server.post("/api/do", command, server.secrets["helper"]).json()["type"] == "done"
        me = page.until(lambda _, boards, going=kind == "going": mine(boards, "Table 4", going))
    assert me["sign"] == "none"
    late = server.post("/api/do", {"command": {"kind": "going", "who": waits["who"]}}, server.secrets["helper"])
    assert late.json()["problem"] == "no-help-wanted"
    for line in (page, helper):
        line.close()


def test_what_is_written_is_shown_only_once_the_instructor_says_so(server):
    ada = server.join(name="Ada")
    desk, wall = server.socket(server.secrets["instructor"]), server.socket(server.secrets["projector"])
    server.do("open", step=FOUND)
    server.send(ada, {"id": secrets.token_hex(8), "kind": "note", "text": "What is a bench?"})
    written = desk.until(
        lambda _, boards: [one for one in boards.get("desk", {}).get("texts", []) if one["text"] == "What is a bench?"]
    )
    wall.until(lambda _, boards: "projector" in boards)
    assert "What is a bench?" not in wall.boards["projector"].get("texts", [])
    server.do("show", text=written[0]["id"])
    wall.until(lambda _, boards: "What is a bench?" in boards["projector"].get("texts", []))
    assert "Ada" not in "".join(wall.heard)
    for line in (desk, wall):
        line.close()


def test_killed_in_the_middle_of_a_vote_nothing_acknowledged_is_lost_and_nothing_is_doubled(tmp_path, full):
    """Twice in the full run."""
    strokes = 2 if full else 1
    with served(tmp_path, "--seed", "5", "--lessons", "01") as server:
        people = [server.join() for _ in range(10)]
        server.do("open", step=FOUND, mode="practice")
        page = server.socket(people[0])
        before = page.until(lambda message, _: message["type"] == "hello" and message)["epoch"]
        page.until(lambda _, boards: len(boards) == 2)
        page.close()
        sent = {token: [] for token in people}
        kept: set[str] = set()
        for stroke in range(strokes):
            killer = threading.Thread(target=killed_at, args=(server, kept, 30 * (stroke + 1)))
            killer.start()
            hammer(server, people, sent, kept)
            killer.join()
            code, known = server.code, dict(server.secrets)
            server.start()
            assert (server.code, server.secrets) == (code, known), stroke
        for token in people:  # what was never answered is sent again, as a page does; some of it is there already
            for start in range(0, len(sent[token]), 50):
                acks = server.send(token, *sent[token][start : start + 50])
                kept |= {ack["id"] for ack in acks if ack["status"] == "kept"}
        back = Socket(
            server.base.replace("http", "ws") + "/api/live",
            people[0],
            {"epoch": before, "versions": {"room": 2, "mine": 1}},
        )
        back.until(lambda _, boards: len(boards) == 2)
        assert back.boards["room"] == page.boards["room"] and back.boards["mine"]["me"] == page.boards["mine"]["me"]
        back.close()
        everything = {event["id"] for events in sent.values() for event in events}
        assert kept == everything and len(kept) >= 30 * strokes
        server.kill()
        events = read_events(tmp_path / "w.sqlite")
        stored = [event.id for event in events if event.kind == "answer"]
        assert sorted(stored) == sorted(everything)
        state = replay(events)
        assert len(state.people) == 10 and len(state.steps[FOUND].rounds[0].answers) == 10


def killed_at(server, kept, number):
    """Kill the server once so many answers are acknowledged."""
    until = time.monotonic() + PATIENCE
    while len(kept) < number and time.monotonic() < until:
        time.sleep(0.001)
    server.kill()


def hammer(server, people, sent, kept):
    """Send answers one after another until the server is gone; remember what was said about them."""
    with httpx.Client(verify=False, base_url=server.base, timeout=PATIENCE) as client:
        try:
            for number in range(40):
                for token in people:
                    event = answer(FOUND, {"value": str(number)})
                    sent[token].append(event)
                    reply = client.post(
                        "/api/send", json={"events": [event]}, headers={"Authorization": f"Bearer {token}"}
                    )
                    kept |= {ack["id"] for ack in reply.json()["acks"] if ack["status"] == "kept"}
        except (httpx.HTTPError, ValueError):
            return


def test_with_a_roster_only_its_learners_join_and_nobody_sees_its_names(tmp_path):
    (tmp_path / "roster.csv").write_text("learner_id,learner\nada-1,Ada Example\nbob-2,Bob Example\n")
    with served(tmp_path, "--roster", "roster.csv") as server:
        wish = {"code": server.code, "token": secrets.token_urlsafe(18)}
        reply = server.post("/api/join", wish)
        assert (reply.status_code, reply.json()) == (403, {"problem": "not-on-roster", "roster": True})
        assert server.post("/api/join", wish | {"learner_id": "eve"}).json()["problem"] == "not-on-roster"
        ada = server.join(learner_id=" ADA-1 ", name="ada")
        taken = server.post("/api/join", wish | {"learner_id": "ada-1", "name": "Ada Example"})
        assert taken.json()["problem"] == "seat-taken" and "number" not in taken.json()
        page, desk = server.socket(ada), server.socket(server.secrets["instructor"])
        page.until(lambda _, boards: boards.get("mine", {}).get("me", {}).get("name") == "Ada Example")
        assert "Bob" not in "".join(page.heard)
        (seat,) = desk.until(lambda _, boards: boards.get("desk", {}).get("seats"))
        server.do("readmit", who=seat["who"])
        assert server.join(learner_id="ada-1", name="Ada") and server.post("/api/poll", {}, ada).status_code == 401
        page.close()
        desk.close()
        assert "Traceback" not in server.stop()


def test_a_guessed_id_gives_neither_name_nor_seat_unless_the_instructor_nods(tmp_path):
    (tmp_path / "roster.csv").write_text("learner_id,learner\nada-1,Ada Example\nbob-2,Bob Example\n")
    with served(tmp_path, "--roster", "roster.csv") as server:
        desk = server.socket(server.secrets["instructor"])
        wish = {"code": server.code, "token": secrets.token_urlsafe(18), "learner_id": "bob-2"}
        for said in ("", "Rob", "B", "ob Ex"):
            guessed = server.post("/api/join", wish | {"name": said})
            assert guessed.json() == {"problem": "second-word", "roster": True} and guessed.status_code == 403
        (knock,) = desk.until(lambda _, boards: boards.get("desk", {}).get("admission", {}).get("knocks"))
        assert (knock["learner_id"], knock["name"]) == ("bob-2", "Bob Example")
        # Who waits asks the same again and again, which is no guess: it does not use up the tries of this address.
        waiting = {server.post("/api/join", wish | {"name": "ob Ex"}).json()["problem"] for _ in range(30)}
        assert waiting == {"second-word"}
        other = server.post("/api/join", wish | {"token": secrets.token_urlsafe(18)})
        server.do("nod", token=knock["token"])
        assert other.json()["problem"] == "second-word"
        assert server.post("/api/join", wish | {"name": "ob Ex"}).json() == {"number": 1, "name": "Bob Example"}
        desk.close()
