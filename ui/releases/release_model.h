// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/release.h"
#include "ui/widgets/paged_model.h"

namespace signalbox::ui {

/// "kiosk 2.0", with the channel where it is not the stable one.
[[nodiscard]] QString releaseName(const Release& release);

/// All releases.
class ReleaseModel final : public PagedModel<Release> {
public:
    explicit ReleaseModel(ManagerLink& link, QObject* parent = nullptr);
};

}  // namespace signalbox::ui
