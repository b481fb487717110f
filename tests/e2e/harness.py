# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The programs of a Signalbox set-up as processes on this machine: started, killed, started again, asked.

Nothing here knows what is proven with them; demo.py does.
"""

import argparse
import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path


class Failure(Exception):
    """A step of the demo did not do what it should."""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Process:
    """One program that runs until it is stopped; its output goes to a log file."""

    def __init__(self, name, command, log, environment=None, helpers=False):
        """`helpers`: it starts programs of its own, which end with it."""
        self.name = name
        self.command = [str(part) for part in command]
        self.log = Path(log)
        self.environment = {**os.environ, **(environment or {})}
        self.helpers = helpers
        self.handle = None

    def start(self):
        with self.log.open("ab") as output:
            self.handle = subprocess.Popen(
                self.command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, env=self.environment,
                start_new_session=self.helpers,
            )  # fmt: skip

    def kill(self):
        """As a power cut would: no chance to tidy up."""
        self.handle.send_signal(signal.SIGKILL)
        self.handle.wait()

    def stop(self, patience=20):
        if self.handle is None or self.handle.poll() is not None:
            return
        self.handle.terminate()
        try:
            self.handle.wait(patience)
        except subprocess.TimeoutExpired:
            self.handle.kill()
            self.handle.wait()
        if self.helpers:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.handle.pid, signal.SIGKILL)

    def resident_bytes(self):
        for line in Path(f"/proc/{self.handle.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024
        raise Failure(f"{self.name} has no resident memory")

    def require_running(self):
        if self.handle is None or self.handle.poll() is not None:
            code = None if self.handle is None else self.handle.returncode
            raise Failure(f"{self.name} ended with {code}; the end of its log:\n{self.log_tail()}")

    def log_tail(self, lines=15):
        text = self.log.read_text(errors="replace") if self.log.exists() else ""
        return "\n".join(text.splitlines()[-lines:])


class Setup:
    """A manager, its nodes and terminals below one folder."""

    def __init__(self, programs, folder):
        self.programs = Path(programs)
        self.folder = Path(folder)
        self.processes = {}
        self.profile = self.folder / "manager" / "admin.json"
        (self.folder / "log").mkdir(parents=True, exist_ok=True)

    def program(self, name):
        return self.programs / name

    def run(self, *command, check=True, timeout=300, stdin=""):
        """Runs a program to its end; gives its standard output."""
        done = subprocess.run(
            [str(part) for part in command],
            input=stdin,
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )
        if check and done.returncode != 0:
            shown = " ".join(str(part) for part in command)
            raise Failure(f"exit code {done.returncode} of: {shown}\n{done.stdout}{done.stderr}")
        return done

    def ctl(self, *arguments, check=True, timeout=300):
        """signalboxctl --json; gives the JSON document it prints, or nothing where it prints none."""
        done = self.run(
            self.program("signalboxctl"), "--profile", self.profile, "--json", *arguments, check=check, timeout=timeout
        )
        return json.loads(done.stdout) if done.stdout.strip() else None

    def items(self, *arguments):
        """The rows of a list command."""
        listed = self.ctl(*arguments)
        return listed["items"] if isinstance(listed, dict) else listed

    def ctl_fails(self, *arguments):
        """Runs signalboxctl where it must fail; gives exit code and what it says."""
        done = self.run(self.program("signalboxctl"), "--profile", self.profile, *arguments, check=False)
        if done.returncode == 0:
            raise Failure(f"signalboxctl {' '.join(map(str, arguments))} should have failed:\n{done.stdout}")
        return done.returncode, done.stderr

    def spawn(self, name, *command):
        process = Process(name, command, self.folder / "log" / f"{name}.log")
        process.start()
        self.processes[name] = process
        return process

    def start_manager(self, poll_interval):
        ddi, admin = free_port(), free_port()
        manager = self.spawn(
            "manager",
            self.program("signalbox-manager"),
            "run",
            "--data",
            self.folder / "manager",
            "--ddi-listen",
            f"127.0.0.1:{ddi}",
            "--ddi-url",
            f"https://127.0.0.1:{ddi}",
            "--admin-listen",
            f"127.0.0.1:{admin}",
            "--poll-interval",
            str(poll_interval),
        )
        self.wait_for("the manager to answer", self.manager_answers, process=manager)
        return manager

    def manager_answers(self):
        if not self.profile.exists():
            return False
        done = self.run(
            self.program("signalboxctl"), "--profile", self.profile, "--json", "status", check=False, timeout=30
        )
        return done.returncode == 0

    def join_codes(self, role, count, path=None):
        codes = self.ctl("join-code", "create", "--role", role, "--count", str(count))["codes"]
        if path:
            path.write_text("".join(code + "\n" for code in codes))
        return codes

    def start_node(self, name, code):
        port = free_port()
        data = self.folder / name
        self.run(
            self.program("signalbox-node"),
            "join",
            code,
            "--data",
            data,
            "--name",
            name,
            "--listen",
            f"127.0.0.1:{port}",
            "--url",
            f"https://127.0.0.1:{port}",
        )
        return self.spawn(name, self.program("signalbox-node"), "run", "--data", data, "--scrub-rate", "500")

    def start_registry(self, name):
        """Debian's docker-registry, which nobody here wrote, as one more node."""
        port = free_port()
        folder = self.folder / name
        folder.mkdir()
        config = folder / "config.yml"
        config.write_text(
            "version: 0.1\n"
            "log: {level: warn}\n"
            f"storage:\n  filesystem: {{rootdirectory: {folder / 'data'}}}\n  delete: {{enabled: true}}\n"
            f"http: {{addr: '127.0.0.1:{port}', secret: of-the-demo, relativeurls: true}}\n"
        )
        process = self.spawn(name, "docker-registry", "serve", config)
        self.ctl("node", "add-registry", name, f"http://127.0.0.1:{port}", "--insecure-http")
        return process

    def registry_blob(self, name, digest):
        """Where a blob's bytes lie on the disk of such a registry."""
        value = digest.removeprefix("sha256:")
        return self.folder / name / "data/docker/registry/v2/blobs/sha256" / value[:2] / value / "data"

    def registry_bytes_to_terminals(self, name):
        """Bytes of ranges, which our terminals ask for and the manager does not; from its access log."""
        log = self.processes[name].log.read_text(errors="replace")
        return sum(int(sent) for sent in re.findall(r'"GET /v2/\S+/blobs/\S+ HTTP/1.1" 206 (\d+)', log))

    def collect_garbage(self, name):
        """As whoever runs such a registry does it: while it is down."""
        process = self.processes[name]
        process.stop()
        self.run("docker-registry", "garbage-collect", self.folder / name / "config.yml")
        process.start()

    def join_terminal(self, name, code, platform, product):
        data, root = self.folder / name / "data", self.folder / name / "root"
        root.mkdir(parents=True)
        self.run(
            self.program("signalbox-terminal"),
            "join",
            code,
            "--data",
            data,
            "--root",
            root,
            "--id",
            name,
            "--platform",
            platform,
            # Where the demo runs as root, so do its recipes' commands.
            *(["--allow-root", product] if os.geteuid() == 0 else []),
        )
        return data, root

    def start_terminal(self, name):
        return self.spawn(name, self.program("signalbox-terminal"), "run", "--data", self.folder / name / "data")

    def terminal_status(self, name):
        done = self.run(
            self.program("signalbox-terminal"), "status", "--data", self.folder / name / "data", "--json", check=False
        )
        return json.loads(done.stdout) if done.returncode == 0 and done.stdout.strip() else {}

    def wait_for(self, what, condition, patience=120, pause=0.2, process=None):
        """Asks `condition` until it gives something true, and gives that."""
        end = time.monotonic() + patience
        while True:
            found = condition()
            if found:
                return found
            if process is not None:
                process.require_running()
            if time.monotonic() > end:
                raise Failure(f"waited {patience} s for {what}")
            time.sleep(pause)

    def stop_all(self):
        """Terminals first, the manager last."""
        for process in reversed(list(self.processes.values())):
            if process.handle is not None and process.handle.poll() is None:
                process.handle.terminate()
        for process in reversed(list(self.processes.values())):
            process.stop()


class Scenario:
    """Steps that assert what they show: play() raises Failure at the first thing that is not so."""

    def __init__(self, programs, folder):
        self.setup = Setup(programs, folder)
        self.folder = folder
        self.began = time.monotonic()

    def say(self, text):
        print(f"{time.monotonic() - self.began:6.1f} s  {text}", flush=True)

    def play(self):
        raise NotImplementedError


def main(scenario_class, name, description):
    """The command line of a scenario; gives the exit code."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--programs", default="build/bin", metavar="DIR", help="where the programs are (build/bin)")
    parser.add_argument("--keep", metavar="DIR", help="keep logs and data in DIR")
    arguments = parser.parse_args()
    os.environ["PATH"] += ":/usr/sbin:/sbin"
    folder = Path(arguments.keep or tempfile.mkdtemp(prefix=f"signalbox-{name}-")).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    scenario = scenario_class(arguments.programs, folder)
    try:
        scenario.play()
    except Failure as failure:
        print(f"{name}: {failure}", file=sys.stderr)
        for program, process in scenario.setup.processes.items():
            print(f"--- {program}\n{process.log_tail()}", file=sys.stderr)
        return 1
    finally:
        scenario.setup.stop_all()
        if not arguments.keep:
            shutil.rmtree(folder, ignore_errors=True)
    return 0
