// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/adminclient/answers.h"

class QVBoxLayout;

namespace signalbox::ui {

/// A rollout from top to bottom: first the nodes and their sync gate, then its phases with the gates between them.
class PhaseLadder : public QWidget {
    Q_OBJECT
public:
    explicit PhaseLadder(QWidget* parent = nullptr);
    void put(const adminclient::RolloutDetail& detail);
    void clear();

private:
    class Rung;
    [[nodiscard]] Rung& rung(int number);

    QVBoxLayout* m_layout = nullptr;
    QList<Rung*> m_rungs;
};

}  // namespace signalbox::ui
