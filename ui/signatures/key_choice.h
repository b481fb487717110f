// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>
#include <string>
#include <vector>

#include "ui/signatures/approver_keys.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace signalbox::ui {

/// By which key somebody signs: one of this computer's keychain, or a file behind a passphrase. Says so where there is
/// no keychain.
class KeyChoice : public QWidget {
    Q_OBJECT
public:
    explicit KeyChoice(QWidget* parent = nullptr);

    /// Reads the keychain anew. `signers`: the ids of keys whose word counts; empty: any.
    void offer(std::vector<std::string> signers);
    /// What is still missing; empty: it can be opened.
    [[nodiscard]] QString missing() const;
    /// BaseErrc::denied where the passphrase is another. Slow for a file, and not in the way.
    void open(QObject* context, std::function<void(Result<trust::PrivateKey>)> done);
    /// The ids of the keys that the keychain has, once it was read.
    [[nodiscard]] std::vector<std::string> own() const;

Q_SIGNALS:
    void changed();

private:
    void put(const Result<ApproverKeys::Keys>& keys);
    void look();
    void browse();

    ApproverKeys m_keychain;
    ApproverKeys::Keys m_keys;
    std::vector<std::string> m_signers;
    bool m_read = false;
    QComboBox* m_choice = nullptr;
    QLabel* m_hint = nullptr;
    QWidget* m_fileRow = nullptr;
    QLineEdit* m_file = nullptr;
    QLineEdit* m_passphrase = nullptr;
    QFormLayout* m_form = nullptr;
};

/// The first half of a key's id in groups, that people compare: "3f2a 91bc 7d01 88e2 …".
[[nodiscard]] QString keyText(const std::string& id);

}  // namespace signalbox::ui
