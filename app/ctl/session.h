// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEventLoop>
#include <QObject>
#include <boost/json/array.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <vector>

#include "core/adminclient/client.h"
#include "core/adminclient/event_stream.h"
#include "core/adminclient/upload.h"

namespace signalbox::ctl {

/// Ctrl-C and SIGTERM, seen by the event loop; a second one ends the program at once. One of it, made in main().
class Interrupt : public QObject {
    Q_OBJECT
public:
    Interrupt();
    [[nodiscard]] static bool happened();

Q_SIGNALS:
    void raised();
};

/// A list as it came and as values.
template <class T>
struct Listed {
    boost::json::array raw;
    std::vector<T> items;
    std::int64_t total = 0;
};

/// Moves the entries of a page's JSON to the end of `to`.
inline void moveItems(boost::json::value& page, boost::json::array& to) {
    boost::json::object* object = page.if_object();
    boost::json::value* items = object ? object->if_contains("items") : nullptr;
    if (!items || !items->is_array()) return;
    for (boost::json::value& item : items->get_array())
        to.push_back(std::move(item));
}

/// One manager, asked call after call. Each call runs the program's only event loop until its answer is there;
/// interrupted, it is BaseErrc::cancelled.
class Session {
public:
    Session(std::unique_ptr<adminclient::Client> client, Interrupt& interrupt)
        : m_client(std::move(client)), m_interrupt(interrupt) {}

    [[nodiscard]] adminclient::Client& client() { return *m_client; }

    [[nodiscard]] adminclient::Reply askRaw(const adminclient::Request& request);

    template <class T>
    [[nodiscard]] Result<T> ask(const adminclient::Call<T>& call) {
        Result<T> answer;
        QEventLoop loop;
        QObject context;
        auto pending = m_client->send<T>(call, &context, [&](Result<T> got) {
            answer = std::move(got);
            loop.quit();
        });
        run(loop, pending);
        return answer;
    }

    /// Both forms of one answer.
    template <class T>
    [[nodiscard]] Result<std::pair<boost::json::value, T>> askBoth(const adminclient::Call<T>& call) {
        adminclient::Reply reply = askRaw(call.request);
        if (!reply.body) return std::move(reply.body).error();
        TRY(T value, read(call, *reply.body));
        return std::pair(std::move(*reply.body), std::move(value));
    }

    /// Page after page, up to `most` entries (0: all).
    template <class T, class PageOf>
    [[nodiscard]] Result<Listed<T>> askAll(const PageOf& pageOf, std::size_t most) {
        Listed<T> all;
        adminclient::PageRequest page{0, 1000};
        for (;;) {
            if (most > 0) page.limit = static_cast<int>(std::min<std::size_t>(1000, most - all.items.size()));
            TRY(auto both, askBoth<adminclient::Page<T>>(pageOf(page)));
            auto& [raw, got] = both;
            moveItems(raw, all.raw);
            std::move(got.items.begin(), got.items.end(), std::back_inserter(all.items));
            all.total = got.total;
            if (!got.next || *got.next <= page.after || (most > 0 && all.items.size() >= most)) return all;
            page.after = *got.next;
        }
    }

    /// The bytes of an answer, piece by piece.
    [[nodiscard]] Result<void> download(const std::string& target, const adminclient::Client::Sink& sink);

    [[nodiscard]] Result<adminclient::Blob> upload(
        const std::filesystem::path& file, const std::function<void(const adminclient::UploadProgress&)>& progress,
        const std::function<void(const Error&)>& interrupted);

    /// Runs the loop until `leave` was called or the time is over (0: no end); BaseErrc::cancelled when interrupted.
    [[nodiscard]] Result<void> wait(std::chrono::milliseconds time,
                                    const std::function<void(std::function<void()> leave)>& start = {});

private:
    template <class T>
    [[nodiscard]] static Result<T> read(const adminclient::Call<T>& call, const boost::json::value& body) {
        Result<T> value = call.read(body);
        if (value) return value;
        return makeError(adminclient::AdminErrc::badAnswer, call.request.target + ": " + value.error().context);
    }
    void run(QEventLoop& loop, adminclient::PendingCall& pending);

    std::unique_ptr<adminclient::Client> m_client;
    Interrupt& m_interrupt;
};

}  // namespace signalbox::ctl
