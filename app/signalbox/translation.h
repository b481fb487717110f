// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QTranslator>
#include <memory>

namespace signalbox {

/// The languages that the console speaks: "en", "de", "zh_CN".
[[nodiscard]] QStringList languages();

/// Makes the application speak `language` ("de", "zh_CN"; others: English), in place of what `own` and `qt` were.
/// Widgets that are there already keep their words.
void installLanguage(const QString& language, std::unique_ptr<QTranslator>& own, std::unique_ptr<QTranslator>& qt);

}  // namespace signalbox
