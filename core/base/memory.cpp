// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/memory.h"

#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace signalbox {

void giveFreedMemoryBack() {
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

}  // namespace signalbox
