// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signatures/signature_setup.h"

#include <memory>
#include <utility>

#include "core/adminclient/calls.h"
#include "core/approver/key_file.h"
#include "core/approver/signing.h"
#include "core/approver/trust_plan.h"
#include "ui/session/background.h"
#include "ui/signatures/ceremony.h"
#include "ui/signatures/trust_reader.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;
using adminclient::TrustState;

namespace {

constexpr const char* kKeychain = "keychain";

using Written = std::shared_ptr<Result<void>>;

void writeInBackground(QObject* context, const std::string& file, const trust::PrivateKey& key,
                       const std::string& passphrase, std::function<void(const Written&)> done) {
    inBackground<Written>(
        context,
        [file, key, passphrase] {
            return std::make_shared<Result<void>>(approver::writeKeyFile(nativeFileSystem(), file, key, passphrase));
        },
        std::move(done));
}

}  // namespace

void SignatureSetup::start(const Plan& plan) {
    m_plan = plan;
    m_running = true;
    m_link.send<TrustState>(calls::trust(), this, [this](const Result<TrustState>& state) {
        if (!state) return fail("state", state.error());
        if (state->established)
            return fail("state", makeError(BaseErrc::alreadyExists, "signatures are set up already"));
        m_onlineKey = state->onlineKeyPem;
        m_plan.keyFile.empty() ? chooseKey() : keepKey();
    });
}

/// Whoever has a key has one for every manager.
void SignatureSetup::chooseKey() {
    m_keychain.read(this, [this](const Result<ApproverKeys::Keys>& keys) {
        if (!keys) return fail("key", keys.error());
        if (!keys->empty()) {
            m_own = keys->front();
            m_keptIn = kKeychain;
        }
        keepKey();
    });
}

void SignatureSetup::keepKey() {
    const std::string place = m_plan.keyFile.empty() ? kKeychain : m_plan.keyFile;
    if (m_keptIn == place) return writeKit();
    if (!m_own) m_own = trust::PrivateKey::generate();
    const auto kept = [this, place](const Result<void>& done) {
        if (!done) return fail("key", done.error());
        m_keptIn = place;
        writeKit();
    };
    if (m_plan.keyFile.empty()) return m_keychain.add(*m_own, this, kept);
    writeInBackground(this, m_plan.keyFile, *m_own, m_plan.keyPassphrase,
                      [kept](const Written& written) { kept(*written); });
}

void SignatureSetup::writeKit() {
    if (m_kitIn == m_plan.kit) return establish();
    if (!m_spare) m_spare = trust::PrivateKey::generate();
    writeInBackground(this, m_plan.kit, *m_spare, m_plan.kitPassphrase, [this](const Written& written) {
        if (!*written) return fail("kit", written->error());
        m_kitIn = m_plan.kit;
        establish();
    });
}

void SignatureSetup::establish() {
    const approver::Signers holders{{m_own->publicKey(), m_spare->publicKey()}, 1};
    const auto online = trust::PublicKey::fromPem(m_onlineKey);
    if (!online) return fail("manager", online.error());
    auto root = approver::rootContent(holders, holders, *online);
    if (!root) return fail("manager", root.error());
    m_root = std::move(root).value();
    holdCeremony(m_link, {{"root", m_root, {*m_own}}, {"targets", approver::targetsContent(), {*m_own}}}, this,
                 [this](const Result<void>& held) { held ? check() : fail("manager", held.error()); });
}

/// What is pinned here is what was made here.
void SignatureSetup::check() {
    readTrust(m_link, {}, this, [this](const Result<TrustView>& view) {
        if (!view) return fail("check", view.error());
        const auto believed = approver::believedContent("root", view->believed);
        if (!believed) return fail("check", believed.error());
        if (auto same = approver::checkSame(*believed, m_root); !same) return fail("check", same.error());
        m_running = false;
        Q_EMIT done();
    });
}

void SignatureSetup::fail(const char* step, const Error& error) {
    m_running = false;
    Q_EMIT failed(QString::fromLatin1(step), error);
}

}  // namespace signalbox::ui
