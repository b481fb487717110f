// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "core/base/file_system.h"
#include "core/terminal/data_folder.h"

namespace signalbox::fleet_sim {

/// What must outlive the process of one simulated terminal.
struct SimRecord {
    std::string token;
    std::string code;  ///< the join code it uses or used
    bool joined = false;
    std::map<std::string, std::string> versions;   ///< by product
    std::map<std::string, std::string> manifests;  ///< digest by product
    terminal::PermitUse permit;
};

/// DIR/fleet.jsonl, a line for each change, and DIR/manager.json. A line that was cut off is dropped.
class FleetBook {
public:
    [[nodiscard]] static Result<std::unique_ptr<FleetBook>> open(FileSystem& files, std::filesystem::path folder);

    [[nodiscard]] const std::map<std::string, SimRecord>& records() const { return m_records; }
    [[nodiscard]] const std::optional<terminal::Identity>& manager() const { return m_manager; }

    /// Durable with the next sync(), which must come before the manager is asked.
    [[nodiscard]] Result<void> add(const std::string& id, const std::string& token, const std::string& code);
    [[nodiscard]] Result<void> joined(const std::string& id, const terminal::Identity& identity);
    /// Durable with the next sync(): losing the last ones costs a repeated report.
    [[nodiscard]] Result<void> installed(const std::string& id, const std::string& product, const std::string& version,
                                         const std::string& manifest);
    [[nodiscard]] Result<void> permitted(const std::string& id, const terminal::PermitUse& use);
    [[nodiscard]] Result<void> sync() { return m_writer->sync(); }

private:
    FleetBook(FileSystem& files, std::filesystem::path folder) : m_files(files), m_folder(std::move(folder)) {}
    [[nodiscard]] Result<void> load();
    [[nodiscard]] Result<void> take(const std::string& line);
    [[nodiscard]] Result<void> append(const std::string& line);

    FileSystem& m_files;
    std::filesystem::path m_folder;
    std::unique_ptr<FileWriter> m_writer;
    std::map<std::string, SimRecord> m_records;
    std::optional<terminal::Identity> m_manager;
};

}  // namespace signalbox::fleet_sim
