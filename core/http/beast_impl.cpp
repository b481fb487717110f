// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Beast's own code, compiled once here (BOOST_BEAST_SEPARATE_COMPILATION).
#include <boost/beast/src.hpp>
