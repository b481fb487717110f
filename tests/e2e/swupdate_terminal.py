# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Debian's swupdate as a terminal: images made and signed for it, the program itself with its folder."""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

from harness import Process


def openssl(*arguments, folder=None):
    subprocess.run(["openssl", *map(str, arguments)], cwd=folder, check=True, capture_output=True)


class Signer:
    """A key that images are signed with, and the certificate that swupdate checks them by."""

    def __init__(self, folder):
        self.key, self.certificate = Path(folder) / "image-key.pem", Path(folder) / "image-cert.pem"
        openssl(
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", "/CN=images", "-keyout", self.key,
            "-out", self.certificate, "-addext", "keyUsage=digitalSignature,keyCertSign", "-addext",
            "extendedKeyUsage=emailProtection,codeSigning",
        )  # fmt: skip

    def image(self, path, version, payload, target):
        """A .swu that puts `payload` into the file `target`."""
        work = Path(str(path) + ".parts")
        work.mkdir(parents=True)
        (work / "payload.bin").write_bytes(payload)
        (work / "sw-description").write_text(
            f"""software = {{
  version = "{version}";
  hardware-compatibility: [ "1.0" ];
  files: ( {{ filename = "payload.bin"; path = "{target}"; sha256 = "{hashlib.sha256(payload).hexdigest()}"; }} );
}}
"""
        )
        openssl(
            "cms", "-sign", "-in", "sw-description", "-out", "sw-description.sig", "-signer", self.certificate,
            "-inkey", self.key, "-outform", "DER", "-nosmimecap", "-binary", folder=work,
        )  # fmt: skip
        names = "sw-description\nsw-description.sig\npayload.bin\n"
        with Path(path).open("wb") as out:
            subprocess.run(
                ["cpio", "-o", "-H", "crc", "--quiet"], cwd=work, input=names.encode(), stdout=out, check=True
            )
        shutil.rmtree(work)


class SwupdateTerminal:
    """One swupdate that polls the manager."""

    def __init__(self, setup, name, signer, url, token=None, ca=None, certificate=None, retry=4):
        self.setup, self.name, self.signer = setup, name, signer
        self.folder = setup.folder / name
        self.folder.mkdir()
        self.installed = self.folder / "installed.bin"
        lines = [
            'tenant = "DEFAULT";', f'id = "{name}";', f'url = "{url}";', "polldelay = 1;", f"retry = {retry};",
            "retrywait = 1;", f'cafile = "{ca}";',
        ]  # fmt: skip
        if token:
            lines.append(f'targettoken = "{token}";')
        if certificate:
            lines += [f'sslcert = "{certificate[0]}";', f'sslkey = "{certificate[1]}";']
        (self.folder / "swupdate.cfg").write_text(
            f"""globals: {{ verbose = true; loglevel = 5; public-key-file = "{signer.certificate}"; }};
identify: ( {{ name = "hwRevision"; value = "1.0"; }}, {{ name = "model"; value = "gateway"; }} );
suricatta: {{ {" ".join(lines)} }};
"""
        )
        self.process = None
        self.confirmed = False

    def start(self, confirm=None):
        """`confirm` 2: the update before this start works, 3: it does not."""
        process = Process(
            self.name,
            ["swupdate", "-f", self.folder / "swupdate.cfg", "-H", "test:1.0", "-u", f"-c {confirm}" if confirm else ""],
            self.setup.folder / "log" / f"{self.name}.log",
            {"TMPDIR": str(self.folder)},
            helpers=True,
        )
        process.start()
        self.confirmed = confirm == 2
        self.process = self.setup.processes[self.name] = process

    def restart(self, confirm=None):
        self.stop()
        self.start(confirm)

    def stop(self):
        self.process.stop()

    def said(self, text):
        return text in self.process.log.read_text(errors="replace")

    def has_installed(self):
        """And waits to be started again: that is how it learns whether the new version works."""
        return self.said("pending testing")

    def content(self):
        return self.installed.read_bytes() if self.installed.exists() else None
