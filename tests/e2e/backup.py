#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A manager is backed up while it runs, lost, and restored elsewhere: node and terminal go on as if nothing had been.

Each step asserts what it shows; the first thing that is not so ends it with exit code 1.
"""

import sys

import harness
from harness import Failure, Process, free_port

PRODUCT = "kiosk"
PLATFORM = "linux-amd64"


class Backup(harness.Scenario):
    def __init__(self, programs, folder):
        super().__init__(programs, folder)
        self.passphrase = folder / "passphrase"
        self.passphrase.write_text("a passphrase for tests\n")

    def manager_program(self, *arguments, check=True):
        return self.setup.run(
            self.setup.program("signalbox-manager"), *arguments, "--passphrase-file", self.passphrase, check=check
        )

    def roll_out(self, version):
        tree = self.folder / f"tree-{version}"
        tree.mkdir()
        (tree / "content").write_text(version)
        self.setup.ctl(
            "release", "import", tree, "--product", PRODUCT, "--version", version, "--platform", PLATFORM, "--submit"
        )
        release = next(item for item in self.setup.items("release", "list") if item["version"] == version)
        self.setup.ctl("release", "approve", release["id"], "--digest", release["manifestDigest"], "--yes")
        rollout = self.setup.ctl(
            "rollout", "create", "--release", release["id"], "--name", version, "--audience", "", "--start"
        )["id"]
        self.setup.wait_for(
            f"the rollout of {version} to finish",
            lambda: self.setup.ctl("rollout", "show", rollout)["state"] == "finished",
            60,
        )
        current = self.folder / "till-1" / "root" / PRODUCT / "current" / "content"
        if current.read_text() != version:
            raise Failure(f"the terminal runs {current.read_text()}, not {version}")

    def play(self):
        setup = self.setup
        manager = setup.start_manager(1)
        setup.start_node("node-1", setup.join_codes("node", 1)[0])
        setup.join_terminal("till-1", setup.join_codes("terminal", 1)[0], PLATFORM, PRODUCT)
        setup.start_terminal("till-1")
        self.roll_out("1.0")
        self.say("release 1.0 runs")

        backup = self.folder / "manager.backup"
        data = self.folder / "manager"
        self.manager_program("backup", "create", backup, "--data", data)
        self.manager_program("backup", "verify", backup)
        self.say(f"backed up while it ran: {backup.stat().st_size} bytes")
        self.roll_out("2.0")
        if "nothing differs" not in self.manager_program("backup", "compare", backup, "--data", data).stdout:
            raise Failure("a manager that only went on differs from its backup")
        self.say("release 2.0 runs, which the backup knows nothing of; what was approved then is as it was")

        manager.kill()
        data.rename(self.folder / "lost")
        if self.manager_program("restore", backup, "--data", self.folder / "lost", check=False).returncode == 0:
            raise Failure("a restore went over a folder with content")
        self.manager_program("restore", backup, "--data", data)
        restored = Process("manager", manager.command, self.folder / "log" / "restored.log")
        restored.start()
        setup.processes["manager"] = restored
        setup.wait_for("the restored manager to answer", setup.manager_answers, process=restored)
        self.say("the manager is lost and restored, with the authority, the tokens and the audit log it had")
        setup.wait_for(
            "the terminal to say what it runs",
            lambda: setup.ctl("terminal", "show", "till-1")["installed"].get(PRODUCT) == "2.0",
            30,
        )
        self.roll_out("3.0")
        self.say("release 3.0 was rolled out by it: the terminal took its permit, the node its package")
        self.move(restored.command)

    def move(self, command):
        """The manager goes to another address; the terminal was told, and finds it there also after a restart."""
        setup = self.setup
        port = free_port()
        next_url = f"https://127.0.0.1:{port}"
        if setup.ctl("addresses", next_url)["told"][-1] != next_url:
            raise Failure("the next address is not told")
        told = self.folder / "till-1" / "data" / "managers.json"
        setup.wait_for("the terminal to keep the address", lambda: told.exists() and next_url in told.read_text(), 30)
        setup.run(
            setup.program("signalboxctl"), "--profile", setup.profile, "backup", "settings", "--passphrase",
            "--packages", "off", stdin="a passphrase for tests\n",
        )  # fmt: skip
        name = setup.ctl("backup", "start", "--wait")["lastFile"]
        moved = self.folder / "moved.backup"
        setup.ctl("backup", "download", name, "--output", moved)
        setup.processes["manager"].stop()
        data = self.folder / "manager"
        data.rename(self.folder / "old host")
        self.manager_program("restore", moved, "--data", data)
        command = [*command, "--ddi-listen", f"127.0.0.1:{port}", "--ddi-url", next_url]
        for option in ("--ddi-listen", "--ddi-url"):
            at = command.index(option)
            del command[at : at + 2]
        arrived = Process("manager", command, self.folder / "log" / "moved.log")
        arrived.start()
        setup.processes["manager"] = arrived
        setup.wait_for("the moved manager to answer", setup.manager_answers, process=arrived)
        for release in setup.items("release", "list"):
            digest = release["packages"][0]["digest"].removeprefix("sha256:")
            blob = data / "blobs" / "blobs" / "sha256" / digest[:2] / digest
            setup.wait_for(f"the package of {release['version']} to come back from the node", blob.exists, 60)
        self.say("the backup was without packages: the node gave them back")
        self.roll_out("4.0")
        self.say("the manager has moved to another address, restored from a backup of its own; release 4.0 runs")
        setup.processes["till-1"].kill()
        setup.start_terminal("till-1")
        self.roll_out("5.0")
        self.say("the terminal found it again after a restart: release 5.0 runs")
        log = self.folder / "audit.jsonl"
        setup.ctl("audit", "export", "--output", log)
        if setup.ctl("audit", "verify", log, "--against-manager")["intact"] is not True:
            raise Failure("the exported log does not verify")
        lines = log.read_text().splitlines(keepends=True)
        lines[4] = lines[4].replace('"actor":"', '"actor":"x')
        log.write_text("".join(lines))
        code, said = setup.ctl_fails("audit", "verify", log)
        if code != 1 or "line 5" not in said:
            raise Failure(f"a changed line is not named: {said}")
        self.say("the exported audit log verifies; a changed line is named")


if __name__ == "__main__":
    sys.exit(harness.main(Backup, "backup", __doc__))
