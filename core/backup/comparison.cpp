// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backup/comparison.h"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <map>
#include <optional>

#include "core/model/names.h"
#include "core/registry/blob_store.h"

namespace signalbox::backup {
namespace {

namespace fs = std::filesystem;

struct Opened {
    store::Contents contents;
    std::optional<AuditEntry> entry;  ///< the one that was asked for
};

/// The contents of a copied database, and one entry of its audit log.
Result<Opened> openCopy(const std::string& database, std::int64_t auditSequence) {
    TRY(const auto opened, store::openSqliteStore(database));
    auto contents = opened->load();
    if (!contents) return std::move(contents).error();
    Opened result{std::move(*contents), {}};
    asio::io_context io(1);
    Result<std::vector<AuditEntry>> entries;
    const auto done = [&entries](const std::exception_ptr&, Result<std::vector<AuditEntry>> got) {
        entries = std::move(got);
    };
    asio::co_spawn(io, opened->audit(auditSequence - 1, 1), done);
    io.run();
    opened->close();
    if (!entries) return std::move(entries).error();
    if (!entries->empty()) result.entry = entries->front();
    return result;
}

std::string titleOf(const Release& release) {
    return "release " + std::to_string(release.id.value) + ": " + release.product + " " + release.version;
}

bool wasApproved(const Release& release) {
    return release.state == ReleaseState::approved || release.state == ReleaseState::published;
}

void compareAudit(const BackupInfo& info, const std::optional<AuditEntry>& now, std::vector<Finding>& findings) {
    if (info.auditSequence == 0) return;
    const std::string subject = "audit entry " + std::to_string(info.auditSequence);
    if (!now || now->sequence != info.auditSequence)
        findings.push_back({Finding::Kind::auditRewritten, subject, "it is gone"});
    else if (now->hash != info.auditHash)
        findings.push_back({Finding::Kind::auditRewritten, subject, "it, or one before it, is another"});
}

void compareRelease(const Release& then, const Release* now, std::vector<Finding>& findings) {
    if (!wasApproved(then)) return;
    if (!now) {
        findings.push_back({Finding::Kind::releaseMissing, titleOf(then), "it was approved"});
        return;
    }
    // An edit voids approvals and takes the release back to draft: that is the manager's own way.
    if (now->state == ReleaseState::draft || now->state == ReleaseState::inReview) return;
    if (now->manifestDigest != then.manifestDigest) {
        findings.push_back({Finding::Kind::releaseChanged, titleOf(then),
                            then.manifestDigest.text() + " became " + now->manifestDigest.text()});
        return;
    }
    for (const Approval& approval : then.approvals) {
        const auto same = [&approval](const Approval& other) {
            return other.by == approval.by && other.at == approval.at &&
                   other.manifestDigest == approval.manifestDigest && other.approved == approval.approved;
        };
        if (!std::any_of(now->approvals.begin(), now->approvals.end(), same))
            findings.push_back(
                {Finding::Kind::approvalChanged, titleOf(then), "the approval of " + approval.by + " is another"});
    }
}

Result<std::uint64_t> readBlobs(const fs::path& data, const std::vector<Release>& releases,
                                std::vector<Finding>& findings) {
    TRY(const auto blobs, registry::BlobStore::open(nativeFileSystem(), data / "blobs"));
    std::uint64_t read = 0;
    for (const Release& release : releases) {
        for (const Package& package : release.packages) {
            const auto verified = blobs->verify(package.digest);
            ++read;
            if (verified || verified.error().code == BaseErrc::notFound) continue;  // nodes may hold it alone
            findings.push_back({Finding::Kind::blobDamaged, titleOf(release), package.digest.text()});
        }
    }
    return read;
}

}  // namespace

std::string_view nameOf(Finding::Kind kind) {
    switch (kind) {
        case Finding::Kind::auditRewritten:
            return "auditRewritten";
        case Finding::Kind::releaseChanged:
            return "releaseChanged";
        case Finding::Kind::releaseMissing:
            return "releaseMissing";
        case Finding::Kind::approvalChanged:
            return "approvalChanged";
        case Finding::Kind::blobDamaged:
            return "blobDamaged";
    }
    return "unknown";
}

Result<Comparison> compareWithBackup(const fs::path& file, const std::string& passphrase, const fs::path& data) {
    Comparison comparison;
    const auto compare = [&](const BackupInfo& info, const std::string& database) -> Result<void> {
        comparison.backup = info;
        const std::string copy = database + ".now";
        CHECK(store::copySqliteFile((data / "signalbox.sqlite").string(), copy));
        TRY(const Opened then, openCopy(database, info.auditSequence));
        TRY(const Opened now, openCopy(copy, info.auditSequence));
        std::map<ReleaseId, const Release*> releases;
        for (const Release& release : now.contents.releases)
            releases[release.id] = &release;
        compareAudit(info, now.entry, comparison.findings);
        for (const Release& release : then.contents.releases) {
            const auto found = releases.find(release.id);
            compareRelease(release, found == releases.end() ? nullptr : found->second, comparison.findings);
            ++comparison.releasesCompared;
        }
        TRY(comparison.blobsRead, readBlobs(data, now.contents.releases, comparison.findings));
        return {};
    };
    CHECK(withDatabaseOf(file, passphrase, compare));
    return comparison;
}

}  // namespace signalbox::backup
