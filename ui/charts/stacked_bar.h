// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include "core/adminclient/answers.h"
#include "ui/widgets/theme.h"

namespace signalbox::ui {

/// A part of a whole: how much, what of, and how that is.
struct BarPart {
    QString name;
    std::uint64_t count = 0;
    Tone tone = Tone::neutral;
};

/// Parts of a whole side by side, each with its count in the tool tip and in the accessible description. A failure is
/// hatched as well, so that it shows without colour.
class StackedBar : public QWidget {
    Q_OBJECT
public:
    explicit StackedBar(QWidget* parent = nullptr);

    void setParts(const QList<BarPart>& parts);
    /// "12 succeeded, 3 failed, 5 waiting": what is there, in words.
    [[nodiscard]] QString words() const;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QList<BarPart> m_parts;
};

/// A phase's terminals: succeeded, failed, under way, waiting, left out.
[[nodiscard]] QList<BarPart> partsOf(const adminclient::PhaseProgress& phase);

}  // namespace signalbox::ui
