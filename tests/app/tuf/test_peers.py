#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""signalbox-tuf beside tuf-js: each believes the other's repository, and both refuse the same attacks.

The packages of tests/app/tuf/peers/package-lock.json lie in SIGNALBOX_PEERS; ./dev test brings them there.
"""

import functools
import http.server
import os
import subprocess
import sys
import tempfile
import threading
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "e2e"))
from tuf_repository import MAKERS, Repository, Server, in_days  # noqa: E402

OURS = [os.environ.get("SIGNALBOX_TUF", "build/bin/signalbox-tuf")]
THEIRS = ["node", str(HERE / "peers" / "client.js")]


class Client:
    """One of the two, with a folder of its own."""

    def __init__(self, program, folder):
        self.program, self.metadata, self.targets = program, folder / "metadata", folder / "targets"
        self.metadata.mkdir(parents=True)
        self.targets.mkdir()
        self.told = ""

    def run(self, *arguments):
        done = subprocess.run(
            [*self.program, *map(str, arguments)], capture_output=True, text=True, timeout=60, check=False
        )
        self.told = done.stderr
        if done.returncode not in (0, 1):
            raise AssertionError(f"exit code {done.returncode}: {done.stderr}")
        return done.returncode == 0

    def trust(self, root):
        path = self.metadata.parent / "first-root.json"
        path.write_bytes(root)
        return self.run("--metadata-dir", self.metadata, "init", path)

    def refresh(self, url):
        return self.run("--metadata-url", f"{url}/metadata/", "--metadata-dir", self.metadata, "refresh")

    def download(self, url, name):
        return self.run(
            "--metadata-url", f"{url}/metadata/", "--metadata-dir", self.metadata, "--target-name", name,
            "--target-dir", self.targets, "--target-base-url", f"{url}/targets/", "download",
        )  # fmt: skip

    def downloaded(self):
        return [path.read_text() for path in sorted(self.targets.iterdir())]


class Case(unittest.TestCase):
    def setUp(self):
        if not (Path(os.environ["SIGNALBOX_PEERS"]) / "node_modules" / "tuf-js").is_dir():
            self.fail("tuf-js is not there; ./dev test brings it")
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.ours, self.theirs = Client(OURS, self.folder / "ours"), Client(THEIRS, self.folder / "theirs")
        self.both = (self.ours, self.theirs)

    def serve(self, folder):
        class Quiet(http.server.SimpleHTTPRequestHandler):
            def log_message(self, *_):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        self.addCleanup(thread.join)
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        return f"http://127.0.0.1:{server.server_port}"


class EachOthers(Case):
    def test_tuf_js_believes_a_repository_of_ours(self):
        published = self.folder / "published"
        subprocess.run([os.environ["SAMPLE_REPOSITORY"], str(published)], check=True, timeout=30)
        url = self.serve(published)
        self.assertTrue(self.theirs.trust((published / "first-root.json").read_bytes()))
        self.assertTrue(self.theirs.download(url, "kiosk/stable/1.0.json"), self.theirs.told)
        self.assertEqual(self.theirs.downloaded(), ["a manifest\n"])
        self.assertFalse(self.theirs.download(url, "kiosk/stable/2.0.json"))

    def test_ours_believes_a_repository_of_tufjs(self):
        published = self.folder / "published"
        subprocess.run(["node", str(HERE / "peers" / "repository.js"), str(published)], check=True, timeout=60)
        url = self.serve(published)
        root = (published / "metadata" / "1.root.json").read_bytes()
        self.assertTrue(self.ours.trust(root))
        self.assertTrue(self.ours.download(url, "release.json"), self.ours.told)
        self.assertEqual(self.ours.downloaded(), ["a manifest\n"])
        snapshot = published / "metadata" / "snapshot.json"
        snapshot.write_bytes(snapshot.read_bytes().replace(b'"version":1', b'"version":2'))
        other = Client(OURS, self.folder / "other")
        self.assertTrue(other.trust(root))
        self.assertFalse(other.refresh(url))


class Attacks(Case):
    """Of a repository that a third library signed."""

    def setUp(self):
        super().setUp()
        self.repository = Repository()
        self.repository.with_hashes = True
        self.repository.delegate("targets", "p-kiosk", paths=["kiosk/*/*"], terminating=True,
                                 signers=[MAKERS["ecdsa"]() for _ in range(2)])  # fmt: skip
        self.repository.signed["targets"]["delegations"]["roles"][0]["threshold"] = 2
        self.repository.add_target("p-kiosk", "kiosk/stable/1.0.json", b"one")
        self.repository.publish("p-kiosk", "targets")
        self.server = Server(self.repository)
        self.addCleanup(self.server.close)
        for client in self.both:
            self.assertTrue(client.trust(self.repository.files["1.root.json"]), client.told)
            self.assertTrue(client.download(self.server.url, "kiosk/stable/1.0.json"), client.told)
            self.assertEqual(client.downloaded(), ["one"])

    def release(self):
        self.repository.add_target("p-kiosk", "kiosk/stable/2.0.json", b"two")
        self.repository.publish("p-kiosk")

    def accepted(self):
        return [client.download(self.server.url, "kiosk/stable/2.0.json") for client in self.both]

    def must_refuse(self):
        self.assertEqual(self.accepted(), [False, False], [client.told for client in self.both])
        for client in self.both:
            self.assertEqual(client.downloaded(), ["one"])

    def test_without_an_attack_both_take_it(self):
        self.release()
        self.assertEqual(self.accepted(), [True, True], [client.told for client in self.both])

    def test_one_signature_of_two(self):
        del self.repository.signers["p-kiosk"][1]
        self.release()
        self.must_refuse()

    def test_the_same_key_twice(self):
        self.repository.signers["p-kiosk"][1] = self.repository.signers["p-kiosk"][0]
        self.release()
        self.must_refuse()

    def test_a_stranger(self):
        self.repository.signers["p-kiosk"][1] = MAKERS["ecdsa"]()
        self.release()
        self.must_refuse()

    def test_old_metadata(self):
        old = dict(self.repository.files)
        self.release()
        for client in self.both:
            self.assertTrue(client.refresh(self.server.url), client.told)
        self.repository.files["timestamp.json"] = old["timestamp.json"]
        self.assertEqual([client.refresh(self.server.url) for client in self.both], [False, False])

    def test_mixed_versions(self):
        self.release()
        self.repository.files["2.p-kiosk.json"] = self.repository.files["1.p-kiosk.json"]
        self.must_refuse()

    def test_other_bytes_of_metadata(self):
        self.release()
        self.repository.files["2.p-kiosk.json"] += b"\n"
        self.must_refuse()

    def test_other_bytes_of_a_target(self):
        self.release()
        for name in [name for name in self.repository.blobs if name.endswith(".2.0.json")]:
            self.repository.blobs[name] = b"too"
        self.must_refuse()

    def test_endless_data(self):
        self.release()
        self.repository.files["timestamp.json"] += b" " * 20_000_000
        self.must_refuse()

    def test_an_expired_timestamp(self):
        self.repository.signed["timestamp"]["expires"] = in_days(-1)
        self.release()
        self.must_refuse()

    def test_an_expired_role(self):
        self.repository.signed["p-kiosk"]["expires"] = in_days(-1)
        self.release()
        self.must_refuse()

    def test_a_root_that_the_old_one_did_not_sign(self):
        self.repository.trust("root", [MAKERS["ecdsa"]()])
        self.repository.publish_root(signers=[MAKERS["ecdsa"]()])
        self.release()
        self.must_refuse()

    def test_a_path_that_the_role_may_not_speak_of(self):
        self.repository.add_target("p-kiosk", "till/stable/2.0.json", b"two")
        self.repository.publish("p-kiosk")
        for client in self.both:
            self.assertFalse(client.download(self.server.url, "till/stable/2.0.json"))


if __name__ == "__main__":
    unittest.main()
