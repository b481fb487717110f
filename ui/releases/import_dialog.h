// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "ui/releases/package_guess.h"
#include "ui/releases/release_import.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace signalbox::ui {

class Notice;

/// Asks what a file or folder is before it is imported; filled with what its name and content tell.
class ImportDialog : public QDialog {
    Q_OBJECT
public:
    /// `path` may be empty. Deletes itself when it is closed.
    ImportDialog(PackageTools tools, const QString& path, QWidget* parent);

Q_SIGNALS:
    void wanted(const signalbox::ui::ImportPlan& plan);

private:
    [[nodiscard]] QWidget* makePath();
    [[nodiscard]] QWidget* makeRecipe();
    void browseFile();
    void browseFolder();
    void setPath(const QString& path);
    void recognised(const QString& path, const PackageGuess& guess, bool folder, bool exists);
    void loadRecipe();
    void putRecipe(const Recipe& recipe);
    void showKind();
    void check();
    [[nodiscard]] Recipe recipe() const;
    void wantImport();

    PackageTools m_tools;
    PackageGuess m_guess;
    bool m_folder = false;
    QLineEdit* m_path = nullptr;
    Notice* m_notice = nullptr;
    QLineEdit* m_product = nullptr;
    QLineEdit* m_version = nullptr;
    QLineEdit* m_platform = nullptr;
    QComboBox* m_channel = nullptr;
    QPlainTextEdit* m_notes = nullptr;
    QWidget* m_recipe = nullptr;
    QFormLayout* m_recipeForm = nullptr;
    QComboBox* m_kind = nullptr;
    QLineEdit* m_install = nullptr;
    QSpinBox* m_installTimeout = nullptr;
    QLineEdit* m_rollBack = nullptr;
    QSpinBox* m_rollBackTimeout = nullptr;
    QLabel* m_kindHint = nullptr;
    QLineEdit* m_restart = nullptr;
    QSpinBox* m_restartTimeout = nullptr;
    QLineEdit* m_runCheck = nullptr;
    QSpinBox* m_runCheckTimeout = nullptr;
    QLineEdit* m_user = nullptr;
    QCheckBox* m_submit = nullptr;
    QPushButton* m_import = nullptr;
};

}  // namespace signalbox::ui
