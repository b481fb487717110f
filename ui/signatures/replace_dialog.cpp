// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signatures/replace_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <set>
#include <utility>

#include "core/adminclient/calls.h"
#include "core/approver/signing.h"
#include "core/approver/trust_plan.h"
#include "ui/signatures/ceremony.h"
#include "ui/signatures/key_choice.h"
#include "ui/signatures/sign_dialog.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/notice.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;
using adminclient::StagedTrust;

namespace {

constexpr int kWidth = 600;

bool contains(const std::vector<std::string>& ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

ReplaceDialog::ReplaceDialog(ManagerLink& link, ReleaseDigest digest, QWidget* parent)
    : QDialog(parent ? parent->window() : nullptr), m_link(link), m_digest(std::move(digest)) {
    named(this, "replaceDialog", tr("Replace a key", "dialog"));
    setWindowTitle(accessibleName());
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(kWidth);
    m_lost = named(new QComboBox, "lostKey", tr("Key that goes", "signatures"));
    m_key = new KeyChoice;
    m_notice = new Notice;
    m_notice->setObjectName(QStringLiteral("replaceNotice"));
    auto* const form = new QFormLayout;
    form->addRow(tr("Key that &goes", "signatures"), m_lost);
    auto* const box = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_do = button("replaceDo", tr("&Replace the key", "button"), QStringLiteral("key"));
    box->addButton(m_do, QDialogButtonBox::ActionRole);
    auto* const layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(headingLabel(accessibleName()));
    layout->addWidget(
        hintLabel(tr("For a key that was lost, stolen or got old. A new one is made here and kept in this computer's "
                     "keychain; it takes the other's place wherever that one counted. Sign with another key that holds "
                     "the root, such as the recovery kit's. Terminals follow by themselves: none joins anew.",
                     "dialog")));
    layout->addLayout(form);
    layout->addWidget(m_key);
    layout->addWidget(m_notice);
    layout->addStretch(1);
    layout->addWidget(box);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_do, &QPushButton::clicked, this, &ReplaceDialog::openKey);
    connect(m_lost, &QComboBox::currentIndexChanged, this, &ReplaceDialog::look);
    connect(m_key, &KeyChoice::changed, this, &ReplaceDialog::put);
    look();
    read();
}

void ReplaceDialog::read() {
    m_notice->say(Tone::busy, tr("Fetching and verifying …", "dialog"));
    readTrust(m_link, {}, this, [this](Result<TrustView> view) {
        if (!view) return fail(errorText(view.error()), view.error());
        if (!view->believed.root || !view->believed.targets)
            return fail(tr("No signatures are set up yet.", "dialog"), makeError(BaseErrc::wrongState, {}));
        m_view = std::move(view).value();
        m_notice->say(Tone::neutral, {});
        m_key->offer(approver::signersOf("root", m_view->believed));
        put();
    });
}

/// Those that are not on this computer come first: who is here is asked because one of the others is gone.
void ReplaceDialog::put() {
    if (m_view && m_lost->count() == 0) {
        std::set<std::string> ids;
        for (const auto& role : m_view->believed.targets->delegations.roles)
            ids.insert(role.keyIds.begin(), role.keyIds.end());
        for (const std::string& id : approver::signersOf("root", m_view->believed))
            ids.insert(id);
        for (const std::string& id : ids)
            m_lost->addItem(keyText(id), toText(id));
    }
    const std::vector<std::string> own = m_key->own();
    for (int i = 0; i < m_lost->count(); ++i) {
        const std::string id = m_lost->itemData(i).toString().toStdString();
        m_lost->setItemText(
            i, contains(own, id) ? tr("%1 (mine, on this computer)", "a key").arg(keyText(id)) : keyText(id));
    }
    look();
}

void ReplaceDialog::look() {
    const QString missing = !m_view ? tr("It is not verified", "dialog") : m_key->missing();
    m_do->setEnabled(missing.isEmpty());
    m_do->setToolTip(missing);
}

void ReplaceDialog::openKey() {
    m_do->setEnabled(false);
    m_notice->say(Tone::busy, tr("Replacing the key …", "dialog"));
    m_key->open(this, [this](const Result<trust::PrivateKey>& key) {
        if (!key)
            return fail(key.error().code == BaseErrc::denied ? tr("The passphrase does not open that file.", "dialog")
                                                             : tr("The key file cannot be read.", "dialog"),
                        key.error());
        if (!contains(approver::signersOf("root", m_view->believed), approver::keyIdOf(*key)))
            return fail(tr("That key does not hold the root. Choose one that does: the recovery kit's, or that of "
                           "another root holder.",
                           "dialog"),
                        makeError(BaseErrc::denied, approver::keyIdOf(*key)));
        keepNew(*key);
    });
}

/// Kept before anything is changed: nobody shall be named whose key is nowhere.
void ReplaceDialog::keepNew(const trust::PrivateKey& by) {
    if (!m_new) m_new = trust::PrivateKey::generate();
    m_keychain.add(*m_new, this, [this, by](const Result<void>& kept) {
        if (kept) return replace(by, *m_new);
        fail(tr("The keychain of this computer does not take the new key. Without one, use signalboxctl with a key "
                "file.",
                "dialog"),
             kept.error());
    });
}

void ReplaceDialog::replace(const trust::PrivateKey& by, const trust::PrivateKey& joins) {
    const std::string lost = m_lost->currentData().toString().toStdString();
    const auto& believed = m_view->believed;
    const bool isHolder = contains(approver::signersOf("root", believed), lost);
    std::vector<CeremonyStep> steps;
    if (isHolder) {
        approver::Change change{{lost}, {joins.publicKey()}, believed.root->roles.find("root")->second.threshold};
        auto root = approver::withHolders(*believed.root, change);
        if (!root) return fail(errorText(root.error()), root.error());
        steps.push_back({"root", std::move(root).value(), {by, joins}});
    }
    auto targets = approver::withKeyReplaced(*believed.targets, lost, joins.publicKey());
    if (!targets) return fail(errorText(targets.error()), targets.error());
    steps.push_back({"targets", std::move(targets).value(), {}});
    if (approver::keyIdOf(by) != lost) steps.back().keys.push_back(by);
    if (isHolder) steps.back().keys.push_back(joins);
    m_renew.clear();
    m_sign.clear();
    for (const adminclient::TrustRole& role : m_view->said.roles)
        if (role.role.starts_with("p-") && contains(approver::signersOf(role.role, believed), lost))
            m_renew.push_back(role.role);
    holdCeremony(m_link, std::move(steps), this, [this](const Result<void>& held) {
        if (!held) return fail(errorText(held.error()), held.error());
        renewNext();
    });
}

/// What the key that goes had signed of releases is looked at and signed again.
void ReplaceDialog::renewNext() {
    if (m_renew.empty()) return finish();
    const std::string role = m_renew.back();
    m_renew.pop_back();
    m_link.send<StagedTrust>(calls::renewTrust(role), this, [this, role](const Result<StagedTrust>& renewed) {
        if (!renewed && renewed.error().code != BaseErrc::wrongState)
            return fail(errorText(renewed.error()), renewed.error());
        m_sign.append(toText(role));
        renewNext();
    });
}

void ReplaceDialog::finish() {
    if (!m_sign.isEmpty()) {
        auto* const dialog = new SignDialog(m_link, m_digest, m_sign, parentWidget());
        dialog->open();
    }
    accept();
}

void ReplaceDialog::fail(const QString& text, const Error& error) {
    m_notice->say(Tone::bad, text, errorDetails(error));
    look();
}

}  // namespace signalbox::ui
