// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>
#include <memory>
#include <string>
#include <vector>

#include "app/ctl/commands.h"
#include "core/approver/believed_metadata.h"
#include "core/approver/statement.h"
#include "core/approver/token_key.h"
#include "core/tuf/signer.h"

namespace signalbox::ctl {

/// How somebody signs.
struct SigningArguments {
    std::vector<std::string> keys;  ///< key files, or URIs of keys on tokens
    std::string passphraseFile;
    std::string trustFolder;  ///< what this machine believes; "": the user's, by manager
    bool yes = false;
    bool withoutContents = false;  ///< packages are not brought to show what is in them
};

/// Opens the key file, or the token's key; passphrase or PIN is the first line of `passphraseFile`, or asked for.
[[nodiscard]] Result<std::unique_ptr<tuf::Signer>> openKey(Context& context, const std::string& key,
                                                           const std::string& passphraseFile);
/// How a token's PIN is had; outlived by `context`.
[[nodiscard]] approver::AskPin pinFrom(Context& context, const std::string& passphraseFile);
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
