// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <random>

#include "core/package/recipe_file.h"
#include "tests/support/trust_errors.h"

using namespace signalbox;
using namespace signalbox::package;
using signalbox::test::codeOf;

namespace {

constexpr std::string_view kFull = R"(# how the kiosk is installed
kind = "tree"
user = "kiosk"

[restart]
command = ["systemctl", "restart", "kiosk"]
timeout = "5m"

[run-check]
command = ["./bin/check", "", "--say", "\"ja\" \\ nö"]
timeout = "30s"
)";

Recipe aRecipe() {
    Recipe recipe;
    recipe.user = "kiosk";
    recipe.restart = {{"systemctl", "restart", "kiosk"}, Seconds(300)};
    recipe.runCheck = {{"./bin/check", "", "--say", "\"ja\" \\ nö"}, Seconds(30)};
    return recipe;
}

/// Whether the error's context says where: the promise is "names line and column".
bool names(const Result<Recipe>& recipe, const char* where) {
    return !recipe && recipe.error().context.find(where) != std::string::npos;
}

}  // namespace

class TestRecipeFile final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKeyOfToml();
    void readsAScript();
    void readsFiles();
    void aFileIsNamedAsItsPlace();
    void readsWhenToReboot_data();
    void readsWhenToReboot();
    void readsADeb();
    void kindAloneIsARecipe();
    void timeoutDefaultsToAMinute();
    void readsTimeouts_data();
    void readsTimeouts();
    void refusesToml_data();
    void refusesToml();
    void errorsNameLineAndColumn_data();
    void errorsNameLineAndColumn();
    void refusesTomlAbove16KiB();
    void survivesDeepToml();

    void writesCanonicalJson();
    void smallestJsonHasTheKindOnly();
    void jsonGivesTheRecipeBack();
    void everyRecipeOfTomlSurvivesJson();
    void ignoresUnknownMembers();
    void unknownKindIsUnsupported();
    void refusesJson_data();
    void refusesJson();
    void jsonErrorsNameTheMember();
    void refusesJsonAbove64KiB();
};

void TestRecipeFile::readsEveryKeyOfToml() {
    const auto recipe = parseRecipeToml(kFull);
    QVERIFY2(recipe, recipe ? "" : recipe.error().text().c_str());
    QVERIFY(*recipe == aRecipe());
}

void TestRecipeFile::readsAScript() {
    const auto recipe = parseRecipeToml(
        "kind = \"script\"\n[install]\ncommand = [\"./install\"]\ntimeout = \"5m\"\n[roll-back]\ncommand = "
        "[\"./undo\"]");
    QVERIFY2(recipe, recipe ? "" : recipe.error().text().c_str());
    QVERIFY(recipe->install == (Command{{"./install"}, Seconds(300)}));
    QVERIFY(recipe->rollBack == (Command{{"./undo"}, Seconds(60)}));
    QCOMPARE(rollBackOf(*recipe), std::string_view("script"));
    const auto again = recipeFromJson(recipeToJson(*recipe));
    QVERIFY(again);
    QVERIFY(*again == *recipe);
}

void TestRecipeFile::readsFiles() {
    const auto recipe = parseRecipeToml(
        "kind = \"file\"\n[[file]]\nfrom = \"etc/kiosk.conf\"\nto = \"/etc/kiosk.conf\"\nmode = \"0640\"\n"
        "owner = \"root\"\ngroup = \"kiosk\"\n[[file]]\nfrom = \"b\"\nto = \"/usr/local/bin/b\"");
    QVERIFY2(recipe, recipe ? "" : recipe.error().text().c_str());
    const std::vector<PlacedFile> expected{{"etc/kiosk.conf", "/etc/kiosk.conf", "0640", "root", "kiosk"},
                                           {"b", "/usr/local/bin/b", "", "", ""}};
    QVERIFY(recipe->files == expected);
    QCOMPARE(rollBackOf(*recipe), std::string_view("previous files"));
    const auto again = recipeFromJson(recipeToJson(*recipe));
    QVERIFY2(again, again ? "" : again.error().text().c_str());
    QVERIFY(*again == *recipe);
}

void TestRecipeFile::aFileIsNamedAsItsPlace() {
    const auto recipe = parseRecipeToml("kind = \"file\"\nfile = [{to = \"/usr/bin/kiosk\"}]");
    QVERIFY2(recipe, recipe ? "" : recipe.error().text().c_str());
    QCOMPARE(recipe->files.front().from, std::string("kiosk"));
}

void TestRecipeFile::readsWhenToReboot_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<int>("when");
    const auto row = [](const char* name, const char* text, RebootWhen when) {
        QTest::newRow(name) << std::string(text) << static_cast<int>(when);
    };
    row("never", "when = \"never\"", RebootWhen::never);
    row("always", "when = \"always\"", RebootWhen::always);
    row("exit code", "when = \"exit-code\"\nexit-code = 194", RebootWhen::exitCode);
    row("file", "when = \"file\"\nfile = \"/run/reboot-required\"", RebootWhen::file);
}

void TestRecipeFile::readsWhenToReboot() {
    QFETCH(const std::string, text);
    QFETCH(const int, when);
    const auto recipe = parseRecipeToml("kind = \"tree\"\n[reboot]\n" + text);
    QVERIFY2(recipe, recipe ? "" : recipe.error().text().c_str());
    QVERIFY(recipe->reboot.when == static_cast<RebootWhen>(when));
    QCOMPARE(recipe->reboot.exitCode, recipe->reboot.when == RebootWhen::exitCode ? 194U : 0U);
    QCOMPARE(recipe->reboot.file, std::string(recipe->reboot.when == RebootWhen::file ? "/run/reboot-required" : ""));
    const auto again = recipeFromJson(recipeToJson(*recipe));
    QVERIFY(again);
    QVERIFY(*again == *recipe);
}

void TestRecipeFile::readsADeb() {
    const auto recipe = parseRecipeToml("kind = \"deb\"\n[run-check]\ncommand = [\"/usr/bin/kiosk\", \"--check\"]");
    QVERIFY2(recipe, recipe ? "" : recipe.error().text().c_str());
    QVERIFY(recipe->kind == InstallKind::deb);
    const auto again = recipeFromJson(recipeToJson(*recipe));
    QVERIFY(again);
    QVERIFY(*again == *recipe);
}

void TestRecipeFile::kindAloneIsARecipe() {
    const auto recipe = parseRecipeToml("kind = 'tree'");
    QVERIFY(recipe);
    QVERIFY(*recipe == Recipe());
}

void TestRecipeFile::timeoutDefaultsToAMinute() {
    const auto recipe = parseRecipeToml("kind = \"tree\"\nrestart = {command = [\"a\"]}");
    QVERIFY(recipe);
    QVERIFY(recipe->restart.timeout == Seconds(60));
}

void TestRecipeFile::readsTimeouts_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<int>("seconds");
    QTest::newRow("second") << std::string("1s") << 1;
    QTest::newRow("minutes") << std::string("90m") << 5400;
    QTest::newRow("a day in hours") << std::string("24h") << 86400;
    QTest::newRow("a day in seconds") << std::string("86400s") << 86400;
}

void TestRecipeFile::readsTimeouts() {
    QFETCH(const std::string, text);
    QFETCH(const int, seconds);
    const auto recipe = parseRecipeToml("kind = \"tree\"\n[run-check]\ncommand = [\"a\"]\ntimeout = \"" + text + "\"");
    QVERIFY(recipe);
    QVERIFY(recipe->runCheck.timeout == Seconds(seconds));
}

void TestRecipeFile::refusesToml_data() {
    QTest::addColumn<std::string>("text");
    const auto row = [](const char* name, const std::string& rest) {
        QTest::newRow(name) << "kind = \"tree\"\n" + rest;
    };
    const auto timeout = [&row](const char* name, const std::string& value) {
        row(name, "[restart]\ncommand = [\"a\"]\ntimeout = " + value);
    };
    QTest::newRow("empty") << std::string();
    QTest::newRow("no kind") << std::string("user = \"kiosk\"");
    QTest::newRow("other kind") << std::string("kind = \"msi\"");
    QTest::newRow("kind is a number") << std::string("kind = 1");
    QTest::newRow("no TOML") << std::string("{\"kind\": \"tree\"}");
    QTest::newRow("not UTF-8") << std::string("kind = \"tree\xff\"");
    QTest::newRow("nul") << std::string("kind = \"tree\"\0", 14);
    row("key twice", "kind = \"tree\"");
    row("unknown key", "kinds = 1");
    row("unknown section", "[set-up]\ncommand = [\"a\"]");
    row("unknown key in a section", "[restart]\ncommand = [\"a\"]\nretries = 3");
    row("section is a value", "restart = \"a\"");
    row("section is an array of tables", "[[restart]]\ncommand = [\"a\"]");
    row("section without command", "[restart]\ntimeout = \"5s\"");
    row("command is text", "[restart]\ncommand = \"systemctl restart\"");
    row("command is empty", "[restart]\ncommand = []");
    row("program is empty", "[restart]\ncommand = [\"\"]");
    row("argument is a number", "[restart]\ncommand = [\"sleep\", 5]");
    row("argument is a list", "[restart]\ncommand = [[\"a\"]]");
    row("argument with a line feed", "[restart]\ncommand = [\"sh\", \"-c\", \"a\\nb\"]");
    row("argument with a nul", "[restart]\ncommand = [\"a\\u0000b\"]");
    row("argument with an escape", "[restart]\ncommand = [\"a\\u001b[31m\"]");
    row("argument with a C1 control", "[restart]\ncommand = [\"a\\u009b31m\"]");
    row("long argument", "[restart]\ncommand = [\"" + std::string(4097, 'a') + "\"]");
    std::string many;
    for (int i = 0; i < 257; ++i)
        many += "\"a\",";
    row("many arguments", "[restart]\ncommand = [" + many + "]");
    row("tree with an install", "[install]\ncommand = [\"a\"]");
    row("tree with a roll-back", "[roll-back]\ncommand = [\"a\"]");
    QTest::newRow("script without an install") << std::string("kind = \"script\"\n[roll-back]\ncommand = [\"a\"]");
    const auto file = [](const char* name, const std::string& lines) {
        QTest::newRow(name) << "kind = \"file\"\n[[file]]\nfrom = \"a\"\n" + lines;
    };
    row("tree with a file", "[[file]]\nto = \"/a\"");
    QTest::newRow("file without a file") << std::string("kind = \"file\"");
    QTest::newRow("deb with an install") << std::string("kind = \"deb\"\n[install]\ncommand = [\"a\"]");
    file("file without a place", "");
    file("file at a relative place", "to = \"etc/a\"");
    file("file at a folder", "to = \"/etc/\"");
    file("file with two dots", "to = \"/etc/../a\"");
    file("file with two slashes", "to = \"/etc//a\"");
    file("file with a control character", "to = \"/etc/a\\u0007\"");
    file("file at a long place", "to = \"/" + std::string(241, 'a') + "\"");
    file("file with setuid", "to = \"/a\"\nmode = \"4755\"");
    file("mode is a number", "to = \"/a\"\nmode = 644");
    file("mode is not octal", "to = \"/a\"\nmode = \"0689\"");
    file("owner is a number", "to = \"/a\"\nowner = 0");
    file("group is an option", "to = \"/a\"\ngroup = \"-r\"");
    file("two files at a place", "to = \"/a\"\n[[file]]\nfrom = \"b\"\nto = \"/a\"");
    QTest::newRow("file from outside") << std::string("kind = \"file\"\n[[file]]\nfrom = \"../a\"\nto = \"/a\"");
    row("reboot without when", "[reboot]\nexit-code = 3");
    row("reboot at another time", "[reboot]\nwhen = \"often\"");
    row("reboot by no exit code", "[reboot]\nwhen = \"exit-code\"");
    row("reboot by exit code 0", "[reboot]\nwhen = \"exit-code\"\nexit-code = 0");
    row("reboot by a large exit code", "[reboot]\nwhen = \"exit-code\"\nexit-code = 65536");
    row("reboot by no file", "[reboot]\nwhen = \"file\"");
    row("reboot by a relative file", "[reboot]\nwhen = \"file\"\nfile = \"run/x\"");
    row("reboot always and by a file", "[reboot]\nwhen = \"always\"\nfile = \"/run/x\"");
    QTest::newRow("image with a reboot") << std::string("kind = \"image\"\n[reboot]\nwhen = \"always\"");
    row("user is empty", "user = \"\"");
    row("user is an option", "user = \"-x\"");
    row("user is a path", "user = \"a/b\"");
    row("user with colon", "user = \"a:b\"");
    row("user with space", "user = \"a b\"");
    row("user is long", "user = \"" + std::string(65, 'a') + "\"");
    row("user is a number", "user = 0");
    timeout("timeout is a number", "60");
    timeout("timeout without unit", "\"60\"");
    timeout("timeout in days", "\"1d\"");
    timeout("timeout zero", "\"0s\"");
    timeout("timeout negative", "\"-5s\"");
    timeout("timeout fraction", "\"1.5s\"");
    timeout("timeout with space", "\"5 s\"");
    timeout("timeout of two units", "\"1m30s\"");
    timeout("timeout empty", "\"\"");
    timeout("timeout unit only", "\"s\"");
    timeout("timeout above a day", "\"86401s\"");
    timeout("timeout overflows when scaled", "\"9223372036854775807h\"");
    timeout("timeout overflows", "\"99999999999999999999s\"");
}

void TestRecipeFile::refusesToml() {
    QFETCH(const std::string, text);
    QVERIFY(codeOf(parseRecipeToml(text)) == BaseErrc::malformed);
}

void TestRecipeFile::errorsNameLineAndColumn_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("where");
    const auto row = [](const char* name, const char* text, const char* where) {
        QTest::newRow(name) << std::string(text) << std::string(where);
    };
    row("syntax", "kind = \"tree\"\nuser = \n", "line 2, column 8");
    row("unknown key", "kind = \"tree\"\n\n  colour = 3\n", "line 3, column 3");
    row("unknown key in a section", "kind = \"tree\"\n[restart]\ncommand = [\"a\"]\nx = 1", "line 4, column 1");
    row("value", "kind = \"tree\"\n[restart]\ncommand = [\"a\"]\ntimeout = 5", "line 4, column 11");
    row("item", "kind = \"tree\"\n[restart]\ncommand = [\n  \"a\",\n  7\n]", "line 5, column 3");
    row("script without an install", "\nkind = \"script\"", "line 2, column 8");
    row("missing command", "kind = \"tree\"\n[restart]\n", "line 2, column 1");
}

void TestRecipeFile::errorsNameLineAndColumn() {
    QFETCH(const std::string, text);
    QFETCH(const std::string, where);
    const auto recipe = parseRecipeToml(text);
    QVERIFY2(names(recipe, where.c_str()), recipe ? "accepted" : recipe.error().context.c_str());
}

void TestRecipeFile::refusesTomlAbove16KiB() {
    const std::string text = "kind = \"tree\"\n# " + std::string(16384, 'x');
    QVERIFY(codeOf(parseRecipeToml(text)) == BaseErrc::malformed);
}

void TestRecipeFile::survivesDeepToml() {
    const std::string open = "kind = " + std::string(16000, '[');
    QVERIFY(codeOf(parseRecipeToml(open)) == BaseErrc::malformed);
    std::string dotted = "a";
    while (dotted.size() < 16300)
        dotted += ".a";
    QVERIFY(codeOf(parseRecipeToml(dotted + " = 1")) == BaseErrc::malformed);
    QVERIFY(codeOf(parseRecipeToml("[" + dotted + "]")) == BaseErrc::malformed);
    QVERIFY(codeOf(parseRecipeToml("a = {" + dotted + " = 1}")) == BaseErrc::malformed);
    while (dotted.size() < 65000)
        dotted += ".a";
    QVERIFY(codeOf(parseRecipeToml(dotted + " = 1")) == BaseErrc::malformed);
}

void TestRecipeFile::writesCanonicalJson() {
    QCOMPARE(recipeToJson(aRecipe()),
             std::string(R"({"kind":"tree","restart":{"command":["systemctl","restart","kiosk"],"timeoutSeconds":300},)"
                         R"("runCheck":{"command":["./bin/check","","--say","\"ja\" \\ nö"],"timeoutSeconds":30},)"
                         R"("user":"kiosk"})"));
}

void TestRecipeFile::smallestJsonHasTheKindOnly() {
    QCOMPARE(recipeToJson(Recipe()), std::string(R"({"kind":"tree"})"));
}

void TestRecipeFile::jsonGivesTheRecipeBack() {
    for (const Recipe& recipe : {aRecipe(), Recipe()}) {
        const auto again = recipeFromJson(recipeToJson(recipe));
        QVERIFY(again);
        QVERIFY(*again == recipe);
    }
}

void TestRecipeFile::everyRecipeOfTomlSurvivesJson() {
    std::mt19937 random(7);
    const std::vector<std::string> pieces = {"a", "\\\\", "\\\"", " ", "é", "🚂", "/", "{", "$x", "'"};
    for (int round = 0; round < 300; ++round) {
        std::string text = "kind = \"tree\"\n[restart]\ncommand = [\"x\"";
        for (auto i = random() % 6; i > 0; --i) {
            text += ", \"";
            for (auto j = random() % 12; j > 0; --j)
                text += pieces[random() % pieces.size()];
            text += "\"";
        }
        text += "]\ntimeout = \"" + std::to_string(1 + random() % 1440) + "m\"\n";
        const auto recipe = parseRecipeToml(text);
        QVERIFY2(recipe, text.c_str());
        const std::string json = recipeToJson(*recipe);
        const auto again = recipeFromJson(json);
        QVERIFY2(again, json.c_str());
        QVERIFY(*again == *recipe);
        QCOMPARE(recipeToJson(*again), json);
    }
}

void TestRecipeFile::ignoresUnknownMembers() {
    const auto recipe =
        recipeFromJson(R"({"later":[1.5],"kind":"tree","restart":{"command":["a"],"retries":3,"timeoutSeconds":5}})");
    QVERIFY(recipe);
    QVERIFY(recipe->restart == (Command{{"a"}, Seconds(5)}));
}

void TestRecipeFile::unknownKindIsUnsupported() {
    QVERIFY(codeOf(recipeFromJson(R"({"kind":"msi"})")) == BaseErrc::unsupported);
    QVERIFY(codeOf(recipeFromJson(R"({"kind":"tree","reboot":{"when":"often"}})")) == BaseErrc::unsupported);
}

void TestRecipeFile::refusesJson_data() {
    QTest::addColumn<std::string>("json");
    const auto row = [](const char* name, const std::string& json) { QTest::newRow(name) << json; };
    row("empty", "");
    row("array", "[]");
    row("null", "null");
    row("cut", R"({"kind":"tree")");
    row("more after it", R"({"kind":"tree"}})");
    row("no kind", "{}");
    row("kind is a number", R"({"kind":1})");
    row("script without an install", R"({"kind":"script"})");
    row("install is text", R"({"kind":"script","install":"a"})");
    row("restart is null", R"({"kind":"tree","restart":null})");
    row("restart without command", R"({"kind":"tree","restart":{}})");
    row("command is text", R"({"kind":"tree","restart":{"command":"a"}})");
    row("command is empty", R"({"kind":"tree","restart":{"command":[]}})");
    row("program is empty", R"({"kind":"tree","restart":{"command":["","a"]}})");
    row("argument is a number", R"({"kind":"tree","restart":{"command":["a",1]}})");
    row("argument with a line feed", R"({"kind":"tree","restart":{"command":["a\nb"]}})");
    row("argument with a nul", R"({"kind":"tree","restart":{"command":["a\u0000b"]}})");
    row("timeout is text", R"({"kind":"tree","restart":{"command":["a"],"timeoutSeconds":"60"}})");
    row("timeout is a fraction", R"({"kind":"tree","restart":{"command":["a"],"timeoutSeconds":1.5}})");
    row("timeout zero", R"({"kind":"tree","restart":{"command":["a"],"timeoutSeconds":0}})");
    row("timeout above a day", R"({"kind":"tree","restart":{"command":["a"],"timeoutSeconds":86401}})");
    row("timeout beyond 64 bits",
        R"({"kind":"tree","restart":{"command":["a"],"timeoutSeconds":18446744073709551615}})");
    row("file without files", R"({"kind":"file"})");
    row("files are an object", R"({"kind":"file","files":{}})");
    row("file without a place", R"({"kind":"file","files":[{"from":"a"}]})");
    row("file out of the package", R"({"kind":"file","files":[{"from":"a/../../b","to":"/a"}]})");
    row("file at a relative place", R"({"kind":"file","files":[{"from":"a","to":"a"}]})");
    row("mode is a number", R"({"kind":"file","files":[{"from":"a","to":"/a","mode":420}]})");
    row("two files at a place", R"({"kind":"file","files":[{"from":"a","to":"/a"},{"from":"b","to":"/a"}]})");
    row("reboot is text", R"({"kind":"tree","reboot":"always"})");
    row("reboot by exit code 0", R"({"kind":"tree","reboot":{"when":"exitCode","exitCode":0}})");
    row("reboot by no file", R"({"kind":"tree","reboot":{"when":"file"}})");
    row("user is empty", R"({"kind":"tree","user":""})");
    row("user is an option", R"({"kind":"tree","user":"--help"})");
    row("deep", R"({"kind":"tree","x":)" + std::string(20000, '[') + std::string(20000, ']') + "}");
    row("not UTF-8", "{\"kind\":\"tree\",\"restart\":{\"command\":[\"a\xff\"]}}");
}

void TestRecipeFile::refusesJson() {
    QFETCH(const std::string, json);
    QVERIFY(codeOf(recipeFromJson(json)) == BaseErrc::malformed);
}

void TestRecipeFile::jsonErrorsNameTheMember() {
    QVERIFY(names(recipeFromJson(R"({"kind":"tree","runCheck":{"command":["a",1]}})"), "runCheck.command[1]"));
    QVERIFY(names(recipeFromJson(R"({"kind":"tree","restart":{"command":["a"],"timeoutSeconds":0}})"),
                  "restart.timeoutSeconds"));
}

void TestRecipeFile::refusesJsonAbove64KiB() {
    QVERIFY(codeOf(recipeFromJson(R"({"kind":"tree","x":")" + std::string(65536, 'x') + "\"}")) == BaseErrc::malformed);
}

QTEST_GUILESS_MAIN(TestRecipeFile)
#include "tst_recipe_file.moc"
