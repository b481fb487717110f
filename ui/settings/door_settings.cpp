// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/door_settings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <boost/json/array.hpp>

#include "ui/widgets/controls.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/form_dialog.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/role_guard.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;
using adminclient::JoiningInfo;

namespace {

QPlainTextEdit* linesEdit(const char* objectName, const QString& name, int lines) {
    auto* const edit = named(new QPlainTextEdit, objectName, name);
    edit->setTabChangesFocus(true);
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    edit->setFixedHeight((edit->fontMetrics().lineSpacing() + 1) * lines + 14);
    return edit;
}

std::vector<std::string> lines(const QPlainTextEdit* edit) {
    std::vector<std::string> found;
    const QStringList all = edit->toPlainText().split(QLatin1Char('\n'));
    for (const QString& line : all)
        if (!line.trimmed().isEmpty()) found.push_back(line.trimmed().toStdString());
    return found;
}

QString joined(const std::vector<std::string>& texts) {
    QStringList all;
    for (const std::string& text : texts)
        all.append(toText(text));
    return all.join(QLatin1Char('\n'));
}

bool isSame(const DdiSettings& a, const DdiSettings& b) {
    const auto text = [](const DdiSettings& settings) { return toText(settings.clientCaPem).trimmed(); };
    return a.targetToken == b.targetToken && text(a) == text(b) && a.proxies == b.proxies &&
           a.proxyAuthorities == b.proxyAuthorities && a.newCluster == b.newCluster && a.newPlatform == b.newPlatform;
}

std::string pem(const QPlainTextEdit* edit) {
    const QString text = edit->toPlainText().trimmed();
    return text.isEmpty() ? std::string() : text.toStdString() + "\n";
}

}  // namespace

DoorSettings::DoorSettings(ManagerLink& link, QWidget* parent) : SettingsSection(parent), m_link(link) {
    setObjectName(QStringLiteral("doorSettings"));
    m_notice = new Notice;
    m_notice->setObjectName(QStringLiteral("doorNotice"));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_notice);
    layout->addWidget(makeJoining());
    layout->addWidget(makeGateway());
    layout->addWidget(makeClients());
    layout->addStretch(1);
    clear();
}

QWidget* DoorSettings::makeJoining() {
    QVBoxLayout* body = nullptr;
    QFrame* const frame = card(tr("Terminals that nobody invited", "settings"), body);
    const QString text = tr("Terminals without a join code may ask and wait until someone lets them in", "settings");
    m_withoutCode = named(new QCheckBox(text), "joinWithoutCode", text);
    needsRole(m_withoutCode, m_link, AccountRole::administrator);
    body->addWidget(m_withoutCode);
    body->addWidget(hintLabel(tr("They wait on the page Terminals.", "settings")));
    connect(m_withoutCode, &QCheckBox::clicked, this, &DoorSettings::setJoining);
    return frame;
}

QWidget* DoorSettings::makeGateway() {
    QVBoxLayout* body = nullptr;
    QFrame* const frame = card(tr("Gateways", "settings"), body);
    m_gateway = plainLabel();
    m_gateway->setObjectName(QStringLiteral("gatewayState"));
    m_makeGateway = button("makeGatewayToken", tr("&Make a new token …", "button"), QStringLiteral("key"));
    m_removeGateway = button("removeGatewayToken", tr("&Remove it …", "button"), QStringLiteral("delete"));
    needsRole(m_makeGateway, m_link, AccountRole::administrator);
    needsRole(m_removeGateway, m_link, AccountRole::administrator);
    auto* const buttons = new QHBoxLayout;
    buttons->addWidget(m_makeGateway);
    buttons->addWidget(m_removeGateway);
    buttons->addStretch(1);
    body->addWidget(
        hintLabel(tr("With the gateway token one client speaks for any terminal. Such terminals do not "
                     "decide whether a phase went well.",
                     "settings")));
    body->addWidget(m_gateway);
    body->addLayout(buttons);
    connect(m_makeGateway, &QPushButton::clicked, this, &DoorSettings::makeGatewayToken);
    connect(m_removeGateway, &QPushButton::clicked, this, &DoorSettings::removeGatewayToken);
    return frame;
}

QWidget* DoorSettings::makeClients() {
    const QString byToken = tr("Each terminal may come in by a token of its own", "settings");
    m_targetToken = named(new QCheckBox(byToken), "targetToken", byToken);
    m_clientCa = linesEdit("clientCa", tr("Authority of client certificates", "settings"), 5);
    m_clientCa->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_clientCa->setPlaceholderText(tr("-----BEGIN CERTIFICATE----- … ; empty: no client certificates", "settings"));
    m_proxies = linesEdit("doorProxies", tr("Reverse proxies that are believed", "settings"), 3);
    m_proxies->setPlaceholderText(tr("numeric addresses, one a line", "settings"));
    m_authorities = linesEdit("proxyAuthorities", tr("Authorities that a proxy may name", "settings"), 3);
    m_authorities->setPlaceholderText(tr("one a line; empty: proxies bring no certificates", "settings"));
    m_newCluster = named(new QComboBox, "newCluster", tr("Cluster of terminals that come so", "settings"));
    m_newCluster->setEditable(true);
    m_newPlatform = named(new QLineEdit, "newPlatform", tr("Platform of terminals that come so", "settings"));
    m_newPlatform->setPlaceholderText(tr("empty: they must be known already", "settings"));
    m_save = button("doorSave", tr("&Save", "button"), QStringLiteral("ok"));
    m_drop = button("doorDrop", tr("&Drop the changes", "button"), QStringLiteral("cancelled"));
    needsRole(m_save, m_link, AccountRole::administrator);
    QVBoxLayout* body = nullptr;
    QFrame* const frame = card(tr("Other ways in", "settings"), body);
    auto* const form = new QFormLayout;
    form->addRow(m_targetToken);
    form->addRow(tr("Client certificates", "settings"), m_clientCa);
    form->addRow(QString(), hintLabel(tr("The name (CN) in the certificate is the terminal's id. Holds from the "
                                         "manager's next start.",
                                         "settings")));
    form->addRow(tr("Proxies", "settings"), m_proxies);
    form->addRow(tr("Authorities", "settings"), m_authorities);
    form->addRow(tr("New ones join", "settings, a cluster"), m_newCluster);
    form->addRow(tr("Their platform", "settings"), m_newPlatform);
    body->addLayout(form);
    auto* const buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(m_drop);
    buttons->addStretch(1);
    body->addLayout(buttons);
    connect(m_targetToken, &QCheckBox::toggled, this, &DoorSettings::enable);
    for (QPlainTextEdit* const edit : {m_clientCa, m_proxies, m_authorities})
        connect(edit, &QPlainTextEdit::textChanged, this, &DoorSettings::enable);
    connect(m_newCluster, &QComboBox::currentTextChanged, this, &DoorSettings::enable);
    connect(m_newPlatform, &QLineEdit::textChanged, this, &DoorSettings::enable);
    connect(m_save, &QPushButton::clicked, this, &DoorSettings::save);
    connect(m_drop, &QPushButton::clicked, this, [this] {
        if (m_kept) put(DdiSettings(*m_kept));
    });
    return frame;
}

void DoorSettings::refresh() {
    m_link.send<JoiningInfo>(calls::joining(), this, [this](const Result<JoiningInfo>& joining) {
        if (joining) m_withoutCode->setChecked(joining->withoutCode);
        m_withoutCode->setEnabled(joining.has_value());
    });
    readClusters();
    m_link.send<DdiSettings>(calls::ddiSettings(), this, [this](Result<DdiSettings> settings) {
        if (!settings) return told({}, settings.error());
        // What someone is entering is theirs until it is saved or dropped.
        const bool isEdited = m_kept && !isSame(*m_kept, entered());
        if (isEdited) {
            m_kept = std::move(settings).value();
            return enable();
        }
        put(*settings);
    });
}

void DoorSettings::readClusters() {
    m_link.send<adminclient::Page<Cluster>>(calls::clusters({0, 1000}), this,
                                            [this](const Result<adminclient::Page<Cluster>>& page) {
                                                if (!page) return;
                                                const QSignalBlocker quiet(m_newCluster);
                                                const QString text = m_newCluster->currentText();
                                                m_newCluster->clear();
                                                for (const Cluster& cluster : page->items)
                                                    m_newCluster->addItem(toText(cluster.name));
                                                m_newCluster->setEditText(text);
                                            });
}

void DoorSettings::clear() {
    m_notice->say(Tone::neutral, {});
    m_withoutCode->setChecked(false);
    m_withoutCode->setEnabled(false);
    put({});
    m_kept.reset();
    m_gateway->setText(tr("Not known yet.", "settings"));
    enable();
}

void DoorSettings::put(const DdiSettings& settings) {
    m_kept = settings;
    m_targetToken->setChecked(settings.targetToken);
    m_clientCa->setPlainText(toText(settings.clientCaPem));
    m_proxies->setPlainText(joined(settings.proxies));
    m_authorities->setPlainText(joined(settings.proxyAuthorities));
    m_newCluster->setEditText(toText(settings.newCluster));
    m_newPlatform->setText(toText(settings.newPlatform));
    m_gateway->setText(settings.gatewayToken
                           ? tr("A gateway token is set.", "settings")
                           : tr("There is no gateway token: every terminal speaks for itself.", "settings"));
    enable();
}

DdiSettings DoorSettings::entered() const {
    DdiSettings settings;
    settings.targetToken = m_targetToken->isChecked();
    settings.clientCaPem = pem(m_clientCa);
    settings.proxies = lines(m_proxies);
    settings.proxyAuthorities = lines(m_authorities);
    settings.newCluster = m_newCluster->currentText().trimmed().toStdString();
    settings.newPlatform = m_newPlatform->text().trimmed().toStdString();
    return settings;
}

void DoorSettings::enable() {
    const bool isEdited = m_kept && !isSame(*m_kept, entered());
    m_save->setEnabled(isEdited);
    m_drop->setEnabled(isEdited);
    m_makeGateway->setEnabled(m_kept.has_value());
    m_removeGateway->setEnabled(m_kept && m_kept->gatewayToken);
}

void DoorSettings::setJoining(bool withoutCode) {
    m_link.send<JoiningInfo>(calls::changeJoining(withoutCode), this, [this](const Result<JoiningInfo>& joining) {
        if (!joining) told(tr("That was not changed", "error"), joining.error());
        refresh();
    });
}

void DoorSettings::save() {
    const DdiSettings settings = entered();
    boost::json::object changes{{"targetToken", settings.targetToken},
                                {"clientCaPem", settings.clientCaPem},
                                {"newCluster", settings.newCluster},
                                {"newPlatform", settings.newPlatform}};
    changes["proxies"] = boost::json::array(settings.proxies.begin(), settings.proxies.end());
    changes["proxyAuthorities"] =
        boost::json::array(settings.proxyAuthorities.begin(), settings.proxyAuthorities.end());
    m_save->setEnabled(false);
    m_link.send<DdiSettings>(
        calls::changeDdiSettings(std::move(changes)), this, [this](const Result<DdiSettings>& changed) {
            enable();
            if (!changed)
                return m_notice->say(Tone::bad,
                                     errorText(changed.error()) + QLatin1Char(' ') + errorDetails(changed.error()));
            m_notice->say(Tone::good, tr("Saved.", "settings"));
            put(*changed);
        });
}

void DoorSettings::makeGatewayToken() {
    const auto make = [this] {
        m_link.send<adminclient::GatewayToken>(
            calls::makeGatewayToken(), this, [this](const Result<adminclient::GatewayToken>& made) {
                if (!made) return told(tr("No token was made", "error"), made.error());
                refresh();
                showSecret(this, tr("The gateway token", "dialog"),
                           tr("It is shown only here and only now. Whoever has it speaks for any terminal.", "dialog"),
                           toText(made->token));
            });
    };
    if (!m_kept || !m_kept->gatewayToken) return make();
    ask(this,
        {tr("Make a new gateway token?", "question"),
         tr("The one of now is good no longer: gateways that have it are refused until they get the new one.",
            "question"),
         tr("Make a new token", "button"),
         {}},
        make);
}

void DoorSettings::removeGatewayToken() {
    ask(this,
        {tr("Remove the gateway token?", "question"),
         tr("Gateways that have it are refused from now on; terminals with a token of their own are not.", "question"),
         tr("Remove token", "button"),
         {}},
        [this] {
            m_link.send<adminclient::Nothing>(calls::removeGatewayToken(), this,
                                              [this](const Result<adminclient::Nothing>& done) {
                                                  if (!done)
                                                      told(tr("The token was not removed", "error"), done.error());
                                                  refresh();
                                              });
        });
}

void DoorSettings::told(const QString& what, const Error& error) {
    if (error.code == BaseErrc::cancelled) return;
    const QString text =
        what.isEmpty() ? errorText(error) : tr("%1. %2", "error: what, why").arg(what, errorText(error));
    m_notice->say(Tone::bad, text, errorDetails(error));
}

}  // namespace signalbox::ui
