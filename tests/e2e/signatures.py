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
        self.restarts = 1

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
        for name in ("root", "spare", "third", *PEOPLE):
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
        self.the_approver_sees_what_is_in_it()
        self.the_root_grows_to_two_of_three()
        self.rules_hold()
        self.a_taken_over_manager_gets_nowhere()
        self.an_audit_log_made_anew_is_noticed()
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

    def the_approver_sees_what_is_in_it(self):
        """Computed by signalboxctl from bytes that have their digests."""
        shown = self.setup.ctl("release", "show", f"{PRODUCT}/2.0", "--diff", "--trust-folder", self.folder / "trust-anna")
        (package,) = shown["packages"]
        if [change["after"]["path"] for change in package["changed"]] != ["content"] or package["added"]:
            raise Failure(f"the difference is {json.dumps(shown)}")
        roles = {role["role"]: role["owners"] for role in self.setup.ctl("trust", "show")["roles"]}
        if sorted(roles["p-kiosk"]) != sorted(PEOPLE):
            raise Failure(f"the keys are of {roles}")
        self.say("an approver sees which files change, and whose the keys are")

    def an_audit_log_made_anew_is_noticed(self):
        """Whoever cuts the log and writes it anew has no keys of people: entries that they signed are others now."""
        self.setup.ctl("audit", "verify", "--trust-folder", self.folder / "trust-anna")
        signed = json.loads((self.folder / "trust-anna" / "p-kiosk.json").read_text())["signed"]
        named = signed["x-signalbox-audit"]["sequence"]
        self.restart_manager(lambda database: database.execute("DELETE FROM audit WHERE sequence >= ?", (named,)))
        for number in range(3):
            self.setup.ctl("cluster", "create", f"cover-{number}")
        _, text = self.setup.ctl_fails("audit", "verify", "--trust-folder", self.folder / "trust-anna")
        if "signatures of p-kiosk" not in text and "signatures of targets" not in text:
            raise Failure(f"a log that was made anew: {text}")
        self.say(f"an audit log that was made anew is noticed: entry {named} is not the one that was signed")

    def restart_manager(self, tamper):
        """What somebody does who has the manager's database while it is down."""
        self.manager.kill()
        with sqlite3.connect(self.folder / "manager" / "signalbox.sqlite") as database:
            tamper(database)
        database.close()
        self.restarts += 1
        self.manager = Process("manager", self.manager.command, self.folder / "log" / f"manager-{self.restarts}.log")
        self.manager.start()
        self.setup.processes["manager"] = self.manager
        self.setup.wait_for("the manager to answer", self.setup.manager_answers, process=self.manager)

    def say_approved(self, database):
        changed = database.execute("UPDATE releases SET state = 'approved' WHERE version = '3.0'").rowcount
        if changed != 1:
            raise Failure("the database could not be tampered with")

    def say_signed(self, database, digest):
        """The published file of the product's approvers names the release, so that the manager takes it for signed."""
        (published,) = database.execute("SELECT value FROM settings WHERE name = 'tuf.published.p-kiosk'").fetchone()
        version = json.loads(published)["signed"]["version"]
        for name in ("tuf.published.p-kiosk", f"tuf.file.{version}.p-kiosk.json"):
            (value,) = database.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
            document = json.loads(value)
            targets = document["signed"]["targets"]
            forged = json.loads(json.dumps(targets["kiosk/stable/2.0.json"]))
            forged["hashes"]["sha256"] = digest.removeprefix("sha256:")
            forged["custom"]["release_counter"] += 100
            targets["kiosk/stable/3.0.json"] = forged
            database.execute(
                "UPDATE settings SET value = ? WHERE name = ?", (json.dumps(document).encode(), name)
            )

    def a_taken_over_manager_gets_nowhere(self):
        """Somebody with the manager's database says that a release is approved, and then that it is signed."""
        release = self.release("3.0")
        self.restart_manager(self.say_approved)
        if self.state(release) != "approved":
            raise Failure("the manager was not taken over")
        _, text = self.setup.ctl_fails(
            "rollout", "create", "--release", release["id"], "--name", "early", "--audience", "", "--start"
        )
        if "signed" not in text:
            raise Failure(f"a rollout of a release without signatures does not say what is missing: {text}")
        self.say("a rollout of a release that nobody signed is refused")
        self.restart_manager(lambda database: self.say_signed(database, release["manifestDigest"]))
        _, deployment = self.roll_out(release)
        if deployment["state"] != "failed" or deployment["cause"] != "notApproved":
            raise Failure(f"a release without signatures: {json.dumps(deployment)}")
        self.must_run("4.0")
        self.say(f"release 3.0 has no signatures and was not installed: {deployment['message']}")

    def role(self, name):
        return next(role for role in self.setup.ctl("trust", "show")["roles"] if role["role"] == name)

    def the_root_grows_to_two_of_three(self):
        """One ceremony with the keys of two; terminals that pinned the first root follow."""
        holders = [part for name in ("root", "spare", "third") for part in ("--root-key", self.key(name))]
        self.setup.ctl("trust", "holders", *holders, "--root-threshold", 2, *self.signing("root", "third"))
        for name in ("root", "targets"):
            if self.role(name)["need"] != 2:
                raise Failure(f"{name} needs {self.role(name)['need']} signatures")
        release = self.release("4.0")
        for name in ("anna", "bert"):
            self.setup.ctl("release", "approve", release["id"], *self.signing(name))
        _, deployment = self.roll_out(release)
        if deployment["state"] != "succeeded":
            raise Failure(f"after the ceremony: {json.dumps(deployment)}")
        self.must_run("4.0")
        if json.loads((self.folder / "till-1" / "data" / "trust" / "root.json").read_text())["signed"]["version"] != 2:
            raise Failure("the terminal did not follow the root")
        self.say("the root grows to two of three, and the terminal that pinned the first one follows")

    def rules_hold(self):
        """Who asked for a release does not approve it, where the root holders say so."""
        approvers = [part for name in PEOPLE for part in ("--approver", self.public_key(name))]
        self.setup.ctl(
            "trust", "approvers", PRODUCT, *approvers, "--threshold", 2, "--others-only", "--channel", "stable",
            *self.signing("root", "third"),
        )  # fmt: skip
        if "may not sign" not in self.role("p-kiosk")["rules"]:
            raise Failure(f"the rules are {self.role('p-kiosk')}")
        release = self.release("5.0")
        _, text = self.setup.ctl_fails("release", "approve", release["id"], *self.signing("anna"))
        if "asked for release" not in text:
            raise Failure(f"who asked for a release signed it: {text}")
        if self.state(release) != "inReview":
            raise Failure("the release was approved")
        self.say("whoever asked for a release may not sign it, where its product's rules say so")

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
