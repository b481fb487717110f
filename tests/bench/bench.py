#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Signalbox's programs against those that people would use instead. See README.md in this folder."""
import argparse
import hashlib
import json
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CHUNK = 1 << 20


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def random_file(path, megabytes):
    """A file of random bytes; returns its SHA-256."""
    digest = hashlib.sha256()
    with open(path, "wb") as out:
        for _ in range(megabytes):
            piece = os.urandom(CHUNK)
            digest.update(piece)
            out.write(piece)
    return digest.hexdigest()


class Server:
    """A program that listens on 127.0.0.1 for as long as the `with` block lasts."""

    def __init__(self, name, command, folder, port=None):
        self.name, self._command, self._folder, self._port = name, command, folder, port

    def __enter__(self):
        self._log = open(self._folder / f"{self.name}.log", "w+", encoding="utf-8")
        self._process = subprocess.Popen(self._command, stdin=subprocess.DEVNULL, stdout=self._log, stderr=self._log)
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline and self._process.poll() is None:
            if self._port is None:
                said = re.search(r"listening on \w+://[^:]+:(\d+)", Path(self._log.name).read_text(encoding="utf-8"))
                self._port = int(said.group(1)) if said else None
            if self._port is not None and not self._refused():
                self.url = f"http://127.0.0.1:{self._port}"
                return self
            time.sleep(0.05)
        self.__exit__()
        sys.exit(f"bench: {self.name} did not start:\n{Path(self._log.name).read_text(encoding='utf-8')[-2000:]}")

    def _refused(self):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self._port)) != 0

    def __exit__(self, *_):
        self._process.terminate()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()


def node(binaries, folder):
    command = [binaries / "signalbox-node", "--log-level", "warning", "run", "--data", folder / "node"]
    return Server("signalbox-node", command + ["--listen", "127.0.0.1:0", "--plain", "--anonymous-access"], folder)


def nginx(folder, root):
    port = free_port()
    configuration = folder / "nginx.conf"
    configuration.write_text(
        f"""daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/nginx-error.log;
        {'user root;' if os.geteuid() == 0 else ''}
        events {{ worker_connections 512; }}
        http {{ access_log off; sendfile on; client_body_temp_path {folder}/n1; proxy_temp_path {folder}/n2;
          fastcgi_temp_path {folder}/n3; uwsgi_temp_path {folder}/n4; scgi_temp_path {folder}/n5;
          server {{ listen 127.0.0.1:{port}; root {root}; }} }}""",
        encoding="utf-8",
    )
    return Server("nginx", ["nginx", "-p", folder, "-c", configuration], folder, port)


def registry(folder):
    port = free_port()
    configuration = folder / "registry.yml"
    configuration.write_text(
        f"""version: 0.1
log: {{level: error, accesslog: {{disabled: true}}}}
storage: {{filesystem: {{rootdirectory: {folder}/registry}}}}
http: {{addr: "127.0.0.1:{port}"}}
""",
        encoding="utf-8",
    )
    return Server("docker-registry", ["docker-registry", "serve", configuration], folder, port)


def curl(*arguments):
    """Runs curl; returns what --write-out says. Ends the measurement where the answer is no success."""
    done = subprocess.run(["curl", "-sS", "--fail", "-H", "Expect:", *arguments], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"bench: curl failed: {done.stderr.strip()}")
    return done.stdout


def download(url, size):
    """Megabytes a second of one GET."""
    got, seconds = curl("-o", "/dev/null", "-w", "%{size_download} %{time_total}", url).split()
    if int(got) != size:
        sys.exit(f"bench: {url} gave {got} bytes of {size}")
    return size / 1e6 / float(seconds)


def upload(server, path, digest):
    """Megabytes a second of one blob pushed as OCI Distribution has it: POST, PATCH with all bytes, PUT."""
    begin = time.monotonic()
    where = curl("-X", "POST", "-o", "/dev/null", "-w", "%header{location}", f"{server.url}/v2/bench/blobs/uploads/")
    where = where if where.startswith("http") else server.url + where
    where = curl("-X", "PATCH", "-T", path, "-H", "Content-Type: application/octet-stream", "-o", "/dev/null", "-w",
                 "%header{location}", where)
    where = where if where.startswith("http") else server.url + where
    where += ("&" if "?" in where else "?") + f"digest=sha256:{digest}"
    curl("-X", "PUT", "-H", "Content-Length: 0", "-o", "/dev/null", where)
    return path.stat().st_size / 1e6 / (time.monotonic() - begin)


def measure_download(arguments, folder):
    """A blob over plain HTTP, the whole of it in one GET: signalbox-node against nginx with sendfile."""
    root = folder / "root"
    root.mkdir()
    digest = random_file(root / "blob", arguments.megabytes)
    size = (root / "blob").stat().st_size
    with node(arguments.bin, folder) as ours, nginx(folder, root) as peer:
        upload(ours, root / "blob", digest)
        urls = {"ours": f"{ours.url}/v2/bench/blobs/sha256:{digest}", "peer": f"{peer.url}/blob"}
        for url in urls.values():
            download(url, size)  # both from the page cache
        runs = {"ours": [], "peer": []}
        for _ in range(arguments.runs):
            for who, url in urls.items():
                runs[who].append(download(url, size))
    return runs


def measure_upload(arguments, folder):
    """A new blob over plain HTTP: signalbox-node, which has it on disk before it answers, against docker-registry."""
    runs = {"ours": [], "peer": []}
    with node(arguments.bin, folder) as ours, registry(folder) as peer:
        for _ in range(arguments.runs):
            digest = random_file(folder / "blob", arguments.megabytes)
            for who, server in (("ours", ours), ("peer", peer)):
                os.sync()  # what one left in the page cache is not to slow the other
                runs[who].append(upload(server, folder / "blob", digest))
    return runs


# work → (what measures it, unit, peer's program)
WORKS = {
    "blobDownloadPlain": (measure_download, "MB/s", "nginx"),
    "blobUploadPlain": (measure_upload, "MB/s", "docker-registry"),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", type=Path, required=True, help="the folder of the programs to measure")
    parser.add_argument("--megabytes", type=int, default=200, help="size of a blob (200)")
    parser.add_argument("--runs", type=int, default=7, help="runs of each side, taken in turn (7)")
    parser.add_argument("--json", action="store_true", help="print one JSON object as the last line")
    parser.add_argument("work", nargs="*", help=f"what to measure: {', '.join(WORKS)} (all)")
    arguments = parser.parse_args()
    if arguments.runs < 1 or arguments.megabytes < 1:
        parser.error("--runs and --megabytes count from 1")
    unknown = set(arguments.work) - set(WORKS)
    if unknown:
        parser.error(f"unknown work: {', '.join(sorted(unknown))}")
    arguments.bin = arguments.bin.resolve()
    os.environ["PATH"] += ":/usr/sbin:/sbin"  # where nginx lies

    figures = {}
    print(f"{'work':<20} {'ours':>9} {'peer':>9} {'ratio':>6}   spread of ours, of the peer (least to most)")
    for work in arguments.work or WORKS:
        measure, unit, peer = WORKS[work]
        for program in (arguments.bin / "signalbox-node", peer):
            if not shutil.which(str(program)):
                sys.exit(f"bench: {program} is not there")
        folder = Path(tempfile.mkdtemp(prefix="signalbox-bench-"))
        try:
            runs = measure(arguments, folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        ours, theirs = statistics.median(runs["ours"]), statistics.median(runs["peer"])
        figures |= {
            f"{work}.ours": round(ours, 1),
            f"{work}.peer": round(theirs, 1),
            f"{work}.ratio": round(ours / theirs, 2),
            f"{work}.oursSpread": [round(min(runs["ours"]), 1), round(max(runs["ours"]), 1)],
            f"{work}.peerSpread": [round(min(runs["peer"]), 1), round(max(runs["peer"]), 1)],
        }
        spread = ", ".join(f"{min(runs[who]):.0f} to {max(runs[who]):.0f}" for who in ("ours", "peer"))
        print(f"{work:<20} {ours:9.0f} {theirs:9.0f} {ours / theirs:6.2f}   {spread}   {unit}, peer {peer}", flush=True)
    if arguments.json:
        print(json.dumps(figures))


if __name__ == "__main__":
    main()
