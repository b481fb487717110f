#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a program twice, each time with a home of its own: in a session that has a Secret Service, and in one that has no
# keychain.
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" XDG_RUNTIME_DIR="$home/run" XDG_DATA_HOME="$home/data" XDG_CACHE_HOME="$home/cache"
mkdir -m 0700 "$XDG_RUNTIME_DIR"
unset DISPLAY WAYLAND_DISPLAY KDE_SESSION_VERSION DESKTOP_SESSION
export DBUS_SESSION_BUS_ADDRESS="unix:path=$home/nobody"
"$1"
export PROGRAM="$1" SIGNALBOX_TEST_KEYCHAIN=1 XDG_CURRENT_DESKTOP=GNOME
dbus-run-session -- sh -c '
    printf password | gnome-keyring-daemon --unlock --components=secrets >/dev/null
    "$PROGRAM"'
