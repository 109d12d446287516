"""What a stranger, a curious participant or a hostile page can not do."""

from __future__ import annotations

import json
import re
import secrets
import socket
import time

import httpx
import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from outsourcing_lessons.items.item import TYPES
from outsourcing_lessons.workshop import commands, rules, views
from outsourcing_lessons.workshop.addresses import Machine
from outsourcing_lessons.workshop.console_view import called, shown_to_instructor
from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.state import Person, State, replay
from tests.patience import PATIENCE
from tests.workshop.conftest import SHEET
from tests.workshop.running import answer

# What says which answer is right, of any type, and what belongs to a wrong one.
SECRET = {"feedback", "too_low", "too_high"}.union(*(kind.SECRET for kind in TYPES.values()))

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{7*7}}",
    "\u202eevil",
    "=cmd|' /C calc'!A0",
    "x" * 5000,
]


def texts_of_key(item) -> list[str]:
    """Return every sentence that tells something about the key, as it would stand in JSON."""
    data = item.model_dump(mode="json")
    found = [data["praise"], *(data.get("hints") or [])]
    rows = [
        *(data.get("options") or []),
        *(data.get("parts") or []),
        *(data.get("checklist") or []),
        *(data.get("traps") or []),
    ]
    found += [row[name] for row in rows for name in ("feedback", "too_low", "too_high") if row.get(name)]
    found += [data[name] for name in ("otherwise", "below", "above") if data.get(name)]
    return [json.dumps(one, ensure_ascii=False)[1:-1] for one in found if one]


def test_no_byte_that_participants_or_the_wall_get_before_the_reveal_tells_a_key_or_a_name(server_of_its_own, agenda):
    """Every item of the lesson is opened as a vote; all that two ways of listening bring is read."""
    server = server_of_its_own
    ada, bob = server.join(name="Xylophone Ada"), server.join(name="Quagga Bob")
    pages = [server.socket(ada), server.socket(server.secrets["projector"])]
    steps = [s for s in agenda.steps.values() if s.asks and s.block.section == "recall"]
    received = []
    for step in steps:
        server.do("open", step=step.id, mode="vote")
        pages[0].until(lambda _, boards, step=step: f"step:{step.id}" in boards.get("room", {}))
        pages[1].until(lambda _, boards, step=step: boards.get("projector", {}).get("step", {}).get("id") == step.id)
        response = right_answer(step.block.item)
        acks = server.post("/api/send", {"events": [answer(step.id, response)]}, bob)
        assert acks.json()["acks"][0]["status"] == "kept"
        server.do("lock", step=step.id)
        server.do("next")  # how they voted, on the wall alone
        pages[1].until(lambda _, boards: "votes" in boards["projector"]["step"])
        received += [acks.text, server.post("/api/poll", {}, ada).text, server.post("/api/poll", {}, bob).text]
    received += pages[0].heard + pages[1].heard
    for page in pages:
        page.close()
    messages = "\n".join(received)
    everything = "\n".join([messages, *(server.client.get(server.base + path).text for path in server.addresses())])
    # What a question says itself is no secret: a hint may say it again.
    asked = "\n".join(json.dumps(views.asked(step.block, "vote"), ensure_ascii=False) for step in steps)
    for step in steps:
        for words in texts_of_key(step.block.item):
            assert words in asked or words not in everything, (step.id, words)
    ada_hears, wall = "".join(pages[0].heard), "".join(pages[1].heard)
    assert not [name for name in SECRET | {"result", "outcome"} if f'"{name}":' in messages]
    assert '"bars":' in wall and '"bars":' not in ada_hears
    assert "Xylophone" in ada_hears and "Quagga" not in ada_hears
    assert "Quagga" not in wall and "Xylophone" not in wall


def right_answer(item) -> dict:
    match item.type:
        case "single-choice":
            return {"option": item.key}
        case "multiple-choice":
            return {"options": list(item.key)}
        case "number":
            return {"value": str(item.key)}
        case "ordering":
            return {"order": list(item.key)}
    return {"amounts": {name: str(share) for name, share in item.key.items()}}


def test_no_view_of_any_open_vote_of_the_course_holds_a_secret(whole):
    events = [
        Event("room", 0.0),
        Event("join", 0.0, "ada", body={"number": 1, "name": "A", "learner_id": "", "token": "t"}),
    ]
    events += [
        Event("open", 1.0, body={"step": s.id, "round": int(s.asks), "mode": rules.usual_mode(s)})
        for s in whole.steps.values()
        if s.asks
    ]
    state = replay(events)
    view = views.room_view(state, whole, set(whole.steps))

    def names(data):
        if isinstance(data, dict):
            return set(data) | set().union(*map(names, data.values()))
        return set().union(*map(names, data)) if isinstance(data, list) else set()

    assert not names(view) & (SECRET | {"result"})


def test_nothing_that_is_shown_has_a_style_that_the_pages_forbid(whole):
    """Markdown gives one to each cell of a column of figures."""
    steps = whole.steps.values()
    shown = [(shown_to_instructor(step, whole), views.step_view(State(), whole, step)) for step in steps]
    text = json.dumps(shown)
    assert "ol-figures" in text and "style=" not in text


@pytest.mark.parametrize("secret", ["", "wrong", "x" * 5000])
@pytest.mark.parametrize("path", ["/api/send", "/api/poll", "/api/do"])
def test_without_a_secret_nothing_is_told(server, path, secret):
    reply = server.post(path, {}, secret)
    assert (reply.status_code, reply.json()) == (401, {"problem": "not-known"})


def test_each_secret_opens_its_own_door_only(server):
    """The whole table: who holds which secret may send which command, and what it reads."""
    ada = server.join()
    held = {name: server.secrets[name] for name in ("helper", "projector")} | {"remote": server.remote, "ada": ada}
    may = {
        "helper": {"look", "going", "helped"}, "projector": {"next", "back", "blank"}, "ada": set(),
        "remote": {"next", "back", "blank", "pause", "countdown", "undo"},
    }  # fmt: skip
    command = {"step": "ask:first-number.counter", "seconds": 0, "from": "another cue", "number": 0, "blank": False}
    for name, secret in held.items():
        for kind in (*commands._COMMANDS, "look", "nothing", "pick", "welcome", "clear", "nod"):
            reply = server.post("/api/do", {"command": command | {"kind": kind}}, secret)
            told = reply.json().get("problem") if reply.status_code == 200 else reply.status_code
            refused = told in ("only-watching", 400)
            assert refused == (kind not in may[name]), (name, kind, told)
    reads = {"ada": {"room", "mine"}, "projector": {"projector"}, "helper": {"desk"}, "remote": {"remote"}}
    for name, secret in held.items():
        messages = server.post("/api/poll", {}, secret).json()["messages"]
        assert {message.get("board") for message in messages} == {None, *reads[name]}
        assert (server.post("/api/send", {"events": [{}]}, secret).status_code == 200) == (name == "ada")
        assert server.post("/api/invitation", {"of": "remote"}, secret).status_code == 403
    assert server.post("/api/send", {"events": [{}]}, server.secrets["instructor"]).status_code == 400
    assert server.post("/api/invitation", {"of": "remote"}, "wrong").status_code == 401
    assert server.post("/api/invitation", {"of": "instructor"}, server.secrets["instructor"]).status_code == 403


def test_a_helper_sees_the_key_and_moves_nothing(server):
    look = server.post(
        "/api/do", {"command": {"kind": "look", "step": "ask:first-number.counter"}}, server.secrets["helper"]
    ).json()
    assert look["look"]["answer"]
    for kind in ("open", "again", "lock", "reveal", "skip", "readmit", "show", "end", "remove", "door", "nod", "clear"):
        reply = server.post(
            "/api/do", {"command": {"kind": kind, "step": "ask:first-number.counter"}}, server.secrets["helper"]
        )
        assert reply.json()["problem"] == "only-watching"


def test_what_a_phone_loads_first_is_small_compressed_and_kept_by_its_browser(server):
    """A room's phones share one network: the page and all that it names, enough to join and for a question."""
    named = re.findall(r'(?:href|src)="(files/[^"]+)"', server.client.get(server.base).text)
    assert [path.rpartition("/")[2] for path in named] == ["first.css", "workshop.css", "participant.js"]
    sent = 0
    for path in ("", *named):
        with server.client.stream("GET", f"{server.base}/{path}", headers={"Accept-Encoding": "gzip"}) as answer:
            assert answer.headers["content-encoding"] == "gzip" and answer.headers["vary"] == "Accept-Encoding"
            assert answer.headers["cache-control"] == ("max-age=31536000, immutable" if path else "no-store")
            sent += len(b"".join(answer.iter_raw()))
    assert sent <= 50_000
    plain = server.client.get(f"{server.base}/{named[0]}", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers and "@font-face" not in plain.text


def test_the_pages_keep_others_out(server):
    for path in server.addresses():
        reply = server.client.get(server.base + path)
        policy = reply.headers["content-security-policy"]
        assert reply.status_code == 200 and "unsafe" not in policy
        assert policy.startswith("default-src 'none'; script-src 'self'; ") and "frame-ancestors 'none'" in policy
        assert reply.headers["referrer-policy"] == "no-referrer"
        assert reply.headers["x-content-type-options"] == "nosniff"
        if reply.headers["content-type"].startswith("text/html"):
            assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", reply.text)
            assert not [secret for secret in (*server.secrets.values(), server.code) if secret in reply.text]


@pytest.mark.parametrize(
    "path", ["/../pyproject.toml", "/pages/../app.py", "/files/0/console.js", "/api/live", "/docs"]
)
def test_nothing_else_is_served(server, path):
    assert server.client.get(server.base + path).status_code in (404, 405)


def test_another_site_cannot_use_a_page(server):
    ada = server.join()
    evil = {"Origin": "https://evil.example"}
    assert server.post("/api/send", {"events": []}, ada, **evil).status_code == 400
    assert (
        server.post("/api/join", {"code": server.code, "token": secrets.token_urlsafe(18)}, **evil).status_code == 400
    )
    address = server.base.replace("http", "ws") + "/api/live"
    with pytest.raises(InvalidStatus), connect(address, additional_headers=evil):
        pass
    with connect(address, origin=server.base):
        pass


@pytest.mark.parametrize(
    ("host", "status"),
    [("evil.example", 400), ("203.0.113.7", 400), ("localhost", 200), ("127.0.0.1:1", 200), ("[::1]:80", 200)]
    + [(one, 200) for one in Machine().addresses() if ":" not in one],
)  # fmt: skip
def test_only_under_a_name_or_address_of_this_machine_it_answers(server, host, status):
    assert httpx.get(server.base, headers={"Host": host}, verify=False).status_code == status


def test_wrong_codes_are_throttled_and_a_right_one_then_waits_too(server_of_its_own):
    server = server_of_its_own
    wish = {"code": "222222", "token": secrets.token_urlsafe(18)}
    began = time.monotonic()
    refused = until_throttled(server, wish)
    assert 20 <= refused <= 21 + (time.monotonic() - began) / 6  # one comes back every six seconds
    for _ in range(5):  # where the machine stands still for seconds between the two, it is tried anew
        if server.post("/api/join", wish | {"code": server.code}).status_code == 429:
            break
        until_throttled(server, wish)
    else:
        raise AssertionError("the right code was taken each time")


def until_throttled(server, wish) -> int:
    """Give a wrong code until it is not even looked at; return how often it was."""
    for tries in range(1000):
        status = server.post("/api/join", wish).status_code
        if status == 429:
            return tries
        assert status == 403
    raise AssertionError("nobody is ever told to wait")


@pytest.fixture
def server_of_its_own(tmp_path):
    from tests.workshop.running import served

    with served(tmp_path, "--seed", "5") as running:
        yield running


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{", b"\xff\xfe", b'{"events": 7}', b"null", b'{"events": [' + b"[" * 90000]
)
def test_what_is_no_message_is_refused(server, body):
    ada = server.join()
    reply = httpx.post(
        server.base + "/api/send", content=body, verify=False, headers={"Authorization": f"Bearer {ada}"}
    )
    assert reply.status_code == 400


def test_a_message_may_not_be_longer_than_a_worksheet(server):
    ada = server.join()
    long = {"events": [{"id": "12345678", "kind": "note", "text": "x" * 400_000}]}
    assert server.post("/api/send", long, ada).status_code == 400
    page = server.socket(ada)
    page.say(long | {"type": "send"})
    with pytest.raises(ConnectionClosed):
        while True:
            page.hear()
    page.open.close()


def test_who_sends_too_much_is_told_to_wait_and_loses_nothing(server):
    ada = server.join()
    page = server.socket(ada)
    signs = [{"id": secrets.token_hex(8), "kind": "sign", "sign": "none"} for _ in range(50)]
    told = set()
    for _ in range(50):
        if "later" in told:
            break
        for _ in range(12):
            page.say({"type": "send", "events": signs})
        for _ in range(12):
            told |= {ack["status"] for ack in page.until(lambda message, _: message.get("acks"))}
    assert told == {"kept", "later"}
    page.close()


def test_a_socket_that_says_nothing_sensible_is_closed(server):
    address = server.base.replace("http", "ws") + "/api/live"
    for word in ("hello", "[]", '{"type": "hello", "secret": "wrong"}', '{"type": "hello", "secret": null}'):
        with connect(address) as line:
            line.send(word)
            with pytest.raises(ConnectionClosed):
                for _ in range(3):
                    assert "board" not in line.recv(PATIENCE)


def test_strange_messages_of_a_participant_change_nothing(server):
    ada = server.join()
    page = server.socket(ada)
    for message in (
        {"type": "do", "command": {"kind": "end"}},
        {"type": "send", "events": "all"},
        {"type": ["x"]},
        {},
        {"type": "send", "events": [None, 7, {"id": ["x"]}, {"kind": {}}]},
    ):
        page.say(message)
    page.say({"type": "ping"})
    page.until(lambda message, _: message["type"] == "pong")
    page.until(lambda _, boards: "room" in boards) if "room" not in page.boards else None
    assert not page.boards["room"]["room"]["ended"]
    page.close()


def test_a_reader_that_does_not_read_holds_nobody_up(server, agenda):
    """Five devices of one seat take nothing in while more is written there than buffers hold; others go on."""
    ada, written = server.join(), 80
    server.do("open", step=SHEET)
    lazy = [server.socket(ada, max_queue=1, sock=narrow(server.port)) for _ in range(5)]
    quick = server.socket(server.join())
    names = [
        f"{field.id}.{row}" if sheet.rows > 1 else field.id
        for sheet in agenda.steps[SHEET].block.sheets
        for field in sheet.fields
        for row in range(1, sheet.rows + 1)
        if field.type != "number"
    ]
    for n in range(written):
        entries = dict.fromkeys(names, f"{n} " + "x" * 4900)
        event = {"id": secrets.token_hex(8), "kind": "keep", "step": SHEET, "entries": entries}
        assert server.send(ada, event)[0]["status"] == "kept"
    for step in list(agenda.steps.values())[-3:]:
        server.do("open", step=step.id)
        quick.until(lambda _, boards, step=step: boards.get("room", {}).get("room", {}).get("now") == step.id)
    for one in lazy:  # none was let go meanwhile, and each gets the last that was written, in fewer patches than writes
        one.until(lambda _, boards: boards.get("mine", {}).get(f"sheet:{SHEET}") == entries)
        assert len(one.heard) < written
    for one in (*lazy, quick):
        one.close()


def narrow(port):
    """Return a connection that takes little in before it is read."""
    line = socket.socket()
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    line.connect(("127.0.0.1", port))
    return line


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_kept_as_text_on_one_short_line(server, name):
    token = server.join(name=name)
    me = next(
        m["set"]["me"] for m in server.post("/api/poll", {}, token).json()["messages"] if m.get("board") == "mine"
    )
    assert me["name"] == rules.plain(name)[:40] and "\n" not in me["name"] and "\u202e" not in me["name"]


def test_a_person_is_called_by_number_unless_they_gave_a_name():
    assert called(Person("x", 17, "", "", 0.0)) == "No. 17"
    assert called(Person("x", 17, "Ada", "", 0.0)) == "No. 17 · Ada"
