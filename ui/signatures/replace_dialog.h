// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <optional>

#include "ui/signatures/approver_keys.h"
#include "ui/signatures/release_facts.h"
#include "ui/signatures/trust_reader.h"

class QComboBox;
class QPushButton;

namespace signalbox::ui {

class KeyChoice;
class Notice;

/// Puts a new key, made here and kept in the keychain, in the place of one that was lost, stolen or got old, wherever
/// that one counted. Signed by another key that holds the root: that of a recovery kit, for one. Deletes itself when it
/// is closed.
class ReplaceDialog : public QDialog {
    Q_OBJECT
public:
    ReplaceDialog(ManagerLink& link, ReleaseDigest digest, QWidget* parent);

private:
    void read();
    void put();
    void look();
    void openKey();
    void keepNew(const trust::PrivateKey& by);
    void replace(const trust::PrivateKey& by, const trust::PrivateKey& joins);
    void renewNext();
    void finish();
    void fail(const QString& text, const Error& error);

    ManagerLink& m_link;
    ReleaseDigest m_digest;
    ApproverKeys m_keychain;
    std::optional<TrustView> m_view;
    std::optional<trust::PrivateKey> m_new;
    std::vector<std::string> m_renew;  ///< products' roles that are to be signed anew
    QStringList m_sign;
    QComboBox* m_lost = nullptr;
    KeyChoice* m_key = nullptr;
    Notice* m_notice = nullptr;
    QPushButton* m_do = nullptr;
};

}  // namespace signalbox::ui
