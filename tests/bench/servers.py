# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The programs that are measured, each on the server's core, and the load program on its own."""
import contextlib
import json
import os
import re
import socket
import ssl
import subprocess
import sys
import time
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path

SERVER_CORE, LOAD_CORE = 0, 1
PATIENCE = 120


class Broken(Exception):
    """A program did not do what the measurement needs."""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def on_core(number):
    """What is started meanwhile runs on that core alone, where there are several."""
    before = os.sched_getaffinity(0)
    if len(before) > 1:
        os.sched_setaffinity(0, {sorted(before)[number]})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


class Server:
    """A program that listens on 127.0.0.1 for as long as the `with` block lasts."""

    def __init__(self, name, command, folder, port=None, tls=False):
        self.name, self.port, self.tls = name, port, tls
        self._command, self._folder = [str(part) for part in command], folder

    def __enter__(self):
        self._log = open(self._folder / f"{self.name}.log", "w+", encoding="utf-8")
        self.began = time.monotonic()
        with on_core(SERVER_CORE):
            self.process = subprocess.Popen(
                self._command, stdin=subprocess.DEVNULL, stdout=self._log, stderr=self._log
            )
        while time.monotonic() - self.began < PATIENCE and self.process.poll() is None:
            if self.port is None:
                said = re.search(r"listening on \w+://[^:]+:(\d+)", Path(self._log.name).read_text(encoding="utf-8"))
                self.port = int(said.group(1)) if said else None
            if self.port is not None and not self._refused():
                return self
            time.sleep(0.01)
        log = Path(self._log.name).read_text(encoding="utf-8")[-2000:]
        self.__exit__()
        raise Broken(f"{self.name} did not start:\n{log}")

    def _refused(self):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) != 0

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self._log.close()

    def pids(self):
        """Of the process and its children."""
        own = self.process.pid
        children = Path(f"/proc/{own}/task/{own}/children").read_text(encoding="ascii").split()
        return [own, *map(int, children)]

    def cpu_seconds(self):
        """Of all threads so far, as the scheduler counts it."""
        tasks = (task for pid in self.pids() for task in Path(f"/proc/{pid}/task").iterdir())
        return sum(int((task / "schedstat").read_text(encoding="ascii").split()[0]) for task in tasks) / 1e9

    def resident(self, kind="VmRSS"):
        """Bytes, of the process and its children."""
        kib = 0
        for pid in self.pids():
            status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
            kib += int(re.search(rf"^{kind}:\s+(\d+) kB", status, re.M).group(1))
        return kib * 1024

    def connect(self):
        if not self.tls:
            return HTTPConnection("127.0.0.1", self.port, timeout=60)
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        return HTTPSConnection("127.0.0.1", self.port, timeout=60, context=context)

    def ask(self, method, path, body=None, headers=None):
        """One request on a connection of its own; the answer's status, headers and body."""
        connection = self.connect()
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return answer.status, answer.headers, content


class Bench:
    """Where the programs are, the folder for this run, and how long things take."""

    def __init__(self, arguments, folder):
        self.bin, self.folder = arguments.bin, folder
        self.runs, self.seconds = arguments.runs, arguments.seconds
        self.megabytes, self.terminals = arguments.megabytes, arguments.terminals
        self.fleet_terminals = arguments.fleet_terminals

    def program(self, name):
        path = self.bin / name
        if not path.exists():
            raise Broken(f"{path} is not there")
        return path

    def run(self, *command):
        with on_core(LOAD_CORE):
            done = subprocess.run(
                [str(part) for part in command], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                timeout=PATIENCE, check=False,
            )  # fmt: skip
        if done.returncode != 0:
            raise Broken(f"{Path(command[0]).name} ended with {done.returncode}: {done.stderr.strip()[-1000:]}")
        return done.stdout

    def _load_command(self, server, path, *more):
        options = ["--port", server.port, "--path", path, *(["--tls"] if server.tls else [])]
        for pid in server.pids():
            options += ["--pid", pid]
        return [str(part) for part in (self.program("bench_load"), *options, *more)]

    def load(self, server, path, *more):
        return json.loads(self.run(*self._load_command(server, path, "--seconds", self.seconds, *more)))

    @contextlib.contextmanager
    def held(self, server, path, count, *more):
        """`count` connections that did one request each and stay open."""
        command = self._load_command(server, path, "--hold", "--connections", count, *more)
        with on_core(LOAD_CORE):
            holder = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        try:
            if not holder.stdout.readline():
                raise Broken("bench_load could not hold its connections")
            yield
        finally:
            holder.stdin.close()
            holder.wait(30)

    def certificate(self):
        """A key and a certificate of the kind that ours have, for the peers."""
        key, certificate = self.folder / "peer-key.pem", self.folder / "peer.pem"
        if not key.exists():
            self.run(
                "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout",
                key, "-out", certificate, "-days", "30", "-subj", "/CN=peer",
            )  # fmt: skip
        return certificate, key

    def nginx(self, server_lines, tls):
        port, folder = free_port(), self.folder
        certificate, key = self.certificate()
        configuration = folder / "nginx.conf"
        configuration.write_text(
            f"""daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/nginx-error.log;
            {'user root;' if os.geteuid() == 0 else ''}
            events {{ worker_connections 16384; }}
            http {{ access_log off; sendfile on; keepalive_requests 1000000000; keepalive_timeout 600s;
              client_body_temp_path {folder}/n1; proxy_temp_path {folder}/n2; fastcgi_temp_path {folder}/n3;
              uwsgi_temp_path {folder}/n4; scgi_temp_path {folder}/n5;
              ssl_certificate {certificate}; ssl_certificate_key {key}; ssl_protocols TLSv1.2 TLSv1.3;
              server {{ listen 127.0.0.1:{port}{' ssl' if tls else ''}; {server_lines} }} }}""",
            encoding="utf-8",
        )
        return Server("nginx", ["nginx", "-p", folder, "-c", configuration], folder, port, tls)

    def nginx_answering(self, headers, body, tls):
        """nginx that answers every request with these bytes."""
        added = "".join(
            f"add_header {name} '{value}'; " for name, value in headers.items()
            if name.lower() not in ("date", "content-length", "content-type", "connection")
        )  # fmt: skip
        lines = f"default_type application/json; {added} location / {{ return 200 '{body.decode()}'; }}"
        return self.nginx(lines, tls)

    def registry(self, tls):
        port = free_port()
        certificate, key = self.certificate()
        secure = f", tls: {{certificate: {certificate}, key: {key}}}" if tls else ""
        configuration = self.folder / "registry.yml"
        configuration.write_text(
            f"""version: 0.1
log: {{level: error, accesslog: {{disabled: true}}}}
storage: {{filesystem: {{rootdirectory: {self.folder}/registry}}}}
http: {{addr: "127.0.0.1:{port}"{secure}}}
""",
            encoding="utf-8",
        )
        return Server("docker-registry", ["docker-registry", "serve", configuration], self.folder, port, tls)


def raise_descriptor_limit():
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def say(text):
    print(f"      {text}", file=sys.stderr, flush=True)
