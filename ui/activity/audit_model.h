// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/records.h"
#include "ui/widgets/paged_model.h"

namespace signalbox::ui {

/// The audit log, newest first, read as one scrolls.
class AuditModel final : public PagedModel<AuditEntry> {
public:
    explicit AuditModel(ManagerLink& link, QObject* parent = nullptr);
};

}  // namespace signalbox::ui
