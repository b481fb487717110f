#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What real shells make of signalboxctl's completion."""

import os
import subprocess
import unittest
from pathlib import Path

PROGRAM = Path(os.environ.get("SIGNALBOXCTL", "build/bin/signalboxctl")).resolve()
ENVIRONMENT = {**os.environ, "PATH": f"{PROGRAM.parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"}


def shell(*command):
    done = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, timeout=60, check=False)
    return done.returncode, done.stdout, done.stderr


def bash(*words):
    quoted = " ".join(f"'{word}'" for word in ("signalboxctl", *words))
    script = (
        "source <(signalboxctl completion bash); "
        f"COMP_WORDS=({quoted}); COMP_CWORD={len(words)}; _signalboxctl; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    )
    return shell("bash", "--norc", "-c", script)[1].split("\n")[:-1]


def fish(line):
    return shell("fish", "-N", "-c", f"signalboxctl completion fish | source; complete -C '{line}'")[1].splitlines()


class Bash(unittest.TestCase):
    def test_completes_groups_commands_and_options(self):
        self.assertEqual(bash("rollou"), ["rollout"])
        self.assertEqual(bash("rollout", "cre"), ["create"])
        self.assertIn("--install-mode", bash("rollout", "create", "--install"))
        self.assertIn("--json", bash("rollout", "list", "--js"))

    def test_completes_values_of_closed_lists(self):
        self.assertEqual(bash("rollout", "create", "--install-mode", "so"), ["soft"])
        self.assertEqual(bash("--profile", "x", "completion", "z"), ["zsh"])

    def test_a_value_behind_an_equals_sign(self):
        """bash gives "--name", "=", "value" as three words."""
        self.assertEqual(bash("rollout", "create", "--install-mode", "=", "so"), ["soft"])

    def test_a_value_is_no_command(self):
        self.assertEqual(bash("--profile", "rollout", "rollou"), ["rollout"])

    def test_is_silent_where_no_manager_is_named(self):
        self.assertEqual([word for word in bash("node", "show", "") if word], [])


class Fish(unittest.TestCase):
    def test_completes_with_descriptions(self):
        self.assertEqual(fish("signalboxctl rollout crea"), ["create\tPlan a rollout"])
        self.assertIn("soft", fish("signalboxctl rollout create --install-mode s"))


class Zsh(unittest.TestCase):
    def test_the_script_is_zsh(self):
        script = shell(str(PROGRAM), "completion", "zsh")[1]
        code, _, told = shell("zsh", "-f", "-n", "-c", script)
        self.assertEqual((code, told), (0, ""))

    def test_offers_what_the_program_offers(self):
        """compdef and _describe are stood in for: they need a terminal."""
        code, out, told = shell(
            "zsh", "-f", "-c",
            "compdef() { : }; _describe() { print -l -- $described }; _files() { print FILES }\n"
            "source <(signalboxctl completion zsh); words=(signalboxctl rollout crea); CURRENT=3; _signalboxctl",
        )  # fmt: skip
        self.assertEqual((code, told), (0, ""))
        self.assertEqual(out.splitlines(), ["create:Plan a rollout"])


if __name__ == "__main__":
    unittest.main()
