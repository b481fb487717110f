// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signatures/sign_dialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "core/adminclient/calls.h"
#include "core/adminclient/paging.h"
#include "core/approver/signing.h"
#include "ui/signatures/key_choice.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/notice.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;
using adminclient::SignedTrust;
using adminclient::StagedTrust;

namespace {

constexpr int kWidth = 720;
constexpr int kHeight = 620;
constexpr std::size_t kMostReleases = 10000;

bool isOfProduct(const QString& role) {
    return role.startsWith(QLatin1String("p-"));
}

std::string pathOf(const Release& release) {
    return release.product + "/" + release.channel + "/" + release.version + ".json";
}

}  // namespace

SignDialog::SignDialog(ManagerLink& link, ReleaseDigest digest, const QStringList& roles, QWidget* parent)
    : QDialog(parent ? parent->window() : nullptr), m_link(link), m_digest(std::move(digest)), m_roles(roles) {
    named(this, "signDialog", tr("Sign", "dialog"));
    setWindowTitle(tr("Sign", "dialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(kWidth, kHeight);
    m_title = headingLabel({});
    m_title->setTextFormat(Qt::PlainText);
    m_progress = plainLabel();
    m_progress->setObjectName(QStringLiteral("signProgress"));
    m_text = named(new QPlainTextEdit, "signStatement", tr("What your signature says", "signatures"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_key = new KeyChoice;
    m_looked = named(new QCheckBox(tr("I have looked at what this is", "dialog")), "signLooked",
                     tr("I have looked at what this is", "dialog"));
    m_notice = new Notice;
    m_notice->setObjectName(QStringLiteral("signNotice"));
    auto* const box = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_sign = button("signDo", tr("&Sign", "button"), QStringLiteral("key"));
    box->addButton(m_sign, QDialogButtonBox::ActionRole);
    auto* const layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addWidget(hintLabel(
        tr("Made on this computer from what is signed, and compared with what it verified before: nobody else "
           "says this. Your key stays here; the manager gets the signature alone.",
           "dialog")));
    layout->addWidget(m_progress);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_key);
    layout->addWidget(m_looked);
    layout->addWidget(m_notice);
    layout->addWidget(box);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_sign, &QPushButton::clicked, this, &SignDialog::sign);
    connect(m_looked, &QCheckBox::toggled, this, &SignDialog::enable);
    connect(m_key, &KeyChoice::changed, this, &SignDialog::enable);
    begin();
}

void SignDialog::begin() {
    m_verified = false;
    m_looked->setChecked(false);
    m_text->clear();
    m_progress->clear();
    enable();
    if (m_roles.isEmpty()) {
        if (m_signed > 0) return accept();
        m_title->setText(tr("Nothing waits for signatures", "dialog"));
        return m_notice->say(Tone::neutral, tr("It was signed, changed or taken back in the meantime.", "dialog"));
    }
    m_title->setText(roleTitle(m_roles.front().toStdString()));
    m_notice->say(Tone::busy, tr("Fetching and verifying …", "dialog"));
    m_link.send<StagedTrust>(calls::stagedTrust(m_roles.front().toStdString()), this,
                             [this](const Result<StagedTrust>& staged) {
                                 if (staged) return take(*staged);
                                 if (staged.error().code != BaseErrc::notFound)
                                     return fail(errorText(staged.error()), staged.error());
                                 m_roles.removeFirst();
                                 begin();
                             });
}

void SignDialog::fail(const QString& text, const Error& error) {
    m_verified = false;
    m_notice->say(Tone::bad, text, errorDetails(error));
    enable();
}

void SignDialog::take(const StagedTrust& staged) {
    m_staged = staged;
    auto content = approver::readStaged(staged.content);
    if (!content) return fail(tr("What is to be signed cannot be read. Nothing is signed.", "dialog"), content.error());
    m_content = std::move(content).value();
    const std::string role = m_roles.front().toStdString();
    readTrust(m_link, isOfProduct(m_roles.front()) ? role : std::string(), this,
              [this](const Result<TrustView>& view) { compare(view); });
}

void SignDialog::compare(const Result<TrustView>& view) {
    if (!view)
        return fail(tr("What the manager published does not verify against what this computer believed before: its "
                       "signatures are missing, ended, or somebody else's. Nothing is signed. Ask the other holders of "
                       "keys before anything else.",
                       "dialog"),
                    view.error());
    const std::string role = m_roles.front().toStdString();
    auto statement = approver::statementFor(role, view->believed, m_content);
    if (!statement)
        return fail(
            tr("What is to be signed does not follow on what this computer verified. Nothing is signed.", "dialog"),
            statement.error());
    m_statement = std::move(statement).value();
    m_key->offer(approver::signersOf(role, view->believed));
    if (isOfProduct(m_roles.front()) && !(m_statement.added.empty() && m_statement.changed.empty()))
        return readReleases();
    put({});
}

/// What is in the releases, which the statement names by their digest alone.
void SignDialog::readReleases() {
    if (!m_link.client()) return fail(tr("The manager is gone.", "dialog"), makeError(BaseErrc::cancelled, {}));
    adminclient::ListReader<Release>::read(
        *m_link.client(),
        [product = m_roles.front().mid(2).toStdString()](adminclient::PageRequest page) {
            return calls::releases(product, page);
        },
        kMostReleases, this,
        [this](Result<std::vector<Release>> releases) {
            if (!releases) return fail(errorText(releases.error()), releases.error());
            put(*releases);
        });
}

void SignDialog::put(const std::vector<Release>& releases) {
    QStringList signedBy;
    QString wrong;
    const auto textOf = [&](const approver::ReleaseLine& line) {
        const auto found = std::find_if(releases.begin(), releases.end(), [&line](const Release& each) {
            return pathOf(each) == line.path && each.manifestDigest.text() == line.digest;
        });
        if (found == releases.end() || m_digest(*found).text() != line.digest) {
            wrong = toText(line.path);
            return releaseText(line, nullptr);
        }
        for (const Approval& word : found->approvals)
            if (word.approved && word.manifestDigest == found->manifestDigest) signedBy.append(toText(word.by));
        return releaseText(line, &*found);
    };
    m_text->setPlainText(tr("Version %1 of this file, good until %2.", "statement")
                             .arg(m_statement.version)
                             .arg(localTime(m_statement.ends)) +
                         QStringLiteral("\n\n") + statementText(m_statement, textOf));
    QString progress = tr("%1 of %2 signatures are there.", "signatures").arg(m_staged.have).arg(m_staged.need);
    signedBy.removeDuplicates();
    if (!signedBy.isEmpty())
        progress +=
            QLatin1Char(' ') +
            tr("The manager says that they are by %1.", "signatures, names").arg(signedBy.join(QStringLiteral(", ")));
    QStringList keys;
    for (const std::string& key : m_staged.signers)
        keys.append(keyText(key));
    if (!keys.isEmpty())
        progress += QLatin1Char('\n') + tr("Signed with: %1", "signatures, keys").arg(keys.join(QStringLiteral(", ")));
    m_progress->setText(progress);
    if (!wrong.isEmpty())
        return fail(tr("What the manager shows of %1 is not what would be signed: its digest, computed here, is "
                       "another. Nothing is signed.",
                       "dialog, a release")
                        .arg(wrong),
                    makeError(BaseErrc::corrupt, wrong.toStdString()));
    m_verified = true;
    m_notice->say(Tone::neutral, {});
    enable();
}

void SignDialog::enable() {
    const QString missing = !m_verified              ? tr("It is not verified", "dialog")
                            : !m_looked->isChecked() ? tr("Look at it first", "dialog")
                                                     : m_key->missing();
    m_sign->setEnabled(missing.isEmpty());
    m_sign->setToolTip(missing);
}

void SignDialog::sign() {
    m_sign->setEnabled(false);
    m_notice->say(Tone::busy, tr("Signing …", "dialog"));
    m_key->open(this, [this](Result<trust::PrivateKey> key) {
        if (key) return upload(std::move(key).value());
        m_notice->say(Tone::bad,
                      key.error().code == BaseErrc::denied ? tr("The passphrase does not open that file.", "dialog")
                                                           : tr("The key file cannot be read.", "dialog"),
                      errorDetails(key.error()));
        enable();
    });
}

void SignDialog::upload(trust::PrivateKey key) {
    auto signature = approver::signContent(std::move(key), m_content);
    if (!signature) return fail(errorText(signature.error()), signature.error());
    m_link.send<SignedTrust>(
        calls::signTrust(m_roles.front().toStdString(), signature->keyId, signature->hex), this,
        [this](const Result<SignedTrust>& done) {
            if (done) return next(done->published);
            const auto code = done.error().code;
            m_notice->say(Tone::bad,
                          code == BaseErrc::alreadyExists
                              ? tr("That key has signed this already; one person counts once.", "dialog")
                          : code == BaseErrc::denied ? tr("That key is none of those that may sign this.", "dialog")
                                                     : errorText(done.error()),
                          errorDetails(done.error()));
            enable();
        });
}

void SignDialog::next(bool published) {
    ++m_signed;
    const QString role = m_roles.takeFirst();
    Q_EMIT signedRole(role, published);
    begin();
}

}  // namespace signalbox::ui
