"""Behind a proxy that serves a workshop under a path, as a JupyterHub does: everything is there, and only there."""

from __future__ import annotations

import secrets

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.workshop.conftest import VOTE
from tests.workshop.running import Socket, answer, served

PATH = "/services/workshop"


@pytest.fixture(scope="module")
def hub(tmp_path_factory):
    """A server that participants reach under a path of another name; the proxy leaves the path as it is."""
    options = ("--lessons", "01", "--address", f"https://hub.example{PATH}/")
    with served(tmp_path_factory.mktemp("hub"), *options) as running:
        yield running


def test_the_announcement_names_the_path(hub):
    assert hub.public == f"https://hub.example{PATH}"
    instructor = hub.secrets["instructor"]
    assert f"You alone:             {hub.base}/console#{instructor}" in hub.said
    assert f"  from another machine: {hub.public}/console#{instructor}" in hub.said
    assert f"  from another machine: {hub.public}/projector#{hub.secrets['projector']}" in hub.said


def test_without_its_last_slash_the_path_leads_to_the_page(hub):
    reply = hub.client.get(hub.base + PATH)
    assert (reply.status_code, reply.headers["location"]) == (307, f"{PATH}/")


def test_joining_answering_and_watching_work_under_the_path(hub):
    token = secrets.token_urlsafe(18)
    theirs = {"Host": "hub.example", "Origin": "https://hub.example"}
    joined = hub.post(f"{PATH}/api/join", {"code": hub.code, "token": token}, **theirs)
    assert joined.json()["number"] == 1
    address = hub.base.replace("http", "ws") + f"{PATH}/api/live"
    desk = Socket(address, hub.secrets["instructor"])
    command = {"command": {"kind": "open", "step": VOTE}}
    assert hub.post(f"{PATH}/api/do", command, hub.secrets["instructor"], **theirs).json().get("problem") is None
    sent = hub.post(f"{PATH}/api/send", {"events": [answer(VOTE, {"option": "middle"})]}, token, **theirs).json()
    assert sent["acks"][0]["status"] in ("kept", "refused")
    messages = hub.post(f"{PATH}/api/poll", {}, token, **theirs).json()["messages"]
    assert [message["type"] for message in messages] == ["hello", "patch", "patch"]
    desk.until(lambda _, boards: boards.get("desk", {}).get(f"step:{VOTE}", {}).get("rounds"))
    desk.close()


def test_another_site_is_kept_out_under_the_path_too(hub):
    evil = {"Host": "hub.example", "Origin": "https://evil.example"}
    assert hub.post(f"{PATH}/api/join", {"code": hub.code, "token": "x" * 24}, **evil).status_code == 400
    address = hub.base.replace("http", "ws") + f"{PATH}/api/live"
    with pytest.raises(InvalidStatus), connect(address, additional_headers={"Origin": "https://evil.example"}):
        pass


def test_wrong_codes_behind_the_proxy_count_for_who_gave_them(hub):
    """The proxy on this machine says who it was; elsewhere nobody is believed about that."""
    wrong = {"code": "222222", "token": secrets.token_urlsafe(18)}
    said = []
    while 429 not in said and len(said) < 1000:
        said.append(hub.post(f"{PATH}/api/join", wrong, **{"X-Forwarded-For": "192.0.2.7"}).status_code)
    assert said[-1] == 429 and len(said) > 20
    assert hub.post(f"{PATH}/api/join", wrong, **{"X-Forwarded-For": "192.0.2.8"}).status_code == 403


def test_at_the_root_it_answers_as_ever(hub):
    assert all(hub.client.get(hub.base + path).status_code == 200 for path in hub.addresses())
