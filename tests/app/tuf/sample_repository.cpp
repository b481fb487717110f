// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a repository as the manager's library makes it, for clients of other authors: FOLDER/metadata/ as it is
// served, FOLDER/targets/ with one target, FOLDER/first-root.json, which a client trusts.
#include <boost/json/object.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "tests/support/tuf_people.h"

using namespace signalbox;
using test::Person;

namespace {

constexpr const char* kPath = "kiosk/stable/1.0.json";
constexpr const char* kContent = "a manifest\n";

Result<void> write(const std::filesystem::path& folder, const Result<std::vector<tuf::PublishedFile>>& files) {
    if (!files) return files.error();
    for (const tuf::PublishedFile& file : *files)
        std::ofstream(folder / "metadata" / file.name, std::ios::binary) << file.bytes;
    return {};
}

Result<void> make(const std::filesystem::path& folder) {
    const Person holder, second, online, anna, bert;
    const TimePoint now = SystemClock().now();
    tuf::Repository repository;
    CHECK(repository.stageRoot(test::rootOf({&holder}, 1, online), now));
    CHECK(holder.signs(repository, "root"));
    CHECK(repository.stageTargets("targets", test::targetsFor("kiosk", {&anna, &bert}, 2), now));
    CHECK(holder.signs(repository, "targets"));
    CHECK(write(folder, repository.publish(online.signer(), now)));

    tuf::Targets kiosk;
    kiosk.targets[kPath] = test::targetOf(kContent);
    kiosk.targets[kPath].custom["release_counter"] = 1;
    // Members of our own, as the manager signs them along.
    kiosk.extra["x-signalbox-audit"] = boost::json::object{{"sequence", 7}, {"hash", sha256Hex(bytesOf(kContent))}};
    CHECK(repository.stageTargets("p-kiosk", kiosk, now));
    CHECK(bert.signs(repository, "p-kiosk"));
    CHECK(anna.signs(repository, "p-kiosk"));
    CHECK(write(folder, repository.publish(online.signer(), now)));

    // A root that a second holder has to agree to from now on.
    CHECK(repository.stageRoot(test::rootOf({&holder, &second}, 2, online), now));
    CHECK(repository.stageTargets("targets", *repository.targets("targets"), now));
    for (const char* const role : {"root", "targets"}) {
        CHECK(holder.signs(repository, role));
        CHECK(second.signs(repository, role));
    }
    CHECK(write(folder, repository.publish(online.signer(), now)));
    return write(folder, repository.signAgain(online.signer(), now));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const std::filesystem::path folder(argv[1]);
    std::filesystem::create_directories(folder / "metadata");
    std::filesystem::create_directories(folder / "targets" / "kiosk" / "stable");
    if (const auto made = make(folder); !made) {
        std::fprintf(stderr, "%s\n", made.error().text().c_str());
        return 1;
    }
    std::filesystem::copy_file(folder / "metadata" / "1.root.json", folder / "first-root.json");
    const std::string hash = sha256Hex(bytesOf(kContent));
    std::ofstream(folder / "targets" / "kiosk" / "stable" / (hash + ".1.0.json"), std::ios::binary) << kContent;
    return 0;
}
