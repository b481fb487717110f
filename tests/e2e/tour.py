#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes through every page and dialog of the console with a busy fleet behind it: nothing may be cut off.

tour.py PROGRAMS LANGUAGE...
"""
import os
import subprocess
import sys
import tempfile
from pathlib import Path

LEAST_PICTURES = 40


def tour(program, language, folder):
    """Texts that have no room."""
    pictures = folder / "pictures"
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", QT_LOGGING_RULES="default.warning=false")
    command = [program, "--tour", pictures, "--tour-theme", "light", "--language", language, "--data", folder / "data"]
    subprocess.run(command, env=environment, check=True, stdin=subprocess.DEVNULL)
    taken = len(list(pictures.rglob("*.png")))
    if taken < LEAST_PICTURES:
        sys.exit(f"only {taken} pictures were made")
    wrong = pictures / "cut-off.txt"
    return wrong.read_text().splitlines() if wrong.exists() else []


def main():
    program, languages = Path(sys.argv[1], "signalbox"), sys.argv[2:]
    wrong = []
    for language in languages:
        with tempfile.TemporaryDirectory() as folder:
            wrong += tour(program, language, Path(folder))
    if wrong:
        sys.exit("cut off:\n" + "\n".join(wrong))


if __name__ == "__main__":
    main()
