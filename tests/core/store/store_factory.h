// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <memory>

#include "core/store/store.h"

namespace signalbox::test {

/// One empty database of one product, that can be opened again and again.
class StoreFactory {
public:
    virtual ~StoreFactory() = default;
    [[nodiscard]] virtual Result<std::unique_ptr<store::Store>> open() = 0;
};

class SqliteFactory final : public StoreFactory {
public:
    [[nodiscard]] Result<std::unique_ptr<store::Store>> open() override { return store::openSqliteStore(file()); }
    [[nodiscard]] std::string file() const { return m_folder.filePath(QStringLiteral("store.db")).toStdString(); }

private:
    QTemporaryDir m_folder;
};

}  // namespace signalbox::test
