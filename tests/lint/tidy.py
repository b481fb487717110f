#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs clang-tidy over core/ and app/, in parallel, and only on what changed since it last passed.

A file has passed when its text, the project headers it includes (as the last build saw them), its flags, .clang-tidy
and the version of clang-tidy are those of a run without findings. What passed is remembered in the user's cache folder,
as ccache does it for the compiler: a clean clone checks what nobody on the machine has checked.
"""
import argparse
import concurrent.futures
import hashlib
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "signalbox" / "tidy"
KEPT_SECONDS = 30 * 24 * 3600


def headers_of_objects(build):
    """object file → project files it was compiled from, out of ninja's dependency log."""
    out = subprocess.run(["ninja", "-C", str(build), "-t", "deps"], capture_output=True, text=True, check=False).stdout
    found, current = {}, None
    for line in out.splitlines():
        if line and not line.startswith(" "):
            current = found.setdefault(line.split(":", 1)[0], [])
        elif current is not None and line.strip():
            path = (build / line.strip()).resolve()
            if path.is_relative_to(ROOT) and not path.is_relative_to(build):
                current.append(path)
    return found


def without_precompiled_header(command):
    """Clang cannot read GCC's, and files include what they use."""
    return re.sub(r" -Winvalid-pch| -fpch-preprocess| (?:-Xclang )?-include(?:-pch)? (?:-Xclang )?\S+cmake_pch\S+", "", command)


def files_to_check(build, commands):
    """(source, flags, files it depends on) of every object of core/ and app/."""
    headers = headers_of_objects(build)
    everything = sorted(p for folder in ("core", "app") for p in (ROOT / folder).rglob("*.h"))
    for entry in commands:
        source = Path(entry["directory"], entry["file"]).resolve()
        if source.is_relative_to(ROOT / "core") or source.is_relative_to(ROOT / "app"):
            written = re.search(r" -o (\S+)", entry["command"])
            depends = headers.get(written.group(1) if written else "", everything)
            yield source, entry["command"], sorted({source, *depends})


def key_of(version, flags, depends):
    """The same in every clone."""
    digest = hashlib.sha256(version + Path(__file__).read_bytes() + (ROOT / ".clang-tidy").read_bytes())
    digest.update(flags.replace(f"{ROOT}/", "").encode())
    for path in depends:
        text = path.read_bytes() if path.exists() else b""
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + hashlib.sha256(text).digest())
    return digest.hexdigest()


def forget_old():
    for passed in CACHE.iterdir():
        if time.time() - passed.stat().st_mtime > KEPT_SECONDS:
            passed.unlink(missing_ok=True)


def check(program, database, source):
    begin = time.monotonic()
    # GCC's flags that Clang does not know are no finding; warnings are GCC's job.
    command = [program, "-p", str(database), "--quiet", "--extra-arg=-w", "--extra-arg=-Wno-unknown-warning-option", str(source)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    return done.returncode == 0, done.stdout, done.stderr, time.monotonic() - begin


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", default="clang-tidy-14")
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--slowest", type=int, default=0, help="name so many of the slowest files")
    arguments = parser.parse_args()
    build = arguments.build.resolve()
    version = subprocess.run([arguments.program, "--version"], capture_output=True, check=True).stdout
    database = build / "tidy"
    database.mkdir(exist_ok=True)
    CACHE.mkdir(parents=True, exist_ok=True)
    forget_old()
    commands = json.loads((build / "compile_commands.json").read_text())
    for entry in commands:
        entry["command"] = without_precompiled_header(entry["command"])
    (database / "compile_commands.json").write_text(json.dumps(commands))

    checked, known, wrong, times, seen = 0, 0, 0, [], set()
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        running = {}
        for source, flags, depends in files_to_check(build, commands):
            key = CACHE / key_of(version, flags, depends)
            if key.exists():
                key.touch()
                known += 1
            else:
                running[pool.submit(check, arguments.program, database, source)] = (source, key)
        for future in concurrent.futures.as_completed(running):
            source, key = running[future]
            passed, out, err, seconds = future.result()
            checked += 1
            times.append((seconds, source.relative_to(ROOT).as_posix()))
            print(f"[{checked}/{len(running)}] {times[-1][1]} {seconds:.0f} s", flush=True)
            if passed:
                key.touch()
                continue
            wrong += 1
            # The same finding in a header comes with every file that includes it: once is enough.
            for part in re.split(r"(?m)^(?=\S+:\d+:\d+: (?:warning|error):)", out):
                if part.strip() and part not in seen:
                    seen.add(part)
                    print(part.replace(f"{ROOT}/", ""), end="")
            if not out.strip():
                print(err[-2000:])
    for seconds, name in sorted(times, reverse=True)[: arguments.slowest]:
        print(f"{seconds:6.1f} s  {name}")
    print(f"{checked} files checked, {known} unchanged, {wrong} with findings")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
