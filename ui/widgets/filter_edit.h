// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTimer>
#include <QWidget>
#include <optional>

#include "core/adminclient/client.h"
#include "ui/session/manager_link.h"

class QCompleter;
class QLabel;
class QLineEdit;
class QStringListModel;

namespace signalbox::ui {

/// Where a filter (RSQL) is typed: field names are completed, what is wrong is underlined where it stands, and the
/// manager says how many terminals match.
class FilterEdit : public QWidget {
    Q_OBJECT
public:
    FilterEdit(ManagerLink& link, const char* objectName, const QString& accessibleName, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString& text);
    /// Keys of tags and attributes, products: "tag.site", "installed.kiosk".
    void addFields(const QStringList& fields);
    /// The manager's count for the text as it is; nothing while it is not known or the text is wrong.
    [[nodiscard]] std::optional<std::int64_t> count() const { return m_count; }
    void focusText();

Q_SIGNALS:
    /// A short while after typing, and only for text that is right.
    void filterChanged(const QString& text);
    void counted();  ///< count() is another one

protected:
    void changeEvent(QEvent* event) override;

private:
    void edited();
    void settle();
    void check();
    void answered(const adminclient::Reply& reply);
    void wrong(std::size_t position, std::size_t length, const QString& text);
    void right(const QString& text);
    void complete();
    void insertField(const QString& field);
    [[nodiscard]] int wordStart() const;

    ManagerLink& m_link;
    QLineEdit* m_edit = nullptr;
    QLabel* m_status = nullptr;
    QCompleter* m_completer = nullptr;
    QStringListModel* m_fields = nullptr;
    QTimer m_pause;
    adminclient::PendingCall m_call;
    std::optional<std::int64_t> m_count;
    QString m_settled;
};

}  // namespace signalbox::ui
