#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the console starts where there is no display."""

import os
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(os.environ.get("SIGNALBOX_PROGRAMS", ROOT / "build" / "bin")) / "signalbox"


def start(*arguments):
    with tempfile.TemporaryDirectory() as home:
        environment = {"HOME": home, "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
        return subprocess.run(
            [PROGRAM, "--data", home, *arguments],
            env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip


class ConsoleStart(unittest.TestCase):
    def test_without_a_display_it_says_so_in_its_own_words(self):
        ended = start()
        self.assertEqual(ended.returncode, 1)
        self.assertEqual(ended.stdout, "")
        self.assertIn("there is no display", ended.stderr)
        self.assertIn("signalboxctl", ended.stderr)
        self.assertNotIn("plugin", ended.stderr)

    def test_help_and_version_need_none(self):
        for option in ("--help", "--version"):
            ended = start(option)
            self.assertEqual(ended.returncode, 0, ended.stderr)
            self.assertIn("signalbox", ended.stdout)


if __name__ == "__main__":
    unittest.main()
