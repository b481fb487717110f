# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""How figures are shown: a line each while they come, a table in README.md with the machine that they are of."""
import datetime
import os
import platform
import re
import subprocess
from pathlib import Path

from outcome import short, spread

README = Path(__file__).resolve().parent / "README.md"
BEGIN, END = "<!-- figures: written by ./dev bench --write -->", "<!-- end of figures -->"


def heading():
    return f"{'work':<30} {'ours':>10} {'peer':>10} {'ratio':>6}   spread of ours, of the peer (least to most)"


def _span(values):
    least, most = spread(values)
    return f"{least:,} to {most:,}"


def line(work, outcome):
    peer = short(outcome.median("peer")) if outcome.peer else "-"
    ratio = f"{outcome.ratio():.2f}" if outcome.peer else "-"
    spans = ", ".join(_span(values) for values in (outcome.ours, outcome.peer) if values)
    mark = {None: "", True: "", False: "  SHORT OF THE TARGET"}[work.reached(outcome)]
    more = ", ".join(f"{name} {short(_median(value))}" for name, value in outcome.more.items())
    shown = f"{work.name:<30} {short(outcome.median('ours')):>10} {peer:>10} {ratio:>6}   {spans}   {work.unit}"
    return shown + (f", {work.peer}" if work.peer else "") + (f"; {more}" if more else "") + mark


def _median(value):
    return sorted(value)[len(value) // 2] if isinstance(value, list) else value


def _first_line(*command):
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return "not there"
    lines = (done.stdout or done.stderr).strip().splitlines()
    return lines[0] if lines else ""


def _found(path, pattern, otherwise="unknown"):
    found = re.search(pattern, Path(path).read_text(encoding="utf-8", errors="replace"), re.M)
    return found.group(1).strip() if found else otherwise


def machine(arguments):
    """What the figures belong to."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    compiler = _found(arguments.bin.parent / "CMakeCache.txt", r"^CMAKE_CXX_COMPILER:\w+=(.*)$", "c++")
    commit = _first_line("git", "-C", README.parent, "describe", "--always", "--dirty", "--abbrev=12")
    disk = _first_line("findmnt", "-n", "-o", "FSTYPE", "-T", arguments.bin)
    return [
        f"{_found('/proc/cpuinfo', r'^model name.*: (.*)$')}, {os.cpu_count()} cores, {memory:.0f} GiB, {disk}",
        f"{platform.system()} {platform.release()}, {_found('/etc/os-release', r'^PRETTY_NAME=.(.*).$')}",
        f"{_first_line(compiler, '--version')}, -O2; {_first_line('openssl', 'version')}",
        f"{_first_line('nginx', '-v').removeprefix('nginx version: ')}, docker-registry "
        f"{_first_line('docker-registry', '--version').split()[-1]}",
        f"commit {commit}, {datetime.date.today().isoformat()}, load {os.getloadavg()[2]:.1f} before (15 minutes)",
        f"{arguments.terminals:,} terminals, {arguments.runs} runs of {arguments.seconds:g} s each side, blobs of "
        f"{arguments.megabytes} MiB",
    ]


def _target(work):
    if not work.target:
        return ""
    if work.less:
        unit = " x" if work.unit == "CPU µs" else f" {work.unit}"
        return f"at most {work.target:,g}{unit}, aim {work.aim:,g}"
    unit = " x" if work.peer else ""
    return f"at least {work.target:,g}{unit}, aim {work.aim:,g}"


def _row(work, outcome):
    ours = f"{short(outcome.median('ours'))} ({_span(outcome.ours)})"
    peer = f"{short(outcome.median('peer'))} ({_span(outcome.peer)})" if outcome.peer else ""
    ratio = f"{outcome.ratio():.2f}" if outcome.peer else ""
    verdict = {None: "", True: "yes", False: "**no**"}[work.reached(outcome)]
    more = "; ".join(f"{name} {short(_median(value))}" for name, value in outcome.more.items())
    return f"| `{work.name}` | {work.unit} | {ours} | {peer} | {ratio} | {_target(work)} | {verdict} | {more} |"


def write(arguments, outcomes):
    """Puts the table where README.md has its place for it."""
    rows = [
        BEGIN,
        *(f"- {text}" for text in machine(arguments)),
        "",
        "| work | unit | ours (least to most) | peer | ratio | target | reached | besides |",
        "|---|---|---|---|---|---|---|---|",
        *(_row(work, outcome) for work, outcome in outcomes),
        END,
    ]
    text = README.read_text(encoding="utf-8")
    begin, end = text.index(BEGIN), text.index(END) + len(END)
    README.write_text(text[:begin] + "\n".join(rows) + text[end:], encoding="utf-8")
