// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icon.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QRegularExpression>
#include <QSvgRenderer>

static void initialiseIcons() {
    Q_INIT_RESOURCE(icons);
}

namespace signalbox::ui {

namespace {

QColor colorOf(Tone tone, QIcon::Mode mode) {
    const QPalette palette = QApplication::palette();
    if (mode == QIcon::Disabled) return palette.color(QPalette::Disabled, QPalette::Text);
    if (mode == QIcon::Selected) return palette.color(QPalette::HighlightedText);
    return toneColor(tone, palette);
}

/// Draws one of our one-colour SVGs in another colour.
class RecolouredSvg final : public QIconEngine {
public:
    RecolouredSvg(QString name, Tone tone) : m_name(std::move(name)), m_tone(tone) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        QSvgRenderer renderer(recoloured(colorOf(m_tone, mode)));
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(painter, rect);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        const QString key = QStringLiteral("signalbox/%1/%2x%3/%4")
                                .arg(m_name)
                                .arg(size.width())
                                .arg(size.height())
                                .arg(colorOf(m_tone, mode).rgba());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap)) return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }
    [[nodiscard]] QIconEngine* clone() const override { return new RecolouredSvg(m_name, m_tone); }

private:
    [[nodiscard]] QByteArray recoloured(const QColor& color) const {
        static const QRegularExpression anyColor(QStringLiteral("#[0-9a-fA-F]{6}\\b"));
        QFile file(QStringLiteral(":/icons/") + m_name + QStringLiteral(".svg"));
        if (!file.open(QIODevice::ReadOnly)) return {};
        QString text = QString::fromUtf8(file.readAll());
        text.replace(anyColor, color.name());
        text.replace(QStringLiteral("currentColor"), color.name());
        return text.toUtf8();
    }

    QString m_name;
    Tone m_tone;
};

}  // namespace

QIcon icon(const QString& name) {
    return icon(name, Tone::neutral);
}

QIcon icon(const QString& name, Tone tone) {
    initialiseIcons();
    return QIcon(new RecolouredSvg(name, tone));
}

}  // namespace signalbox::ui
