"""A room's network as a phone sees it: two machines with a cable, made of network namespaces where that is allowed."""

from __future__ import annotations

import json
import re
import secrets
import subprocess
import sys
import time

import pytest

from tests.patience import PATIENCE

ASK = """
import json, sys, urllib.request
address, secret = sys.argv[1:]
body = json.dumps({"wait": 0}).encode() if secret else None
heads = {"Content-Type": "application/json", "Authorization": "Bearer " + secret} if secret else {}
opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
with opener.open(urllib.request.Request(address, body, heads), timeout=10) as answer:
    print(answer.status, answer.read().decode())
"""


def ip(*words):
    return subprocess.run(["ip", *words], capture_output=True, text=True)


@pytest.fixture
def cable():
    """Two machines and nothing else: no gateway, no way out."""
    laptop, phone = (f"ol{secrets.token_hex(3)}{side}" for side in "ab")
    made = [ip("netns", "add", laptop), ip("netns", "add", phone)]
    ends = f"v{laptop}"[:15], f"v{phone}"[:15]
    made.append(ip("link", "add", ends[0], "netns", laptop, "type", "veth", "peer", "name", ends[1], "netns", phone))
    try:
        if any(one.returncode for one in made):
            pytest.skip("no network namespaces here: this needs root")
        for name, end in ((laptop, ends[0]), (phone, ends[1])):
            ip("-n", name, "link", "set", "lo", "up")
            ip("-n", name, "link", "set", end, "up")
        yield (laptop, ends[0]), (phone, ends[1])
    finally:
        for name in (laptop, phone):
            ip("netns", "del", name)


def address(action, machine, text):
    name, end = machine
    assert ip("-n", name, "addr", action, text, "dev", end, *(["nodad"] if ":" in text else [])).returncode == 0


def asked(machine, url, secret=""):
    command = ["ip", "netns", "exec", machine[0], sys.executable, "-c", ASK, url, secret]
    done = subprocess.run(command, capture_output=True, text=True)
    return done.stdout or done.stderr.splitlines()[-1]


def test_a_room_without_a_gateway_is_reached_and_followed_to_another_address(cable, tmp_path):
    laptop, phone = cable
    address("add", laptop, "10.9.1.1/24")
    address("add", phone, "10.9.1.2/24")
    command = ["ip", "netns", "exec", laptop[0], sys.executable, "-m", "outsourcing_lessons", "workshop", "start"]
    server = subprocess.Popen(
        [*command, "--lan", "--port", "0", "--seed", "5", "--lessons", "01"],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    try:
        said = ""
        while "Stop with" not in said:
            line = server.stdout.readline()
            assert line, said
            said += line
        port = re.search(r"Participants:  http://10\.9\.1\.1:(\d+)", said)[1]
        secret = re.search(r"You alone:\s+\S+#(\S+)", said)[1]

        def told(at):
            messages = json.loads(asked(laptop, f"http://127.0.0.1:{port}/api/poll", secret).partition(" ")[2])
            desk = messages["messages"][1]["set"]
            return at == desk["join"]["address"] and at in desk["gate"]["reached"]

        def reached(at):
            until = time.monotonic() + PATIENCE
            while not (asked(phone, at).startswith("200") and told(at)):
                assert time.monotonic() < until, asked(phone, at)
                time.sleep(0.2)

        reached(f"http://10.9.1.1:{port}")
        address("del", laptop, "10.9.1.1/24")
        for machine, new in ((laptop, "10.9.2.1/24"), (phone, "10.9.2.2/24")):
            address("add", machine, new)
        reached(f"http://10.9.2.1:{port}")
        address("del", laptop, "10.9.2.1/24")
        for machine, new in ((laptop, "fd09::1/64"), (phone, "fd09::2/64")):
            address("add", machine, new)
        reached(f"http://[fd09::1]:{port}")
    finally:
        server.kill()
        server.communicate()
