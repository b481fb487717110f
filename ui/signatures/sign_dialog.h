// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>
#include <boost/json/object.hpp>
#include <vector>

#include "core/approver/key_ring.h"
#include "core/approver/statement.h"
#include "core/model/release.h"
#include "ui/signatures/release_facts.h"
#include "ui/signatures/trust_reader.h"

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace signalbox::ui {

class KeyChoice;
class Notice;

/// Shows what waits for signatures, made on this machine from the bytes that are signed and from what was verified
/// before, and signs exactly that: one role after the other. The manager gets the signature alone. Deletes itself when
/// it is closed.
class SignDialog : public QDialog {
    Q_OBJECT
public:
    /// Roles for which nothing is staged are left out.
    SignDialog(ManagerLink& link, ReleaseDigest digest, const QStringList& roles, QWidget* parent);

Q_SIGNALS:
    void signedRole(const QString& role, bool published);

private:
    void begin();
    void fail(const QString& text, const Error& error);
    void take(const adminclient::StagedTrust& staged);
    void compare(const Result<TrustView>& view);
    void readReleases();
    void put(const std::vector<Release>& releases);
    void enable();
    void sign();
    void upload(trust::PrivateKey key);
    void next(bool published);

    ManagerLink& m_link;
    ReleaseDigest m_digest;
    QStringList m_roles;  ///< the one in hand first
    adminclient::StagedTrust m_staged;
    boost::json::object m_content;
    approver::Statement m_statement;
    bool m_verified = false;
    int m_signed = 0;
    QLabel* m_title = nullptr;
    QLabel* m_progress = nullptr;
    QPlainTextEdit* m_text = nullptr;
    KeyChoice* m_key = nullptr;
    QCheckBox* m_looked = nullptr;
    Notice* m_notice = nullptr;
    QPushButton* m_sign = nullptr;
};

}  // namespace signalbox::ui
