#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A repository of ours, read by code of other authors: each signature and each key id by Debian's securesystemslib."""

import hashlib
import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

from securesystemslib import formats, keys


def load(path):
    return json.loads(path.read_bytes())


def trusted_keys(by, role):
    """Keys by id and threshold that `by`, a root or a delegating role, names for a role."""
    signed = by["signed"]
    if "roles" in signed:
        entry, known = signed["roles"][role], signed["keys"]
    else:
        known = signed["delegations"]["keys"]
        entry = next(item for item in signed["delegations"]["roles"] if item["name"] == role)
    return {keyid: known[keyid] for keyid in entry["keyids"]}, entry["threshold"]


class Repository(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        subprocess.run([os.environ["SAMPLE_REPOSITORY"], cls.folder.name], check=True, timeout=30)
        cls.metadata = Path(cls.folder.name) / "metadata"

    def require_signed(self, document, by, role):
        known, threshold = trusted_keys(by, role)
        data = formats.encode_canonical(document["signed"]).encode()
        good = 0
        for signature in document["signatures"]:
            key = dict(known[signature["keyid"]], keyid=signature["keyid"])
            self.assertTrue(keys.verify_signature(key, signature, data))
            good += 1
        self.assertGreaterEqual(good, threshold, role)

    def test_every_signature_verifies_by_who_must_have_made_it(self):
        first, second = load(self.metadata / "1.root.json"), load(self.metadata / "2.root.json")
        self.require_signed(first, first, "root")
        self.require_signed({**second, "signatures": [s for s in second["signatures"] if s["keyid"] in trusted_keys(first, "root")[0]]}, first, "root")  # fmt: skip
        self.require_signed(second, second, "root")
        timestamp = load(self.metadata / "timestamp.json")
        self.require_signed(timestamp, second, "timestamp")
        snapshot = load(self.metadata / f"{timestamp['signed']['meta']['snapshot.json']['version']}.snapshot.json")
        self.require_signed(snapshot, second, "snapshot")
        targets = load(self.metadata / f"{snapshot['signed']['meta']['targets.json']['version']}.targets.json")
        self.require_signed(targets, second, "targets")
        product = load(self.metadata / f"{snapshot['signed']['meta']['p-kiosk.json']['version']}.p-kiosk.json")
        self.require_signed(product, targets, "p-kiosk")

    def test_the_ids_of_keys_are_those_of_the_specification(self):
        for name in ("1.root.json", "2.targets.json"):
            signed = load(self.metadata / name)["signed"]
            for keyid, key in signed.get("delegations", signed)["keys"].items():
                self.assertEqual(keyid, hashlib.sha256(formats.encode_canonical(key).encode()).hexdigest())

    def test_hashes_and_lengths_are_those_of_the_files(self):
        timestamp = load(self.metadata / "timestamp.json")["signed"]["meta"]
        snapshot = load(self.metadata / f"{timestamp['snapshot.json']['version']}.snapshot.json")["signed"]["meta"]
        for name, facts in {**timestamp, **snapshot}.items():
            data = (self.metadata / f"{facts['version']}.{name}").read_bytes()
            self.assertEqual((facts["length"], facts["hashes"]["sha256"]), (len(data), hashlib.sha256(data).hexdigest()))


if __name__ == "__main__":
    unittest.main()
