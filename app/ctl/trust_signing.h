// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <vector>

#include "app/ctl/commands.h"
#include "core/approver/believed_metadata.h"
#include "core/approver/statement.h"
#include "core/trust/key.h"

namespace signalbox::ctl {

/// How somebody signs.
struct SigningArguments {
    std::vector<std::string> keys;  ///< key files
    std::string passphraseFile;
    std::string trustFolder;  ///< what this machine believes; "": the user's, by manager
    bool yes = false;
    bool withoutContents = false;  ///< packages are not brought to show what is in them
};

/// Opens the key file; its passphrase is the first line of `passphraseFile`, or asked for.
[[nodiscard]] Result<trust::PrivateKey> openKey(Context& context, const std::string& file,
                                                const std::string& passphraseFile);
[[nodiscard]] Result<std::string> passphraseOf(Context& context, const std::string& question,
                                               const std::string& passphraseFile);

/// The folder of what this machine believes of the manager.
[[nodiscard]] Result<approver::BelievedMetadata> believedOf(Session& session, const SigningArguments& arguments);
/// Published files, for approver::BelievedMetadata::refresh().
[[nodiscard]] approver::BelievedMetadata::Fetch fetchFrom(Session& session);

/// Shows what is staged for a role beside what this machine believes, asks, and signs exactly that. Nothing is sent
/// where `mustBe` is set and the staged content is other in more than version and end. Gives the manager's last answer.
[[nodiscard]] Result<boost::json::value> signStaged(Context& context, const std::string& role,
                                                    const SigningArguments& arguments,
                                                    const boost::json::object* mustBe = nullptr);

}  // namespace signalbox::ctl
