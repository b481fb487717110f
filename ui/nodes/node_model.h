// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adminclient/answers.h"
#include "ui/widgets/paged_model.h"

namespace signalbox::ui {

/// Whether a node answers; unknown while nobody has looked.
[[nodiscard]] Status contactStatus(const adminclient::NodeDetail& node);
/// Whether every copy that a node shall have is proven.
[[nodiscard]] Status syncStatus(const adminclient::NodeDetail& node);

/// All nodes.
class NodeModel final : public PagedModel<adminclient::NodeDetail> {
public:
    explicit NodeModel(ManagerLink& link, QObject* parent = nullptr);
};

}  // namespace signalbox::ui
