// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/fleet_book.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "core/terminal/json_read.h"

namespace signalbox::fleet_sim {
namespace {

namespace json = boost::json;
using terminal::integerMember;
using terminal::optionalTextMember;
using terminal::textMember;

constexpr std::size_t kMaxBook = std::size_t(1) << 30;
constexpr std::size_t kMaxLine = 16 << 10;
constexpr const char* kBook = "fleet.jsonl";
constexpr const char* kManager = "manager.json";

}  // namespace

Result<std::unique_ptr<FleetBook>> FleetBook::open(FileSystem& files, std::filesystem::path folder) {
    CHECK(files.makeDirectories(folder));
    CHECK(files.setMode(folder, 0700));
    std::unique_ptr<FleetBook> book(new FleetBook(files, std::move(folder)));
    CHECK(book->load());
    return book;
}

Result<void> FleetBook::load() {
    auto text = readFile(m_folder / kBook, kMaxBook);
    if (!text && text.error().code != BaseErrc::notFound) return std::move(text).error();
    std::size_t taken = 0;
    if (text) {
        for (std::size_t end = text->find('\n'); end != std::string::npos; end = text->find('\n', taken)) {
            if (auto read = take(text->substr(taken, end - taken)); !read)
                return std::move(read).error().within((m_folder / kBook).string() + ", byte " + std::to_string(taken));
            taken = end + 1;
        }
    }
    TRY(m_writer, m_files.append(m_folder / kBook, taken));
    CHECK(m_files.setMode(m_folder / kBook, 0600));
    auto manager = readFile(m_folder / kManager, kMaxBook);
    if (!manager) return {};
    TRY(m_manager, terminal::parseIdentity(*manager));
    return {};
}

Result<void> FleetBook::take(const std::string& line) {
    TRY(const json::object object, terminal::readObject(line, kMaxLine));
    TRY(const std::string id, textMember(object, "id", 256));
    SimRecord& record = m_records[id];
    if (object.contains("token")) {
        TRY(record.token, textMember(object, "token"));
        TRY(record.code, textMember(object, "code"));
    }
    if (object.contains("joined")) record.joined = true;
    if (object.contains("product")) {
        TRY(const std::string product, textMember(object, "product"));
        TRY(record.versions[product], textMember(object, "version"));
        TRY(record.manifests[product], textMember(object, "manifest"));
    }
    if (object.contains("sequence")) {
        TRY(record.permit.sequence, integerMember(object, "sequence", 0, INT64_MAX));
        TRY(record.permit.deployment, integerMember(object, "deployment", 0, INT64_MAX));
        TRY(record.permit.attempt, integerMember(object, "attempt", 0, INT64_MAX));
    }
    return {};
}

Result<void> FleetBook::append(const std::string& line) {
    CHECK(m_writer->write(bytesOf(line + "\n")));
    return take(line);
}

Result<void> FleetBook::add(const std::string& id, const std::string& token, const std::string& code) {
    return append(json::serialize(json::object{{"id", id}, {"token", token}, {"code", code}}));
}

Result<void> FleetBook::joined(const std::string& id, const terminal::Identity& identity) {
    if (!m_manager) {
        CHECK(replaceFile(m_files, m_folder / kManager, bytesOf(terminal::identityText(identity)), 0600));
        m_manager = identity;
    }
    return append(json::serialize(json::object{{"id", id}, {"joined", true}}));
}

Result<void> FleetBook::installed(const std::string& id, const std::string& product, const std::string& version,
                                  const std::string& manifest) {
    return append(
        json::serialize(json::object{{"id", id}, {"product", product}, {"version", version}, {"manifest", manifest}}));
}

Result<void> FleetBook::permitted(const std::string& id, const terminal::PermitUse& use) {
    return append(json::serialize(json::object{
        {"id", id}, {"sequence", use.sequence}, {"deployment", use.deployment}, {"attempt", use.attempt}}));
}

}  // namespace signalbox::fleet_sim
