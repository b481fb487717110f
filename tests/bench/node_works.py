# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is measured of a node: blobs out and in."""
import hashlib
import os
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

from outcome import Outcome, in_turn
from servers import LOAD_CORE, Broken, Server, free_port, on_core

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "e2e"))
from harness import Setup  # noqa: E402

PIECE = 1 << 20
RANGE = 4 << 20  # what an agent asks of one node at once
CHUNK = 8 << 20  # what a client pushes in one PATCH


class Nodes:
    """A node with TLS needs to have joined a manager; one without does not."""

    def __init__(self, bench):
        self._bench, self._setup = bench, None

    def plain(self):
        return self._server("plain", ["--plain", "--listen", "127.0.0.1:0"], None, False)

    def secure(self):
        data = self._bench.folder / "setup" / "bench-node"
        if not self._setup:
            (self._bench.folder / "setup").mkdir()
            self._setup = Setup(self._bench.bin, self._bench.folder / "setup")
            self._setup.start_manager(300)
            code = self._setup.join_codes("node", 1)[0]
            port = free_port()
            self._setup.run(
                self._setup.program("signalbox-node"), "join", code, "--data", data, "--name", "bench", "--listen",
                f"127.0.0.1:{port}", "--url", f"https://127.0.0.1:{port}",
            )  # fmt: skip
            self._setup.stop_all()
            self._port = port
        return self._server("secure", [], self._port, True, data)

    def _server(self, name, more, port, tls, data=None):
        data = data or self._bench.folder / f"node-{name}"
        command = [self._bench.program("signalbox-node"), "--log-level", "warning", "run", "--data", data]
        command += ["--anonymous-access", "--threads", "1", "--scrub-rate", "0", *more]
        return Server(f"signalbox-node-{name}", command, self._bench.folder, port, tls)


def _random(megabytes):
    content = os.urandom(megabytes * PIECE)
    return content, hashlib.sha256(content).hexdigest()


def _send(connection, method, where, body, headers, wanted):
    target = urlsplit(where)
    connection.request(method, target.path + ("?" + target.query if target.query else ""), body, headers)
    answer = connection.getresponse()
    said = answer.read()
    if answer.status != wanted:
        raise Broken(f"{method} was answered {answer.status}: {said[:200]}")
    return answer.headers["Location"]


def _upload(server, content, digest, chunk):
    """Megabytes a second of one blob pushed as OCI Distribution has it: POST, PATCH, PUT."""
    view = memoryview(content)
    with on_core(LOAD_CORE):
        connection = server.connect()
        connection.blocksize = PIECE
        begin = time.perf_counter()
        where = _send(connection, "POST", "/v2/bench/blobs/uploads/", b"", {}, 202)
        for first in range(0, len(view), chunk):
            part = view[first : first + chunk]
            headers = {"Content-Type": "application/octet-stream", "Content-Length": str(len(part))}
            if chunk < len(view):
                headers["Content-Range"] = f"{first}-{first + len(part) - 1}"
            where = _send(connection, "PATCH", where, part, headers, 202)
        where += ("&" if "?" in where else "?") + f"digest=sha256:{digest}"
        _send(connection, "PUT", where, b"", {}, 201)
        seconds = time.perf_counter() - begin
        connection.close()
    return len(content) / 1e6 / seconds


def download(tls, ranged, peer_name):
    def measure(bench, nodes):
        root = bench.folder / "root"
        root.mkdir(exist_ok=True)
        content, digest = _random(bench.megabytes)
        (root / "blob").write_bytes(content)
        path = f"/v2/bench/blobs/sha256:{digest}"
        more = ["--range", RANGE, "--range-of", len(content)] if ranged else []
        peer_server = bench.nginx(f"root {root};", tls) if peer_name == "nginx" else bench.registry(tls)
        cpu = {"ours": [], "peer": []}
        with nodes.secure() if tls else nodes.plain() as ours, peer_server as peer:
            _upload(ours, content, digest, len(content))
            if peer_name != "nginx":
                _upload(peer, content, digest, len(content))
            sides = {"ours": (ours, path, "ours"), "peer": (peer, "/blob" if peer_name == "nginx" else path, "peer")}

            def once(side):
                server, where, who = side
                said = bench.load(server, where, "--connections", 2, *more)
                cpu[who].append(said["serverCpu"] / said["bytes"] * 1e9)
                return said["bytes"] / 1e6 / said["seconds"]

            figures = in_turn(bench.runs, once, sides)
        return Outcome(**figures, more={f"{who}CpuSecondsAGb": values for who, values in cpu.items()})

    return measure


def _forget_blobs(folder, size):
    """The next blob then goes into memory that the system has at hand, not into some that a virtual machine must ask
    its host for first: that would be most of the time, for both sides."""
    for path in folder.rglob("*"):
        if path.is_file() and path.stat().st_size == size:
            path.unlink()
    os.sync()


def upload(tls, chunked):
    def measure(bench, nodes):
        figures = {"ours": [], "peer": []}
        cpu = {"ours": [], "peer": []}
        with nodes.secure() if tls else nodes.plain() as ours, bench.registry(tls) as peer:
            for run in range(bench.runs + 1):
                content, digest = _random(bench.megabytes)
                for who, server in (("ours", ours), ("peer", peer)):
                    _forget_blobs(bench.folder, len(content))
                    before = server.cpu_seconds()
                    speed = _upload(server, content, digest, CHUNK if chunked else len(content))
                    if run == 0:
                        continue
                    figures[who].append(speed)
                    cpu[who].append((server.cpu_seconds() - before) / len(content) * 1e9)
        return Outcome(**figures, more={f"{who}CpuSecondsAGb": values for who, values in cpu.items()})

    return measure
