// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signatures/members_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>
#include <memory>
#include <utility>

#include "core/adminclient/calls.h"
#include "core/approver/key_file.h"
#include "core/approver/signing.h"
#include "core/approver/trust_plan.h"
#include "ui/session/background.h"
#include "ui/signatures/ceremony.h"
#include "ui/signatures/key_choice.h"
#include "ui/signatures/sign_dialog.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/notice.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;
using adminclient::Page;
using adminclient::ProductInfo;
using adminclient::StagedTrust;

namespace {

constexpr int kWidth = 560;
constexpr int kMostMembers = 32;

}  // namespace

MembersDialog::MembersDialog(ManagerLink& link, ReleaseDigest digest, Of what, QWidget* parent)
    : QDialog(parent ? parent->window() : nullptr), m_link(link), m_digest(std::move(digest)), m_what(what) {
    const bool isRoot = what == Of::root;
    named(this, "membersDialog",
          isRoot ? tr("Who holds the root", "dialog") : tr("Who approves a product's releases", "dialog"));
    setWindowTitle(accessibleName());
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(kWidth);
    m_product = named(new QComboBox, "memberProduct", tr("Product", "signatures"));
    m_product->setEditable(true);
    m_product->lineEdit()->setObjectName(QStringLiteral("memberProductText"));
    m_product->lineEdit()->setAccessibleName(m_product->accessibleName());
    m_product->setVisible(!isRoot);
    m_threshold = named(new QSpinBox, "memberThreshold", tr("How many must sign", "signatures"));
    m_threshold->setRange(1, kMostMembers);
    m_notice = new Notice;
    m_notice->setObjectName(QStringLiteral("memberNotice"));
    auto* const form = new QFormLayout;
    if (!isRoot) form->addRow(tr("&Product", "signatures"), m_product);
    form->addRow(tr("&How many must sign", "signatures"), m_threshold);
    auto* const box = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_do = button("memberDo", tr("&Go on to sign …", "button"), QStringLiteral("key"));
    box->addButton(m_do, QDialogButtonBox::ActionRole);
    auto* const layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(headingLabel(accessibleName()));
    layout->addWidget(hintLabel(
        isRoot ? tr("They name the approvers, and change these keys. With three people of whom two must sign, one lost "
                    "or stolen key is neither the end nor a danger. Terminals follow by themselves: none joins anew.",
                    "dialog")
               : tr("Each signs on a computer of their own. With two who must sign, nobody can release alone.",
                    "dialog")));
    layout->addWidget(makeList());
    layout->addLayout(form);
    layout->addWidget(m_notice);
    layout->addWidget(box);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_do, &QPushButton::clicked, this, &MembersDialog::stage);
    connect(m_threshold, &QSpinBox::valueChanged, this, &MembersDialog::look);
    connect(m_product, &QComboBox::currentTextChanged, this, &MembersDialog::chooseProduct);
    look();
    read();
}

QWidget* MembersDialog::makeList() {
    auto* const whole = new QWidget;
    auto* const layout = new QVBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    m_list = named(new QListWidget, "memberList", tr("Keys that count", "signatures"));
    auto* const own = button("memberOwn", tr("Add &my key", "button"), QStringLiteral("key"));
    auto* const file = button("memberFile", tr("&Add a public key …", "button"), QStringLiteral("add"));
    m_remove = button("memberRemove", tr("&Remove", "button"), QStringLiteral("remove"));
    auto* const row = new QHBoxLayout;
    for (QPushButton* const each : {own, file, m_remove})
        row->addWidget(each);
    row->addStretch(1);
    layout->addWidget(m_list, 1);
    layout->addLayout(row);
    connect(own, &QPushButton::clicked, this, &MembersDialog::addOwn);
    connect(file, &QPushButton::clicked, this, [this] {
        auto* const dialog = new QFileDialog(this, tr("Choose the file of a public key", "dialog"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, &MembersDialog::addFromFile);
        dialog->open();
    });
    connect(m_remove, &QPushButton::clicked, this, &MembersDialog::removeChosen);
    connect(m_list, &QListWidget::currentRowChanged, this, &MembersDialog::look);
    return whole;
}

std::string MembersDialog::role() const {
    return m_what == Of::root ? "root" : "p-" + m_product->currentText().trimmed().toStdString();
}

void MembersDialog::startWith(const QString& product) {
    m_fresh = true;
    m_product->setEditText(product);
}

void MembersDialog::read() {
    m_notice->say(Tone::busy, tr("Fetching and verifying …", "dialog"));
    m_keychain.read(this, [this](const Result<ApproverKeys::Keys>& keys) {
        if (!keys) return;
        for (const trust::PrivateKey& key : *keys)
            m_own.push_back(approver::keyIdOf(key));
        put();
    });
    readTrust(m_link, {}, this, [this](Result<TrustView> view) {
        if (!view) return fail(errorText(view.error()), view.error());
        if (!view->believed.root || !view->believed.targets)
            return fail(tr("No signatures are set up yet.", "dialog"), makeError(BaseErrc::wrongState, {}));
        m_view = std::move(view).value();
        m_notice->say(Tone::neutral, {});
        chooseProduct();
        if (m_fresh && m_members.empty()) addOwn();
    });
    if (m_what == Of::root) return;
    m_link.send<Page<ProductInfo>>(calls::products(), this, [this](const Result<Page<ProductInfo>>& products) {
        if (!products) return;
        const QString typed = m_product->currentText();
        for (const ProductInfo& each : products->items)
            m_product->addItem(toText(each.name));
        if (!typed.isEmpty()) m_product->setEditText(typed);
    });
}

void MembersDialog::chooseProduct() {
    if (!m_view) return;
    const std::string role = this->role();
    m_before = approver::signersOf(role, m_view->believed);
    m_members.clear();
    for (const std::string& id : m_before)
        m_members.push_back({id, {}});
    m_threshold->setValue(std::max(1, static_cast<int>(approver::thresholdOf(role, m_view->believed))));
    put();
}

void MembersDialog::put() {
    m_list->clear();
    for (const Member& member : m_members) {
        QString text = keyText(member.id);
        if (std::find(m_own.begin(), m_own.end(), member.id) != m_own.end())
            text = tr("%1 (mine, on this computer)", "a key").arg(text);
        if (member.joins) text = tr("%1: new", "a key").arg(text);
        auto* const item = new QListWidgetItem(text, m_list);
        item->setToolTip(toText(member.id));
    }
    look();
}

void MembersDialog::look() {
    m_remove->setEnabled(m_list->currentRow() >= 0);
    QString missing;
    if (!m_view)
        missing = tr("It is not verified", "dialog");
    else if (m_what == Of::product && m_product->currentText().trimmed().isEmpty())
        missing = tr("Choose a product", "dialog");
    else if (m_members.empty())
        missing = tr("Add a key", "dialog");
    else if (m_threshold->value() > static_cast<int>(m_members.size()))
        missing = tr("More signatures than there are keys cannot be asked for", "dialog");
    m_do->setEnabled(missing.isEmpty());
    m_do->setToolTip(missing);
}

void MembersDialog::addOwn() {
    m_keychain.read(this, [this](const Result<ApproverKeys::Keys>& keys) {
        if (keys && !keys->empty()) return add(keys->front().publicKey());
        const Error why = keys ? makeError(BaseErrc::notFound, "no key is kept") : keys.error();
        fail(why.code == BaseErrc::unavailable
                 ? tr("This computer has no keychain. Add the public key of your key file.", "dialog")
                 : tr("No key is kept on this computer yet: make one in the settings, under Signatures.", "dialog"),
             why);
    });
}

void MembersDialog::addFromFile(const QString& file) {
    using Read = std::shared_ptr<Result<trust::PublicKey>>;
    inBackground<Read>(
        this,
        [file = file.toStdString()] {
            return std::make_shared<Result<trust::PublicKey>>(approver::readPublicKey(file));
        },
        [this](const Read& read) {
            if (!*read) return fail(tr("There is no public key in that file.", "dialog"), read->error());
            add(**read);
        });
}

void MembersDialog::add(const trust::PublicKey& key) {
    m_notice->say(Tone::neutral, {});
    const std::string id = approver::keyIdOf(key);
    const auto same = [&id](const Member& each) { return each.id == id; };
    if (std::any_of(m_members.begin(), m_members.end(), same)) return;
    const bool wasThere = std::find(m_before.begin(), m_before.end(), id) != m_before.end();
    m_members.push_back({id, wasThere ? std::nullopt : std::optional(key)});
    put();
}

void MembersDialog::removeChosen() {
    const int row = m_list->currentRow();
    if (row < 0) return;
    m_members.erase(m_members.begin() + row);
    put();
}

Result<boost::json::object> MembersDialog::content() const {
    approver::Change change;
    change.threshold = static_cast<std::uint32_t>(m_threshold->value());
    for (const Member& member : m_members)
        if (member.joins) change.join.push_back(*member.joins);
    for (const std::string& id : m_before) {
        const auto same = [&id](const Member& each) { return each.id == id; };
        if (std::none_of(m_members.begin(), m_members.end(), same)) change.leave.push_back(id);
    }
    if (m_what == Of::root) return approver::withHolders(*m_view->believed.root, change);
    return approver::withApprovers(*m_view->believed.targets, m_product->currentText().trimmed().toStdString(), change);
}

/// With other root holders the list of approvers is signed anew, too: it was signed by those of before.
void MembersDialog::stage() {
    auto wanted = content();
    if (!wanted) return fail(errorText(wanted.error()), wanted.error());
    std::vector<CeremonyStep> steps;
    if (m_what == Of::root) {
        auto targets = approver::believedContent("targets", m_view->believed);
        if (!targets) return fail(errorText(targets.error()), targets.error());
        steps.push_back({"root", std::move(wanted).value(), {}});
        steps.push_back({"targets", std::move(targets).value(), {}});
    } else {
        steps.push_back({"targets", std::move(wanted).value(), {}});
    }
    m_do->setEnabled(false);
    m_notice->say(Tone::busy, tr("Telling the manager …", "dialog"));
    holdCeremony(m_link, std::move(steps), this, [this](const Result<void>& held) {
        if (!held) return fail(errorText(held.error()), held.error());
        m_what == Of::root ? openSigning({QStringLiteral("root"), QStringLiteral("targets")}) : renewReleases();
    });
}

/// What the approvers of before signed is signed by those of now; where something is in review it waits already.
void MembersDialog::renewReleases() {
    const std::string role = this->role();
    const auto onward = [this, role] { openSigning({QStringLiteral("targets"), toText(role)}); };
    const bool isPublished = std::any_of(m_view->said.roles.begin(), m_view->said.roles.end(),
                                         [&role](const adminclient::TrustRole& each) { return each.role == role; });
    if (!isPublished) return onward();
    m_link.send<StagedTrust>(calls::renewTrust(role), this, [this, onward](const Result<StagedTrust>& renewed) {
        if (!renewed && renewed.error().code != BaseErrc::wrongState)
            return fail(errorText(renewed.error()), renewed.error());
        onward();
    });
}

void MembersDialog::openSigning(const QStringList& roles) {
    auto* const dialog = new SignDialog(m_link, m_digest, roles, parentWidget());
    accept();
    dialog->open();
}

void MembersDialog::fail(const QString& text, const Error& error) {
    m_notice->say(Tone::bad, text, errorDetails(error));
    look();
}

}  // namespace signalbox::ui
