"""People at home, by a relay: nginx with the very text that docs/running-a-workshop.md gives."""

from __future__ import annotations

import asyncio
import re
import shutil
import socket
import ssl
import subprocess
import time
from pathlib import Path

import httpx
import pytest

from outsourcing_lessons.errors import WorkshopError
from outsourcing_lessons.workshop.connections import Connections
from outsourcing_lessons.workshop.rehearsal.findings import findings
from outsourcing_lessons.workshop.rehearsal.script import Plan, Rehearsal
from outsourcing_lessons.workshop.serve import relays_of
from tests.patience import PATIENCE
from tests.workshop.conftest import VOTE
from tests.workshop.running import Socket, answer, served

NAME = "workshop.example"
DOCS = Path(__file__).parents[2] / "docs" / "running-a-workshop.md"
NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin:/opt/homebrew/bin")
AROUND = """daemon off; master_process off; pid {folder}/pid; error_log {folder}/errors; events {{}}
http {{ access_log off; {temporary}
{server} }}"""
STORES = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


class Relay:
    """The relay of the docs, on this machine; with a certificate over HTTPS, else without."""

    def __init__(self, folder: Path, target: int, certificate: tuple[Path, Path] | None = None):
        if not NGINX:
            pytest.skip("no nginx on this machine")
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        text = re.search(r"```nginx\n(.+?)```", DOCS.read_text(encoding="utf-8"), re.S)[1]
        text = text.replace("127.0.0.1:8765", f"127.0.0.1:{target}")
        if certificate:
            text = text.replace("listen 443", f"listen 127.0.0.1:{self.port}")
            for name, path in zip(("fullchain.pem", "privkey.pem"), certificate, strict=True):
                text = re.sub(rf"/etc/\S+{name}", str(path), text)
        else:
            text = re.sub(r"ssl_certificate.+\n", "", text).replace("listen 443 ssl", f"listen 127.0.0.1:{self.port}")
        assert "8765" not in text and "/etc/" not in text and "443" not in text.replace(str(self.port), "")
        temporary = "".join(f"{one}_temp_path {folder}/{one}; " for one in STORES)
        (folder / "nginx.conf").write_text(AROUND.format(folder=folder, temporary=temporary, server=text))
        self.folder, self.lives = folder, 0
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen([NGINX, "-c", self.folder / "nginx.conf", "-e", self.folder / "errors"])
        self.lives += 1
        until = time.monotonic() + PATIENCE
        while True:
            try:
                return socket.create_connection(("127.0.0.1", self.port)).close()
            except OSError:
                assert time.monotonic() < until and self.process.poll() is None, (self.folder / "errors").read_text()
                time.sleep(0.02)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@pytest.fixture
def relayed():
    """Make a relay; none outlives the test."""
    made = []

    def relay(*given):
        made.append(Relay(*given))
        return made[-1]

    yield relay
    for one in made:
        one.kill()


def test_over_https_somebody_at_home_joins_answers_and_hears_and_cannot_say_that_they_are_somebody_else(
    relayed, tmp_path
):
    if not (openssl := shutil.which("openssl")):
        pytest.skip("no openssl on this machine")
    pair = tmp_path / "cert.pem", tmp_path / "key.pem"
    made = [openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]
    made += ["-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}", "-out", pair[0], "-keyout", pair[1]]
    subprocess.run(made, check=True, capture_output=True)
    with served(tmp_path, "--lessons", "01", "--seed", "5", "--lan", "--address", f"https://{NAME}") as server:
        relay = relayed(tmp_path, server.port, pair)
        assert server.public == f"https://{NAME}"
        trust = ssl.create_default_context(cafile=pair[0])
        home = httpx.Client(verify=trust, trust_env=False, timeout=PATIENCE, base_url=f"https://127.0.0.1:{relay.port}")
        named = {"Host": NAME, "Origin": f"https://{NAME}"}

        def post(path, body, **headers):
            return home.post(path, json=body, headers=named | headers, extensions={"sni_hostname": NAME})

        assert "participant.js" in home.get("/", headers=named, extensions={"sni_hostname": NAME}).text
        token = "a-token-of-somebody-at-home"
        assert post("/api/join", {"code": server.code, "token": token}).json()["number"] == 1
        server.do("open", step=VOTE)
        line = Socket(
            f"wss://{NAME}/api/live", token, sock=socket.create_connection(("127.0.0.1", relay.port)), ssl=trust,
            origin=f"https://{NAME}", proxy=None,
        )  # fmt: skip
        line.until(lambda _, boards: boards.get("room", {}).get("room", {}).get("now") == VOTE)
        line.say({"type": "send", "events": [answer(VOTE, {"option": "middle"})]})
        assert line.until(lambda message, _: message["type"] == "acks" and message)["acks"][0]["status"] == "kept"
        line.close()
        wrong = {"code": "222222", "token": token}
        said = [post("/api/join", wrong, **{"X-Forwarded-For": f"192.0.2.{n}"}).status_code for n in range(40)]
        assert 429 in said
        home.close()


@pytest.mark.full  # in `make test` a rehearsal has a killed server and no network; a relay's end is both to a page
def test_a_relay_that_is_killed_in_the_middle_loses_nothing_and_doubles_nothing(relayed, tmp_path):
    """A whole rehearsal, with votes open each time that the relay, the server, and the relay again is killed."""

    async def killed():
        relay.kill()
        if relay.lives == 2:
            await killing()
        await asyncio.sleep(0.3)
        relay.start()

    rehearsal = Rehearsal(Plan(8, 0.1, kill=2), tmp_path / "w.sqlite", lambda line: None)
    relay = relayed(tmp_path, rehearsal.host.port)
    rehearsal.network.port = relay.port
    killing, rehearsal.host.kill_and_restart = rehearsal.host.kill_and_restart, killed
    played = asyncio.run(rehearsal.run())
    found = findings(played)
    assert (found.lost, found.doubled, found.amiss, played.waiting) == (0, 0, (), 0)
    assert (relay.lives, played.host.lives) == (3, 2) and found.stored
    assert all(page.reconnects for page in played.pages) and not rehearsal.nonsense.cancelled()


def test_a_relay_may_hold_as_many_connections_as_there_are_and_another_address_may_not():
    """They are a whole crowd at home, and the relay says who each of them is."""
    taken = {}
    for address in ("10.8.0.1", "10.8.0.2"):
        connections = Connections(100, ("10.8.0.1",))
        taken[address] = sum(connections.enter((address, port)) for port in range(200))
    assert taken["10.8.0.2"] == taken["10.8.0.1"] // 2


@pytest.mark.parametrize(
    ("address", "relay", "lan"),
    [("https://w.example", "relay.example", True), ("", "10.8.0.1", True), ("https://w.example", "10.8.0.1", False)],
)
def test_a_relay_that_cannot_be_is_refused(address, relay, lan):
    with pytest.raises(WorkshopError, match="relay"):
        relays_of(address, relay, lan)


def test_nobody_but_the_named_relay_is_believed_about_who_asks(tmp_path):
    with served(tmp_path, "--lessons", "01", "--lan", "--address", f"https://{NAME}", "--relay", "10.8.0.1") as server:
        wrong = {"code": "222222", "token": "a-token-of-somebody-near"}
        told = (server.post("/api/join", wrong, **{"X-Forwarded-For": f"192.0.2.{n}"}) for n in range(40))
        assert 429 in [reply.status_code for reply in told]
