// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/permit_check.h"

#include "core/terminal/failure.h"

namespace signalbox::terminal {
namespace {

Error invalid(std::string why) {
    return failure(FailureCause::permitInvalid, "the permit " + std::move(why));
}

}  // namespace

Result<trust::Permit> checkPermit(std::string_view text, const trust::PublicKey& key, const Offer& offer,
                                  std::string_view terminal, const PermitUse& last, TimePoint now) {
    auto verified = trust::verifyPermit(text, key);
    if (!verified) return invalid("does not verify: " + verified.error().text());
    const trust::Permit& permit = *verified;
    if (permit.terminal != terminal) return invalid("is for another terminal");
    if (permit.deployment != offer.deployment) return invalid("is for another deployment");
    if (permit.product != offer.product) return invalid("is for another product");
    if (permit.releaseDigest != offer.release.text()) return invalid("is for another release");
    if (permit.manifestDigest != offer.manifest.text()) return invalid("is for another package");
    const bool usedForThis =
        permit.sequence == last.sequence && offer.deployment == last.deployment && offer.attempt == last.attempt;
    if (permit.sequence <= last.sequence && !usedForThis)
        return invalid("has sequence " + std::to_string(permit.sequence) + ", and " + std::to_string(last.sequence) +
                       " was used before");
    if (permit.notAfter <= now) return invalid("was over at " + toRfc3339(permit.notAfter));
    return verified;
}

}  // namespace signalbox::terminal
