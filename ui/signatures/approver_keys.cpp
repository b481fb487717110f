// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signatures/approver_keys.h"

#include <algorithm>
#include <utility>

namespace signalbox::ui {
namespace {

QString entry() {
    return QStringLiteral("approver-keys");
}

auto withId(const std::string& id) {
    return [id](const trust::PrivateKey& key) { return approver::keyIdOf(key) == id; };
}

}  // namespace

void ApproverKeys::read(QObject* context, std::function<void(Result<Keys>)> done) {
    m_keeper.read(entry(), context, [done = std::move(done)](const Result<QString>& text) {
        if (text) return done(approver::readKeyRing(text->toStdString()));
        if (text.error().code == BaseErrc::notFound) return done(Keys());
        done(text.error());
    });
}

void ApproverKeys::add(const trust::PrivateKey& key, QObject* context, std::function<void(Result<void>)> done) {
    const auto append = [key](Keys& keys) -> Result<void> {
        if (std::any_of(keys.begin(), keys.end(), withId(approver::keyIdOf(key)))) return {};
        if (keys.size() == approver::kMostKeys)
            return makeError(BaseErrc::tooLarge, "there are as many keys as can be kept");
        keys.push_back(key);
        return {};
    };
    change(context, append, std::move(done));
}

void ApproverKeys::remove(const std::string& id, QObject* context, std::function<void(Result<void>)> done) {
    const auto erase = [id](Keys& keys) -> Result<void> {
        if (std::erase_if(keys, withId(id)) == 0) return makeError(BaseErrc::notFound, "there is no key " + id);
        return {};
    };
    change(context, erase, std::move(done));
}

/// Nothing is written where reading failed: what is there might be lost.
void ApproverKeys::change(QObject* context, std::function<Result<void>(Keys&)> change,
                          std::function<void(Result<void>)> done) {
    read(context, [this, context, change = std::move(change), done = std::move(done)](Result<Keys> keys) {
        if (!keys) return done(std::move(keys).error());
        if (auto changed = change(*keys); !changed) return done(std::move(changed).error());
        m_keeper.write(entry(), QString::fromStdString(approver::keyRingText(*keys)), context, done);
    });
}

}  // namespace signalbox::ui
