// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/model/names.h"
#include "core/store/sql/columns.h"
#include "core/store/sql/database.h"
#include "core/store/sql/nested_json.h"

namespace signalbox::store {

/// Binds a value's columns to a statement, in their order.
class RowBinder {
public:
    explicit RowBinder(Statement& statement) : m_statement(statement) {}
    void key(const char*, const auto& value) { bind(value); }
    void column(const char*, const auto& value) { bind(value); }
    void json(const char*, const auto& value) { m_statement.bindText(toJson(value)); }
    void blob(const char*, const std::string& value) { m_statement.bindBytes(value); }

private:
    void bind(const std::string& value) { m_statement.bindText(value); }
    void bind(const Digest& value) { m_statement.bindText(value.text()); }
    void bind(double value) { m_statement.bind(value); }
    void bind(TimePoint value) { m_statement.bind(std::int64_t{value.time_since_epoch().count()}); }
    void bind(Seconds value) { m_statement.bind(std::int64_t{Milliseconds(value).count()}); }
    void bind(std::integral auto value) { m_statement.bind(static_cast<std::int64_t>(value)); }
    template <class Tag>
    void bind(Id<Tag> value) {
        m_statement.bind(value.value);
    }
    template <class T>
    void bind(const std::optional<T>& value) {
        if (value)
            bind(*value);
        else
            m_statement.bindNull();
    }
    template <class E>
    requires std::is_enum_v<E>
    void bind(E value) { m_statement.bindText(nameOf(value)); }

    Statement& m_statement;
};

/// Reads a value's columns from the row a statement stands on, in their order.
class RowReader {
public:
    explicit RowReader(const Statement& statement, int firstColumn = 0) : m_statement(statement), m_next(firstColumn) {}
    void key(const char* name, auto& value) { column(name, value); }
    void column(const char* name, auto& value) {
        if (!read(m_next++, value) && m_error.empty()) m_error = name;
    }
    void json(const char* name, auto& value) {
        const auto read = fromJson(m_statement.bytes(m_next++), value);
        if (!read && m_error.empty()) m_error = std::string(name) + ": " + read.error().context;
    }
    void blob(const char*, std::string& value) { value = m_statement.bytes(m_next++); }

    /// What could not be read; empty: nothing.
    [[nodiscard]] const std::string& error() const { return m_error; }

private:
    bool read(int column, std::string& value) { return value = m_statement.bytes(column), true; }
    bool read(int column, double& value) { return value = m_statement.real(column), true; }
    bool read(int column, TimePoint& value) {
        return value = TimePoint(Milliseconds(m_statement.integer(column))), true;
    }
    bool read(int column, Seconds& value) {
        return value = std::chrono::floor<Seconds>(Milliseconds(m_statement.integer(column))), true;
    }
    bool read(int column, bool& value) { return value = m_statement.integer(column) != 0, true; }
    template <std::integral N>
    bool read(int column, N& value) {
        const std::int64_t number = m_statement.integer(column);
        value = static_cast<N>(number);
        return static_cast<std::int64_t>(value) == number;
    }
    template <class Tag>
    bool read(int column, Id<Tag>& value) {
        return value.value = m_statement.integer(column), true;
    }
    template <class T>
    bool read(int column, std::optional<T>& value) {
        value.reset();
        return m_statement.isNull(column) || read(column, value.emplace());
    }
    bool read(int column, Digest& value) {
        const std::string text = m_statement.bytes(column);
        if (text.empty()) return true;
        auto digest = Digest::parse(text);
        if (digest) value = std::move(*digest);
        return digest.has_value();
    }
    template <class E>
    requires std::is_enum_v<E>
    bool read(int column, E& value) {
        const auto known = fromName<E>(m_statement.bytes(column));
        if (known) value = *known;
        return known.has_value();
    }

    const Statement& m_statement;
    int m_next;
    std::string m_error;
};

/// Collects the names of a value's columns and what is a key among them; makes the SQL of its table.
class RowNames {
public:
    explicit RowNames(const Dialect* reading = nullptr) : m_reading(reading) {}
    void key(const char* name, const auto& value) {
        append(m_keys, name);
        column(name, value);
    }
    void column(const char* name, const auto&) { add(name, name); }
    void json(const char* name, const auto&) { add(name, m_reading ? m_reading->textAsBytes(name) : name); }
    void blob(const char* name, const std::string&) { add(name, name); }

    [[nodiscard]] std::string insert(std::string_view table) const {
        return "INSERT INTO " + std::string(table) + " (" + m_names + ") VALUES (" + m_marks + ")";
    }
    [[nodiscard]] std::string upsert(std::string_view table) const {
        return insert(table) + " ON CONFLICT (" + m_keys + ") DO UPDATE SET " + m_updates;
    }
    /// Without a WHERE.
    [[nodiscard]] std::string select(std::string_view table) const {
        return "SELECT " + m_selected + " FROM " + std::string(table);
    }
    [[nodiscard]] int count() const { return m_count; }
    /// The columns, as they are selected.
    [[nodiscard]] const std::string& selected() const { return m_selected; }
    [[nodiscard]] const std::string& keys() const { return m_keys; }

private:
    static void append(std::string& list, std::string_view item) {
        if (!list.empty()) list += ", ";
        list += item;
    }
    void add(const char* name, std::string_view selected) {
        append(m_names, name);
        append(m_marks, "?");
        append(m_selected, selected);
        append(m_updates, std::string(name) + " = excluded." + name);
        ++m_count;
    }

    const Dialect* m_reading;
    int m_count = 0;
    std::string m_names, m_marks, m_selected, m_updates, m_keys;
};

template <class T>
[[nodiscard]] RowNames namesOf(const Dialect* reading = nullptr) {
    RowNames names(reading);
    T value;
    visitColumns(names, value);
    return names;
}

}  // namespace signalbox::store
