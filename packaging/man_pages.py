#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Manual pages out of --help: man_pages.py PROGRAM... OUT writes OUT/<program>.1, a section for each command.

--help is the one place where commands and options are described; nothing is said twice.
"""

import datetime
import os
import re
import subprocess
import sys
import time
from pathlib import Path

SECTION = re.compile(r"^(\[Option Group: )?([A-Z][A-Za-z ]*)\]?:$")


def help_of(program, words):
    done = subprocess.run(
        [program, *words, "--help"], capture_output=True, text=True, check=False, timeout=30,
        env={**os.environ, "COLUMNS": "80", "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    if done.returncode != 0:
        raise SystemExit(f"{program} {' '.join(words)} --help: exit code {done.returncode}\n{done.stderr}")
    return done.stdout


class Help:
    """A command's --help in parts."""

    def __init__(self, text):
        self.about, self.usage, self.entries, self.footer = [], "", {}, []
        section = None
        for line in text.splitlines():
            heading = SECTION.match(line)
            if line.startswith("Usage:"):
                self.usage, section = line.removeprefix("Usage:").strip(), "about done"
            elif heading:
                section = heading[2]
                self.entries[section] = []
            elif section is None:
                self.about.append(line)
            elif section in self.entries and line.startswith("  "):
                self.add_entry(section, line)
            elif line.strip():
                section = "footer"
                self.footer.append(line)
            elif section == "footer":
                self.footer.append(line)

    def add_entry(self, section, line):
        entries = self.entries[section]
        name, _, about = line.strip().partition("  ")
        if line.startswith("   ") and entries:  # goes on under the description
            entries[-1][1] += " " + line.strip()
        else:
            entries.append([name, about.strip()])

    def commands(self):
        return [name for name, _ in self.entries.get("Subcommands", [])]


def roff(text):
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("\u2026", "...")
    return "\\&" + escaped if escaped.startswith((".", "'")) else escaped


def entries(rows):
    lines = []
    for name, about in rows:
        lines += [".TP", f".B {roff(name)}", roff(about) or "\\&"]
    return lines


def options(shown):
    return [
        row
        for section in ("Positionals", "Options")
        for row in shown.entries.get(section, [])
        if not row[0].startswith("-h,--help")
    ]


def describe(program, words, lines):
    """The command's own section, then those below it."""
    shown = Help(help_of(program, words))
    if not shown.commands():
        lines += [".SS " + roff(" ".join(words)), roff(" ".join(part for part in shown.about if part))]
        lines += entries(options(shown))
    for command in shown.commands():
        describe(program, [*words, command], lines)


def page(program):
    name = Path(program).name
    shown = Help(help_of(program, []))
    about = " ".join(part for part in shown.about if part).removeprefix(f"{name}: ")
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.split()[-1]
    moment = datetime.datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", time.time())))
    lines = [
        f'.TH {name.upper()} 1 "{moment:%Y-%m-%d}" "Signalbox {version}" "Signalbox"',
        ".SH NAME",
        f"{roff(name)} \\- {roff(about.rstrip('.')[:1].lower() + about.rstrip('.')[1:])}",
        ".SH SYNOPSIS",
        f".B {roff(name)}",
        roff(shown.usage.split(" ", 1)[-1] if " " in shown.usage else ""),
        ".SH OPTIONS",
        *entries(options(shown)),
    ]
    if shown.commands():
        lines.append(".SH COMMANDS")
        for command in shown.commands():
            describe(program, [command], lines)
    if shown.footer:
        lines += [".SH NOTES", *[roff(line) if line.strip() else ".PP" for line in shown.footer]]
    return "\n".join(line for line in lines if line) + "\n"


def main():
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    *programs, out = sys.argv[1:]
    Path(out).mkdir(parents=True, exist_ok=True)
    for program in programs:
        (Path(out) / f"{Path(program).name}.1").write_text(page(program))


if __name__ == "__main__":
    main()
