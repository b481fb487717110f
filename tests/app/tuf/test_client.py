#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""signalbox-tuf against repositories that securesystemslib signed: TUF 1.0.34, section 5, and who would get around it."""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import unittest
import urllib.parse
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "e2e"))
from tuf_repository import MAKERS, Repository, Server, in_days, public_part  # noqa: E402

PROGRAM = os.environ.get("SIGNALBOX_TUF", "build/bin/signalbox-tuf")


class Case(unittest.TestCase):
    kind = "ecdsa"

    def setUp(self):
        self.repository = Repository(self.kind)
        self.server = Server(self.repository)
        self.addCleanup(self.server.close)
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.metadata, self.targets = self.folder / "metadata", self.folder / "targets"
        self.metadata.mkdir()
        self.targets.mkdir()
        self.told = ""

    def run_program(self, *arguments, ahead=None):
        before = ["faketime", "-f", ahead] if ahead else []
        done = subprocess.run(
            [*before, PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=30, check=False
        )
        self.told = done.stderr
        self.assertIn(done.returncode, (0, 1), self.told)
        return done.returncode

    def init(self, root=None):
        path = self.folder / "trusted-root.json"
        path.write_bytes(root or self.repository.files["1.root.json"])
        return self.run_program("--metadata-dir", self.metadata, "init", path)

    def refresh(self, ahead=None):
        self.server.asked.clear()
        return self.run_program(
            "--metadata-url", f"{self.server.url}/metadata/", "--metadata-dir", self.metadata, "refresh", ahead=ahead
        )

    def download(self, *names):
        self.server.asked.clear()
        wanted = [part for name in names for part in ("--target-name", name)]
        return self.run_program(
            "--metadata-url", f"{self.server.url}/metadata/", "--metadata-dir", self.metadata, *wanted, "--target-dir",
            self.targets, "--target-base-url", f"{self.server.url}/targets/", "download",
        )  # fmt: skip

    def version(self, role):
        path = self.metadata / f"{role}.json"
        return json.loads(path.read_text())["signed"]["version"] if path.exists() else None

    def begin(self):
        self.assertEqual(self.init(), 0, self.told)
        self.assertEqual(self.refresh(), 0, self.told)

    def refused(self, ahead=None):
        self.assertEqual(self.refresh(ahead), 1)


class Basics(Case):
    def test_asks_for_each_file_once_and_keeps_the_bytes(self):
        self.begin()
        self.assertEqual(self.server.asked, ["2.root", "timestamp", "1.snapshot", "1.targets"])
        for role, name in (("timestamp", "timestamp"), ("snapshot", "1.snapshot"), ("targets", "1.targets")):
            kept = (self.metadata / f"{role}.json").read_bytes()
            self.assertEqual(kept, self.repository.files[f"{name}.json"])

    def test_asks_only_for_root_and_timestamp_when_nothing_is_new(self):
        self.begin()
        self.assertEqual(self.refresh(), 0)
        self.assertEqual(self.server.asked, ["2.root", "timestamp"])

    def test_init_asks_nobody_and_refuses_an_unsigned_root(self):
        root = json.loads(self.repository.files["1.root.json"])
        root["signatures"][0]["sig"] = "30" + root["signatures"][0]["sig"][2:-2] + "00"
        self.assertEqual(self.init(json.dumps(root).encode()), 1)
        self.refused()
        self.assertEqual(self.server.asked, [])

    def test_unknown_members_count_for_the_signature_and_nothing_else(self):
        self.begin()
        root = self.repository.signed["root"]
        root["something"] = {"new": [1, True, None, "line\nbreak"]}
        key = root["roles"]["root"]["keyids"][0]
        root["keys"][key]["owner"] = "somebody"  # the id was made without it and stays
        self.repository.publish_root()
        self.assertEqual(self.refresh(), 0, self.told)
        self.assertEqual(self.version("root"), 2)

    def test_a_target_is_brought_verified_and_not_asked_for_again(self):
        self.repository.add_target("targets", "path/to a/file.txt", b"content")
        self.repository.publish("targets")
        self.begin()
        self.assertEqual(self.download("path/to a/file.txt"), 0, self.told)
        file = self.targets / urllib.parse.quote("path/to a/file.txt", "")
        self.assertEqual(file.read_bytes(), b"content")
        self.repository.blobs.clear()
        self.assertEqual(self.download("path/to a/file.txt"), 0, self.told)

    def test_other_bytes_for_a_target_are_refused(self):
        self.repository.add_target("targets", "file", b"content")
        self.repository.publish("targets")
        name = next(iter(self.repository.blobs))
        self.begin()
        for other in (b"CONTENT", b"content and more", b"cont"):
            self.repository.blobs[name] = other
            self.assertEqual(self.download("file"), 1)
            self.assertEqual(list(self.targets.iterdir()), [])

    def test_the_first_target_that_fails_ends_it(self):
        for name in ("a", "c"):
            self.repository.add_target("targets", name, name.encode())
        self.repository.publish("targets")
        self.begin()
        self.assertEqual(self.download("a", "b", "c"), 1)
        self.assertEqual([path.name for path in self.targets.iterdir()], ["a"])


class Ed25519(Basics):
    kind = "ed25519"


class RsaPss(Basics):
    kind = "rsa"


class Keys(Case):
    def root_to(self, new, threshold, signers):
        self.repository.trust("root", new, threshold)
        self.repository.publish_root(signers)

    def test_a_new_root_needs_the_old_and_its_own_threshold(self):
        old, new = self.repository.signers["root"], [MAKERS["ecdsa"](), MAKERS["ed25519"](), MAKERS["ecdsa"]()]
        for signers, good in ((new, False), (old, False), (old + new[:1], False), (old + new[:2], True)):
            with self.subTest(good=good, signers=len(signers)):
                self.repository.files.pop("2.root.json", None)
                self.repository.signed["root"]["version"] = 1
                self.begin()
                self.root_to(new, 2, signers)
                self.assertEqual(self.refresh(), 0 if good else 1, self.told)
                self.assertEqual(self.version("root"), 2 if good else 1)

    def test_one_key_under_two_ids_counts_once(self):
        key = self.repository.signers["snapshot"][0]
        twin = dict(key, keyid="f" * 64)
        self.repository.signers["snapshot"] = [key, twin]
        self.repository.trust("snapshot", [key, twin], 2)
        self.repository.publish_root()
        self.repository.publish("targets")
        self.assertEqual(self.init(), 0)
        self.refused()
        self.assertIsNone(self.version("snapshot"))

    def test_a_key_that_signs_twice_spoils_the_file(self):
        self.repository.signers["timestamp"] *= 2
        self.repository.publish_timestamp()
        self.assertEqual(self.init(), 0)
        self.refused()

    def test_one_signature_less_than_the_threshold_is_too_few(self):
        more = [MAKERS["ecdsa"]() for _ in range(3)]
        self.repository.trust("snapshot", more, 3)
        self.repository.publish_root()
        self.begin_with_signers(more[:2], 1)
        self.begin_with_signers(more, 0)

    def begin_with_signers(self, signers, expected):
        self.repository.signers["snapshot"] = signers
        self.repository.publish("targets")
        self.assertEqual(self.init(), 0)
        self.assertEqual(self.refresh(), expected, self.told)

    def test_broken_and_foreign_signatures_spoil_nothing(self):
        extra, stranger = MAKERS["ecdsa"](), MAKERS["ed25519"]()
        self.repository.trust("timestamp", [*self.repository.signers["timestamp"], extra])
        self.repository.publish_root()
        self.repository.signers["timestamp"] += [stranger]
        self.repository.publish("targets")
        whole = json.loads(self.repository.files["timestamp.json"])
        whole["signatures"] += [{"keyid": extra["keyid"], "sig": "00"}, {"keyid": "0" * 64, "sig": "no hex"}]
        self.repository.files["timestamp.json"] = json.dumps(whole).encode()
        self.begin()

    def test_a_threshold_of_nothing_is_refused(self):
        for threshold in (0, -1):
            self.repository.signed["root"]["roles"]["timestamp"]["threshold"] = threshold
            self.repository.publish_root()
            self.assertEqual(self.init(), 0)
            self.refused()
            self.assertEqual(self.version("root"), 1)
            self.repository.signed["root"]["version"] = 1

    def test_keys_of_unknown_kinds_are_passed_over(self):
        strange = {"keytype": "oracle", "scheme": "delphi", "keyval": {"public": "x"}}
        root = self.repository.signed["root"]
        root["keys"]["e" * 64] = strange
        root["roles"]["timestamp"]["keyids"].append("e" * 64)
        self.repository.publish_root()
        self.begin()
        self.assertEqual(self.version("root"), 2)


class Versions(Case):
    def test_an_older_timestamp_is_refused(self):
        old = self.repository.files["timestamp.json"]
        self.repository.publish_timestamp()
        self.begin()
        self.repository.files["timestamp.json"] = old
        self.refused()
        self.assertEqual(self.version("timestamp"), 2)

    def test_other_content_of_the_same_version_is_passed_over(self):
        self.begin()
        kept = (self.metadata / "timestamp.json").read_bytes()
        self.repository.signed["timestamp"]["meta"]["snapshot.json"]["version"] = 100
        self.repository.write("timestamp")
        self.assertEqual(self.refresh(), 0)
        self.assertEqual((self.metadata / "timestamp.json").read_bytes(), kept)

    def test_an_older_snapshot_is_refused_with_and_without_hashes(self):
        for hashes in (False, True):
            with self.subTest(hashes=hashes):
                self.setUp()
                self.repository.with_hashes = hashes
                self.repository.publish("targets")
                self.begin()
                self.repository.signed["snapshot"]["version"] = 1
                self.repository.publish_timestamp(self.repository.write("snapshot"))
                self.refused()
                self.assertEqual((self.version("timestamp"), self.version("snapshot")), (2, 2))
                self.assertEqual(self.server.asked[-1], "timestamp")

    def test_older_targets_are_refused_also_by_a_new_snapshot(self):
        self.repository.publish("targets")
        self.begin()
        self.repository.signed["targets"]["version"] = 0
        self.repository.publish("targets")
        self.refused()
        self.assertEqual(self.version("targets"), 2)

    def test_targets_that_vanish_from_the_snapshot_are_refused(self):
        self.repository.delegate("targets", "A")
        self.repository.publish("targets", "A")
        self.begin()
        del self.repository.signed["snapshot"]["meta"]["A.json"]
        self.repository.publish("targets")
        self.refused()

    def test_a_mix_of_versions_is_refused(self):
        self.begin()
        self.repository.publish("targets")
        self.repository.files["2.targets.json"] = self.repository.files["1.targets.json"]
        self.refused()
        self.assertEqual(self.version("targets"), 1)

    def test_other_bytes_than_the_hash_says_are_refused(self):
        self.repository.with_hashes = True
        self.repository.publish("targets")
        self.begin()
        self.repository.publish("targets")
        whole = self.repository.files["3.targets.json"]
        self.repository.files["3.targets.json"] = whole + b" "
        self.refused()
        self.assertEqual(self.version("targets"), 2)

    def test_what_was_driven_up_comes_down_by_a_rotation(self):
        self.repository.signed["snapshot"]["version"] = 99998
        self.repository.publish("targets")
        self.begin()
        self.assertEqual(self.version("snapshot"), 99999)
        for role in ("snapshot", "timestamp"):
            self.repository.signers[role] = [MAKERS["ecdsa"]()]
            self.repository.trust(role, self.repository.signers[role])
        self.repository.publish_root()
        self.repository.signed["snapshot"]["version"] = 0
        self.repository.signed["timestamp"]["version"] = 0
        self.repository.publish("targets")
        self.assertEqual(self.refresh(), 0, self.told)
        self.assertEqual(self.version("snapshot"), 1)


class Time(Case):
    def test_expired_metadata_is_not_taken(self):
        for role in ("timestamp", "snapshot", "targets"):
            with self.subTest(role=role):
                self.setUp()
                self.begin()
                self.repository.signed[role]["expires"] = in_days(-1)
                self.repository.publish("targets")
                self.refused()
                self.assertEqual(self.version(role), 1)

    def test_an_expired_root_is_kept_and_ends_the_refresh(self):
        self.begin()
        self.repository.signed["root"]["expires"] = in_days(-1)
        self.repository.publish_root()
        self.repository.publish("targets")
        self.refused()
        self.assertEqual((self.version("root"), self.version("timestamp")), (2, 1))
        self.repository.signed["root"]["expires"] = in_days(10)
        self.repository.publish_root()
        self.assertEqual(self.refresh(), 0)
        self.assertEqual(self.version("root"), 3)

    def test_an_expired_memory_still_refuses_what_is_older(self):
        self.repository.signed["timestamp"]["expires"] = in_days(7)
        self.repository.publish("targets")
        self.begin()
        good = self.repository.files["timestamp.json"]
        self.repository.signed["timestamp"].update(version=0, expires=in_days(40))
        self.repository.publish_timestamp()
        self.refused(ahead="+18d")
        self.repository.files["timestamp.json"] = good
        self.repository.signed["timestamp"]["version"] = 2
        self.repository.publish("targets")
        self.assertEqual(self.refresh(ahead="+18d"), 0, self.told)

    def test_a_frozen_timestamp_ends_it_one_day(self):
        self.begin()
        self.refused(ahead="+31d")


class Bounds(Case):
    def test_endless_data_is_cut_off(self):
        self.begin()
        for name, bytes_ in (("2.root", 600_000), ("timestamp", 20_000)):
            kept = self.repository.files.get(f"{name}.json")
            self.repository.files[f"{name}.json"] = b"{" + b" " * bytes_
            self.refused()
            self.repository.files[f"{name}.json"] = kept

    def test_members_that_come_twice_are_refused(self):
        whole = self.repository.files["timestamp.json"]
        self.repository.files["timestamp.json"] = whole.replace(b'"version": 1', b'"version": 9, "version": 1', 1)
        self.assertEqual(self.init(), 0)
        self.refused()
        self.assertIn("comes twice", self.told)

    def test_no_rubbish_is_believed(self):
        for rubbish in (b"", b"null", b"[]", b"{}", b'{"signed":{},"signatures":[]}', b"\xff\xfe", b"{" * 5000,
                        b'{"signed":{"a":1.5},"signatures":[]}'):  # fmt: skip
            self.repository.files["timestamp.json"] = rubbish
            self.assertEqual(self.init(), 0)
            self.refused()


class Delegations(Case):
    def order(self, graph, name="missing"):
        for delegator, role, *more in graph:
            self.repository.delegate(delegator, role, **(more[0] if more else {}))
        self.repository.publish(*(["targets"] + sorted({edge[1] for edge in graph})))
        self.assertEqual(self.init(), 0)
        self.assertEqual(self.download(name), 1, self.told)
        return [asked.split(".", 1)[1] for asked in self.server.asked[4:]]

    def test_goes_down_before_it_goes_on(self):
        graph = [("targets", "A"), ("targets", "B"), ("A", "C"), ("A", "D")]
        self.assertEqual(self.order(graph), ["A", "C", "D", "B"])

    def test_nobody_is_asked_after_a_terminating_role(self):
        graph = [("targets", "A"), ("targets", "B"), ("A", "C", {"terminating": True}), ("A", "D"), ("C", "E")]
        self.assertEqual(self.order(graph), ["A", "C", "E"])

    def test_circles_end(self):
        graph = [("targets", "A"), ("targets", "B"), ("B", "C"), ("C", "D"), ("D", "B")]
        self.assertEqual(self.order(graph), ["A", "B", "C", "D"])

    def test_only_roles_whose_paths_match_are_asked(self):
        graph = [("targets", "A", {"paths": ["*.py"]}), ("targets", "B", {"paths": ["re?eases/*/*"]}),
                 ("B", "C", {"paths": ["releases/x/*"]}), ("targets", "D", {"paths": ["*"]})]  # fmt: skip
        self.assertEqual(self.order(graph, "releases/x/file"), ["B", "C"])

    def test_a_role_that_may_not_speak_of_a_path_is_not_believed(self):
        self.repository.delegate("targets", "A", paths=["releases/*"])
        self.repository.add_target("A", "other/file", b"content")
        self.repository.publish("targets", "A")
        self.assertEqual(self.init(), 0)
        self.assertEqual(self.download("other/file"), 1)

    def test_a_role_reached_by_two_is_verified_for_each(self):
        """B's keys vouch for X, A's do not: that B reached it before does not help A, and C is not asked."""
        good, bad = [MAKERS["ecdsa"]()], [MAKERS["ecdsa"]()]
        for role in ("B", "A", "C"):
            self.repository.delegate("targets", role)
        self.repository.delegate("A", "X", signers=bad)
        self.repository.delegate("B", "X", signers=good)
        self.repository.add_target("C", "file", b"content")
        self.repository.publish("targets", "A", "B", "C", "X")
        self.assertEqual(self.init(), 0)
        self.assertEqual(self.download("file"), 1)
        self.assertIn("X: signed by 0 of its keys", self.told)

    def test_names_of_roles_leave_neither_folder_nor_url(self):
        for role in ("?", "#", "/delegated", "../delegated"):
            with self.subTest(role=role):
                self.setUp()
                self.assertEqual(self.order([("targets", role)])[0], urllib.parse.quote(role, ""))
                self.assertEqual(len(list(self.metadata.iterdir())), 5)
                self.assertEqual(len(list(self.folder.iterdir())), 3)

    def test_delegation_by_hash_prefixes_and_by_bins(self):
        path = "some/file"
        digest = hashlib.sha256(path.encode()).hexdigest()
        bin_name = f"bin-{int(digest[:8], 16) >> 29:x}"
        key = MAKERS["ecdsa"]()
        self.repository.delegate("targets", "H")
        self.repository.signed["targets"]["delegations"]["roles"][0].pop("paths")
        self.repository.signed["targets"]["delegations"]["roles"][0]["path_hash_prefixes"] = [digest[:3]]
        self.repository.delegate("H", bin_name, signers=[key])
        self.repository.signed["H"]["delegations"] = {
            "keys": {key["keyid"]: public_part(key)},
            "succinct_roles": {"keyids": [key["keyid"]], "threshold": 1, "bit_length": 3, "name_prefix": "bin"},
        }
        self.repository.add_target(bin_name, path, b"content")
        self.repository.publish("targets", "H", bin_name)
        self.assertEqual(self.init(), 0)
        self.assertEqual(self.download(path), 0, self.told)


if __name__ == "__main__":
    unittest.main(verbosity=1)
