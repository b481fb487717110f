// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/terminal/feedback_queue.h"
#include "core/terminal/journal.h"

namespace signalbox::terminal {

/// Puts what is told to the manager into the log, in words for people: which deployment, of what, how far, and why.
/// `journal` is the deployment's.
void logFeedback(const Feedback& feedback, const Journal& journal);

}  // namespace signalbox::terminal
