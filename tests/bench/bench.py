#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Signalbox's programs against those that people would use instead. See README.md in this folder."""
import argparse
import contextlib
import json
import os
import shutil
import signal
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import manager_works
import node_works
import report
import rollout_works
from fleet_manager import FleetManager
from harness import Failure
from servers import Bench, Broken, raise_descriptor_limit


@dataclass
class Work:
    name: str
    what: str
    unit: str
    measure: Callable
    of: str  # whose fixture it works on: "fleet", "nodes" or ""
    peer: str = ""
    less: bool = False  # less is better
    target: float = 0  # of the ratio where there is a peer, else of the figure
    aim: float = 0
    limit: int = 180  # seconds

    def reached(self, outcome):
        """The figure that the target is for, and whether it is reached; None: there is no target."""
        figure = outcome.ratio() if self.peer and self.name != "idleTlsMemory" else outcome.median("ours")
        if not self.target:
            return None
        return figure <= self.target if self.less else figure >= self.target


def works():
    poll, core = "polls a CPU second", "GETs a CPU second"
    listed = [
        Work("managerStart", "manager from its start to its first answer", "s", manager_works.start_up, "fleet",
             less=True),
        Work("managerMemory", "manager's memory after its start and three audiences", "MiB", manager_works.memory,
             "fleet", less=True, target=1024, aim=400),
        Work("audienceCount", "slowest of three audiences, by the admin door", "ms", manager_works.audience, "fleet",
             less=True, target=50, aim=5),
        Work("rolloutStart", "a rollout to all terminals, until its members are fixed and on disk", "ms",
             manager_works.rollout_start, "fleet", less=True),
        Work("idleTlsMemory", "an idle TLS connection", "KiB", manager_works.idle_memory, "fleet", "nginx", less=True,
             target=40, aim=20),
        Work("pollTls", "idle polls, TLS kept alive", poll, manager_works.poll_tls, "fleet", "nginx", target=0.7,
             aim=0.9),
        Work("pollNewTls", "a new TLS connection a poll, resumed", "CPU µs", manager_works.poll_new_connection, "fleet",
             "nginx", less=True, target=1.3, aim=1.1),
        Work("pollOpenDeployment", "polls that show a deployment, TLS kept alive", core,
             manager_works.poll_open_deployment, "fleet", "nginx"),
        Work("feedback", "feedback that is on disk before its answer", "posts a CPU second", manager_works.feedback,
             "fleet", target=5000, aim=20000),
        Work("pollPlain", "idle polls, plain, kept alive", poll, manager_works.poll_plain, "fleet", "nginx", target=0.7,
             aim=0.9),
    ]  # fmt: skip
    for tls in (False, True):
        how = "Tls" if tls else "Plain"
        for ranged in (False, True):
            what = f"blob from a node, {'TLS' if tls else 'plain'}, {'ranges of 4 MiB' if ranged else 'whole'}"
            name = f"blobDownload{how}{'Ranged' if ranged else ''}"
            listed.append(Work(name, what, "MB/s", node_works.download(tls, ranged, "nginx"), "nodes", "nginx",
                               target=0.9, aim=1.1))  # fmt: skip
            listed.append(Work(name + "Registry", what, "MB/s", node_works.download(tls, ranged, "docker-registry"),
                               "nodes", "docker-registry"))  # fmt: skip
        for chunked in (False, True):
            what = f"blob to a node, {'TLS' if tls else 'plain'}, {'chunks of 8 MiB' if chunked else 'whole'}"
            listed.append(Work(f"blobUpload{how}{'Chunked' if chunked else ''}", what, "MB/s",
                               node_works.upload(tls, chunked), "nodes", "docker-registry", target=1.5,
                               aim=3))  # fmt: skip
    listed += [
        Work("agentMemory", "signalbox-terminal that waits", "MiB", rollout_works.agent_memory, "", less=True,
             target=15, aim=8),
        Work("fleetRollout", "a rollout of a 16 KiB package by two nodes to simulated terminals, to its end",
             "terminals a second", rollout_works.rollout, "", limit=1800),
    ]  # fmt: skip
    return {work.name: work for work in listed}


@contextlib.contextmanager
def time_limit(seconds, what):
    def over(*_):
        raise Broken(f"{what} took longer than {seconds} s")

    before = signal.signal(signal.SIGALRM, over)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def measure(arguments, chosen, folder):
    """Outcomes by work; a work that breaks is told and left out."""
    bench = Bench(arguments, folder)
    fixtures = {"fleet": FleetManager(bench), "nodes": node_works.Nodes(bench), "": None}
    outcomes, broken = {}, []
    try:
        for work in chosen:
            begin = time.monotonic()
            try:
                with time_limit(work.limit, work.name):
                    outcomes[work.name] = work.measure(bench, fixtures[work.of])
            except (Broken, Failure, OSError) as error:
                broken.append(work.name)
                print(f"{work.name}: {error}", file=sys.stderr, flush=True)
                continue
            seconds = time.monotonic() - begin
            print(report.line(work, outcomes[work.name]) + f"   ({seconds:.0f} s)", flush=True)
    finally:
        fixtures["fleet"].stop()
    return outcomes, broken


def parse(known):
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    parser.add_argument("--bin", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--list", action="store_true", help="name what can be measured, and end")
    parser.add_argument("--runs", type=int, default=5, help="runs of each side, taken in turn (5)")
    parser.add_argument("--seconds", type=float, default=2, help="of load in a run (2)")
    parser.add_argument("--megabytes", type=int, default=128, help="size of a blob (128)")
    parser.add_argument("--terminals", type=int, default=1_000_000, help="in the manager's store (1000000)")
    parser.add_argument("--fleet-terminals", type=int, default=2000, help="simulated ones in fleetRollout (2000)")
    parser.add_argument("--json", action="store_true", help="print one JSON object as the last line")
    parser.add_argument("--write", action="store_true", help="write the figures and the machine into README.md")
    parser.add_argument("work", nargs="*", help="what to measure (all)")
    arguments = parser.parse_args()
    if min(arguments.runs, arguments.megabytes, arguments.fleet_terminals) < 1 or arguments.seconds <= 0:
        parser.error("numbers count from 1")
    if arguments.terminals < 1000:
        parser.error("--terminals: at least 1000 are wanted")
    if arguments.write and arguments.work:
        parser.error("--write is for all works together: the table has one machine and one commit")
    unknown = set(arguments.work) - set(known)
    if unknown:
        parser.error(f"unknown work: {', '.join(sorted(unknown))} (--list names them)")
    arguments.bin = arguments.bin.resolve()
    return arguments


def main():
    known = works()
    arguments = parse(known)
    if arguments.list:
        for work in known.values():
            print(f"{work.name:<32} {work.what}")
        return 0
    os.environ["PATH"] += ":/usr/sbin:/sbin"  # where nginx lies
    raise_descriptor_limit()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # what was started is stopped on the way out
    with contextlib.suppress(PermissionError):
        os.nice(-10)
    # On the disk that the programs would use; /tmp may be memory.
    base = Path(arguments.bin).parent / "bench-data"
    base.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=base))
    folder.chmod(0o755)  # nginx's worker reads in it
    chosen = [known[name] for name in arguments.work] or list(known.values())
    print(report.heading(), flush=True)
    try:
        outcomes, broken = measure(arguments, chosen, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if arguments.write:
        report.write(arguments, [(known[name], outcome) for name, outcome in outcomes.items()])
    if arguments.json:
        figures = {}
        for name, outcome in outcomes.items():
            figures |= outcome.figures(name)
        print(json.dumps(figures))
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
