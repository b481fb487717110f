# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is measured of all programs together: a rollout to simulated terminals, and an agent that waits."""
import json
import os
import time

from node_works import Setup
from outcome import Outcome
from servers import Broken

PRODUCT = "bench"
PACKAGE_BYTES = 16 * 1024
NODES = 2
MOST_CODES = 10_000  # that the manager makes at once


def _release(setup, platform):
    tree = setup.folder / "tree"
    tree.mkdir()
    (tree / "payload").write_bytes(os.urandom(PACKAGE_BYTES))
    recipe = setup.folder / "recipe.toml"
    recipe.write_text('kind = "tree"\n', encoding="utf-8")
    setup.ctl(
        "release", "import", tree, "--product", PRODUCT, "--version", "1.0", "--platform", platform, "--recipe",
        recipe, "--submit",
    )  # fmt: skip
    release = setup.items("release", "list", "--product", PRODUCT)[0]
    setup.ctl("release", "approve", release["id"], "--digest", release["manifestDigest"], "--yes")
    return release["id"]


def rollout(bench, _):
    """From the start of a rollout until the last simulated terminal has reported success."""
    count = bench.fleet_terminals
    poll = max(2, count // 333)  # 100,000 terminals: 300 s, as a manager tells them unless it is told otherwise
    folder = bench.folder / "rollout"
    folder.mkdir()
    setup = Setup(bench.bin, folder)
    try:
        setup.start_manager(poll)
        for number, code in enumerate(setup.join_codes("node", NODES), 1):
            setup.start_node(f"node-{number}", code)
        codes = folder / "codes"
        made = []
        while len(made) < count:
            made += setup.join_codes("terminal", min(count - len(made), MOST_CODES))
        codes.write_text("".join(code + "\n" for code in made), encoding="utf-8")
        begin = time.monotonic()
        fleet = setup.spawn(
            "fleet", setup.program("signalbox-fleet"), "run", "--codes", codes, "--platform", "sim", "--count", count,
            "--data", folder / "fleet", "--json",
        )  # fmt: skip
        joined = lambda: setup.ctl("status")["terminals"] >= count  # noqa: E731
        setup.wait_for("all to join", joined, 900, 0.5, fleet)
        joining = time.monotonic() - begin
        release = _release(setup, "sim")
        begin = time.monotonic()
        made = setup.ctl("rollout", "create", "--name", "bench", "--release", release, "--audience", "", "--start")

        def over():
            shown = setup.ctl("rollout", "show", made["id"])
            return shown if shown["state"] not in ("scheduled", "issuing", "running") else None

        shown = setup.wait_for("the rollout to end", over, 900, 0.5, fleet)
        seconds = time.monotonic() - begin
        succeeded = sum(phase["succeeded"] for phase in shown["progress"]["phases"])
        if shown["state"] != "finished" or succeeded != count:
            raise Broken(f"the rollout is {shown['state']}, {succeeded} of {count} succeeded")
        fleet.stop(60)
        summary = json.loads(fleet.log_tail(1))
        if summary["bytesFromNodes"] < count * PACKAGE_BYTES:
            raise Broken(f"only {summary['bytesFromNodes']} bytes came from the nodes")
    finally:
        setup.stop_all()
    more = {"terminals": count, "seconds": seconds, "pollSeconds": poll, "joinsASecond": count / joining}
    return Outcome([count / seconds], more=more)


def agent_memory(bench, _):
    """signalbox-terminal that has joined, polled and waits."""
    folder = bench.folder / "agent"
    folder.mkdir()
    setup = Setup(bench.bin, folder)
    try:
        setup.start_manager(1)
        setup.join_terminal("till", setup.join_codes("terminal", 1)[0], "linux-amd64", PRODUCT)
        agent = setup.start_terminal("till")
        polled = lambda: setup.items("terminal", "list")[0].get("lastContact")  # noqa: E731
        first = setup.wait_for("a poll", polled, 60, 0.2, agent)
        setup.wait_for("another poll", lambda: polled() != first, 60, 0.2, agent)
        return Outcome([agent.resident_bytes() / 2**20])
    finally:
        setup.stop_all()
