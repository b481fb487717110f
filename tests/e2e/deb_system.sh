#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
# The tests of the install kind deb once more, in a whole Debian of its own instead of a busybox:
# deb_system.sh TEST_PROGRAM CACHE_FOLDER. The bootstrapped system is kept in the folder for the next time.
set -eu
program=$1
cache=$2
system=$cache/debian-bookworm.tar
if [ ! -e "$system" ]; then
    mkdir -p "$cache"
    # dpkg's own scripts run in it; busybox is what the tests' maintainer scripts use.
    leaveOut=()
    for folder in doc info locale man zoneinfo; do leaveOut+=(--dpkgopt="path-exclude=/usr/share/$folder/*"); done
    mmdebstrap --quiet --variant=essential --include=busybox "${leaveOut[@]}" bookworm "$system.new.tar"
    mv "$system.new.tar" "$system"
fi
SIGNALBOX_DEBIAN_SYSTEM=$system exec "$program"
