// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/known_names.h"

#include "core/model/names.h"

namespace signalbox::ctl {
namespace {

namespace calls = adminclient::calls;

template <class T>
std::vector<Candidate> namesIn(Context& context, const adminclient::Call<adminclient::Page<T>>& call,
                               Candidate (*name)(const T&)) {
    std::vector<Candidate> names;
    const auto session = context.session();
    if (!session) return names;
    const auto page = (*session)->ask(call);
    if (!page) return names;
    for (const T& item : page->items)
        names.push_back(name(item));
    return names;
}

}  // namespace

std::vector<Candidate> knownNames(Context& context, std::string_view kind) {
    if (kind == "cluster")
        return namesIn<Cluster>(context, calls::clusters(), [](const Cluster& it) { return Candidate{it.name, {}}; });
    if (kind == "node")
        return namesIn<adminclient::NodeDetail>(context, calls::nodes(), [](const adminclient::NodeDetail& it) {
            return Candidate{it.node.name, it.node.url};
        });
    if (kind == "terminal")
        return namesIn<Terminal>(context, calls::terminals(""), [](const Terminal& it) {
            return Candidate{it.controllerId, it.name};
        });
    if (kind == "release")
        return namesIn<Release>(context, calls::releases(""), [](const Release& it) {
            return Candidate{it.product + "/" + it.version, std::string(nameOf(it.state))};
        });
    if (kind == "rollout")
        return namesIn<Rollout>(context, calls::rollouts(""), [](const Rollout& it) {
            return Candidate{std::to_string(it.id.value), it.name + ", " + std::string(nameOf(it.state))};
        });
    if (kind == "account")
        return namesIn<adminclient::AccountInfo>(context, calls::accounts(), [](const adminclient::AccountInfo& it) {
            return Candidate{it.name, {}};
        });
    return {};
}

}  // namespace signalbox::ctl
