// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "app/ctl/command_line.h"
#include "app/ctl/file_output.h"
#include "app/ctl/plain_text.h"
#include "app/ctl/show.h"
#include "app/ctl/time_text.h"
#include "app/ctl/trust_signing.h"
#include "core/model/audit_file.h"

namespace signalbox::ctl {
namespace {

namespace calls = adminclient::calls;

struct AuditFileArguments {
    std::string file;
    std::string since;
    bool againstManager = false;
    std::string trustFolder;
};

using Anchors = std::vector<approver::BelievedMetadata::Anchor>;

/// An entry that signatures which this machine verified name otherwise: whoever made the log anew has no keys of
/// people.
Result<void> checkAnchors(const Anchors& anchors, std::int64_t sequence, const std::string& hash) {
    for (const approver::BelievedMetadata::Anchor& anchor : anchors)
        if (anchor.at.sequence == sequence && anchor.at.hash != hash)
            return makeError(BaseErrc::corrupt, "entry " + std::to_string(sequence) + " is another than the one that " +
                                                    "signatures of " + plain(anchor.role) + " version " +
                                                    std::to_string(anchor.version) + " name");
    return {};
}

/// Cuts pieces into lines for a reader; what was changed is noticed while it comes.
class LineCutter {
public:
    explicit LineCutter(AuditFileReader& reader, Anchors anchors = {})
        : m_reader(reader), m_anchors(std::move(anchors)) {}
    Result<void> take(std::string_view piece) {
        m_rest += piece;
        std::size_t begin = 0;
        for (auto end = m_rest.find('\n'); end != std::string::npos; end = m_rest.find('\n', begin)) {
            CHECK(m_reader.take(std::string_view(m_rest).substr(begin, end - begin)));
            CHECK(checkAnchors(m_anchors, m_reader.lastSequence(), m_reader.lastHash()));
            begin = end + 1;
        }
        m_rest.erase(0, begin);
        if (m_rest.size() > kMaxAuditLine) return makeError(BaseErrc::malformed, "a line above 256 KiB");
        return {};
    }
    Result<void> end() {
        if (!m_rest.empty()) CHECK(m_reader.take(m_rest));
        return m_reader.end();
    }

private:
    AuditFileReader& m_reader;
    Anchors m_anchors;
    std::string m_rest;
};

void print(Context& context, const AuditFileReader& reader) {
    if (context.screen.json()) {
        context.screen.document({{"managerId", reader.head().managerId},
                                 {"after", reader.head().after},
                                 {"entries", reader.entries()},
                                 {"head", reader.lastHash()},
                                 {"intact", true}});
        return;
    }
    context.screen.print(
        listing({{"manager", reader.head().managerId},
                 {"exported", when(reader.head().exportedAt)},
                 {"entries", std::to_string(reader.entries()) + ", " + std::to_string(reader.head().after + 1) +
                                 " to " + std::to_string(reader.lastSequence())},
                 {"first", when(reader.first())},
                 {"last", when(reader.last())},
                 {"last hash", reader.lastHash()}}));
}

Result<ExitCode> exportAudit(Context& context, const AuditFileArguments& arguments) {
    std::optional<TimePoint> since;
    if (!arguments.since.empty()) {
        TRY(since, parseTime(arguments.since, SystemClock().now()));
    }
    TRY(Session * session, context.session());
    TRY(FileOutput output, FileOutput::create(arguments.file, 0600));
    AuditFileReader reader;
    LineCutter cutter(reader);
    CHECK(session->download(calls::auditExportTarget(since), [&](std::string_view piece) -> Result<void> {
        CHECK(cutter.take(piece));
        return output.write(piece);
    }));
    CHECK(cutter.end());
    CHECK(output.keep());
    print(context, reader);
    return ExitCode::ok;
}

Result<void> readFileInto(const std::string& path, AuditFileReader& reader, Anchors anchors) {
    constexpr std::size_t kPiece = 1 << 16;
    std::ifstream file(path, std::ios::binary);
    if (!file) return makeError(BaseErrc::notFound, path + " cannot be read");
    LineCutter cutter(reader, std::move(anchors));
    std::string piece(kPiece, '\0');
    while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())) || file.gcount() > 0)
        CHECK(cutter.take(std::string_view(piece).substr(0, static_cast<std::size_t>(file.gcount()))));
    return cutter.end();
}

/// Whoever changes an entry and hashes all that follow anew cannot change what the manager has.
Result<void> compareWithManager(Session& session, const AuditFileReader& reader) {
    if (reader.lastSequence() == 0) return {};
    TRY(const auto page, session.ask(calls::audit({reader.lastSequence() - 1, 1})));
    const bool isThere = !page.items.empty() && page.items.front().sequence == reader.lastSequence();
    if (isThere && page.items.front().hash == reader.lastHash()) return {};
    return makeError(BaseErrc::corrupt, "the manager's entry " + std::to_string(reader.lastSequence()) +
                                            (isThere ? " is another than the file's" : " is missing"));
}

/// What this machine verified itself, beside what the manager finds.
Result<std::size_t> compareWithOwnAnchors(Session& session, const AuditFileArguments& arguments) {
    SigningArguments where;
    where.trustFolder = arguments.trustFolder;
    TRY(const approver::BelievedMetadata believed, believedOf(session, where));
    TRY(const Anchors anchors, believed.auditAnchors());
    for (const approver::BelievedMetadata::Anchor& anchor : anchors) {
        TRY(const auto page, session.ask(calls::audit({anchor.at.sequence - 1, 1})));
        const bool isThere = !page.items.empty() && page.items.front().sequence == anchor.at.sequence;
        CHECK(checkAnchors(anchors, anchor.at.sequence, isThere ? page.items.front().hash : std::string()));
    }
    return anchors.size();
}

Result<ExitCode> verifyOwn(Context& context, const AuditFileArguments& arguments) {
    TRY(Session * session, context.session());
    TRY(const auto both, session->askBoth(calls::verifyAudit()));
    if (context.screen.json()) context.screen.document(both.first);
    if (!both.second.intact) return makeError(BaseErrc::corrupt, "the manager's log: " + both.second.problem);
    TRY(const std::size_t own, compareWithOwnAnchors(*session, arguments));
    if (!context.screen.json())
        context.screen.print("The manager's log holds: " + std::to_string(both.second.entries) + " entries, the last " +
                             plain(both.second.head) + "; " + std::to_string(both.second.anchors) +
                             " signed files name entries of it, and " + std::to_string(own) +
                             " that this machine keeps\n");
    return ExitCode::ok;
}

Result<ExitCode> verifyAudit(Context& context, const AuditFileArguments& arguments) {
    if (arguments.file.empty()) return verifyOwn(context, arguments);
    AuditFileReader reader;
    Anchors anchors;
    if (!arguments.trustFolder.empty()) {
        TRY(anchors, approver::BelievedMetadata(nativeFileSystem(), arguments.trustFolder).auditAnchors());
    }
    CHECK(readFileInto(arguments.file, reader, std::move(anchors)));
    if (arguments.againstManager) {
        TRY(Session * session, context.session());
        CHECK(compareWithManager(*session, reader));
    }
    print(context, reader);
    return ExitCode::ok;
}

}  // namespace

void addAuditFileCommands(CLI::App& audit, Chosen& chosen) {
    const auto exported = [](CLI::App& command, AuditFileArguments& arguments) {
        command.add_option("--output", arguments.file, "The file, JSON lines")->required();
        command.add_option("--since", arguments.since, "Only entries from this time on");
    };
    const auto verified = [](CLI::App& command, AuditFileArguments& arguments) {
        command.add_option("FILE", arguments.file, "What export wrote; left out, the manager checks its own log");
        command.add_flag("--against-manager", arguments.againstManager,
                         "Whether the manager has the same entry at its end, too");
        command.add_option("--trust-folder", arguments.trustFolder,
                           "What this machine believes of the manager: entries that signatures there name must be the "
                           "same. The user's if left out, for the manager's own log");
    };
    addCommand<AuditFileArguments>(audit, chosen, "export", "Write the log into a file that verifies by itself",
                                   exported, exportAudit);
    addCommand<AuditFileArguments>(audit, chosen, "verify", "Whether an entry was changed, left out or put in",
                                   verified, verifyAudit);
}

}  // namespace signalbox::ctl
