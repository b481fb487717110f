// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/node/tool_accounts.h"

using namespace signalbox;

/// As the credentials of a request, of which none can be right, and as the file of accounts.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    static const node::ToolAccounts accounts = [] {
        node::ToolAccounts made;
        if (!made.add("tool", {"*", {"pull"}})) std::abort();
        return made;
    }();
    if (accounts.check(text)) std::abort();
    const auto parsed = node::ToolAccounts::parse(text);
    if (!parsed) return 0;
    for (const node::ToolAccount& account : parsed->all())
        if (account.name.empty() || account.grant.actions.empty() || account.grant.repository.empty()) std::abort();
    return 0;
}
