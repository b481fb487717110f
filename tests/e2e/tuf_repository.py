# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A repository of The Update Framework for tests, signed by Debian's securesystemslib, that can also lie.

Keys, canonical JSON and signatures are that library's: what signalbox-tuf believes was made by code of other authors.
"""

import contextlib
import copy
import datetime
import hashlib
import http.server
import json
import threading
import urllib.parse

from securesystemslib import formats, keys

TOP = ("root", "timestamp", "snapshot", "targets")
MAKERS = {"ecdsa": keys.generate_ecdsa_key, "ed25519": keys.generate_ed25519_key, "rsa": keys.generate_rsa_key}


def in_days(days):
    moment = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=days)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def public_part(key):
    return {
        "keytype": key["keytype"],
        "scheme": key["scheme"],
        "keyval": {"public": key["keyval"]["public"]},
    }


def envelope(signed, signers):
    data = formats.encode_canonical(signed).encode()
    signatures = [{"keyid": s["keyid"], "sig": s["sig"]} for s in (keys.create_signature(key, data) for key in signers)]
    return json.dumps({"signed": signed, "signatures": signatures}, indent=1).encode()


class Repository:
    """Content by role in `signed`, who signs in `signers`; publish() makes files of what changed."""

    def __init__(self, kind="ecdsa"):
        self.signers = {role: [MAKERS[kind]()] for role in TOP}
        self.files = {}  # name below metadata/ to bytes
        self.blobs = {}  # name below targets/ to bytes
        self.signed = {
            "root": {
                "_type": "root", "spec_version": "1.0.34", "version": 0, "expires": in_days(365),
                "consistent_snapshot": True, "keys": {}, "roles": {},
            },
            "timestamp": {"_type": "timestamp", "version": 0, "meta": {}},
            "snapshot": {"_type": "snapshot", "version": 0, "meta": {}},
            "targets": {"_type": "targets", "version": 0, "targets": {}},
        }  # fmt: skip
        for role in TOP[1:]:
            self.signed[role].update({"spec_version": "1.0.34", "expires": in_days(30)})
        for role in TOP:
            self.trust(role, self.signers[role])
        self.with_hashes = False
        self.publish_root()
        self.publish("targets")

    # --- what it says

    def trust(self, role, role_keys, threshold=1):
        """The root names these keys for a top-level role."""
        root = self.signed["root"]
        root["keys"].update({key["keyid"]: public_part(key) for key in role_keys})
        root["roles"][role] = {"keyids": [key["keyid"] for key in role_keys], "threshold": threshold}

    def publish_root(self, signers=None):
        self.signed["root"]["version"] += 1
        version = self.signed["root"]["version"]
        self.files[f"{version}.root.json"] = envelope(self.signed["root"], signers or self.signers["root"])

    def facts(self, data, version):
        facts = {"version": version}
        if self.with_hashes:
            facts |= {"length": len(data), "hashes": {"sha256": hashlib.sha256(data).hexdigest()}}
        return facts

    def write(self, role):
        signed = self.signed[role]
        data = envelope(signed, self.signers[role])
        quoted = urllib.parse.quote(role, "")
        self.files["timestamp.json" if role == "timestamp" else f"{signed['version']}.{quoted}.json"] = data
        return data

    def publish(self, *roles):
        """New versions of targets roles, and of snapshot and timestamp over them."""
        for role in roles:
            self.signed[role]["version"] += 1
            data = self.write(role)
            self.signed["snapshot"]["meta"][f"{role}.json"] = self.facts(data, self.signed[role]["version"])
        self.signed["snapshot"]["version"] += 1
        self.publish_timestamp(self.write("snapshot"))

    def publish_timestamp(self, snapshot=None):
        signed = self.signed["timestamp"]
        signed["version"] += 1
        if snapshot is not None:
            signed["meta"] = {"snapshot.json": self.facts(snapshot, self.signed["snapshot"]["version"])}
        self.write("timestamp")

    def delegate(self, delegator, role, paths=("*",), terminating=False, signers=None):
        """Also makes the role, if there is none yet."""
        signers = signers or self.signers.get(role) or [MAKERS["ecdsa"]()]
        self.signers[role] = signers
        if role not in self.signed:
            self.signed[role] = copy.deepcopy(self.signed["targets"]) | {"version": 0, "targets": {}}
            self.signed[role].pop("delegations", None)
        delegations = self.signed[delegator].setdefault("delegations", {"keys": {}, "roles": []})
        delegations["keys"].update({key["keyid"]: public_part(key) for key in signers})
        delegations["roles"].append(
            {
                "name": role, "keyids": [key["keyid"] for key in signers], "threshold": 1, "paths": list(paths),
                "terminating": terminating,
            }
        )  # fmt: skip

    def add_target(self, role, path, data):
        digest = hashlib.sha256(data).hexdigest()
        self.signed[role]["targets"][path] = {"length": len(data), "hashes": {"sha256": digest}}
        folder, _, name = path.rpartition("/")
        self.blobs[f"{folder}/{digest}.{name}".lstrip("/")] = data


class Server:
    """Serves a repository on a loopback port and notes the metadata that was asked for."""

    def __init__(self, repository):
        self.asked = []
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                kind, _, name = self.path.lstrip("/").partition("/")
                if kind == "metadata":
                    outer.asked.append(name.removesuffix(".json"))
                    data = repository.files.get(name)
                else:
                    data = repository.blobs.get(urllib.parse.unquote(name))
                self.send_response(404 if data is None else 200)
                self.send_header("Content-Length", str(len(data or b"")))
                self.end_headers()
                with contextlib.suppress(ConnectionError):  # a client that has had enough
                    self.wfile.write(data or b"")

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()
