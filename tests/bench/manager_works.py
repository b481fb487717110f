# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is measured of the manager."""
import time

from fleet_manager import FEEDBACK, FEEDBACK_BODY, POLL, TOKEN
from outcome import Outcome, in_turn
from servers import Broken

IDLE_CONNECTIONS = 5000
AUDIENCES = (
    "attribute.model==model-7",
    "tag.site==site-7;attribute.ram=gt=3",
    "tag.ring=in=(0,1,2);attribute.os!=12.4;lastContact=gt=1d,attribute.city==city-5*",
)


def _against_nginx(bench, fleet, ours, numbers, figure, *more):
    """Polls of ours and of an nginx that answers each request with the same bytes."""
    headers, body = fleet.poll_answer(numbers[1])
    wide = ("--from", 1, "--to", bench.terminals)
    took = {"ours": [], "peer": []}

    def measure(side):
        server, who, which = side
        said = bench.load(server, POLL, *TOKEN, *which, *more)
        took[who].append(said)
        return figure(said)

    with bench.nginx_answering(headers, body, ours.tls) as peer:
        sides = {"ours": (ours, "ours", numbers), "peer": (peer, "peer", wide)}
        figures = in_turn(bench.runs, measure, sides)
    more_figures = {}
    for who, said in took.items():
        more_figures[f"{who}RequestsASecond"] = [one["requests"] / one["seconds"] for one in said]
        more_figures[f"{who}P99Ms"] = [one["p99us"] / 1000 for one in said]
    return Outcome(**figures, more=more_figures)


def _a_core(said):
    return said["requests"] / said["serverCpu"]


def _cpu_microseconds(said):
    if said["resumed"] < said["requests"] * 0.9:
        raise Broken(f"only {said['resumed']} of {said['requests']} TLS sessions were resumed")
    return said["serverCpu"] / said["requests"] * 1e6


def poll_plain(bench, fleet):
    return _against_nginx(bench, fleet, fleet.door(), fleet.idle_numbers(), _a_core)


def poll_tls(bench, fleet):
    return _against_nginx(bench, fleet, fleet.manager(), fleet.idle_numbers(), _a_core)


def poll_new_connection(bench, fleet):
    return _against_nginx(bench, fleet, fleet.manager(), fleet.idle_numbers(), _cpu_microseconds, "--fresh")


def poll_open_deployment(bench, fleet):
    return _against_nginx(bench, fleet, fleet.manager(), fleet.busy_numbers(), _a_core)


def feedback(bench, fleet):
    manager = fleet.manager()
    said = [
        bench.load(manager, FEEDBACK, *TOKEN, *fleet.busy_numbers(), "--method", "POST", "--body", FEEDBACK_BODY,
                   "--connections", 512)
        for _ in range(bench.runs)
    ]  # fmt: skip
    return Outcome(
        [_a_core(one) for one in said],
        more={
            "oursRequestsASecond": [one["requests"] / one["seconds"] for one in said],
            "oursP99Ms": [one["p99us"] / 1000 for one in said],
        },
    )


def idle_memory(bench, fleet):
    """The process grows by what connections that did one poll and wait for the next hold."""
    ours = fleet.manager()
    headers, body = fleet.poll_answer(bench.terminals)

    def measure(server):
        before = server.resident()
        with bench.held(server, POLL, IDLE_CONNECTIONS, *TOKEN, *fleet.idle_numbers()):
            return (server.resident() - before) / IDLE_CONNECTIONS / 1024

    # A process keeps the memory that it once had: each side is measured once, from its start on.
    fleet.stop()
    ours = fleet.manager()
    bench.load(ours, POLL, *TOKEN, *fleet.idle_numbers(), "--connections", 1)
    with bench.nginx_answering(headers, body, tls=True) as peer:
        bench.load(peer, POLL, *TOKEN, "--connections", 1)
        return Outcome([measure(ours)], [measure(peer)])


def audience(bench, fleet):
    """The slowest of three audiences, a new one first and the same ones again after it."""
    fleet.manager()
    admin = fleet.admin()
    first = max(admin.call("POST", "audiences/check", {"filter": text})[1] for text in AUDIENCES)
    again = [
        max(admin.call("POST", "audiences/check", {"filter": text})[1] for text in AUDIENCES)
        for _ in range(bench.runs * 3)
    ]
    return Outcome(again, more={"firstMs": first})


def rollout_start(bench, fleet):
    """From the call that starts it to an answer that shows every terminal in its phases, on disk."""
    fleet.manager()
    admin = fleet.admin()

    def once():
        wanted = {"name": "bench", "release": 1, "audience": "platform==linux-*", "priority": -1}
        rollout = admin.call("POST", "rollouts", {**wanted, "phases": [
            {"name": "pilot", "size": {"unit": "percent", "amount": 1}}, {"name": "all"}]})[0]  # fmt: skip
        begin = time.perf_counter()
        admin.call("POST", f"rollouts/{rollout['id']}/start", {})
        while admin.call("GET", f"rollouts/{rollout['id']}")[0]["progress"]["audience"] < bench.terminals:
            if time.perf_counter() - begin > 60:
                raise Broken("the rollout does not start")
        milliseconds = (time.perf_counter() - begin) * 1000
        admin.call("POST", f"rollouts/{rollout['id']}/stop", {})
        return milliseconds

    return Outcome([once() for _ in range(bench.runs)])


def start_up(bench, fleet):
    seconds = []
    for _ in range(min(bench.runs, 3)):
        fleet.stop()
        fleet.manager()
        seconds.append(fleet.seconds_to_start)
    return Outcome(seconds)


def memory(bench, fleet):
    """Resident after the start, and at most while it started."""
    fleet.stop()
    server = fleet.manager()
    admin = fleet.admin()
    for text in AUDIENCES:
        admin.call("POST", "audiences/check", {"filter": text})
    return Outcome([server.resident() / 2**20], more={"mostMiB": server.resident("VmHWM") / 2**20})
