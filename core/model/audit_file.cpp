// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/audit_file.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "core/model/json.h"
#include "core/model/json_reader.h"

namespace signalbox {

namespace json = boost::json;

namespace {

constexpr std::int64_t kFormat = 1;
constexpr std::size_t kHashLength = 64;

bool isHash(std::string_view text) {
    return text.size() == kHashLength && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

namespace shape {

template <class Visitor>
void members(Visitor& visit, Either<AuditFileHead> auto& head) {
    visit("managerId", head.managerId, kName);
    visit("exportedAt", head.exportedAt);
    visit("after", head.after, kUnbounded);
    visit("before", head.before, kName);
}

}  // namespace shape

std::string auditFileHead(const AuditFileHead& head) {
    return json::serialize(json::object{{"signalboxAudit", kFormat},
                                        {"managerId", head.managerId},
                                        {"exportedAt", toRfc3339(head.exportedAt)},
                                        {"after", head.after},
                                        {"before", head.before}}) +
           "\n";
}

std::string auditFileLine(const AuditEntry& entry) {
    return json::serialize(toJson(entry)) + "\n";
}

std::string auditFileEnd(std::int64_t entries, std::string_view head) {
    return json::serialize(json::object{{"entries", entries}, {"head", head}}) + "\n";
}

Result<void> AuditFileReader::take(std::string_view text) {
    const std::string where = "line " + std::to_string(++m_lines);
    if (m_ended) return makeError(BaseErrc::corrupt, where + ": it stands behind the last one");
    auto line = parseJson(text, kMaxAuditLine);
    if (!line) return std::move(line).error().within(where);
    if (!line->is_object()) return makeError(BaseErrc::malformed, where + ": a JSON object is wanted");
    if (m_lines == 1) {
        auto taken = takeHead(*line);
        return taken ? Result<void>() : Result<void>(std::move(taken).error().within(where));
    }
    if (line->get_object().contains("entries")) {
        auto taken = takeEnd(line->get_object());
        return taken ? Result<void>() : Result<void>(std::move(taken).error().within(where));
    }
    auto entry = auditEntryFromJson(*line);
    if (!entry) return std::move(entry).error().within(where);
    auto follows = m_chain.take(*entry);
    if (!follows) return std::move(follows).error().within(where);
    if (!m_first) m_first = entry->at;
    m_last = entry->at;
    return {};
}

Result<void> AuditFileReader::takeHead(const json::value& line) {
    const json::value* format = line.get_object().if_contains("signalboxAudit");
    if (!format || !format->is_int64())
        return makeError(BaseErrc::malformed, "this is no audit log of a Signalbox manager");
    if (format->get_int64() != kFormat)
        return makeError(BaseErrc::unsupported, "an audit log in a format that this version does not know");
    TRY(m_head, shape::Reader::read<AuditFileHead>(line));
    if (m_head.after > 0 ? !isHash(m_head.before) : !m_head.before.empty())
        return makeError(BaseErrc::malformed, "before: the hash of the entry before is wanted");
    m_chain = AuditChain(m_head.after, m_head.before);
    return {};
}

Result<void> AuditFileReader::takeEnd(const json::object& line) {
    const json::value* count = line.if_contains("entries");
    const json::value* hash = line.if_contains("head");
    if (!count->is_int64() || !hash || !hash->is_string())
        return makeError(BaseErrc::malformed, "the last line names the number of entries and the last hash");
    if (count->get_int64() != entries() || std::string_view(hash->get_string()) != lastHash())
        return makeError(BaseErrc::corrupt, "there are " + std::to_string(entries()) + " entries, not the " +
                                                std::to_string(count->get_int64()) + " that it names");
    m_ended = true;
    return {};
}

Result<void> AuditFileReader::end() const {
    if (m_ended) return {};
    return makeError(BaseErrc::corrupt,
                     "the file ends behind line " + std::to_string(m_lines) + ", before its last one: it is cut off");
}

}  // namespace signalbox
