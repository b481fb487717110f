#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Releases that need people's signatures: from a recorded call to two of three keys, and a manager that was taken over.

Each step asserts what it shows; the first thing that is not so ends it with exit code 1.
"""

import json
import os
import sqlite3
import subprocess
import sys

import harness
from harness import Failure, Process

PRODUCT = "kiosk"
PLATFORM = "linux-amd64"
PEOPLE = ("anna", "bert", "cleo")
ON_TOKEN = "cleo"


class Signatures(harness.Scenario):
    def __init__(self, programs, folder):
        super().__init__(programs, folder)
        self.passphrase = folder / "passphrase"
        self.passphrase.write_text("a passphrase for tests\n")

    # --- people

    def key(self, name):
        """A file; of the last of them a key on a token."""
        return f"pkcs11:token=release;object={name}" if name == ON_TOKEN else self.folder / f"{name}.key"

    def public_key(self, name):
        """What is given to others."""
        if name != ON_TOKEN:
            return self.key(name)
        path = self.folder / f"{name}.pub"
        path.write_text(self.setup.ctl("key", "show", "--token", self.key(name))["publicKey"])
        return path

    def make_token(self):
        (self.folder / "tokens").mkdir()
        config = self.folder / "softhsm2.conf"
        config.write_text(f"directories.tokendir = {self.folder / 'tokens'}\nobjectstore.backend = file\n")
        os.environ["SOFTHSM2_CONF"] = str(config)
        subprocess.run(
            ["softhsm2-util", "--init-token", "--free", "--label", "release", "--so-pin", "00000000",
             "--pin", self.passphrase.read_text().strip()],
            check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip

    def make_keys(self):
        self.make_token()
        for name in ("root", "spare", *PEOPLE):
            where = ("--token", self.key(name)) if name == ON_TOKEN else (self.key(name),)
            self.setup.ctl("key", "create", *where, "--passphrase-file", self.passphrase)

    def signing(self, *names):
        """Each person signs on a machine of their own: what it believes lies in a folder of theirs."""
        keys = [part for name in names for part in ("--key", self.key(name))]
        return [*keys, "--passphrase-file", self.passphrase, "--trust-folder", self.folder / f"trust-{names[0]}", "--yes"]

    # --- releases

    def release(self, version):
        tree = self.folder / f"tree-{version}"
        tree.mkdir()
        (tree / "content").write_text(version)
        self.setup.ctl(
            "release", "import", tree, "--product", PRODUCT, "--version", version, "--platform", PLATFORM, "--submit"
        )
        return next(item for item in self.setup.items("release", "list") if item["version"] == version)

    def state(self, release):
        return self.setup.ctl("release", "show", release["id"])["state"]

    def roll_out(self, release, wanted="finished"):
        version = release["version"]
        rollout = self.setup.ctl(
            "rollout", "create", "--release", release["id"], "--name", version, "--audience", "", "--retries", 0,
            "--start",
        )["id"]  # fmt: skip

        def ended():
            shown = self.setup.ctl("rollout", "show", rollout)
            progress = shown["progress"]["phases"][0]
            return shown if progress["succeeded"] + progress["failed"] + progress["rolledBack"] == 1 else None

        shown = self.setup.wait_for(f"the rollout of {version} to end", ended, 60)
        return shown, self.setup.items("rollout", "deployments", rollout)[0]

    def installed(self):
        current = self.folder / "till-1" / "root" / PRODUCT / "current" / "content"
        return current.read_text() if current.exists() else None

    def must_run(self, version):
        if self.installed() != version:
            raise Failure(f"the terminal runs {self.installed()}, not {version}")

    # --- the story

    def play(self):
        setup = self.setup
        self.manager = setup.start_manager(1)
        setup.start_node("node-1", setup.join_codes("node", 1)[0])
        setup.join_terminal("till-1", setup.join_codes("terminal", 1)[0], PLATFORM, PRODUCT)
        setup.start_terminal("till-1")
        first = self.release("1.0")
        setup.ctl("release", "approve", first["id"], "--digest", first["manifestDigest"], "--yes")
        self.roll_out(first)
        self.must_run("1.0")
        self.say("before signatures are set up, a recorded call approves a release")

        self.make_keys()
        setup.ctl(
            "trust", "establish", "--root-key", self.key("root"), "--root-key", self.key("spare"),
            *self.signing("root"),
        )  # fmt: skip
        setup.ctl(
            "trust", "approvers", PRODUCT, *[part for name in PEOPLE for part in ("--approver", self.public_key(name))],
            "--threshold", 2, *self.signing("root"),
        )  # fmt: skip
        self.say("signatures are set up: two of three people approve the product")
        self.two_of_three_sign()
        self.a_taken_over_manager_gets_nowhere()
        self.a_new_terminal_pins_the_root_with_its_code()

    def two_of_three_sign(self):
        release = self.release("2.0")
        code, text = self.setup.ctl_fails(
            "release", "approve", release["id"], "--digest", release["manifestDigest"], "--yes"
        )
        if "signatures" not in text:
            raise Failure(f"a call approved a release that needs signatures, or it does not say so: {code} {text}")
        self.setup.ctl("release", "approve", release["id"], *self.signing("anna"))
        if self.state(release) != "inReview":
            raise Failure("one signature of two was enough")
        if "signed" not in self.setup.ctl_fails("release", "approve", release["id"], *self.signing("anna"))[1]:
            raise Failure("the same key signed twice")
        self.setup.ctl("release", "approve", release["id"], *self.signing("cleo"))
        if self.state(release) != "approved":
            raise Failure(f"with two signatures the release is {self.state(release)}")
        self.say("release 2.0 has two signatures and is approved")
        _, deployment = self.roll_out(release)
        if deployment["state"] != "succeeded":
            raise Failure(f"the signed release was not installed: {deployment}")
        self.must_run("2.0")
        if not (self.folder / "till-1" / "data" / "trust" / "p-kiosk.json").exists():
            raise Failure("the terminal verified no signatures")
        self.say("the terminal, which joined before, pinned the root and installed what it found signed")

    def a_taken_over_manager_gets_nowhere(self):
        """Somebody with the manager's database says that a release is approved."""
        release = self.release("3.0")
        self.manager.kill()
        with sqlite3.connect(self.folder / "manager" / "signalbox.sqlite") as database:
            changed = database.execute("UPDATE releases SET state = 'approved' WHERE version = '3.0'").rowcount
        database.close()
        if changed != 1:
            raise Failure("the database could not be tampered with")
        self.manager = Process("manager", self.manager.command, self.folder / "log" / "manager-2.log")
        self.manager.start()
        self.setup.processes["manager"] = self.manager
        self.setup.wait_for("the manager to answer", self.setup.manager_answers, process=self.manager)
        if self.state(release) != "approved":
            raise Failure("the manager was not taken over")
        _, deployment = self.roll_out(release)
        if deployment["state"] != "failed" or deployment["cause"] != "notApproved":
            raise Failure(f"a release without signatures: {json.dumps(deployment)}")
        self.must_run("2.0")
        self.say(f"release 3.0 has no signatures and was not installed: {deployment['message']}")

    def a_new_terminal_pins_the_root_with_its_code(self):
        data, _ = self.setup.join_terminal(
            "till-2", self.setup.join_codes("terminal", 1)[0], PLATFORM, PRODUCT
        )
        pinned = (data / "trust" / "root.json").read_text()
        if json.loads(pinned)["signed"]["_type"] != "root":
            raise Failure("joining pinned no root")
        self.say("a terminal that joins now has the root pinned before its first poll")


if __name__ == "__main__":
    sys.exit(harness.main(Signatures, "signatures", __doc__))
