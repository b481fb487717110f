// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

#include "core/adminclient/client.h"

namespace signalbox::adminclient {

/// Reads a list page after page, up to `most` entries. `pageOf` makes the call for one page. A page that does not get
/// further is AdminErrc::badAnswer.
template <class T>
class ListReader : public std::enable_shared_from_this<ListReader<T>> {
public:
    using PageOf = std::function<Call<Page<T>>(PageRequest)>;
    using Callback = std::function<void(Result<std::vector<T>>)>;

    /// Callback and context as in Client::request().
    static void read(Client& client, PageOf pageOf, std::size_t most, QObject* context, Callback callback) {
        auto reader = std::make_shared<ListReader>();
        reader->m_client = &client;
        reader->m_pageOf = std::move(pageOf);
        reader->m_most = most;
        reader->m_context = context;
        reader->m_callback = std::move(callback);
        reader->next({0, kPage});
    }

private:
    static constexpr int kPage = 500;

    void next(PageRequest page) {
        auto self = this->shared_from_this();
        m_client->template send<Page<T>>(m_pageOf(page), m_context,
                                         [self, page](Result<Page<T>> got) { self->take(page, std::move(got)); });
    }
    void take(PageRequest page, Result<Page<T>> got) {
        if (!got) return m_callback(std::move(got).error());
        std::move(got->items.begin(), got->items.end(), std::back_inserter(m_items));
        if (m_items.size() >= m_most) m_items.resize(m_most);
        if (!got->next || m_items.size() >= m_most) return m_callback(std::move(m_items));
        if (*got->next <= page.after || got->items.empty())
            return m_callback(makeError(AdminErrc::badAnswer, "a list that does not end"));
        next({*got->next, kPage});
    }

    Client* m_client = nullptr;
    PageOf m_pageOf;
    std::size_t m_most = 0;
    QObject* m_context = nullptr;
    Callback m_callback;
    std::vector<T> m_items;
};

}  // namespace signalbox::adminclient
