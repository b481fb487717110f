// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/node/identity.h"

#include <toml++/toml.h>

#include <boost/asio/ip/address.hpp>
#include <sstream>
#include <system_error>

#include "core/registry/grammar.h"

namespace signalbox::node {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostConfigBytes = 65536;
constexpr unsigned kPrivate = 0600;
constexpr const char* kRenewed = "renewed.pem";
constexpr std::string_view kKeyBegins = "-----BEGIN PRIVATE KEY-----";

Result<std::string> textIn(const toml::table& table, std::string_view key, const fs::path& path) {
    const auto value = table[key].value<std::string>();
    if (!value) return makeError(BaseErrc::malformed, path.string() + ": no text '" + std::string(key) + "'");
    return *value;
}

Result<toml::table> parseToml(const std::string& text, const fs::path& path) {
    try {
        return toml::parse(text, path.string());
    } catch (const toml::parse_error& error) {
        std::ostringstream where;
        where << path.string() << " line " << error.source().begin.line << ": " << error.description();
        return makeError(BaseErrc::malformed, where.str());
    }
}

std::string configText(const NodeIdentity& identity) {
    const toml::table table{
        {"name", identity.name}, {"cluster", identity.cluster}, {"listen", identity.listen.text()},
        {"url", identity.url},   {"issuer", identity.issuer},   {"token-realm", identity.tokenRealm}};
    std::ostringstream text;
    text << "# Written by \"signalbox-node join\". Only \"listen\" is meant to be changed by hand.\n" << table << "\n";
    return text.str();
}

Result<void> writeFile(FileSystem& files, const fs::path& path, std::string_view content, unsigned mode) {
    TRY(const auto writer, files.create(path, mode));
    CHECK(writer->write(bytesOf(content)));
    return writer->sync();
}

Result<void> writeAll(FileSystem& files, const fs::path& folder, const NodeIdentity& identity) {
    CHECK(files.makeDirectories(folder));
    CHECK(writeFile(files, folder / "key.pem", identity.keyPem, kPrivate));
    CHECK(writeFile(files, folder / "certificate.pem", identity.certificatePem, 0644));
    CHECK(writeFile(files, folder / "ca.pem", identity.caPem, 0644));
    CHECK(writeFile(files, folder / "token-key.pem", identity.tokenKeyPem, 0644));
    CHECK(writeFile(files, folder / "node.toml", configText(identity), 0644));
    return files.syncDirectory(folder);
}

/// Key and certificate of renewed.pem; nothing where it is not there.
Result<void> takeRenewed(const fs::path& folder, NodeIdentity& identity) {
    const auto text = readFile(folder / kRenewed, kMostConfigBytes);
    if (!text && text.error().code == BaseErrc::notFound) return {};
    if (!text) return text.error();
    const auto key = text->find(kKeyBegins);
    if (key == std::string::npos)
        return makeError(BaseErrc::malformed, (folder / kRenewed).string() + " holds no private key");
    identity.certificatePem = text->substr(0, key);
    identity.keyPem = text->substr(key);
    return {};
}

}  // namespace

bool ListenAddress::isLoopback() const {
    boost::system::error_code error;
    const auto parsed = boost::asio::ip::make_address(address, error);
    return !error && parsed.is_loopback();
}

std::string ListenAddress::text() const {
    const bool v6 = address.find(':') != std::string::npos;
    return (v6 ? "[" + address + "]" : address) + ":" + std::to_string(port);
}

Result<ListenAddress> parseListenAddress(std::string_view text) {
    const auto malformed = [&] {
        return makeError(BaseErrc::malformed,
                         "'" + std::string(text.substr(0, 80)) + "' is not ADDRESS:PORT with a numeric address");
    };
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos) return malformed();
    std::string_view host = text.substr(0, colon);
    const bool bracketed = host.starts_with('[') && host.ends_with(']');
    if (bracketed) host = host.substr(1, host.size() - 2);
    const auto port = registry::parseNumber(text.substr(colon + 1));
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(std::string(host), error);
    if (error || address.is_v6() != bracketed || !port || *port > 65535) return malformed();
    return ListenAddress{std::string(host), static_cast<std::uint16_t>(*port)};
}

bool hasIdentity(const fs::path& data) {
    std::error_code error;
    return fs::exists(data / "identity" / "node.toml", error);
}

Result<NodeIdentity> loadIdentity(const fs::path& data) {
    const fs::path folder = data / "identity";
    const fs::path config = folder / "node.toml";
    if (!hasIdentity(data)) return makeError(BaseErrc::notFound, data.string() + " holds no node that has joined");
    TRY(const std::string text, readFile(config, kMostConfigBytes));
    TRY(const toml::table table, parseToml(text, config));
    NodeIdentity identity;
    TRY(identity.name, textIn(table, "name", config));
    TRY(identity.cluster, textIn(table, "cluster", config));
    TRY(const std::string listen, textIn(table, "listen", config));
    auto address = parseListenAddress(listen);
    if (!address) return std::move(address).error().within(config.string());
    identity.listen = std::move(*address);
    TRY(identity.url, textIn(table, "url", config));
    TRY(identity.issuer, textIn(table, "issuer", config));
    TRY(identity.tokenRealm, textIn(table, "token-realm", config));
    TRY(identity.keyPem, readFile(folder / "key.pem", kMostConfigBytes));
    TRY(identity.certificatePem, readFile(folder / "certificate.pem", kMostConfigBytes));
    TRY(identity.caPem, readFile(folder / "ca.pem", kMostConfigBytes));
    TRY(identity.tokenKeyPem, readFile(folder / "token-key.pem", kMostConfigBytes));
    CHECK(takeRenewed(folder, identity));
    return identity;
}

Result<void> saveIdentity(FileSystem& files, const fs::path& data, const NodeIdentity& identity) {
    if (hasIdentity(data)) return makeError(BaseErrc::alreadyExists, data.string() + " holds a node that has joined");
    const fs::path beside = data / "identity.new";
    CHECK(files.makeDirectories(data));
    CHECK(files.remove(beside));
    if (auto written = writeAll(files, beside, identity); !written) {
        if (auto removed = files.remove(beside); !removed) return removed;
        return written;
    }
    CHECK(files.rename(beside, data / "identity"));
    return files.syncDirectory(data);
}

Result<void> saveCertificate(FileSystem& files, const fs::path& data, const NodeIdentity& identity) {
    const std::string both = identity.certificatePem + identity.keyPem;
    return replaceFile(files, data / "identity" / kRenewed, bytesOf(both), kPrivate);
}

Result<void> saveManager(FileSystem& files, const fs::path& data, const NodeIdentity& identity) {
    CHECK(replaceFile(files, data / "identity" / "ca.pem", bytesOf(identity.caPem)));
    return replaceFile(files, data / "identity" / "node.toml", bytesOf(configText(identity)));
}

Result<void> saveRejoined(FileSystem& files, const fs::path& data, const NodeIdentity& identity) {
    TRY(const NodeIdentity before, loadIdentity(data));
    // Its authority may be another one by now: the key that signs tokens and the code tell who it is.
    if (before.tokenKeyPem != identity.tokenKeyPem || before.issuer != identity.issuer || before.name != identity.name)
        return makeError(BaseErrc::denied, "another manager or name than it joined with");
    // A new address with the old certificate serves nobody; the certificate goes first, so that a cut leaves what
    // works.
    CHECK(saveCertificate(files, data, identity));
    return saveManager(files, data, identity);
}

}  // namespace signalbox::node
