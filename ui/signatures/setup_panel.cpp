// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signatures/setup_panel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/approver/key_file.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/notice.h"

namespace signalbox::ui {
namespace {

constexpr int kWidth = 620;
constexpr qsizetype kLeast = approver::kLeastPassphrase;

QLineEdit* password(const char* name, const QString& label) {
    auto* const edit = named(new QLineEdit, name, label);
    edit->setEchoMode(QLineEdit::Password);
    return edit;
}

}  // namespace

QString protectionText() {
    return SetupPanel::tr(
        "From then on terminals install only what your key signed: no download server, no network and no stolen "
        "manager can slip in anything else.\n"
        "Not protected: a manager that was taken over can still choose among releases that were signed, stop upgrades, "
        "and tell you stories about what happened. Whoever has your key, while one signature is enough, speaks for "
        "you. What was put into a package before you sign it is not seen by a signature.",
        "signatures");
}

SetupPanel::SetupPanel(ManagerLink& link, QWidget* parent) : QWidget(parent), m_setup(link, this) {
    setObjectName(QStringLiteral("setupPanel"));
    m_form = new QFormLayout;
    addKeyRows(m_form);
    addKitRows(m_form);
    m_notice = new Notice;
    m_notice->setObjectName(QStringLiteral("setupNotice"));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(hintLabel(protectionText()));
    layout->addLayout(m_form);
    layout->addWidget(m_notice);
    layout->addStretch(1);
    connect(&m_setup, &SignatureSetup::failed, this, &SetupPanel::failed);
    connect(&m_setup, &SignatureSetup::done, this, [this] {
        m_notice->say(Tone::good, tr("Signatures are set up. Keep the recovery kit away from this computer.", "setup"));
        Q_EMIT done();
    });
    look();
}

void SetupPanel::addKeyRows(QFormLayout* form) {
    m_place = named(new QComboBox, "keyPlace", tr("Where your key lies", "setup"));
    m_place->addItem(tr("In this computer's keychain", "setup"));
    m_place->addItem(tr("In a file behind a passphrase", "setup"));
    m_keyFile = named(new QLineEdit, "ownKeyFile", tr("File of your key", "setup"));
    m_keyPassphrase = password("ownKeyPassphrase", tr("Passphrase of your key", "setup"));
    auto* const browseButton = button("ownKeyBrowse", tr("&Browse …", "button"), QStringLiteral("open-file"));
    browseButton->setAccessibleName(tr("Choose the file of your key", "setup"));
    m_keyRow = new QWidget;
    m_keyRow->setFocusProxy(m_keyFile);
    auto* const row = new QHBoxLayout(m_keyRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_keyFile, 1);
    row->addWidget(browseButton);
    form->addRow(tr("Your &key", "setup"), m_place);
    form->addRow(tr("Key &file", "setup"), m_keyRow);
    form->addRow(tr("&Its passphrase", "setup"), m_keyPassphrase);
    connect(browseButton, &QPushButton::clicked, this,
            [this] { browse(m_keyFile, tr("Where shall your key lie?", "dialog"), QStringLiteral("signalbox.key")); });
    connect(m_place, &QComboBox::currentIndexChanged, this, &SetupPanel::look);
    connect(m_keyFile, &QLineEdit::textChanged, this, &SetupPanel::look);
    connect(m_keyPassphrase, &QLineEdit::textChanged, this, &SetupPanel::look);
}

void SetupPanel::addKitRows(QFormLayout* form) {
    m_kit = named(new QLineEdit, "kitFile", tr("File of the recovery kit", "setup"));
    m_kit->setPlaceholderText(tr("on a stick or a disk that you keep elsewhere", "setup"));
    m_kitPassphrase = password("kitPassphrase", tr("Passphrase of the recovery kit", "setup"));
    m_kitAgain = password("kitAgain", tr("Passphrase of the recovery kit, again", "setup"));
    auto* const browseButton = button("kitBrowse", tr("B&rowse …", "button"), QStringLiteral("open-file"));
    browseButton->setAccessibleName(tr("Choose the file of the recovery kit", "setup"));
    auto* const row = new QHBoxLayout;
    row->addWidget(m_kit, 1);
    row->addWidget(browseButton);
    auto* const label = new QLabel(tr("&Recovery kit", "setup"));
    label->setBuddy(m_kit);  // without one the mnemonic's sign would be shown
    form->addRow(label, row);
    form->addRow(tr("Its &passphrase", "setup"), m_kitPassphrase);
    form->addRow(tr("The same &again", "setup"), m_kitAgain);
    form->addRow(
        hintLabel(tr("The kit holds a second key. With it and its passphrase you go on when this computer or "
                     "its key is lost; without both, terminals would have to be joined anew. Write the "
                     "passphrase down and keep it apart from the kit.",
                     "setup")));
    connect(browseButton, &QPushButton::clicked, this, [this] {
        browse(m_kit, tr("Where shall the recovery kit lie?", "dialog"), QStringLiteral("signalbox-recovery.key"));
    });
    for (QLineEdit* const each : {m_kit, m_kitPassphrase, m_kitAgain})
        connect(each, &QLineEdit::textChanged, this, &SetupPanel::look);
}

void SetupPanel::browse(QLineEdit* into, const QString& title, const QString& name) {
    auto* const dialog = new QFileDialog(this, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, into, &QLineEdit::setText);
    dialog->open();
}

void SetupPanel::drive(QPushButton* button) {
    m_button = button;
    connect(button, &QPushButton::clicked, this, &SetupPanel::start);
    look();
}

QString SetupPanel::missing() const {
    if (m_setup.isRunning()) return tr("It is being done", "setup");
    const bool inFile = m_place->currentIndex() == 1;
    const auto isShort = [](const QLineEdit* edit) { return edit->text().toUtf8().size() < kLeast; };
    QString least = tr("A passphrase has %n characters at least", "setup", static_cast<int>(kLeast));
    if (inFile && m_keyFile->text().trimmed().isEmpty()) return tr("Say where your key shall lie", "setup");
    if (inFile && isShort(m_keyPassphrase)) return least;
    if (m_kit->text().trimmed().isEmpty()) return tr("Say where the recovery kit shall lie", "setup");
    if (isShort(m_kitPassphrase)) return least;
    if (m_kitPassphrase->text() != m_kitAgain->text()) return tr("The two passphrases differ", "setup");
    return {};
}

void SetupPanel::look() {
    const bool inFile = m_place->currentIndex() == 1;
    for (QWidget* const each : {m_keyRow, static_cast<QWidget*>(m_keyPassphrase)}) {
        each->setVisible(inFile);
        m_form->labelForField(each)->setVisible(inFile);
    }
    if (!m_button) return;
    const QString why = missing();
    m_button->setEnabled(why.isEmpty());
    m_button->setToolTip(why);
}

void SetupPanel::start() {
    m_notice->say(Tone::busy, tr("Making and keeping the keys …", "setup"));
    SignatureSetup::Plan plan;
    if (m_place->currentIndex() == 1) {
        plan.keyFile = m_keyFile->text().trimmed().toStdString();
        plan.keyPassphrase = m_keyPassphrase->text().toStdString();
    }
    plan.kit = m_kit->text().trimmed().toStdString();
    plan.kitPassphrase = m_kitPassphrase->text().toStdString();
    m_setup.start(plan);
    look();
}

void SetupPanel::failed(const QString& step, const Error& error) {
    QString text = errorText(error);
    const bool isThere = error.code == BaseErrc::alreadyExists;
    if (step == QLatin1String("key") && m_place->currentIndex() == 0) {
        text = error.code == BaseErrc::unavailable
                   ? tr("This computer has no keychain. Choose a file behind a passphrase instead.", "setup")
                   : tr("The keychain did not take the key. Unlock it, or choose a file behind a passphrase.", "setup");
    } else if ((step == QLatin1String("key") || step == QLatin1String("kit")) && isThere) {
        text = tr("There is a file of that name already. A key is never written over: choose another name.", "setup");
    } else if (step == QLatin1String("key") || step == QLatin1String("kit")) {
        text = tr("The file cannot be written there.", "setup");
    } else if (step == QLatin1String("state") && isThere) {
        text = tr("Signatures are set up on this manager already.", "setup");
    } else if (step == QLatin1String("check") || error.code == BaseErrc::corrupt) {
        text =
            tr("The manager published something else than what was signed here. Do not use it, and look who else "
               "has access to it.",
               "setup");
    }
    m_notice->say(Tone::bad, text, errorDetails(error));
    look();
}

SetupDialog::SetupDialog(ManagerLink& link, QWidget* parent) : QDialog(parent ? parent->window() : nullptr) {
    named(this, "setupDialog", tr("Set up signatures", "dialog"));
    setWindowTitle(accessibleName());
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(kWidth);
    auto* const panel = new SetupPanel(link);
    auto* const box = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto* const start = button("setupDo", tr("&Set up signatures", "button"), QStringLiteral("key"));
    box->addButton(start, QDialogButtonBox::ActionRole);
    panel->drive(start);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(headingLabel(accessibleName()));
    layout->addWidget(panel, 1);
    layout->addWidget(box);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(panel, &SetupPanel::done, this, [this] {
        Q_EMIT done();
        accept();
    });
}

}  // namespace signalbox::ui
