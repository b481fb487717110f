#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual pages of all programs, looked at by mandoc."""

import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = Path(os.environ.get("SIGNALBOX_PROGRAMS", ROOT / "build" / "bin"))
NAMES = ("signalbox-manager", "signalbox-node", "signalbox-terminal", "signalbox-fleet", "signalbox-tuf", "signalboxctl")


class ManPages(unittest.TestCase):
    def test_every_program_has_a_page_that_lints(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(
                [sys.executable, ROOT / "packaging" / "man_pages.py", *(PROGRAMS / name for name in NAMES), folder],
                check=True, timeout=60,
            )  # fmt: skip
            for name in NAMES:
                page = Path(folder) / f"{name}.1"
                lint = subprocess.run(
                    ["mandoc", "-T", "lint", "-W", "warning", page], capture_output=True, text=True, check=False
                )
                self.assertEqual(lint.stdout, "", name)
                shown = subprocess.run(["mandoc", "-T", "ascii", page], capture_output=True, text=True, check=True).stdout
                self.assertIn(name, shown)
                if name == "signalboxctl":
                    plain = re.sub(".\b", "", shown)  # bold is a letter over itself
                    for said in ("rollout create", "--install-mode", "Exit codes"):
                        self.assertTrue(said in plain, said)


if __name__ == "__main__":
    unittest.main()
