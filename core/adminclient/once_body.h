// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>
#include <algorithm>
#include <cstring>

namespace signalbox::adminclient {

/// A request's body that can be read once only. Qt sends a request again by itself when a kept connection breaks before
/// the answer, also one that changes something; it cannot where the body does not rewind. Internal to this room.
class OnceBody final : public QIODevice {
public:
    explicit OnceBody(QByteArray bytes) : m_bytes(std::move(bytes)) {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    bool seek(qint64) override { return false; }
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_bytes.size() - m_position; }
    [[nodiscard]] bool atEnd() const override { return bytesAvailable() == 0; }

protected:
    qint64 readData(char* to, qint64 most) override {
        const qint64 count = std::min<qint64>(most, bytesAvailable());
        if (count == 0) return m_bytes.isEmpty() || most == 0 ? 0 : -1;
        std::memcpy(to, m_bytes.constData() + m_position, static_cast<std::size_t>(count));
        m_position += count;
        return count;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_position = 0;
};

}  // namespace signalbox::adminclient
