# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real manager on a real SQLite store with a large fleet in it, filled once a run by bench_fill."""
import json
import ssl
import time
from http.client import HTTPSConnection

from servers import PATIENCE, Broken, Server, free_port, say

DEPLOYMENTS = 100_000
POLL = "/DEFAULT/controller/v1/till-{n}"
TOKEN = ("--header", "Authorization: TargetToken bench-{n}")
FEEDBACK = POLL + "/deploymentBase/{n}/feedback"
FEEDBACK_BODY = '{"status":{"execution":"proceeding","result":{"finished":"none"},"details":["installing"]}}'


class FleetManager:
    """One process at a time works on the folder: the manager, or bench_door."""

    def __init__(self, bench):
        self._bench, self._running, self._kind = bench, None, None
        self._data = bench.folder / "fleet-manager"
        self.deployments = min(DEPLOYMENTS, bench.terminals // 2)

    def _fill(self):
        if self._data.exists():
            return
        say(f"filling a store with {self._bench.terminals:,} terminals")
        self._bench.run(self._bench.program("bench_fill"), self._data, self._bench.terminals, self.deployments)

    def _become(self, kind, make):
        if self._kind != kind:
            self.stop()
            self._fill()
            self._running, self._kind = make().__enter__(), kind
            self.poll_answer(self._bench.terminals)  # it listens a moment before it serves
            self.seconds_to_start = time.monotonic() - self._running.began
        return self._running

    def manager(self):
        """The manager; its `port` is the DDI door's."""
        return self._become("manager", self._manager)

    def door(self):
        """The same DDI door without TLS."""
        program = self._bench.program("bench_door")
        return self._become("door", lambda: Server("bench_door", [program, self._data], self._bench.folder))

    def _manager(self):
        ddi, admin = free_port(), free_port()
        self._admin_port = admin
        command = [
            self._bench.program("signalbox-manager"), "run", "--log-level", "warning", "--data", self._data,
            "--ddi-listen", f"127.0.0.1:{ddi}", "--ddi-url", f"https://127.0.0.1:{ddi}", "--admin-listen",
            f"127.0.0.1:{admin}",
        ]  # fmt: skip
        return Server("signalbox-manager", command, self._bench.folder, ddi, tls=True)

    def stop(self):
        if self._running:
            self._running.__exit__()
        self._running = self._kind = None

    def idle_numbers(self):
        """Terminals without a deployment."""
        return ("--from", self.deployments + 1, "--to", self._bench.terminals)

    def busy_numbers(self):
        return ("--from", 1, "--to", self.deployments)

    def poll_answer(self, number):
        """Headers and body of one terminal's poll."""
        server = self._running
        token = {"Authorization": f"TargetToken bench-{number}"}
        status, headers, body = server.ask("GET", POLL.replace("{n}", str(number)), headers=token)
        if status != 200:
            raise Broken(f"a poll was answered {status}: {body[:200]}")
        return headers, body

    def admin(self):
        """A connection to the admin door, kept alive, with its token."""
        profile = json.loads((self._data / "admin.json").read_text(encoding="utf-8"))
        context = ssl.create_default_context(cafile=profile["caFile"])
        return AdminDoor(HTTPSConnection("127.0.0.1", self._admin_port, timeout=PATIENCE, context=context), profile)


class AdminDoor:
    def __init__(self, connection, profile):
        self._connection = connection
        self._headers = {"Authorization": f"Bearer {profile['token']}", "Content-Type": "application/json"}

    def call(self, method, path, body=None):
        """The JSON answer and how many milliseconds it took."""
        text = json.dumps(body) if body is not None else None
        begin = time.perf_counter()
        self._connection.request(method, "/api/v1/" + path, text, self._headers)
        answer = self._connection.getresponse()
        content = answer.read()
        milliseconds = (time.perf_counter() - begin) * 1000
        if answer.status >= 300:
            raise Broken(f"{method} {path} was answered {answer.status}: {content[:300]}")
        return (json.loads(content) if content else None), milliseconds
