#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A rollout in a hard field: slow links, wrong clocks, terminals that are off or fall silent in mid-install.

Each step asserts what it shows; the first thing that is not so ends it with exit code 1.
"""

import json
import os
import sys

import harness
from harness import Failure

TERMINALS = 80
PACKAGE_BYTES = 256 * 1024
SLOW_RATE = 64 * 1024
PRODUCT = "meter"
PLATFORM = "sim"


class HardField(harness.Scenario):
    def release(self):
        tree = self.folder / "tree"
        tree.mkdir()
        (tree / "firmware").write_bytes(os.urandom(PACKAGE_BYTES))
        self.setup.ctl(
            "release", "import", tree, "--product", PRODUCT, "--version", "1.0", "--platform", PLATFORM, "--submit"
        )
        release = self.setup.items("release", "list")[0]
        self.setup.ctl("release", "approve", release["id"], "--digest", release["manifestDigest"], "--yes")
        return release["id"]

    def play(self):
        setup = self.setup
        setup.start_manager(1)
        for number, code in enumerate(setup.join_codes("node", 2), 1):
            setup.start_node(f"node-{number}", code)
        codes = self.folder / "codes"
        setup.join_codes("terminal", TERMINALS, codes)
        fleet = setup.spawn(
            "fleet", setup.program("signalbox-fleet"), "run", "--codes", codes, "--platform", PLATFORM, "--count",
            TERMINALS, "--data", self.folder / "fleet", "--seed", 3, "--slow-links", 0.3, "--slow-rate", SLOW_RATE,
            "--wrong-clocks", 0.3, "--clock-error", 6 * 3600, "--offline", 0.1, "--hang-rate", 0.2, "--hang", 16,
            "--json",
        )  # fmt: skip
        setup.wait_for(
            "all to join", lambda: setup.ctl("status")["terminals"] >= TERMINALS, process=setup.processes["fleet"]
        )
        self.say(f"{TERMINALS} terminals have joined")
        rollout = setup.ctl(
            "rollout", "create", "--release", self.release(), "--name", "1.0", "--audience", "", "--install-timeout",
            "10s", "--retries", 0, "--start",
        )["id"]  # fmt: skip

        def shown():
            return setup.ctl("rollout", "show", rollout)

        def succeeded():
            return sum(phase["succeeded"] for phase in shown()["progress"]["phases"])

        timed_out = setup.wait_for(
            "a terminal that is silent too long to count as failed",
            lambda: sum(phase["failed"] for phase in shown()["progress"]["phases"]),
            process=fleet,
        )
        self.say(f"{timed_out} terminals fell silent in mid-install and count as failed")
        setup.wait_for("all to say at last that they succeeded", lambda: succeeded() == TERMINALS, 120, process=fleet)
        if shown()["state"] != "finished":
            raise Failure(f"the rollout is {shown()['state']}, not finished")
        self.say("what they said later was taken: all have succeeded")
        self.check_summary(fleet)

    def check_summary(self, fleet):
        fleet.stop(60)
        summary = json.loads(fleet.log_tail(1))
        for what in ("hung", "offline"):
            if summary[what] == 0:
                raise Failure(f"nothing was {what}: {summary}")
        if summary["succeeded"] != TERMINALS or summary["permitsRefused"] != 0:
            raise Failure(f"not all terminals are well: {summary}")
        if summary["bytesFromNodes"] < TERMINALS * PACKAGE_BYTES:
            raise Failure(f"only {summary['bytesFromNodes']} bytes came from the nodes")
        self.say(f"{summary['hung']} hung, {summary['offline']} contacts were not made for terminals that were off")


if __name__ == "__main__":
    sys.exit(harness.main(HardField, "hard-field", __doc__))
