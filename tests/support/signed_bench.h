// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/manager/release_trust.h"
#include "core/tuf/metadata_writer.h"
#include "core/tuf/trusted_metadata.h"
#include "tests/support/manager_bench.h"
#include "tests/support/tuf_people.h"

namespace signalbox::test {

/// A manager whose releases of kProduct need two of three signatures; one root holder.
class SignedBench : public ManagerBench {
public:
    static constexpr const char* kProduct = "till-software";
    static constexpr const char* kRole = "p-till-software";

    void establish() {
        const std::vector<const Person*> approvers{&anna, &bert, &cleo};
        stage("root", tuf::contentOf(rootOf({&holder}, 1, online())));
        sign("root", holder).value();
        stage("targets", tuf::contentOf(targetsFor(kProduct, approvers, 2)));
        sign("targets", holder).value();
    }
    void stage(const std::string& role, const boost::json::object& content) {
        manager::ReleaseTrust(engine()).stage(role, content, "root").value();
    }
    Result<void> sign(const std::string& role, const Person& person) {
        TRY(const std::string canonical, world().trust.toSign(role));
        TRY(tuf::Signature signature, person.signer().sign(canonical));
        return manager::ReleaseTrust(engine()).sign(role, std::move(signature), "someone");
    }
    ReleaseId inReview(const std::string& version, const std::string& content = "package") {
        const ReleaseId id = releases().create({kProduct, version, "stable", "", {}}, "anna").value().id;
        const Digest digest = blobs().put(bytesOf(content + version)).value();
        manager::Releases all = releases();
        run(all.setPackage(id, {"linux-amd64", "till.tar.zst", digest, {}}, "anna")).value();
        releases().submit(id, "anna").value();
        return id;
    }
    ReleaseState stateOf(ReleaseId id) { return releases().get(id).value().state; }
    Digest digestOf(ReleaseId id) { return releases().get(id).value().manifestDigest; }
    /// A client that trusted the first root and now verifies everything anew.
    bool believes(const std::string& path, const std::string& hex) {
        const manager::ReleaseTrust trust(engine());
        const auto file = [&trust](const std::string& name) { return *trust.file(name); };
        tuf::TrustedMetadata client(clock.now());
        client.pinRoot(file("1.root.json")).value();
        for (int next = 2; trust.file(std::to_string(next) + ".root.json"); ++next)
            client.nextRoot(file(std::to_string(next) + ".root.json")).value();
        client.checkRootIsFresh().value();
        static_cast<void>(client.newTimestamp(file("timestamp.json")).value());
        client.newSnapshot(file(std::to_string(client.timestamp().snapshot.version) + ".snapshot.json")).value();
        const auto version = [&client](const char* role) { return std::to_string(client.fileOf(role)->version); };
        client.addTargets("targets", "root", file(version("targets") + ".targets.json")).value();
        if (!client.fileOf(kRole)) return false;
        client.addTargets(kRole, "targets", file(version(kRole) + "." + kRole + ".json")).value();
        const auto& targets = client.targets(kRole)->targets;
        const auto found = targets.find(path);
        return found != targets.end() && found->second.hashes.find("sha256")->second == hex;
    }

    Person holder;
    Person anna;
    Person bert;
    Person cleo;

    /// The manager's own key, of which people know the public half only.
    tuf::Root rootOf(const std::vector<const Person*>& holders, std::uint32_t threshold,
                     const boost::json::object& key) {
        tuf::Root root = test::rootOf(holders, threshold, holder);
        const tuf::KeyId id = tuf::keyIdOf(key);
        root.keys.insert_or_assign(id, tuf::VerificationKey::fromJson(key).value());
        for (const char* const role : {"snapshot", "timestamp"})
            root.roles[role].keyIds = {id};
        return root;
    }
    boost::json::object online() { return tuf::keyJson(engine().identity.metadataKey().publicKey()); }
};

}  // namespace signalbox::test
