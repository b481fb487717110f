#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Debian's swupdate against a real manager: what a client that nobody here wrote makes of our DDI door.

Each scenario asserts what it shows; the first thing that is not so ends it with exit code 1.
"""

import datetime
import os
import sys
import time

import harness
from harness import Failure
from swupdate_terminal import Signer, SwupdateTerminal, openssl

PLATFORM = "gateway-arm64"


class Scenarios(harness.Scenario):
    def __init__(self, programs, folder):
        super().__init__(programs, folder)
        self.signer = Signer(folder)
        self.versions = 0

    def start(self):
        self.setup.start_manager(1)
        self.setup.start_node("node-1", self.setup.join_codes("node", 1)[0])
        self.url = next(
            self.setup.processes["manager"].command[i + 1]
            for i, part in enumerate(self.setup.processes["manager"].command)
            if part == "--ddi-url"
        )
        self.ca = self.folder / "manager" / "ca.pem"

    def terminal(self, name, **more):
        made = self.setup.ctl("terminal", "create", name, "--platform", PLATFORM)
        return SwupdateTerminal(self.setup, name, self.signer, self.url, made["token"], self.ca, **more)

    def release(self, target, payload, damage=False):
        """An approved release whose image writes `payload` into `target`; gives its id."""
        self.versions += 1
        version = f"1.0.{self.versions}"
        image = self.folder / f"gateway-{version}.swu"
        self.signer.image(image, version, payload, target)
        if damage:  # the payload is other than sw-description says
            content = bytearray(image.read_bytes())
            content[content.rindex(payload[-64:]) + 10] ^= 1
            image.write_bytes(content)
        self.setup.ctl(
            "release", "import", image, "--product", "gateway", "--version", version, "--platform", PLATFORM, "--submit"
        )
        found = next(item for item in self.setup.items("release", "list") if item["version"] == version)
        self.setup.ctl("release", "approve", found["id"], "--digest", found["manifestDigest"], "--yes")
        return found["id"]

    def rollout(self, release, terminal, *options):
        return self.setup.ctl(
            "rollout", "create", "--release", release, "--name", f"release {release}", "--audience",
            f"controllerId=={terminal.name}", "--retries", "0", "--start", *options,
        )["id"]  # fmt: skip

    def deployment(self, rollout):
        found = self.setup.items("rollout", "deployments", rollout)
        return found[0] if found else None

    def wait_for_state(self, rollout, *states, patience=60):
        def reached():
            found = self.deployment(rollout)
            return found if found and found["state"] in states else None

        try:
            return self.setup.wait_for(f"the deployment to be {' or '.join(states)}", reached, patience)
        except Failure as failure:
            raise Failure(f"{failure}; it is {self.deployment(rollout)}") from None

    # --- scenarios

    def installs_and_confirms_after_a_restart(self):
        gateway = self.terminal("gw-install")
        payload = os.urandom(300_000)
        rollout = self.rollout(self.release(gateway.installed, payload), gateway)
        gateway.start()
        self.setup.wait_for("the image to be installed", gateway.has_installed, 60)
        if gateway.content() != payload:
            raise Failure("swupdate installed other bytes than the image has")
        # A node refuses a request that brings a DDI token beside the one in its URL: the manager would have had to send
        # the bytes then.
        if self.setup.ctl("status")["packageBytesSent"] != 0:
            raise Failure("the bytes came from the manager: swupdate took its token along to the node, or no redirect")
        if self.deployment(rollout)["state"] != "installing":
            raise Failure(f"before it is confirmed the deployment is {self.deployment(rollout)['state']}")
        gateway.restart(confirm=2)
        self.wait_for_state(rollout, "succeeded")
        terminal = self.setup.ctl("terminal", "show", gateway.name)
        if terminal["attributes"].get("model") != "gateway":
            raise Failure(f"its identity did not become attributes: {terminal['attributes']}")
        if not terminal["installed"].get("gateway"):
            raise Failure("the version it runs is not known")
        gateway.stop()
        self.say("swupdate installed an image, and after its restart the deployment has succeeded")

    def a_failed_restart_is_a_failure(self):
        gateway = self.terminal("gw-fails")
        rollout = self.rollout(self.release(gateway.installed, os.urandom(1000)), gateway)
        gateway.start()
        self.setup.wait_for("the image to be installed", gateway.has_installed, 60)
        gateway.restart(confirm=3)
        self.wait_for_state(rollout, "failed")
        gateway.stop()
        self.say("an update that did not come up again is told as failed")

    def a_damaged_image_is_refused(self):
        gateway = self.terminal("gw-damaged")
        gateway.installed.write_bytes(b"before")
        rollout = self.rollout(self.release(gateway.installed, os.urandom(200_000), damage=True), gateway)
        gateway.start()
        failed = self.wait_for_state(rollout, "failed")
        if failed["cause"] != "other":
            raise Failure(f"the cause is {failed['cause']}")
        gateway.stop()
        self.say(f"a damaged image was refused: {failed['message'].splitlines()[-1][:80]}")

    def a_closed_window_withholds(self):
        """swupdate takes a deployment that says `skip` for done: it must not see it before its time."""
        gateway = self.terminal("gw-waits")
        update = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=12)
        rollout = self.rollout(
            self.release(gateway.installed, os.urandom(1000)), gateway, "--update-time",
            update.isoformat(timespec="milliseconds"),
        )  # fmt: skip
        gateway.start()
        while datetime.datetime.now(datetime.timezone.utc) < update - datetime.timedelta(seconds=1):
            found = self.deployment(rollout)
            offered = found and found["state"] != "waiting"
            if offered or gateway.installed.exists() or gateway.said("Skipped"):
                raise Failure(f"it was offered before its time: {found}")
            time.sleep(0.3)
        self.setup.wait_for("the image to be installed", gateway.has_installed, 60)
        gateway.restart(confirm=2)
        self.wait_for_state(rollout, "succeeded")
        gateway.stop()
        self.say("before the update time nothing was offered, after it the image was installed")

    def slow(self, name, **more):
        gateway = self.terminal(name, **more)
        config = gateway.folder / "swupdate.cfg"
        config.write_text(config.read_text().replace("polldelay", 'max-download-speed = "4M"; polldelay'))
        return gateway

    def cancels_under_way(self):
        gateway = self.slow("gw-cancel")
        rollout = self.rollout(self.release(gateway.installed, os.urandom(60_000_000)), gateway)
        gateway.start()
        self.setup.wait_for("the download to begin", lambda: self.sent() > 1_000_000, 60)
        self.setup.ctl("deployment", "cancel", self.deployment(rollout)["id"], "--yes")
        self.wait_for_state(rollout, "cancelled")
        gateway.stop()
        self.say("a download was called off under way, and swupdate confirmed that")

    def resumes_a_dropped_download(self):
        gateway = self.slow("gw-resume", retry=20)
        payload = os.urandom(40_000_000)
        rollout = self.rollout(self.release(gateway.installed, payload), gateway)
        gateway.start()
        manager = self.setup.processes["manager"]
        node = self.setup.processes["node-1"]
        before = self.sent()
        self.setup.wait_for("the download to be under way", lambda: self.sent() > before + 12_000_000, 60)
        for process in (manager, node):
            process.kill()
            process.start()
        self.setup.wait_for("the manager to be back", self.setup.manager_answers, process=manager)
        self.setup.wait_for("the image to be installed", gateway.has_installed, 90)
        if gateway.content() != payload:
            raise Failure("the bytes that were resumed are not the image's")
        if self.sent() > len(payload) - 5_000_000:
            raise Failure(f"after the break {self.sent()} bytes were sent: it began again instead of going on")
        gateway.restart(confirm=2)
        self.wait_for_state(rollout, "succeeded")
        gateway.stop()
        self.say("manager and node were killed in mid-download; swupdate went on where it was")

    def client_certificate(self, name):
        """The files of a CA of the customer's own and of a certificate for `name`."""
        ca, ca_key = self.folder / "client-ca.pem", self.folder / "client-ca-key.pem"
        certificate, key = self.folder / f"{name}-cert.pem", self.folder / f"{name}-key.pem"
        curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30"]
        openssl("req", "-x509", *curve, "-subj", "/CN=our devices", "-keyout", ca_key, "-out", ca)
        openssl(
            "req", "-x509", *curve, "-subj", f"/CN={name}", "-keyout", key, "-out", certificate, "-CA", ca, "-CAkey",
            ca_key, "-addext", "basicConstraints=critical,CA:FALSE",
        )  # fmt: skip
        return ca, (certificate, key)

    def a_client_certificate_lets_a_new_terminal_in(self):
        ca, certificate = self.client_certificate("gw-certificate")
        self.setup.ctl("ddi", "set", "--client-ca", ca, "--new-platform", PLATFORM)
        manager = self.setup.processes["manager"]
        manager.stop()
        manager.start()
        self.setup.wait_for("the manager to be back", self.setup.manager_answers, process=manager)
        gateway = SwupdateTerminal(
            self.setup, "gw-certificate", self.signer, self.url, ca=self.ca, certificate=certificate
        )
        payload = os.urandom(50_000)
        rollout = self.rollout_for_new(gateway, payload)
        self.wait_for_state(rollout, "installing")
        self.setup.wait_for("the image to be installed", gateway.has_installed, 60)
        gateway.restart(confirm=2)
        self.wait_for_state(rollout, "succeeded")
        gateway.stop()
        self.say("a terminal that nobody had named came in by its certificate and was upgraded")

    def rollout_for_new(self, gateway, payload):
        """The terminal is known from its first contact on."""
        release = self.release(gateway.installed, payload)
        gateway.start()
        self.setup.wait_for(
            "the terminal to be known",
            lambda: any(item["controllerId"] == gateway.name for item in self.setup.items("terminal", "list")),
            20,
        )
        return self.rollout(release, gateway)

    def sent(self):
        """Bytes of packages that manager and node sent since they were started."""
        nodes = sum(node["blobBytesSent"] for node in self.setup.items("node", "list"))
        return self.setup.ctl("status").get("packageBytesSent", 0) + nodes

    def play(self):
        self.start()
        self.installs_and_confirms_after_a_restart()
        self.a_failed_restart_is_a_failure()
        self.a_damaged_image_is_refused()
        self.a_closed_window_withholds()
        self.cancels_under_way()
        self.resumes_a_dropped_download()
        self.a_client_certificate_lets_a_new_terminal_in()


if __name__ == "__main__":
    sys.exit(harness.main(Scenarios, "swupdate", __doc__))
