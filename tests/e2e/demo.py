#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes real releases through a manager, nodes and a fleet on this machine, and proves what came of it.

Each step asserts what it shows; the first thing that is not so ends the demo with exit code 1. The same file is the
end-to-end test.
"""

import argparse
import datetime
import json
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

import real_package
from harness import Failure, Setup
from swupdate_terminal import Signer, SwupdateTerminal

REAL_TERMINALS = 10
NODES = 3
REGISTRY = "registry-4"
POLL_SECONDS = 1
SIMULATED_BYTES = 256 * 1024
REAL_PLATFORM = "linux-amd64"
SIMULATED_PLATFORM = "sim"
GATEWAY_PLATFORM = "gateway"
MOST_RESIDENT = 15 * 2**20
FINAL = {"succeeded", "failed", "rolledBack", "refused", "cancelled", "superseded"}


def moment(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


class Demo:
    def __init__(self, arguments, folder):
        self.quiet = arguments.quiet
        self.simulated = arguments.terminals
        self.setup = Setup(arguments.programs, folder)
        self.folder = folder
        self.cache = Path(arguments.cache)
        self.began = time.monotonic()
        self.node_bytes = {}
        self.manager_bytes = 0
        self.releases = {}
        self.rollouts = {}
        self.terminals = [f"till-{number}" for number in range(1, REAL_TERMINALS + 1)]
        self.trees = {}
        self.product = None
        self.signer = Signer(folder)
        self.gateway = None
        self.gateway_payload = os.urandom(SIMULATED_BYTES)

    def say(self, text):
        if not self.quiet:
            print(f"{time.monotonic() - self.began:6.1f} s  {text}", flush=True)

    # --- the set-up

    def start(self):
        self.say(f"a manager, nodes and terminals start and join with one-time codes; {REGISTRY} is a docker-registry")
        self.setup.start_manager(POLL_SECONDS)
        codes = self.setup.join_codes("node", NODES)
        for number, code in enumerate(codes, 1):
            self.setup.start_node(f"node-{number}", code)
        self.setup.start_registry(REGISTRY)
        self.used_code_is_refused(codes[0])
        for name, code in zip(self.terminals, self.setup.join_codes("terminal", REAL_TERMINALS)):
            self.setup.join_terminal(name, code, REAL_PLATFORM, self.product)
        code_file = self.folder / "simulated-codes"
        self.setup.join_codes("terminal", self.simulated, code_file)
        self.start_fleet(code_file)
        total = REAL_TERMINALS + self.simulated
        self.setup.wait_for(
            f"{self.simulated} simulated terminals to join",
            lambda: self.setup.ctl("status")["terminals"] >= total,
            process=self.setup.processes["fleet"],
        )
        self.say(f"{total} terminals have joined, {self.simulated} of them simulated")

    def used_code_is_refused(self, code):
        again = self.setup.run(
            self.setup.program("signalbox-node"), "join", code, "--data", self.folder / "intruder", "--name",
            "intruder", "--listen", "127.0.0.1:1", "--url", "https://127.0.0.1:1", check=False,
        )  # fmt: skip
        if again.returncode == 0 or (self.folder / "intruder" / "node.toml").exists():
            raise Failure("a join code was good for two nodes")

    def start_fleet(self, code_file):
        self.setup.spawn(
            "fleet", self.setup.program("signalbox-fleet"), "run", "--codes", code_file, "--platform",
            SIMULATED_PLATFORM, "--count", self.simulated, "--data", self.folder / "fleet", "--seed", "1", "--fail",
            f"{self.bad_version()}=1.0",
        )  # fmt: skip

    def bad_version(self):
        return self.trees[2].version + "+broken"

    def start_terminals(self):
        for name in self.terminals:
            self.setup.start_terminal(name)

    # --- releases

    def fetch_packages(self):
        self.say("two versions of a real Debian package are unpacked")
        self.product, older, newer = real_package.two_versions(self.cache, self.folder / "packages")
        self.trees = {1: older, 2: newer}
        if min(older.size(), newer.size()) < real_package.LEAST_BYTES:
            raise Failure("the package is smaller than 50 MB")
        self.say(f"{self.product} {older.version} and {newer.version}, {newer.size() / 1e6:.0f} MB of files")

    def recipe(self, number, check):
        path = self.folder / f"recipe-{number}.toml"
        restart = 'echo "$SIGNALBOX_VERSION" >> "$SIGNALBOX_ROOT/restarts"'
        path.write_text(
            'kind = "tree"\n'
            f"[restart]\ncommand = {json.dumps(['/bin/sh', '-c', restart])}\ntimeout = \"20s\"\n"
            f'[run-check]\ncommand = {json.dumps(check)}\ntimeout = "60s"\n'
        )
        return path

    def import_release(self, number, version, tree, check, approve=True, image=None):
        """`image`: a package for the gateway beside the others."""
        recipe = self.recipe(number, check)
        simulated = self.folder / f"simulated-{number}"
        simulated.mkdir()
        (simulated / "payload").write_bytes(os.urandom(SIMULATED_BYTES))
        for platform, folder, more in (
            (REAL_PLATFORM, tree, []),
            (SIMULATED_PLATFORM, simulated, ["--submit"]),
        ):
            self.setup.ctl(
                "release", "import", folder, "--product", self.product, "--version", version, "--platform", platform,
                "--recipe", recipe, *(more if image is None else []),
            )  # fmt: skip
        if image:
            self.setup.ctl(
                "release", "import", image, "--product", self.product, "--version", version, "--platform",
                GATEWAY_PLATFORM, "--submit",
            )  # fmt: skip
        found = self.setup.items("release", "list", "--product", self.product)
        release = next(item for item in found if item["version"] == version)
        self.releases[number] = release
        self.say(f"release {number} is {version}, in review, {release['manifestDigest'][:19]}…")
        if approve:
            self.setup.ctl("release", "approve", release["id"], "--digest", release["manifestDigest"], "--yes")

    # --- rollouts

    def create_rollout(self, number, *options):
        rollout = self.setup.ctl(
            "rollout", "create", "--release", self.releases[number]["id"], "--name", f"release {number}", *options
        )
        self.rollouts[number] = rollout["id"]
        return rollout["id"]

    def rollout(self, number):
        return self.setup.ctl("rollout", "show", self.rollouts[number])

    def wait_for_rollout(self, number, *states, patience=150, on_the_way=None):
        def in_state():
            if on_the_way:
                on_the_way()
            shown = self.rollout(number)
            return shown if shown["state"] in states else None

        try:
            return self.setup.wait_for(f"rollout {number} to be {' or '.join(states)}", in_state, patience, 0.5)
        except Failure as failure:
            shown = self.rollout(number)
            open_ones = [item for item in self.deployments(number) if item["state"] not in FINAL]
            raise Failure(
                f"{failure}; it is {shown['state']} ({shown['stateReason']}), "
                f"{json.dumps(shown['progress']['phases'])}, open: {json.dumps(open_ones[:5])}"
            ) from None

    def deployments(self, number):
        return self.setup.items("rollout", "deployments", self.rollouts[number], "--limit", "0")

    def installed(self, name):
        return self.folder / name / "root" / self.product / "current"

    def require_trees(self, number, names=None):
        for name in names or self.terminals:
            odd = real_package.difference(self.trees[number].folder, self.installed(name).resolve())
            if odd:
                raise Failure(f"{name} does not run release {number}: {odd}")

    def first_release(self):
        version = self.trees[1].version
        check = ["md5sum", "-c", "--quiet", str(self.trees[1].checksums)]
        self.import_release(1, version, self.trees[1].folder, check, approve=False)
        rollout = self.create_rollout(1, "--audience", "", "--min-copies", "all")
        code, told = self.setup.ctl_fails("rollout", "start", rollout)
        if "approved" not in told:
            raise Failure(f"an unapproved release was refused with other words ({code}): {told}")
        self.say("it cannot be issued before it is approved; it is approved now")
        release = self.releases[1]
        self.setup.ctl("release", "approve", release["id"], "--digest", release["manifestDigest"], "--yes")
        self.setup.ctl("rollout", "start", rollout)
        self.wait_for_rollout(1, "finished")
        self.require_trees(1)
        self.say("release 1 runs on all terminals; their trees equal the package to the byte")

    def start_gateway(self):
        """Debian's swupdate, which nobody here wrote, as one more terminal; gives an image for it."""
        made = self.setup.ctl("terminal", "create", "gateway-1", "--platform", GATEWAY_PLATFORM)
        manager = self.setup.processes["manager"].command
        url = manager[manager.index("--ddi-url") + 1]
        authority = self.folder / "manager" / "ca.pem"
        self.gateway = SwupdateTerminal(self.setup, "gateway-1", self.signer, url, made["token"], authority, retry=20)
        image = self.folder / "gateway.swu"
        self.signer.image(image, self.trees[2].version, self.gateway_payload, self.gateway.installed)
        self.gateway.start()
        return image

    def confirm_gateway(self):
        """swupdate learns from its restart whether what it installed works."""
        if self.gateway.has_installed() and not self.gateway.confirmed:
            self.gateway.restart(confirm=2)
            self.say("swupdate, an independent DDI client, installed its image and was started again")

    def require_gateway(self):
        if self.gateway.content() != self.gateway_payload:
            raise Failure("swupdate installed other bytes than its image has")

    def second_release(self):
        version = self.trees[2].version
        check = ["md5sum", "-c", "--quiet", str(self.trees[2].checksums)]
        self.import_release(2, version, self.trees[2].folder, check, image=self.start_gateway())
        now = datetime.datetime.now(datetime.timezone.utc)
        issue = now + datetime.timedelta(seconds=2)
        update = now + datetime.timedelta(seconds=15)
        self.create_rollout(
            2, "--audience", "platform=in=(linux-amd64,sim,gateway)", "--issue-time", issue.isoformat(timespec="milliseconds"),
            "--update-time", update.isoformat(timespec="milliseconds"), "--phase", "name=pilot,size=20%,success=100",
            "--phase", "name=all", "--breaker-percent", "20", "--back-off", "2s", "--start",
        )  # fmt: skip
        self.say("release 2 is planned: packages go out in 2 s, nothing may be installed for 15 s")
        self.count_node_bytes()
        self.setup.processes["node-2"].kill()
        self.say("node-2 is killed")
        time.sleep(max(0.0, (issue - datetime.datetime.now(datetime.timezone.utc)).total_seconds() + 1))
        state = self.rollout(2)
        if state["state"] != "issuing" or state["progress"]["syncGate"]["open"]:
            raise Failure(f"the sync gate did not hold while a node was away: {state['state']}")
        self.setup.processes["node-2"].start()
        self.say("the sync gate holds while a node is away; node-2 is back")
        self.kill_manager("while packages are on their way")
        self.wait_for_rollout(2, "running", "finished")
        while datetime.datetime.now(datetime.timezone.utc) < update - datetime.timedelta(seconds=1):
            self.require_trees(1)
            time.sleep(0.5)
        self.say("every terminal still runs release 1 when the update time comes")
        self.kill_terminal_in_mid_install()
        self.kill_manager("in the middle of the rollout")
        self.wait_for_rollout(2, "finished", on_the_way=self.confirm_gateway)
        self.require_trees(2)
        self.require_gateway()
        self.require_nothing_before(2, update)
        self.require_small_agents()
        self.say("release 2 runs on all terminals, and nothing of it was installed before the update time")

    def kill_manager(self, when):
        manager = self.setup.processes["manager"]
        before = self.setup.items("audit", "list", "--limit", "0")
        self.manager_bytes += self.setup.ctl("status").get("packageBytesSent", 0)
        manager.kill()
        manager.start()
        self.setup.wait_for("the manager to be back", self.setup.manager_answers, process=manager)
        after = self.setup.items("audit", "list", "--limit", "0")
        if after[: len(before)] != before:
            raise Failure("the audit log lost what it had shown")
        self.say(f"the manager was killed with SIGKILL {when} and started again; its audit log lost nothing")

    def kill_terminal_in_mid_install(self):
        journals = {name: self.folder / name / "data" / "deployment.json" for name in self.terminals}

        def installing():
            for name, path in journals.items():
                try:
                    journal = json.loads(path.read_text())
                except (OSError, ValueError):
                    continue
                fresh = self.releases[2]["version"] in json.dumps(journal)
                if fresh and journal.get("stage") in ("unpacking", "switching", "restarting", "checking"):
                    return name, journal["stage"]
            return None

        name, stage = self.setup.wait_for("a terminal to install", installing, 60, 0.005)
        self.setup.processes[name].kill()
        self.require_version_that_runs(name)
        self.setup.processes[name].start()
        self.say(f"{name} was killed with SIGKILL while {stage}; it still had a version that runs; it is back")

    def require_version_that_runs(self, name):
        tree = self.installed(name).resolve()
        if all(real_package.difference(self.trees[number].folder, tree) for number in (1, 2)):
            raise Failure(f"{name} was left without a whole version")

    def require_nothing_before(self, number, update):
        for item in self.deployments(number):
            for entry in self.setup.items("deployment", "feedback", item["id"]):
                early = moment(entry["at"]) < update
                if early and entry["status"] in ("installing", "checking", "succeeded"):
                    raise Failure(f"{item['controllerId']} was {entry['status']} at {entry['at']}, before {update}")

    def require_small_agents(self):
        resident = max(self.setup.processes[name].resident_bytes() for name in self.terminals)
        self.say(f"the largest terminal agent has {resident / 2**20:.1f} MiB resident")
        if resident > MOST_RESIDENT:
            raise Failure(f"a terminal agent has {resident} bytes resident")

    def damaged_copy(self):
        """A disk that changes bytes: the node finds it, serves it to nobody, and is sent it anew."""
        package = next(item for item in self.releases[2]["packages"] if item["platform"] == REAL_PLATFORM)
        digest = package["digest"].removeprefix("sha256:")
        blob = self.folder / "node-3" / "registry" / "blobs" / "sha256" / digest[:2] / digest
        whole = blob.read_bytes()
        with blob.open("r+b") as file:
            file.seek(len(whole) // 2)
            file.write(bytes([whole[len(whole) // 2] ^ 1]))

        def damaged():
            return next(node for node in self.setup.items("node", "list") if node["name"] == "node-3")["damagedBlobs"]

        self.setup.wait_for("node-3 to find its damaged blob", lambda: damaged() == 1, 60)
        self.setup.wait_for("node-3 to be sent it again", lambda: blob.exists() and blob.read_bytes() == whole, 60)
        self.say("a byte of a package changed on the disk of node-3; the node found it and was sent it anew")

    def damaged_registry(self):
        """The same on a registry of another maker, which notices nothing and keeps what it has under a name."""
        package = next(item for item in self.releases[2]["packages"] if item["platform"] == REAL_PLATFORM)
        blob = self.setup.registry_blob(REGISTRY, package["digest"])
        whole = blob.read_bytes()
        with blob.open("r+b") as file:
            file.seek(len(whole) // 2)
            file.write(bytes([whole[len(whole) // 2] ^ 1]))

        def copy():
            copies = self.setup.ctl("node", "show", REGISTRY)["copies"]
            return next(item for item in copies if item["release"] == self.releases[2]["id"])

        self.setup.ctl("node", "verify", REGISTRY)
        self.setup.wait_for("the manager to find the damage", lambda: copy()["state"] == "damaged", 60)
        self.setup.wait_for("the registry to keep it", lambda: "garbage" in copy()["lastError"], 60)
        self.setup.collect_garbage(REGISTRY)
        self.setup.ctl("node", "verify", REGISTRY)
        self.setup.wait_for("the registry to be sent it again", lambda: copy()["state"] == "proven", 60)
        if blob.read_bytes() != whole:
            raise Failure("the registry holds other bytes than the package has")
        self.say(f"a byte changed on the disk of {REGISTRY}; the manager read it back, noticed, and sent it anew")

    def third_release(self):
        broken = self.folder / "packages" / "broken-tree"
        shutil.copytree(self.trees[2].folder, broken, symlinks=True)
        (broken / "BROKEN").write_text("this version does not start\n")
        check = ["/bin/sh", "-c", "echo 'cannot open the display' >&2; exit 3"]
        self.import_release(3, self.bad_version(), broken, check)
        # Of ten real ones and a simulated one: the pilot of four cannot but have real terminals that roll back.
        self.create_rollout(
            3, "--audience", f"platform=={REAL_PLATFORM},controllerId==sim-00001", "--phase",
            "name=pilot,size=4,success=25", "--phase", "name=all", "--breaker-count", "2", "--start",
        )  # fmt: skip
        shown = self.wait_for_rollout(3, "paused", "stopped", "failed", "finished")
        if shown["state"] != "paused" or not shown["pausedByBreaker"] or shown["currentPhase"] != 0:
            raise Failure(f"the breaker did not pause release 3 in its first phase: {shown['state']}")
        self.setup.wait_for("what has begun to end", lambda: self.rollout(3)["progress"]["permitsOut"] == 0, 60)
        groups = self.setup.ctl("rollout", "failures", self.rollouts[3])["groups"]
        if not groups or {group["cause"] for group in groups} != {"runCheckFailed"}:
            raise Failure(f"the causes are not those of a failed run check: {groups}")
        phases = self.rollout(3)["progress"]["phases"]
        if phases[0]["rolledBack"] < 3 or phases[1]["waiting"] + phases[1]["downloaded"] + phases[1]["holding"] < 1:
            raise Failure(f"other terminals than the first phase's took part: {phases}")
        rolled_back = {name for group in groups for name in group["terminals"]} & set(self.terminals)
        if not rolled_back:
            raise Failure("no real terminal rolled back")
        for name in rolled_back:
            restarts = (self.folder / name / "root" / "restarts").read_text().split()
            if restarts[-2:] != [self.bad_version(), self.trees[2].version]:
                raise Failure(f"{name} did not start the version before again: {restarts}")
        self.require_trees(2)
        for item in self.setup.items("terminal", "list", "--limit", "0"):
            if item["installed"].get(self.product) != self.trees[2].version:
                raise Failure(f"{item['controllerId']} reports {item['installed']}, not release 2")
        for group in groups:
            self.say(f"release 3: {group['count']} x {group['cause']}: {group['message']}")
        self.say(f"the rollout is paused ({shown['stateReason']}); the fleet still runs release 2")

    def bad_input(self):
        cases = (
            ("an audience", ["rollout", "create", "--release", self.releases[1]["id"], "--name", "x", "--audience",
                             "platform=linux"]),
            ("a release", ["rollout", "create", "--release", "4711", "--name", "x", "--audience", ""]),
            ("a digest", ["release", "approve", self.releases[3]["id"], "--digest", "sha256:" + "0" * 64, "--yes"]),
            ("a folder", ["release", "import", self.folder / "nowhere", "--product", "p", "--version", "1",
                          "--platform", "x"]),
        )  # fmt: skip
        before = len(self.setup.items("rollout", "list", "--limit", "0"))
        for what, command in cases:
            _, told = self.setup.ctl_fails(*command)
            if not told.strip():
                raise Failure(f"{what} that is wrong was refused without a word")
        if len(self.setup.items("rollout", "list", "--limit", "0")) != before:
            raise Failure("something that was refused left a rollout behind")
        self.say(f"{len(cases)} kinds of bad input were refused with a reason, and changed nothing")

    # --- what it comes to

    def count_node_bytes(self):
        for node in self.setup.items("node", "list"):
            known = self.node_bytes.setdefault(node["name"], [0, 0])
            if node["blobBytesSent"] < known[1]:
                known[0] += known[1]
            known[1] = node["blobBytesSent"]

    def summary(self):
        time.sleep(2.5)  # the manager asks the nodes for their counts every two seconds
        self.count_node_bytes()
        from_registry = self.setup.registry_bytes_to_terminals(REGISTRY)
        if from_registry == 0:
            raise Failure(f"no terminal was sent a byte by {REGISTRY}")
        from_nodes = sum(sum(pair) for pair in self.node_bytes.values()) + from_registry
        from_manager = self.manager_bytes + self.setup.ctl("status").get("packageBytesSent", 0)
        counted = {"succeeded": 0, "rolledBack": 0, "failed": 0}
        for number in self.rollouts:
            for phase in self.rollout(number)["progress"]["phases"]:
                for state in counted:
                    counted[state] += phase[state]
        real = sum(package["size"] for number in (1, 2) for package in self.releases[number]["packages"]
                   if package["platform"] == REAL_PLATFORM)  # fmt: skip
        if from_nodes < real * REAL_TERMINALS:
            raise Failure(f"the nodes sent {from_nodes} bytes, less than the terminals installed")
        if from_manager != 0:
            raise Failure(f"the manager itself sent {from_manager} bytes of packages")
        return {
            "nodes": NODES + 1,
            "terminals": REAL_TERMINALS + self.simulated + 1,
            **counted,
            "pausedByBreaker": self.rollout(3)["pausedByBreaker"],
            "seconds": round(time.monotonic() - self.began, 1),
            "bytesFromNodes": from_nodes,
            "bytesFromRegistry": from_registry,
            "bytesFromManager": from_manager,
            "dir": str(self.folder),
        }

    def play(self):
        self.fetch_packages()
        self.start()
        self.start_terminals()
        self.first_release()
        self.second_release()
        self.damaged_copy()
        self.damaged_registry()
        self.third_release()
        self.bad_input()
        return self.summary()


def main():
    parser = argparse.ArgumentParser(prog="./dev demo", description=__doc__)
    parser.add_argument("--terminals", type=int, default=500, metavar="N", help="simulated terminals (500)")
    parser.add_argument("--keep", metavar="DIR", help="keep logs, data and the terminals' trees in DIR")
    parser.add_argument("--json", action="store_true", help="print one JSON object as the last line")
    parser.add_argument("--programs", default="build/bin", metavar="DIR", help="where the programs are (build/bin)")
    parser.add_argument("--cache", default="build/demo-packages", metavar="DIR", help="where downloads are kept")
    parser.add_argument("--quiet", action="store_true", help="do not tell the steps")
    arguments = parser.parse_args()
    if not 1 <= arguments.terminals <= 10000:
        parser.error("--terminals: 1 to 10000 is wanted")
    if arguments.keep and Path(arguments.keep).exists() and any(Path(arguments.keep).iterdir()):
        parser.error(f"--keep: {arguments.keep} is not empty")
    folder = Path(arguments.keep or tempfile.mkdtemp(prefix="signalbox-demo-")).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["PATH"] += ":/usr/sbin:/sbin"
    demo = Demo(arguments, folder)
    try:
        outcome = demo.play()
    except Failure as failure:
        print(f"demo: {failure}", file=sys.stderr)
        for name, process in demo.setup.processes.items():
            print(f"--- {name}\n{process.log_tail()}", file=sys.stderr)
        return 1
    finally:
        demo.setup.stop_all()
        if not arguments.keep:
            shutil.rmtree(folder, ignore_errors=True)
    demo.say(
        f"done: {outcome['succeeded']} upgrades, {outcome['rolledBack']} rolled back, "
        f"{outcome['bytesFromNodes'] / 1e6:.0f} MB from nodes, {outcome['bytesFromManager']} bytes from the manager"
    )
    if arguments.json:
        print(json.dumps(outcome))
    return 0


if __name__ == "__main__":
    sys.exit(main())
