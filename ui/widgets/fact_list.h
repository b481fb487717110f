// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>
#include <utility>

class QGridLayout;
class QLabel;

namespace signalbox::ui {

/// One line of a detail: what it is called, and what it is.
struct Fact {
    QString name;
    QString value;
    QString toolTip{};
};

/// Facts under one another, to be selected and copied. Outside text stays plain.
class FactList : public QWidget {
    Q_OBJECT
public:
    explicit FactList(QWidget* parent = nullptr);
    void setFacts(const QList<Fact>& facts);

private:
    QGridLayout* m_layout = nullptr;
    QList<std::pair<QLabel*, QLabel*>> m_rows;
};

}  // namespace signalbox::ui
