// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signatures/key_choice.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <algorithm>
#include <memory>
#include <utility>

#include "core/approver/key_file.h"
#include "ui/session/background.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/display_text.h"

namespace signalbox::ui {
namespace {

constexpr int kShown = 16;  // of 64 figures: more than anybody can find a second key for by chance
constexpr int kGroup = 4;

}  // namespace

QString keyText(const std::string& id) {
    QString text;
    for (int i = 0; i < kShown; i += kGroup)
        text += toText(id).mid(i, kGroup) + QLatin1Char(' ');
    return text + QStringLiteral("…");
}

KeyChoice::KeyChoice(QWidget* parent) : QWidget(parent) {
    m_choice = named(new QComboBox, "signingKey", tr("Key to sign with", "signatures"));
    m_hint = hintLabel({});
    m_file = named(new QLineEdit, "keyFile", tr("Key file", "signatures"));
    m_file->setPlaceholderText(tr("The file of a key, or a recovery kit", "signatures"));
    m_passphrase = named(new QLineEdit, "keyPassphrase", tr("Its passphrase", "signatures"));
    m_passphrase->setEchoMode(QLineEdit::Password);
    auto* const browseButton = button("keyBrowse", tr("&Browse …", "button"), QStringLiteral("open-file"));
    m_fileRow = new QWidget;
    m_fileRow->setFocusProxy(m_file);
    auto* const row = new QHBoxLayout(m_fileRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_file, 1);
    row->addWidget(browseButton);
    m_form = new QFormLayout(this);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->addRow(tr("Sign &with", "signatures"), m_choice);
    m_form->addRow(m_hint);
    m_form->addRow(tr("Key &file", "signatures"), m_fileRow);
    m_form->addRow(tr("&Passphrase", "signatures"), m_passphrase);
    connect(browseButton, &QPushButton::clicked, this, &KeyChoice::browse);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &KeyChoice::look);
    connect(m_file, &QLineEdit::textChanged, this, &KeyChoice::changed);
    connect(m_passphrase, &QLineEdit::textChanged, this, &KeyChoice::changed);
    put(ApproverKeys::Keys());
    m_read = false;
}

void KeyChoice::offer(std::vector<std::string> signers) {
    m_signers = std::move(signers);
    m_keychain.read(this, [this](const Result<ApproverKeys::Keys>& keys) { put(keys); });
}

void KeyChoice::put(const Result<ApproverKeys::Keys>& keys) {
    m_read = true;
    m_keys = keys ? *keys : ApproverKeys::Keys();
    const auto counts = [this](const trust::PrivateKey& key) {
        const std::string id = approver::keyIdOf(key);
        return m_signers.empty() || std::find(m_signers.begin(), m_signers.end(), id) != m_signers.end();
    };
    m_choice->clear();
    const bool none = std::none_of(m_keys.begin(), m_keys.end(), counts);
    for (const bool first : {true, false})
        for (std::size_t i = 0; i < m_keys.size(); ++i)
            if (counts(m_keys[i]) == first)
                m_choice->addItem(tr("My key on this computer: %1", "a key").arg(keyText(approver::keyIdOf(m_keys[i]))),
                                  static_cast<int>(i));
    m_choice->addItem(tr("A key file or a recovery kit", "a key"), -1);
    QString hint;
    if (!keys)
        hint = keys.error().code == BaseErrc::unavailable
                   ? tr("This computer has no keychain, so that no key can be kept here. A key file behind a "
                        "passphrase does.",
                        "signatures")
                   : tr("The keychain of this computer does not give its keys out. Unlock it, or use a key file.",
                        "signatures");
    else if (none)
        hint = m_keys.empty()
                   ? tr("No key is kept on this computer.", "signatures")
                   : tr("So far as this computer knows, none of the keys that it keeps counts here.", "signatures");
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    look();
}

std::vector<std::string> KeyChoice::own() const {
    std::vector<std::string> ids;
    for (const trust::PrivateKey& key : m_keys)
        ids.push_back(approver::keyIdOf(key));
    return ids;
}

void KeyChoice::look() {
    const bool isFile = m_choice->currentData().toInt() < 0;
    for (QWidget* const each : {m_fileRow, static_cast<QWidget*>(m_passphrase)}) {
        each->setVisible(isFile);
        if (QWidget* const label = m_form->labelForField(each)) label->setVisible(isFile);
    }
    Q_EMIT changed();
}

QString KeyChoice::missing() const {
    if (!m_read) return tr("The keychain is being read", "signatures");
    if (m_choice->currentData().toInt() >= 0) return {};
    if (m_file->text().trimmed().isEmpty()) return tr("Choose a key file", "signatures");
    if (m_passphrase->text().isEmpty()) return tr("The key file's passphrase is missing", "signatures");
    return {};
}

void KeyChoice::open(QObject* context, std::function<void(Result<trust::PrivateKey>)> done) {
    const int kept = m_choice->currentData().toInt();
    if (kept >= 0) return done(m_keys.at(static_cast<std::size_t>(kept)));
    using Opened = std::shared_ptr<Result<trust::PrivateKey>>;
    inBackground<Opened>(
        context,
        [file = m_file->text().trimmed().toStdString(), passphrase = m_passphrase->text().toStdString()] {
            return std::make_shared<Result<trust::PrivateKey>>(approver::openKeyFile(file, passphrase));
        },
        [done = std::move(done)](const Opened& opened) { done(std::move(*opened)); });
}

void KeyChoice::browse() {
    auto* const dialog = new QFileDialog(this, tr("Choose a key file", "dialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_file, &QLineEdit::setText);
    dialog->open();
}

}  // namespace signalbox::ui
