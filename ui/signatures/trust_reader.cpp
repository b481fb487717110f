// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signatures/trust_reader.h"

#include <QStandardPaths>
#include <algorithm>
#include <memory>
#include <utility>

#include "core/adminclient/calls.h"
#include "ui/session/background.h"

namespace signalbox::ui {

namespace calls = adminclient::calls;
using adminclient::ManagerStatus;
using adminclient::TrustFile;
using adminclient::TrustState;
using approver::BelievedMetadata;

namespace {

constexpr int kMostFiles = 400;  // 256 roots, and what belongs to one product
constexpr std::size_t kMostName = 64;

using Files = std::map<std::string, std::optional<std::string>, std::less<>>;

/// How far the files that are there bring it.
struct Step {
    Result<BelievedMetadata::Now> now = BelievedMetadata::Now();
    std::string missing;  ///< a file to be fetched; empty: it is at its end
};

Step verify(const std::filesystem::path& folder, const std::string& role, const Files& files) {
    Step step;
    const auto fetch = [&](const std::string& name, std::size_t most) -> Result<std::optional<std::string>> {
        const auto found = files.find(name);
        if (found == files.end()) {
            step.missing = name;
            return makeError(BaseErrc::unavailable, name + " is to be fetched");
        }
        if (found->second && found->second->size() > most) return makeError(BaseErrc::tooLarge, name);
        return found->second;
    };
    step.now = BelievedMetadata(nativeFileSystem(), folder).refresh(fetch, role, SystemClock().now());
    return step;
}

/// Verifies on another thread as far as it gets, fetches what is missing, and begins anew: nobody waits for a network
/// while a thread stands still.
class TrustReader : public QObject {
public:
    TrustReader(ManagerLink& link, std::string role, QObject* context, std::function<void(Result<TrustView>)> done)
        : QObject(context), m_link(link), m_role(std::move(role)), m_done(std::move(done)) {}

    void start() {
        m_link.send<ManagerStatus>(calls::status(), this, [this](const Result<ManagerStatus>& status) {
            if (!status) return end(status.error());
            auto folder = trustFolder(status->managerId);
            if (!folder) return end(std::move(folder).error());
            m_folder = std::move(folder).value();
            m_link.send<TrustState>(calls::trust(), this, [this](Result<TrustState> said) {
                if (!said) return end(std::move(said).error());
                m_view.said = std::move(said).value();
                go();
            });
        });
    }

private:
    void go() {
        inBackground<std::shared_ptr<Step>>(
            this,
            [folder = m_folder, role = m_role, files = m_files] {
                return std::make_shared<Step>(verify(folder, role, files));
            },
            [this](const std::shared_ptr<Step>& step) {
                if (!step->missing.empty()) return fetch(step->missing);
                if (!step->now) return end(step->now.error());
                m_view.believed = std::move(step->now).value();
                end(std::move(m_view));
            });
    }

    void fetch(const std::string& name) {
        if (++m_fetched > kMostFiles) return end(makeError(BaseErrc::tooLarge, "the manager has no end of metadata"));
        m_link.send<TrustFile>(calls::trustFile(name), this, [this, name](Result<TrustFile> file) {
            if (!file && file.error().code != BaseErrc::notFound) return end(std::move(file).error());
            m_files[name] = file ? std::optional(std::move(file->content)) : std::nullopt;
            go();
        });
    }

    void end(Result<TrustView> outcome) {
        deleteLater();
        m_done(std::move(outcome));
    }

    ManagerLink& m_link;
    std::string m_role;
    std::function<void(Result<TrustView>)> m_done;
    std::filesystem::path m_folder;
    Files m_files;
    TrustView m_view;
    int m_fetched = 0;
};

}  // namespace

void readTrust(ManagerLink& link, const std::string& role, QObject* context,
               std::function<void(Result<TrustView>)> done) {
    (new TrustReader(link, role, context, std::move(done)))->start();
}

Result<std::filesystem::path> trustFolder(const std::string& managerId) {
    const auto isPlain = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
    };
    if (managerId.empty() || managerId.size() > kMostName || !std::all_of(managerId.begin(), managerId.end(), isPlain))
        return makeError(BaseErrc::malformed, "the manager's id is none");
    const QString base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return std::filesystem::path(base.toStdString()) / "signalbox" / "trust" / managerId;
}

}  // namespace signalbox::ui
