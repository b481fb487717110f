// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manager/admin/admin_resources.h"
#include "core/manager/diagnostics.h"

namespace signalbox::manager {
namespace {

namespace json = boost::json;
using Reply = Task<http::Response>;

json::value timeOrNull(const std::optional<TimePoint>& time) {
    return time ? json::value(toRfc3339(*time)) : json::value(nullptr);
}

json::object diagnosticsJson(const TerminalDiagnostics& known) {
    const char* state = !known.endedAt ? "requested" : known.problem.empty() ? "answered" : "failed";
    return {{"state", state},
            {"request", known.request},
            {"requestedBy", known.requestedBy},
            {"requestedAt", toRfc3339(known.requestedAt)},
            {"endedAt", timeOrNull(known.endedAt)},
            {"problem", known.problem},
            {"bundleAt", timeOrNull(known.bundleAt)},
            {"bundleSize", known.bundleSize}};
}

/// What terminals are asked about themselves.
class DiagnosticsResource {
public:
    explicit DiagnosticsResource(Engine& engine) : m_engine(engine) {}

    Reply ask(http::Exchange& exchange, const Actor& actor) {
        CO_TRY(const TerminalDiagnostics asked, Diagnostics(m_engine).ask(exchange.parameters[0], actor.name));
        co_return jsonAnswer(202, diagnosticsJson(asked));
    }

    Reply show(http::Exchange& exchange, const Actor&) {
        CO_TRY(const TerminalDiagnostics known, Diagnostics(m_engine).of(exchange.parameters[0]));
        co_return jsonAnswer(200, diagnosticsJson(known));
    }

    Reply bundle(http::Exchange& exchange, const Actor&) {
        const Diagnostics diagnostics(m_engine);
        CO_TRY(std::string text, co_await diagnostics.bundle(exchange.parameters[0]));
        co_return http::jsonResponse(200, std::move(text));
    }

    Reply forget(http::Exchange& exchange, const Actor& actor) {
        CO_CHECK(Diagnostics(m_engine).forget(exchange.parameters[0], actor.name));
        co_return http::emptyResponse(204);
    }

private:
    Engine& m_engine;
};

}  // namespace

void addDiagnosticsRoutes(AdminRoutes& routes, Engine& engine) {
    const auto resource = std::make_shared<DiagnosticsResource>(engine);
    using Method = Reply (DiagnosticsResource::*)(http::Exchange&, const Actor&);
    const auto add = [&](const char* method, const char* pattern, Method handler) {
        routes.add(method, pattern, Right::operate, [resource, handler](http::Exchange& exchange, const Actor& actor) {
            return ((*resource).*handler)(exchange, actor);
        });
    };
    add("POST", "/api/v1/terminals/{id}/diagnostics", &DiagnosticsResource::ask);
    add("GET", "/api/v1/terminals/{id}/diagnostics", &DiagnosticsResource::show);
    add("DELETE", "/api/v1/terminals/{id}/diagnostics", &DiagnosticsResource::forget);
    add("GET", "/api/v1/terminals/{id}/diagnostics/bundle", &DiagnosticsResource::bundle);
}

}  // namespace signalbox::manager
