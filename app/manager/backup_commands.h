// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

namespace CLI {
class App;
}

namespace signalbox::app {

struct BackupArguments;

/// The commands `backup create|verify|compare` and `restore`.
class BackupCommands {
public:
    explicit BackupCommands(CLI::App& app);
    ~BackupCommands();
    /// Runs the one that was chosen; its exit code, or nothing where none was.
    [[nodiscard]] std::optional<int> run() const;

private:
    CLI::App& m_app;
    std::unique_ptr<BackupArguments> m_arguments;
};

}  // namespace signalbox::app
