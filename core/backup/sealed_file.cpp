// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backup/sealed_file.h"

#include <sodium.h>

#include <array>
#include <charconv>

namespace signalbox::backup {
namespace {

constexpr std::string_view kMagic = "signalbox-backup 1 argon2id";
constexpr std::size_t kPiece = 65536;
constexpr unsigned long long kMostPasses = 16;  // what a file from elsewhere may ask for
constexpr std::size_t kMostMemory = std::size_t{1} << 30;
constexpr std::size_t kMostHeadLine = 128;

using Key = std::array<unsigned char, crypto_secretstream_xchacha20poly1305_KEYBYTES>;

unsigned char* raw(std::string& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}
const unsigned char* raw(const std::string& bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

Result<Key> keyOf(std::string_view passphrase, const std::string& salt, unsigned long long passes, std::size_t memory) {
    if (sodium_init() < 0) return makeError(BaseErrc::unavailable, "libsodium does not start");
    Key key{};
    if (crypto_pwhash(key.data(), key.size(), passphrase.data(), passphrase.size(), raw(salt), passes, memory,
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
        return makeError(BaseErrc::unavailable, "no memory to derive the key");
    return key;
}

}  // namespace

SealedWriter::~SealedWriter() = default;

Result<std::unique_ptr<SealedWriter>> SealedWriter::create(FileSystem& files, const std::filesystem::path& path,
                                                           std::string_view passphrase, KeyCost cost) {
    if (passphrase.size() < kLeastPassphrase)
        return makeError(BaseErrc::invalidArgument, "the passphrase has fewer than 12 characters");
    std::error_code ignored;
    if (std::filesystem::exists(std::filesystem::symlink_status(path, ignored)))
        return makeError(BaseErrc::alreadyExists, path.string());
    std::unique_ptr<SealedWriter> writer(new SealedWriter());
    std::string salt = randomBytes(crypto_pwhash_SALTBYTES);
    TRY(Key key, keyOf(passphrase, salt, cost.passes, cost.memory));
    std::string start(crypto_secretstream_xchacha20poly1305_HEADERBYTES, '\0');
    writer->m_state = std::make_unique<crypto_secretstream_xchacha20poly1305_state>();
    crypto_secretstream_xchacha20poly1305_init_push(writer->m_state.get(), raw(start), key.data());
    sodium_memzero(key.data(), key.size());
    writer->m_head = std::string(kMagic) + " " + std::to_string(cost.passes) + " " + std::to_string(cost.memory) +
                     "\n" + salt + start;
    TRY(writer->m_file, files.create(path, 0600));
    CHECK(writer->m_file->write(bytesOf(writer->m_head)));
    return writer;
}

Result<void> SealedWriter::write(Bytes bytes) {
    std::string_view left = textOf(bytes);
    while (!left.empty()) {
        if (m_piece.size() == kPiece) CHECK(seal(false));
        const std::size_t taken = std::min(left.size(), kPiece - m_piece.size());
        m_piece.append(left.substr(0, taken));
        left.remove_prefix(taken);
    }
    return {};
}

Result<void> SealedWriter::seal(bool last) {
    std::string sealed(m_piece.size() + crypto_secretstream_xchacha20poly1305_ABYTES, '\0');
    const unsigned char tag =
        last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
    crypto_secretstream_xchacha20poly1305_push(m_state.get(), raw(sealed), nullptr, raw(m_piece), m_piece.size(),
                                               raw(m_head), m_head.size(), tag);
    m_piece.clear();
    return m_file->write(bytesOf(sealed));
}

Result<void> SealedWriter::finish() {
    CHECK(seal(true));
    return m_file->sync();
}

SealedReader::~SealedReader() = default;

Result<std::unique_ptr<SealedReader>> SealedReader::open(const std::filesystem::path& path,
                                                         std::string_view passphrase) {
    std::unique_ptr<SealedReader> reader(new SealedReader());
    reader->m_file.open(path, std::ios::binary);
    if (!reader->m_file) return makeError(BaseErrc::notFound, path.string());
    std::string line(kMostHeadLine, '\0');
    reader->m_file.getline(line.data(), static_cast<std::streamsize>(line.size()));
    line.resize(line.find('\0') == std::string::npos ? 0 : line.find('\0'));
    unsigned long long passes = 0;
    std::size_t memory = 0;
    const char* const end = line.data() + line.size();
    if (!line.starts_with(kMagic) || line.size() < kMagic.size() + 2)
        return makeError(BaseErrc::malformed, path.string() + " is no backup of Signalbox");
    const auto first = std::from_chars(line.data() + kMagic.size() + 1, end, passes);
    if (first.ptr == end) return makeError(BaseErrc::malformed, path.string() + " is no backup of Signalbox");
    const auto second = std::from_chars(first.ptr + 1, end, memory);
    const bool read = first.ec == std::errc() && second.ec == std::errc() && second.ptr == end;
    if (!read || passes < 1 || passes > kMostPasses || memory < crypto_pwhash_MEMLIMIT_MIN || memory > kMostMemory)
        return makeError(BaseErrc::malformed, path.string() + " asks for a key that is out of bounds");
    std::string salt(crypto_pwhash_SALTBYTES, '\0');
    std::string start(crypto_secretstream_xchacha20poly1305_HEADERBYTES, '\0');
    reader->m_file.read(salt.data(), static_cast<std::streamsize>(salt.size()));
    reader->m_file.read(start.data(), static_cast<std::streamsize>(start.size()));
    if (!reader->m_file) return makeError(BaseErrc::corrupt, path.string() + " is cut off");
    TRY(Key key, keyOf(passphrase, salt, passes, memory));
    reader->m_state = std::make_unique<crypto_secretstream_xchacha20poly1305_state>();
    crypto_secretstream_xchacha20poly1305_init_pull(reader->m_state.get(), raw(start), key.data());
    sodium_memzero(key.data(), key.size());
    reader->m_head = line + "\n" + salt + start;
    return reader;
}

Result<std::string_view> SealedReader::next() {
    if (m_ended) return std::string_view();
    std::string sealed(kPiece + crypto_secretstream_xchacha20poly1305_ABYTES, '\0');
    m_file.read(sealed.data(), static_cast<std::streamsize>(sealed.size()));
    sealed.resize(static_cast<std::size_t>(m_file.gcount()));
    if (sealed.size() < crypto_secretstream_xchacha20poly1305_ABYTES)
        return makeError(BaseErrc::corrupt, "the backup is cut off");
    m_piece.resize(sealed.size() - crypto_secretstream_xchacha20poly1305_ABYTES);
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(m_state.get(), raw(m_piece), nullptr, &tag, raw(sealed),
                                                   sealed.size(), raw(m_head), m_head.size()) != 0)
        return makeError(BaseErrc::denied, "the passphrase is wrong, or the backup was changed or cut off");
    m_ended = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    if (m_ended && m_file.peek() != std::ifstream::traits_type::eof())
        return makeError(BaseErrc::corrupt, "something was added to the backup");
    if (m_ended || !m_piece.empty()) return std::string_view(m_piece);
    return makeError(BaseErrc::corrupt, "an empty piece in the backup");
}

}  // namespace signalbox::backup
