#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
# As with_display.sh, in a session that has a Secret Service.
set -eu
exec "$(dirname "$0")/../ui/with_display.sh" env XDG_CURRENT_DESKTOP=GNOME dbus-run-session -- sh -c '
    printf password | gnome-keyring-daemon --unlock --components=secrets >/dev/null
    exec "$0" "$@"' "$@"
