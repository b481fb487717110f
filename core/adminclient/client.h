// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/adminclient/calls.h"
#include "core/adminclient/problem.h"
#include "core/adminclient/profile.h"
#include "core/base/result.h"

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;
class QSslConfiguration;

namespace signalbox::adminclient {

class Exchange;

/// What came back of a request.
struct Reply {
    int status = 0;  ///< 0: no answer came
    Result<boost::json::value> body;
    std::optional<TextPlace> place;  ///< with BaseErrc::malformed, where the text that was sent is wrong
};

/// A request on its way.
class PendingCall {
public:
    PendingCall() = default;
    explicit PendingCall(Exchange* exchange);
    /// Its callback comes at once with BaseErrc::cancelled. Whether the manager carried it out is not known.
    void cancel();

private:
    QPointer<Exchange> m_exchange;
};

struct ClientOptions {
    std::chrono::milliseconds silence{30000};  ///< without a byte either way, connecting included: BaseErrc::timedOut
    std::size_t maxBody = 32 << 20;            ///< of an answer; BaseErrc::tooLarge
};

/// A manager's admin door. Asynchronous, on one thread with an event loop; nothing here blocks. A callback comes
/// exactly once, from the event loop, and not at all once `context` is gone (the request is then cut off). No redirect
/// is followed and a request that changes something is never sent twice by itself. Codes of errors: BaseErrc as the
/// manager says, AdminErrc, BaseErrc::timedOut, ::tooLarge, ::cancelled; the context names
/// the request, or is what the manager said.
class Client : public QObject {
    Q_OBJECT
public:
    using Callback = std::function<void(Reply)>;
    using SendProgress = std::function<void(std::int64_t sent)>;
    /// Takes the next piece of an answer; an error ends it.
    using Sink = std::function<Result<void>(std::string_view piece)>;

    /// Errors as checkProfile() has them, BaseErrc::malformed where caPem holds no certificate.
    [[nodiscard]] static Result<std::unique_ptr<Client>> make(const Profile& profile, ClientOptions options = {});
    ~Client() override;

    PendingCall request(const Request& request, QObject* context, Callback callback);

    /// Sends a call and reads its answer; AdminErrc::badAnswer where that is not as the API says.
    template <class T>
    PendingCall send(const Call<T>& call, QObject* context, std::function<void(Result<T>)> callback) {
        auto read = call.read;
        return request(call.request, context,
                       [read, callback = std::move(callback), what = describe(call.request)](Reply reply) {
                           callback(typed<T>(std::move(reply.body), read, what));
                       });
    }

    /// A PATCH with these bytes as body.
    PendingCall sendBytes(const std::string& target, QByteArray bytes, QObject* context, Callback callback,
                          SendProgress progress = {});

    /// A GET whose answer is no JSON and may be large: every piece goes to `sink`, in order. The callback's body is
    /// null once all of it went there.
    PendingCall download(const std::string& target, QObject* context, Sink sink, Callback callback);

    /// An answer without end; the caller reads it and deletes it. The certificate is checked as everywhere.
    [[nodiscard]] QNetworkReply* openStream(const std::string& target, const QByteArray& lastEventId);
    /// Why such a reply ended; nullopt: the other end closed it in order.
    [[nodiscard]] static std::optional<Error> streamError(QNetworkReply* reply);

    /// Set once a peer turned out not to be the manager: from then on nothing is sent and every call ends with this.
    /// Make a new Client to try again.
    [[nodiscard]] const std::optional<Error>& refusal() const { return m_refusal; }
    [[nodiscard]] const std::string& url() const { return m_url; }

private:
    Client(const Profile& profile, ClientOptions options);
    [[nodiscard]] QNetworkRequest requestFor(const std::string& target) const;
    void checkRole(QNetworkReply* reply);
    [[nodiscard]] static std::string describe(const Request& request) { return request.method + " " + request.target; }
    /// What is sent, and how it is followed.
    struct Outgoing {
        std::string method;
        std::string target;
        QByteArray type = {};
        QByteArray body = {};
        std::string ifMatch = {};
        SendProgress progress = {};
        Sink sink = {};
    };
    PendingCall begin(Outgoing outgoing, QObject* context, Callback callback);

    template <class T>
    [[nodiscard]] static Result<T> typed(Result<boost::json::value> body, Result<T> (*read)(const boost::json::value&),
                                         const std::string& what) {
        if (!body) return std::move(body).error();
        Result<T> answer = read(*body);
        if (answer) return answer;
        return makeError(AdminErrc::badAnswer, what + ": " + answer.error().context);
    }

    std::string m_url;
    std::string m_token;
    bool m_ownAuthority = false;
    ClientOptions m_options;
    std::optional<Error> m_refusal;
    QNetworkAccessManager* m_network = nullptr;
    std::unique_ptr<QSslConfiguration> m_tls;
};

}  // namespace signalbox::adminclient
