// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/tree_installer.h"

namespace signalbox::terminal {

Result<CommandOutcome> TreeInstaller::prepare(const InstallJob& job) {
    CHECK(m_versions.unpack(job.product, job.tree, job.package));
    return CommandOutcome{};
}

Result<void> TreeInstaller::switchTo(const InstallJob& job) {
    return m_versions.switchTo(job.product, job.tree);
}

Result<CommandOutcome> TreeInstaller::finish(const InstallJob&) {
    return CommandOutcome{};
}

Result<void> TreeInstaller::keep(const InstallJob& job) {
    return m_versions.keepOnly(job.product, {job.tree, job.previous});
}

std::string TreeInstaller::rollBack(const InstallJob& job) {
    return m_versions.hasTree(job.product, job.previous) ? "previous version" : "removal";
}

Result<CommandOutcome> TreeInstaller::undo(const InstallJob&) {
    return CommandOutcome{};
}

Result<void> TreeInstaller::switchBack(const InstallJob& job) {
    if (m_versions.hasTree(job.product, job.previous)) return m_versions.switchTo(job.product, job.previous);
    return m_versions.removeLink(job.product);
}

Result<void> TreeInstaller::discard(const InstallJob& job) {
    return m_versions.removeTree(job.product, job.tree);
}

}  // namespace signalbox::terminal
