// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/data_folder.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <system_error>

#include "core/terminal/json_read.h"
#include "core/terminal/offer.h"

namespace signalbox::terminal {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr std::size_t kMaxFile = 1 << 20;
constexpr std::size_t kMaxInstalled = 16 << 20;
constexpr std::size_t kMaxPem = 64 << 10;
constexpr std::size_t kMaxRoot = 512000;  // protocols/tuf.md
constexpr std::size_t kTokenBytes = 32;

Result<InstalledProduct> readProduct(const json::object& object) {
    InstalledProduct product;
    TRY(product.version, textMember(object, "version"));
    TRY(product.manifest, textMember(object, "manifest"));
    TRY(product.tree, textMember(object, "tree"));
    TRY(product.recipeJson, optionalTextMember(object, "recipe", kMaxFile));
    if (object.contains("releaseCounter")) {
        TRY(product.releaseCounter, integerMember(object, "releaseCounter", 0, INT64_MAX));
    }
    return product;
}

json::object objectOf(const InstalledProduct& product) {
    return json::object{{"version", product.version},
                        {"manifest", product.manifest},
                        {"tree", product.tree},
                        {"recipe", product.recipeJson},
                        {"releaseCounter", product.releaseCounter}};
}

bool isNotFound(const Error& error) {
    return error.code == BaseErrc::notFound;
}

}  // namespace

Result<InstalledProduct> parseProduct(std::string_view text) {
    TRY(const json::object object, readObject(text, kMaxProductText));
    return readProduct(object);
}

std::string productText(const InstalledProduct& product) {
    return json::serialize(objectOf(product));
}

Result<Identity> parseIdentity(std::string_view text) {
    TRY(const json::object object, readObject(text, kMaxFile));
    Identity identity;
    TRY(identity.controllerId, textMember(object, "controllerId", 256));
    TRY(identity.managerUrl, textMember(object, "managerUrl", 2048));
    TRY(const http::Url url, http::parseUrl(identity.managerUrl));
    if (url.scheme != "https") return makeError(BaseErrc::malformed, "member 'managerUrl' must be an https URL");
    TRY(identity.tenant, textMember(object, "tenant", 64));
    TRY(identity.caPem, textMember(object, "ca", kMaxPem));
    TRY(identity.permitKeyPem, textMember(object, "permitKey", kMaxPem));
    TRY(const trust::PublicKey key, trust::PublicKey::fromPem(identity.permitKeyPem));
    TRY(const std::int64_t poll, integerMember(object, "pollSeconds", 1, 86400));
    identity.poll = Seconds(poll);
    TRY(identity.trustedRoot, optionalTextMember(object, "trustedRoot", kMaxRoot));
    if (identity.controllerId.empty()) return makeError(BaseErrc::malformed, "member 'controllerId' must not be empty");
    return identity;
}

std::string identityText(const Identity& identity) {
    json::object object;
    object["controllerId"] = identity.controllerId;
    object["managerUrl"] = identity.managerUrl;
    object["tenant"] = identity.tenant;
    object["ca"] = identity.caPem;
    object["permitKey"] = identity.permitKeyPem;
    object["pollSeconds"] = static_cast<std::int64_t>(identity.poll.count());
    if (!identity.trustedRoot.empty()) object["trustedRoot"] = identity.trustedRoot;
    return json::serialize(object);
}

fs::path DataFolder::downloadFile(const Digest& digest) const {
    return downloadFolder() / (std::string(digest.algorithm()) + "-" + std::string(digest.hex()));
}

Result<std::string> DataFolder::read(std::string_view name, std::size_t most) const {
    return readFile(m_path / name, most);
}

Result<void> DataFolder::write(std::string_view name, std::string_view content, unsigned mode) {
    return replaceFile(m_files, m_path / name, bytesOf(content), mode);
}

Result<void> DataFolder::create() {
    CHECK(m_files.makeDirectories(feedbackFolder()));
    CHECK(m_files.makeDirectories(downloadFolder()));
    CHECK(m_files.setMode(m_path, 0700));
    return m_files.syncDirectory(m_path);
}

bool DataFolder::joined() const {
    std::error_code ignored;
    return fs::exists(m_path / "identity.json", ignored);
}

Result<Settings> DataFolder::settings() const {
    TRY(const std::string text, read("terminal.toml", kMaxFile));
    auto settings = parseSettings(text);
    if (!settings) return std::move(settings).error().within((m_path / "terminal.toml").string());
    return settings;
}

Result<void> DataFolder::saveSettings(const Settings& settings) {
    return write("terminal.toml", settingsText(settings), settings.proxy.empty() ? 0644 : 0600);
}

Result<std::map<std::string, std::string>> DataFolder::attributes() const {
    auto text = read("attributes.toml", kMaxFile);
    if (!text && isNotFound(text.error())) return std::map<std::string, std::string>();
    if (!text) return std::move(text).error();
    auto attributes = parseAttributes(*text);
    if (!attributes) return std::move(attributes).error().within((m_path / "attributes.toml").string());
    return attributes;
}

Result<Identity> DataFolder::identity() const {
    TRY(const std::string text, read("identity.json", kMaxFile));
    auto identity = parseIdentity(text);
    if (!identity) return std::move(identity).error().within((m_path / "identity.json").string());
    return identity;
}

Result<void> DataFolder::saveIdentity(const Identity& identity) {
    return write("identity.json", identityText(identity), 0600);
}

Result<std::vector<http::Url>> DataFolder::managers() const {
    auto text = read("managers.json", kMaxFile);
    if (!text && isNotFound(text.error())) return std::vector<http::Url>();
    if (!text) return std::move(text).error();
    TRY(const json::object object, readObject(*text, kMaxFile));
    const json::value* urls = object.if_contains("urls");
    if (!urls) return makeError(BaseErrc::malformed, "managers.json: member 'urls' is missing");
    auto parsed = parseManagers(*urls);
    if (!parsed) return std::move(parsed).error().within("managers.json");
    return parsed;
}

Result<void> DataFolder::saveManagers(const std::vector<http::Url>& managers) {
    json::array urls;
    for (const http::Url& url : managers)
        urls.push_back(json::value(url.origin()));
    return write("managers.json", json::serialize(json::object{{"urls", std::move(urls)}}), 0644);
}

Result<std::string> DataFolder::token() const {
    return read("token", 1024);
}

Result<std::string> DataFolder::ensureToken() {
    auto known = token();
    if (known && !known->empty()) return known;
    if (!known && !isNotFound(known.error())) return known;
    const std::string made = toBase64Url(bytesOf(randomBytes(kTokenBytes)));
    CHECK(write("token", made, 0600));
    return made;
}

Result<InstalledProducts> DataFolder::installed() const {
    auto text = read("installed.json", kMaxInstalled);
    if (!text && isNotFound(text.error())) return InstalledProducts();
    if (!text) return std::move(text).error();
    TRY(const json::object object, readObject(*text, kMaxInstalled));
    InstalledProducts products;
    for (const auto& [name, value] : object) {
        if (!value.is_object()) return makeError(BaseErrc::malformed, "installed.json");
        TRY(products[std::string(name)], readProduct(value.get_object()));
    }
    return products;
}

Result<void> DataFolder::saveInstalled(const InstalledProducts& products) {
    json::object object;
    for (const auto& [name, product] : products)
        object[name] = objectOf(product);
    return write("installed.json", json::serialize(object), 0644);
}

Result<PermitUse> DataFolder::permitUse() const {
    auto text = read("permit.json", kMaxFile);
    if (!text && isNotFound(text.error())) return PermitUse();
    if (!text) return std::move(text).error();
    TRY(const json::object object, readObject(*text, kMaxFile));
    PermitUse use;
    TRY(use.sequence, integerMember(object, "sequence", 0, INT64_MAX));
    TRY(use.deployment, integerMember(object, "deployment", 0, INT64_MAX));
    TRY(use.attempt, integerMember(object, "attempt", 0, INT64_MAX));
    return use;
}

Result<void> DataFolder::savePermitUse(const PermitUse& use) {
    json::object object;
    object["sequence"] = use.sequence;
    object["deployment"] = use.deployment;
    object["attempt"] = use.attempt;
    return write("permit.json", json::serialize(object), 0644);
}

Result<void> DataFolder::cleanDownloads(const std::optional<Digest>& keep) {
    std::error_code error;
    const fs::path kept = keep ? downloadFile(*keep) : fs::path();
    std::vector<fs::path> old;
    for (fs::directory_iterator entry(downloadFolder(), error), end; !error && entry != end; entry.increment(error))
        if (entry->path() != kept) old.push_back(entry->path());
    for (const fs::path& path : old)
        CHECK(m_files.remove(path));
    return {};
}

}  // namespace signalbox::terminal
