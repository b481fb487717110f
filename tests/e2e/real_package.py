# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two versions of a real Debian package, unpacked: what the demo upgrades."""

import filecmp
import os
import shutil
import subprocess
from pathlib import Path

from harness import Failure

LEAST_BYTES = 50_000_000
CANDIDATES = ("postgresql-15", "postgresql-17", "postgresql-16")


def _versions(package):
    listed = subprocess.run(["apt-cache", "madison", package], capture_output=True, text=True, check=False).stdout
    versions = []
    for line in listed.splitlines():
        version = line.split("|")[1].strip()
        if "Packages" in line and version not in versions:
            versions.append(version)
    return versions  # newest first


def _download(package, version, cache):
    existing = list(cache.glob(f"{package}_{version.replace(':', '%3a')}_*.deb"))
    if not existing:
        cache.mkdir(parents=True, exist_ok=True)
        # apt drops privileges to a user that may not write here, and says so; the download is fine.
        done = subprocess.run(
            ["apt-get", "download", "-q", "-o", "APT::Sandbox::User=root", f"{package}={version}"],
            cwd=cache,
            capture_output=True,
            text=True,
            check=False,
        )
        existing = list(cache.glob(f"{package}_{version.replace(':', '%3a')}_*.deb"))
        if done.returncode != 0 or not existing:
            raise Failure(f"cannot download {package} {version}: {done.stderr.strip()}")
    return existing[0]


class Tree:
    """The files of one version: folder, version, and the package's own list of checksums."""

    def __init__(self, version, folder, checksums):
        self.version = version
        self.folder = folder
        self.checksums = checksums

    def size(self):
        return sum(path.lstat().st_size for path in self.folder.rglob("*") if path.is_file() and not path.is_symlink())


def _unpack(deb, version, into):
    into.mkdir(parents=True, exist_ok=True)
    tree, control = into / f"{version}-tree", into / f"{version}-control"
    for folder, option in ((tree, "-x"), (control, "-e")):
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run(["dpkg-deb", option, str(deb), str(folder)], check=True, stdin=subprocess.DEVNULL)
    return Tree(version, tree, control / "md5sums")


def two_versions(cache, into):
    """Downloads (once) and unpacks an older and a newer version; gives (product, older, newer)."""
    if not any(_versions(package) for package in CANDIDATES):
        update = ["apt-get", "update"] if os.geteuid() == 0 else ["sudo", "-n", "apt-get", "update"]
        subprocess.run(update, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    for package in CANDIDATES:
        versions = _versions(package)
        if not versions:
            continue
        newer = _unpack(_download(package, versions[0], cache), versions[0], into)
        if newer.size() < LEAST_BYTES:
            continue
        if len(versions) > 1:
            return package, _unpack(_download(package, versions[-1], cache), versions[-1], into), newer
        return package, _earlier_of(newer, into), newer
    raise Failure(
        "none of " + ", ".join(CANDIDATES) + " is offered by this system's package lists (apt-get update first)"
    )


def _earlier_of(tree, into):
    """Where the archive has one version only: the same package without its newest touch."""
    folder = into / "earlier-tree"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(tree.folder, folder, symlinks=True)
    checksums = into / "earlier-md5sums"
    lines = tree.checksums.read_text().splitlines()
    dropped = lines[0].split(maxsplit=1)[1]
    (folder / dropped).unlink()
    checksums.write_text("\n".join(lines[1:]) + "\n")
    return Tree(tree.version + "~earlier", folder, checksums)


def difference(expected, actual):
    """The first way in which two trees differ, in words; empty where they are equal to the byte."""
    expected, actual = Path(expected), Path(actual)
    names = {path.relative_to(expected) for path in expected.rglob("*")}
    others = {path.relative_to(actual) for path in actual.rglob("*")}
    if names != others:
        odd = sorted(names ^ others)[0]
        return f"{odd} is only in {'the package' if odd in names else 'the terminal'}"
    for name in sorted(names):
        wanted, found = expected / name, actual / name
        if wanted.is_symlink() or found.is_symlink():
            if not (wanted.is_symlink() and found.is_symlink()) or os.readlink(wanted) != os.readlink(found):
                return f"{name}: another link"
        elif wanted.is_file():
            if not filecmp.cmp(wanted, found, shallow=False):
                return f"{name}: other content"
            if (wanted.stat().st_mode ^ found.stat().st_mode) & 0o777:
                return f"{name}: another mode"
    return ""
