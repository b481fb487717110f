#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Another certificate authority takes the place of the manager's while nodes and terminals work, and one is killed.

Each step asserts what it shows; the first thing that is not so ends it with exit code 1.
"""

import json
import sys

import harness
from harness import Failure

PRODUCT = "kiosk"
PLATFORM = "linux-amd64"


class Authority(harness.Scenario):
    def authority(self):
        return self.setup.ctl("authority", "show")

    def is_online(self, node):
        shown = self.setup.ctl("node", "show", node)
        return shown.get("online") and not shown.get("problem")

    def install(self, version, terminals):
        """A release goes the whole way: to the nodes by the manager's certificate, from there to the terminals."""
        tree = self.folder / f"tree-{version}"
        tree.mkdir()
        (tree / "content").write_text(version)
        self.setup.ctl(
            "release", "import", tree, "--product", PRODUCT, "--version", version, "--platform", PLATFORM, "--submit"
        )
        release = next(item for item in self.setup.items("release", "list") if item["version"] == version)
        self.setup.ctl("release", "approve", release["id"], "--digest", release["manifestDigest"], "--yes")
        self.setup.ctl("rollout", "create", "--release", release["id"], "--name", version, "--audience", "", "--start")

        def all_have_it():
            found = [self.folder / name / "root" / PRODUCT / "current" / "content" for name in terminals]
            return all(path.exists() and path.read_text() == version for path in found)

        self.setup.wait_for(f"{version} on {', '.join(terminals)}", all_have_it, 90)

    def trusted_by_terminal(self, name):
        return json.loads((self.folder / name / "data" / "identity.json").read_text())["ca"]

    def play(self):
        setup = self.setup
        setup.start_manager(1)
        for name, code in zip(("node-1", "node-2"), setup.join_codes("node", 2)):
            setup.start_node(name, code)
        for name, code in zip(("till-1", "till-2"), setup.join_codes("terminal", 2)):
            setup.join_terminal(name, code, PLATFORM, PRODUCT)
            setup.start_terminal(name)
        for name in ("node-1", "node-2"):
            setup.wait_for(f"{name} to be online", lambda name=name: self.is_online(name), 60)
        before = self.authority()
        self.install("1.0", ["till-1", "till-2"])
        self.say("two nodes and two terminals work under the first authority")

        setup.processes["till-2"].kill()
        setup.ctl("authority", "plan")
        waiting = setup.wait_for(
            "everyone but the terminal that is off to know the next authority",
            lambda: (shown := self.authority())["terminalsWaiting"] == 1 and not shown["nodesWaiting"] and shown, 60,
        )  # fmt: skip
        if waiting["state"] != "planned" or waiting["current"] != before["current"]:
            raise Failure(f"it did not wait for a terminal that is off: {waiting}")
        setup.ctl_fails("authority", "use")
        self.say("nodes and terminals were told; a terminal that is off holds it up")

        setup.processes["till-2"].start()
        after = setup.wait_for(
            "the first authority to be retired",
            lambda: (shown := self.authority())["current"] == waiting["next"] and shown["state"] == "settled" and shown,
            120,
        )  # fmt: skip
        self.say("the next authority is used, nodes have new certificates, the first is retired: nobody did a thing")

        setup.wait_for(
            "consoles on this machine to be told",
            lambda: (self.folder / "manager" / "ca.pem").read_text() == after["pem"], 30,
        )  # fmt: skip
        for name in ("node-1", "node-2"):
            setup.wait_for(
                f"{name} to trust the new authority alone",
                lambda name=name: (self.folder / name / "identity" / "ca.pem").read_text() == after["pem"], 60,
            )  # fmt: skip
        for name in ("till-1", "till-2"):
            setup.wait_for(
                f"{name} to trust the new authority alone",
                lambda name=name: self.trusted_by_terminal(name) == after["pem"], 60,
            )  # fmt: skip
        setup.join_terminal("till-3", setup.join_codes("terminal", 1)[0], PLATFORM, PRODUCT)
        setup.start_terminal("till-3")
        self.install("2.0", ["till-1", "till-2", "till-3"])
        self.say("a release goes to the nodes and the terminals under the new authority alone, to a new terminal as well")


if __name__ == "__main__":
    sys.exit(harness.main(Authority, "authority", __doc__))
