#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a program on a display of its own where there is Xvfb, else without one: a real window, and nobody's desktop. Its
# home is its own too.
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" XDG_RUNTIME_DIR="$home/run" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config"
export DBUS_SESSION_BUS_ADDRESS="unix:path=$home/nobody" LANGUAGE=en LC_ALL=C.UTF-8
mkdir -m 0700 "$XDG_RUNTIME_DIR"
if command -v xvfb-run >/dev/null; then
    QT_QPA_PLATFORM=xcb xvfb-run -a -s '-screen 0 1600x1000x24' "$@"
else
    QT_QPA_PLATFORM=offscreen "$@"
fi
