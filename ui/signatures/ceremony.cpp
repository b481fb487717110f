// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signatures/ceremony.h"

#include <utility>

#include "core/adminclient/calls.h"
#include "core/approver/signing.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;
using adminclient::SignedTrust;
using adminclient::StagedTrust;

namespace {

class Ceremony : public QObject {
public:
    Ceremony(ManagerLink& link, std::vector<CeremonyStep> steps, QObject* context,
             std::function<void(Result<void>)> done)
        : QObject(context), m_link(link), m_steps(std::move(steps)), m_done(std::move(done)) {}

    void next() {
        if (m_step == m_steps.size()) return end({});
        const CeremonyStep& step = m_steps[m_step];
        m_key = 0;
        m_link.send<StagedTrust>(calls::stageTrust(step.role, step.content), this,
                                 [this](const Result<StagedTrust>& staged) {
                                     if (!staged) return end(staged.error());
                                     auto content = approver::readStaged(staged->content);
                                     if (!content) return end(std::move(content).error());
                                     m_content = std::move(content).value();
                                     auto same = approver::checkSame(m_content, m_steps[m_step].content);
                                     if (!same) return end(std::move(same));
                                     sign();
                                 });
    }

private:
    void sign() {
        const CeremonyStep& step = m_steps[m_step];
        if (m_key == step.keys.size()) {
            ++m_step;
            return next();
        }
        auto signature = approver::signContent(step.keys[m_key++], m_content);
        if (!signature) return end(std::move(signature).error());
        m_link.send<SignedTrust>(calls::signTrust(step.role, signature->keyId, signature->hex), this,
                                 [this](const Result<SignedTrust>& done) {
                                     if (!done) return end(done.error());
                                     // Once there are enough, a further one is of nothing.
                                     if (done->published) m_key = m_steps[m_step].keys.size();
                                     sign();
                                 });
    }

    void end(Result<void> outcome) {
        deleteLater();
        m_done(std::move(outcome));
    }

    ManagerLink& m_link;
    std::vector<CeremonyStep> m_steps;
    std::function<void(Result<void>)> m_done;
    boost::json::object m_content;
    std::size_t m_step = 0;
    std::size_t m_key = 0;
};

}  // namespace

void holdCeremony(ManagerLink& link, std::vector<CeremonyStep> steps, QObject* context,
                  std::function<void(Result<void>)> done) {
    (new Ceremony(link, std::move(steps), context, std::move(done)))->next();
}

}  // namespace signalbox::ui
