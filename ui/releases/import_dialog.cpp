// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/releases/import_dialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>
#include <QThreadPool>

#include "ui/widgets/controls.h"
#include "ui/widgets/display_text.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/status.h"

namespace signalbox::ui {

namespace {

constexpr QSize kSize{660, 540};
constexpr qint64 kHead = 512;
constexpr qint64 kMostRecipe = 256 << 10;

std::vector<std::string> arguments(const QString& line) {
    std::vector<std::string> words;
    for (const QString& word : QProcess::splitCommand(line))
        words.push_back(word.toStdString());
    return words;
}

QString commandLine(const std::vector<std::string>& words) {
    QStringList quoted;
    for (const std::string& word : words) {
        QString text = toText(word);
        if (text.isEmpty() || text.contains(QLatin1Char(' ')) || text.contains(QLatin1Char('"')))
            text = QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"\"")) + QLatin1Char('"');
        quoted.append(text);
    }
    return quoted.join(QLatin1Char(' '));
}

QSpinBox* seconds(const char* objectName, const QString& name) {
    auto* const box = named(new QSpinBox, objectName, name);
    box->setRange(1, 3600);
    box->setValue(60);
    box->setSuffix(ImportDialog::tr(" s", "seconds, after a number"));
    return box;
}

QWidget* inRow(QWidget* wide, QWidget* narrow) {
    auto* const row = new QWidget;
    auto* const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(wide, 1);
    layout->addWidget(narrow);
    return row;
}

/// Work on the disk, away from the GUI thread; `then` gets what it gives, unless `context` is gone.
template <class Work, class Then>
void onDisk(QObject* context, Work work, Then then) {
    QThreadPool::globalInstance()->start([guard = QPointer<QObject>(context), work, then] {
        auto result = work();
        QMetaObject::invokeMethod(qApp, [guard, then, result = std::move(result)] {
            if (guard) then(result);
        });
    });
}

struct Seen {
    PackageGuess guess;
    bool folder = false;
    bool exists = false;
};

Seen lookAt(const QString& path) {
    const QFileInfo info(path);
    QByteArray head;
    if (info.isFile()) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly)) head = file.read(kHead);
    }
    return {guessPackage(info.fileName(), head, info.isDir()), info.isDir(), info.exists()};
}

}  // namespace

ImportDialog::ImportDialog(PackageTools tools, const QString& path, QWidget* parent)
    : QDialog(parent ? parent->window() : nullptr), m_tools(std::move(tools)) {
    named(this, "importDialog", tr("Import a release", "dialog"));
    setWindowTitle(accessibleName());
    setAttribute(Qt::WA_DeleteOnClose);
    resize(kSize);
    m_notice = new Notice;
    m_product = named(new QLineEdit, "importProduct", tr("Product", "import"));
    m_version = named(new QLineEdit, "importVersion", tr("Version", "import"));
    m_platform = named(new QLineEdit, "importPlatform", tr("Platform", "import"));
    m_platform->setPlaceholderText(tr("linux-amd64: what the terminals say of themselves", "import"));
    m_channel = named(new QComboBox, "importChannel", tr("Channel", "import"));
    m_channel->setEditable(true);
    m_channel->addItems({QStringLiteral("stable"), QStringLiteral("beta")});
    m_notes = named(new QPlainTextEdit, "importNotes", tr("What is new", "import"));
    m_notes->setTabChangesFocus(true);
    m_notes->setFixedHeight(m_notes->fontMetrics().height() * 4);
    m_submit = named(new QCheckBox(tr("Ask for approval at once", "import")), "importSubmit",
                     tr("Ask for approval at once", "import"));
    m_submit->setChecked(true);

    auto* const form = new QFormLayout;
    form->addRow(tr("&File or folder", "import"), makePath());
    form->addRow(QString(), m_notice);
    form->addRow(tr("&Product", "import"), m_product);
    form->addRow(tr("&Version", "import"), m_version);
    form->addRow(tr("P&latform", "import"), m_platform);
    form->addRow(tr("&Channel", "import"), m_channel);
    form->addRow(tr("&What is new", "import"), m_notes);
    auto* const box = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_import = button("importStart", tr("&Import", "button"), QStringLiteral("import"));
    m_import->setDefault(true);
    box->addButton(m_import, QDialogButtonBox::AcceptRole);
    auto* const layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(makeRecipe());
    layout->addWidget(m_submit);
    layout->addStretch(1);
    layout->addWidget(box);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(box, &QDialogButtonBox::accepted, this, &ImportDialog::wantImport);
    for (QLineEdit* const edit : {m_product, m_version, m_platform, m_install, m_restart, m_runCheck})
        connect(edit, &QLineEdit::textChanged, this, &ImportDialog::check);
    setPath(path);
}

QWidget* ImportDialog::makePath() {
    auto* const row = new QWidget;
    auto* const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_path = named(new QLineEdit, "importPath", tr("File or folder", "import"));
    m_path->setReadOnly(true);
    m_path->setPlaceholderText(tr("Choose what terminals shall run", "import"));
    auto* const file = button("importFile", tr("F&ile …", "button"), QStringLiteral("open-file"));
    auto* const folder = button("importFolder", tr("F&older …", "button"), QStringLiteral("open-folder"));
    connect(file, &QPushButton::clicked, this, &ImportDialog::browseFile);
    connect(folder, &QPushButton::clicked, this, &ImportDialog::browseFolder);
    layout->addWidget(m_path, 1);
    layout->addWidget(file);
    layout->addWidget(folder);
    row->setFocusProxy(file);
    return row;
}

QWidget* ImportDialog::makeRecipe() {
    m_kind = named(new QComboBox, "recipeKind", tr("How it is installed", "recipe"));
    for (const InstallKind kind : {InstallKind::tree, InstallKind::script})
        m_kind->addItem(kindText(kind), static_cast<int>(kind));
    m_install = named(new QLineEdit, "recipeInstall", tr("Program of it that installs it", "recipe"));
    m_install->setPlaceholderText(tr("./install.sh --quiet", "recipe, an example"));
    m_installTimeout = seconds("recipeInstallTimeout", tr("Time for the installation", "recipe"));
    m_rollBack = named(new QLineEdit, "recipeRollBack", tr("Program of it that takes it back", "recipe"));
    m_rollBack->setPlaceholderText(tr("empty: it cannot be taken back", "recipe"));
    m_rollBackTimeout = seconds("recipeRollBackTimeout", tr("Time for taking it back", "recipe"));
    m_kindHint = hintLabel({});
    m_restart = named(new QLineEdit, "recipeRestart", tr("Command that restarts it", "recipe"));
    m_restart->setPlaceholderText(tr("/usr/bin/systemctl restart kiosk", "recipe, an example"));
    m_restartTimeout = seconds("recipeRestartTimeout", tr("Time for the restart", "recipe"));
    m_runCheck = named(new QLineEdit, "recipeRunCheck", tr("Command that checks that it runs", "recipe"));
    m_runCheck->setPlaceholderText(tr("./bin/kiosk --self-test", "recipe, an example"));
    m_runCheckTimeout = seconds("recipeRunCheckTimeout", tr("Time for the check", "recipe"));
    m_user = named(new QLineEdit, "recipeUser", tr("User whom commands run as", "recipe"));
    m_user->setPlaceholderText(tr("the agent's own user", "recipe"));
    auto* const load = button("recipeLoad", tr("&Read from a file …", "button"), QStringLiteral("open-file"));
    connect(load, &QPushButton::clicked, this, &ImportDialog::loadRecipe);
    auto* const group = new QGroupBox(tr("Recipe: how it is started and checked", "import"));
    auto* const form = new QFormLayout(group);
    m_recipeForm = form;
    form->addRow(tr("&Kind", "recipe"), m_kind);
    form->addRow(tr("&Install with", "recipe"), inRow(m_install, m_installTimeout));
    form->addRow(tr("&Take back with", "recipe"), inRow(m_rollBack, m_rollBackTimeout));
    form->addRow(tr("&Restart with", "recipe"), inRow(m_restart, m_restartTimeout));
    form->addRow(tr("Check &with", "recipe"), inRow(m_runCheck, m_runCheckTimeout));
    form->addRow(tr("As &user", "recipe"), inRow(m_user, load));
    form->addRow(m_kindHint);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ImportDialog::showKind);
    connect(m_rollBack, &QLineEdit::textChanged, this, &ImportDialog::showKind);
    m_recipe = group;
    showKind();
    return group;
}

void ImportDialog::browseFile() {
    auto* const dialog = new QFileDialog(this, tr("Choose a package", "dialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {tr("Packages (*.tar *.tar.* *.tgz *.swu *.raucb *.mender)", "dialog"), tr("All files (*)", "dialog")});
    connect(dialog, &QFileDialog::fileSelected, this, &ImportDialog::setPath);
    dialog->open();
}

void ImportDialog::browseFolder() {
    auto* const dialog = new QFileDialog(this, tr("Choose a folder", "dialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportDialog::setPath);
    dialog->open();
}

void ImportDialog::setPath(const QString& path) {
    m_guess = {};
    m_path->setText(path);
    check();
    if (path.isEmpty()) return;
    onDisk(
        this, [path] { return lookAt(path); },
        [this, path](const Seen& seen) { recognised(path, seen.guess, seen.folder, seen.exists); });
}

void ImportDialog::recognised(const QString& path, const PackageGuess& guess, bool folder, bool exists) {
    if (path != m_path->text()) return;
    m_guess = guess;
    m_folder = folder;
    const auto fill = [](QLineEdit* edit, const QString& text) {
        if (!edit->isModified() && !text.isEmpty()) edit->setText(text);
    };
    fill(m_product, guess.product);
    fill(m_version, guess.version);
    fill(m_platform, guess.platform);
    m_recipe->setVisible(guess.content != PackageGuess::Content::image);
    switch (guess.content) {
        case PackageGuess::Content::folder:
            m_notice->say(Tone::good, tr("A folder: it is packed, and terminals switch to it as a whole.", "import"));
            break;
        case PackageGuess::Content::archive:
            m_notice->say(Tone::good, tr("An archive: terminals unpack it and switch to it as a whole.", "import"));
            break;
        case PackageGuess::Content::image:
            m_notice->say(Tone::good,
                          tr("An image: it goes as it is to clients that install it by themselves.", "import"));
            break;
        case PackageGuess::Content::system:
            m_notice->say(Tone::bad,
                          tr("A package of the system's installer (.deb, .rpm, .msi, .apk). Terminals cannot "
                             "install these yet: unpack it into a folder and import that.",
                             "import"));
            break;
        case PackageGuess::Content::unknown:
            m_notice->say(Tone::bad,
                          exists ? tr("This is neither an archive nor an image that terminals can install.", "import")
                                 : tr("There is no such file.", "import"));
            break;
    }
    check();
}

void ImportDialog::loadRecipe() {
    auto* const dialog = new QFileDialog(this, tr("Choose a recipe", "dialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("Recipes (*.toml)", "dialog"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        const auto read = [path, tools = m_tools]() -> Result<Recipe> {
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly)) return makeError(BaseErrc::notFound, path.toStdString());
            return tools.readRecipe(file.read(kMostRecipe).toStdString());
        };
        onDisk(this, read, [this](const Result<Recipe>& recipe) {
            if (recipe) return putRecipe(*recipe);
            tellError(this, tr("The recipe was not read", "error"), errorText(recipe.error()),
                      errorDetails(recipe.error()));
        });
    });
    dialog->open();
}

void ImportDialog::showKind() {
    const bool script = static_cast<InstallKind>(m_kind->currentData().toInt()) == InstallKind::script;
    m_recipeForm->setRowVisible(m_install->parentWidget(), script);
    m_recipeForm->setRowVisible(m_rollBack->parentWidget(), script);
    const bool isTakenBack = !m_rollBack->text().trimmed().isEmpty();
    m_kindHint->setText(
        !script ? tr("Where the check fails, the terminal goes back to the version before by itself. Without a check "
                     "the switch alone decides.",
                     "recipe")
        : isTakenBack ? tr("Where the check fails, the terminal runs the program that takes it back.", "recipe")
                      : tr("Where the check fails, the terminal stays as it is: nothing takes it back.", "recipe"));
    check();
}

void ImportDialog::putRecipe(const Recipe& recipe) {
    m_kind->setCurrentIndex(qMax(0, m_kind->findData(static_cast<int>(recipe.kind))));
    m_install->setText(commandLine(recipe.install.arguments));
    m_installTimeout->setValue(static_cast<int>(recipe.install.timeout.count()));
    m_rollBack->setText(commandLine(recipe.rollBack.arguments));
    m_rollBackTimeout->setValue(static_cast<int>(recipe.rollBack.timeout.count()));
    m_restart->setText(commandLine(recipe.restart.arguments));
    m_restartTimeout->setValue(static_cast<int>(recipe.restart.timeout.count()));
    m_runCheck->setText(commandLine(recipe.runCheck.arguments));
    m_runCheckTimeout->setValue(static_cast<int>(recipe.runCheck.timeout.count()));
    m_user->setText(toText(recipe.user));
}

void ImportDialog::check() {
    if (!m_import) return;  // while the dialog is made
    const auto filled = [](const QLineEdit* edit) { return !edit->text().trimmed().isEmpty(); };
    QString missing;
    if (m_path->text().isEmpty())
        missing = tr("Choose a file or a folder first", "import");
    else if (!m_guess.usable())
        missing = tr("This cannot be imported", "import");
    else if (!filled(m_product) || !filled(m_version) || !filled(m_platform))
        missing = tr("Product, version and platform must be there", "import");
    else if (recipe().kind == InstallKind::script && !filled(m_install))
        missing = tr("The program that installs it must be there", "import");
    m_import->setEnabled(missing.isEmpty());
    m_import->setToolTip(missing);
}

Recipe ImportDialog::recipe() const {
    Recipe made;
    made.kind = m_guess.kind();
    if (made.kind == InstallKind::image) return made;
    made.kind = static_cast<InstallKind>(m_kind->currentData().toInt());
    if (made.kind == InstallKind::script) {
        made.install = {arguments(m_install->text()), Seconds(m_installTimeout->value())};
        made.rollBack = {arguments(m_rollBack->text()), Seconds(m_rollBackTimeout->value())};
    }
    made.restart = {arguments(m_restart->text()), Seconds(m_restartTimeout->value())};
    made.runCheck = {arguments(m_runCheck->text()), Seconds(m_runCheckTimeout->value())};
    made.user = m_user->text().trimmed().toStdString();
    return made;
}

void ImportDialog::wantImport() {
    ImportPlan plan;
    plan.path = m_path->text().toStdString();
    plan.folder = m_folder;
    plan.product = m_product->text().trimmed().toStdString();
    plan.version = m_version->text().trimmed().toStdString();
    plan.channel = m_channel->currentText().trimmed().toStdString();
    plan.platform = m_platform->text().trimmed().toStdString();
    plan.notes = m_notes->toPlainText().trimmed().toStdString();
    plan.recipe = recipe();
    plan.submit = m_submit->isChecked();
    Q_EMIT wanted(plan);
    accept();
}

}  // namespace signalbox::ui
