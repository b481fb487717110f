// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <optional>
#include <string>
#include <vector>

#include "ui/signatures/approver_keys.h"
#include "ui/signatures/release_facts.h"
#include "ui/signatures/trust_reader.h"

class QComboBox;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace signalbox::ui {

class Notice;

/// Says whose keys count and how many of them must sign: of the root, or of a product's releases. What is new then
/// waits for signatures, and is signed at once by who can. Deletes itself when it is closed.
class MembersDialog : public QDialog {
    Q_OBJECT
public:
    enum class Of { root, product };
    MembersDialog(ManagerLink& link, ReleaseDigest digest, Of what, QWidget* parent);
    /// Of which nobody approves releases yet: one's own key stands there at once.
    void startWith(const QString& product);

private:
    /// A key of the list.
    struct Member {
        std::string id;
        std::optional<trust::PublicKey> joins;  ///< none: it is there already
    };
    [[nodiscard]] QWidget* makeList();
    void read();
    void chooseProduct();
    void put();
    void look();
    void addOwn();
    void addFromFile(const QString& file);
    void add(const trust::PublicKey& key);
    void removeChosen();
    void stage();
    void renewReleases();
    void openSigning(const QStringList& roles);
    void fail(const QString& text, const Error& error);
    [[nodiscard]] std::string role() const;
    [[nodiscard]] Result<boost::json::object> content() const;

    ManagerLink& m_link;
    ReleaseDigest m_digest;
    Of m_what;
    ApproverKeys m_keychain;
    bool m_fresh = false;
    std::vector<std::string> m_own;
    std::optional<TrustView> m_view;
    std::vector<Member> m_members;
    std::vector<std::string> m_before;
    QComboBox* m_product = nullptr;
    QListWidget* m_list = nullptr;
    QPushButton* m_remove = nullptr;
    QSpinBox* m_threshold = nullptr;
    Notice* m_notice = nullptr;
    QPushButton* m_do = nullptr;
};

}  // namespace signalbox::ui
