// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/terminal.h"
#include "ui/widgets/paged_model.h"

namespace signalbox::ui {

/// When a terminal was heard of, as a status: unknown is never drawn as good.
[[nodiscard]] Status contactStatus(const Terminal& terminal);

/// The terminals that a filter matches, in the order in which they joined.
class TerminalModel final : public PagedModel<Terminal> {
public:
    explicit TerminalModel(ManagerLink& link, QObject* parent = nullptr);
};

}  // namespace signalbox::ui
