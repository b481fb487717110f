// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/filter/expression.h"
#include "core/manager/engine.h"

namespace signalbox::manager {

/// Something that has releases, or of which something was decided before it had any.
struct Product {
    std::string name;
    bool restricted = false;  ///< only tags decide who gets it
    std::size_t releases = 0;
};

[[nodiscard]] bool isRestricted(const World& world, std::string_view product);

/// Whether an audience goes by tags alone, as a restricted product demands: what a terminal says of itself (name,
/// platform, attributes, what it has installed …) must not bring it a package. BaseErrc::invalidArgument naming the
/// position; `where`, if given, gets it apart. The text must parse.
[[nodiscard]] Result<void> checkTagsOnly(const World& world, std::string_view audience,
                                         filter::ParseError* where = nullptr);

/// What is decided of products as a whole. Changes are put into the ledger.
class Products {
public:
    explicit Products(Engine& engine) : m_engine(engine) {}

    /// By name.
    [[nodiscard]] std::vector<Product> list() const;
    /// Rollouts that run keep the terminals they have; nobody joins them by anything but tags any more.
    [[nodiscard]] Result<Product> setRestricted(std::string name, bool restricted, std::string_view actor);

private:
    Engine& m_engine;
};

}  // namespace signalbox::manager
