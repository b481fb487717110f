// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChartView>

#include "ui/charts/stacked_bar.h"

class QPieSeries;

namespace signalbox::ui {

/// Shares of a whole as a ring with a legend that has the counts. A click on a part says which.
class Donut : public QChartView {
    Q_OBJECT
public:
    explicit Donut(QWidget* parent = nullptr);
    void setParts(const QList<BarPart>& parts);

Q_SIGNALS:
    void partClicked(int index);

protected:
    void changeEvent(QEvent* event) override;

private:
    void recolour();

    QList<BarPart> m_parts;
    QPieSeries* m_series = nullptr;
};

}  // namespace signalbox::ui
