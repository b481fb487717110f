// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace signalbox::test {

/// Writes ustar entries byte by byte, such as no honest program would.
class TarBuilder {
public:
    struct Header {
        std::string name;
        char type = '0';
        std::string link;
        std::uint64_t size = 0;
        unsigned mode = 0644;
    };

    TarBuilder& add(const Header& header, std::string_view content = {}) {
        std::string block(512, '\0');
        put(block, 0, header.name.substr(0, 100));
        put(block, 100, octal(header.mode, 7));
        put(block, 108, octal(0, 7));
        put(block, 116, octal(0, 7));
        put(block, 124, octal(header.size, 11));
        put(block, 136, octal(0, 11));
        put(block, 148, "        ");
        block[156] = header.type;
        put(block, 157, header.link.substr(0, 100));
        put(block, 257,
            std::string_view("ustar\0"
                             "00",
                             8));
        unsigned sum = 0;
        for (const char c : block)
            sum += static_cast<unsigned char>(c);
        put(block, 148, octal(sum, 6) + std::string("\0 ", 2));
        m_bytes += block;
        m_bytes += content;
        m_bytes.append((512 - content.size() % 512) % 512, '\0');
        return *this;
    }
    TarBuilder& file(const std::string& name, std::string_view content = "x") {
        return add({name, '0', {}, content.size(), 0644}, content);
    }
    TarBuilder& folder(const std::string& name, unsigned mode = 0755) { return add({name, '5', {}, 0, mode}); }
    TarBuilder& symlink(const std::string& name, const std::string& target) {
        return add({name, '2', target, 0, 0777});
    }
    TarBuilder& hardLink(const std::string& name, const std::string& target) {
        return add({name, '1', target, 0, 0644});
    }
    /// A pax record for the entry that follows: "path", "linkpath", "size" …
    TarBuilder& pax(const std::string& key, const std::string& value) {
        const std::string rest = " " + key + "=" + value + "\n";
        std::size_t size = rest.size() + 1;
        while (std::to_string(size).size() + rest.size() != size)
            size = std::to_string(size).size() + rest.size();
        const std::string record = std::to_string(size) + rest;
        return add({"PaxHeader", 'x', {}, record.size(), 0644}, record);
    }
    /// GNU's long name for the entry that follows.
    TarBuilder& gnuLongName(const std::string& name) {
        return add({"././@LongLink", 'L', {}, name.size() + 1, 0644}, name + '\0');
    }

    [[nodiscard]] std::string bytes() const { return m_bytes + std::string(1024, '\0'); }

private:
    static void put(std::string& block, std::size_t at, std::string_view text) {
        std::memcpy(block.data() + at, text.data(), text.size());
    }
    static std::string octal(std::uint64_t number, int digits) {
        std::string text;
        for (int i = 0; i < digits; ++i, number /= 8)
            text.insert(text.begin(), static_cast<char>('0' + number % 8));
        return text;
    }

    std::string m_bytes;
};

}  // namespace signalbox::test
