#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the rules of CONTRIBUTING.md that text alone can show.

lint.py [FILE...]: the files, or the whole tree. One line a finding, `file:line: rule: reason`; exit 1 when there are any.
A line may be excused by a comment on it or on the line before: `lint-allow(rule): why it is right here`.
"""
import bisect
import os
import re
import sys
from pathlib import Path

import coroutines

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 800
ROOTS = ("app", "core", "ui", "tests")
QT_ALLOWED = re.compile(r"^(?:core/(?:store|adminclient|manager)|ui|tests|app/(?:manager|ctl|signalbox|launch))/")
OWN = re.compile(r"^tests/lint/")
CPP = (".cpp", ".h")

# (name, reason, check): a check yields the offsets of what it finds, or (offset, detail).
RULES = []


class Source:
    """One file: its path from the root of the tree, its text, and the text with comments and literals blanked."""

    def __init__(self, path, text):
        self.path = path
        self.text = text
        self.cpp = path.endswith(CPP)
        self.code = coroutines.blank(text) if self.cpp else text
        self._starts = [0] + [match.end() for match in re.finditer("\n", text)]

    def line_of(self, offset):
        return bisect.bisect_right(self._starts, offset)

    def line(self, number):
        lines = self.text.splitlines()
        return lines[number - 1] if 0 < number <= len(lines) else ""


def rule(name, reason):
    def add(check):
        RULES.append((name, reason, check))
        return check

    return add


def each(pattern, text):
    return (match.start() for match in re.finditer(pattern, text, re.M))


def in_code(source, pattern):
    return each(pattern, source.code) if source.cpp else ()


@rule("detached", "asio::detached swallows exceptions and the process exits 0: use spawnSession or spawnRoot")
def _(source):
    return in_code(source, r"\basio::detached\b")


@rule("co-await", "GCC 12 miscompiles it silently: co_await only as a whole initialiser or a statement of its own")
def _(source):
    return coroutines.misplaced_awaits(source.code) if source.cpp else ()


@rule("coroutine-lambda", "a lambda with captures that is a coroutine frees its captures twice: make it a named function")
def _(source):
    return coroutines.capturing_coroutines(source.code) if source.cpp else ()


@rule("catch-all", "catch (...) hides bugs: exceptions are caught in one place, the spawn wrapper")
def _(source):
    if source.path == "core/base/tasks.cpp":
        return ()
    return in_code(source, r"\bcatch\s*\(\s*\.\.\.\s*\)")


@rule("nested-loop", "a nested event loop lets anything happen in mid-function: dialogs open(), nothing waits")
def _(source):
    return in_code(source, r"(?:\.|->)exec\s*\(|\bQEventLoop\b") if source.path.startswith("ui/") else ()


@rule("sleeping-test", "a sleep is either too short or too long: wait for the thing itself; a skipped test tests nothing")
def _(source):
    if not source.path.startswith("tests/"):
        return ()
    return in_code(source, r"\b(?:sleep_for|sleep_until|qSleep|qWait|usleep|nanosleep|QSKIP)\b")


@rule("null", "NULL and 0 are integers to overloads and templates: nullptr")
def _(source):
    return in_code(source, r"\bNULL\b")


@rule("spdx", "each file says whose it is and under which terms in its first lines")
def _(source):
    head = source.text.split("\n", 3)[:3]
    wanted = ("SPDX-FileCopyrightText:", "SPDX-License-Identifier: GPL-3.0-or-later")
    if not all(any(word in line for line in head) for word in wanted):
        yield 0


@rule("pragma-once", "a header is included once: #pragma once, no guard whose name goes stale")
def _(source):
    if source.path.endswith(".h") and not re.search(r"^#pragma once$", source.code, re.M):
        yield 0


@rule("file-size", f"more than {LONGEST} lines hold more than one concept: split the file")
def _(source):
    if source.text.count("\n") > LONGEST:
        yield len(source.text) - 1


@rule("beast", "Beast stays in core/http: a file with it takes up to a minute and 2 GB to compile")
def _(source):
    return () if source.path.startswith("core/http/") else in_code(source, r"^\s*#\s*include\s*<boost/beast")


@rule("qt", "node, terminal and station run on machines without Qt: only store, adminclient, manager, ui and tests use it")
def _(source):
    return () if QT_ALLOWED.match(source.path) else in_code(source, r"^\s*#\s*include\s*<Q[A-Za-z]+[/>]")


@rule("machine-path", "a path of one person's machine works nowhere else")
def _(source):
    return each(r"""(?<![\w.$})/-])/(?:work|Users|home/[a-z]+/(?:src|work|code))/\w""", source.text)


@rule("unfinished", "what is unfinished goes into an issue, where somebody sees it")
def _(source):
    return () if OWN.match(source.path) else each(r"\b(?:TODO|FIXME)\b", source.text)


@rule("include-root", "includes are rooted at the project, so that a file can move and a reader knows the room")
def _(source):
    if not source.cpp:
        return
    for match in re.finditer(r'^\s*#\s*include\s*"([^"]+)"', source.text, re.M):
        name = match.group(1)
        if not name.endswith(".moc") and name.split("/")[0] not in ROOTS:
            yield match.start(), name


def rooms_in_order():
    """The rooms of core/CMakeLists.txt: a room uses only those before it."""
    text = (ROOT / "core/CMakeLists.txt").read_text()
    listed = re.search(r"foreach\(\s*room\s+([^)]*)\)", text)
    return listed.group(1).split() if listed else []


ROOMS = rooms_in_order()
SIBLINGS = {"node", "terminal", "station", "manager"}


@rule("arrow", "arrows between rooms point one way (core/CMakeLists.txt), or nothing can be tested or replaced alone")
def _(source):
    place = source.path.split("/")
    if not source.cpp or place[0] not in ("core", "ui"):
        return
    for match in re.finditer(r'^\s*#\s*include\s*"(core|ui|app)/([^"/]+)/', source.text, re.M):
        layer, room = match.groups()
        if place[0] == "core":
            own = place[1]
            if layer != "core" or (room in SIBLINGS and own in SIBLINGS and room != own):
                yield match.start(), f"{own} includes {layer}/{room}"
            elif own in ROOMS and room in ROOMS and ROOMS.index(room) > ROOMS.index(own):
                yield match.start(), f"{own} includes {room}"
        elif layer == "app" or (layer == "core" and room not in ("adminclient", "approver", "filter", "model", "base")):
            yield match.start(), f"ui includes {layer}/{room}"


def findings(source):
    """Yields (line, rule, reason) for what is wrong in one file."""
    for name, reason, check in RULES:
        for found in check(source):
            offset, detail = found if isinstance(found, tuple) else (found, "")
            number = source.line_of(offset)
            allow = re.compile(rf"lint-allow\({re.escape(name)}\):\s*\S")
            if allow.search(source.line(number)) or allow.search(source.line(number - 1)):
                continue
            yield number, name, f"{detail}: {reason}" if detail else reason


def tree():
    """Our own text files, from the root of the tree."""
    names = ("CMakeLists.txt", "dev", "run")
    for folder, folders, files in os.walk(ROOT):
        below = Path(folder).relative_to(ROOT)
        folders[:] = sorted(f for f in folders if f not in (".git", ".cache", "__pycache__", "third_party") and
                            not (below == Path(".") and f == "build"))
        for name in sorted(files):
            path = below / name
            if name.endswith(CPP + (".py", ".cmake", ".sh")) or name in names:
                if path != Path("tests/lint/test_lint.py"):  # made of what the rules forbid
                    yield path.as_posix()


def main(arguments):
    paths = [Path(os.path.abspath(a)).relative_to(ROOT).as_posix() for a in arguments] or list(tree())
    wrong = 0
    for path in paths:
        source = Source(path, (ROOT / path).read_text(encoding="utf-8"))
        for line, name, reason in sorted(findings(source)):
            print(f"{path}:{line}: {name}: {reason}")
            wrong += 1
    print(f"{len(paths)} files, {len(RULES)} rules, {wrong} findings")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
