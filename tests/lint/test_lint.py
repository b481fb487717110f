#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that every rule of lint.py fires on what it forbids and is silent on what it allows."""
import sys
import unittest

sys.dont_write_bytecode = True
import coroutines
import lint

HEADER = "// SPDX-FileCopyrightText: 2026 The Signalbox developers\n// SPDX-License-Identifier: GPL-3.0-or-later\n"
CPP = "core/http/sample.cpp"

# rule: (path, text it forbids, text it allows)
SAMPLES = {
    "detached": [(CPP, "asio::co_spawn(e, f(), asio::detached);", 'log("asio::detached");  // asio::detached')],
    "co-await": [
        (CPP, "if (co_await f()) g();", "if (auto r = co_await f(); r) g();"),
        (CPP, "while (co_await f()) g();", "while (open()) co_await f();"),
        (CPP, "while (auto r = co_await f()) g();", "for (;;) { auto r = co_await f(); }"),
        (CPP, "switch (co_await f()) {}", "switch (auto r = co_await f(); r.kind()) {}"),
        (CPP, "if (auto r = co_await f()) g();", "if (ready) co_await f();"),
        (CPP, "for (auto& x : co_await f()) g(x);", "else co_await f();"),
        (CPP, "auto x = a ? co_await f() : b;", "auto x = co_await f();"),
        (CPP, "auto x = co_await f(a ? b : c);", "const auto [e, n] = co_await f(a.b(), c->d[1]);"),
        (CPP, "g(co_await f());", "CO_CHECK(co_await f());"),
        (CPP, "auto x = (co_await f()).value();", "CO_TRY(auto x, co_await f(a, b));"),
        (CPP, "CO_TRY(auto x, g(co_await f()));", "CO_TRY(const auto x,\n       co_await f(a, b));"),
        (CPP, "co_return co_await f();", "auto r = co_await f(); co_return r;"),
        (CPP, "co_await pool.run([&] { work(); });", "co_await pool.run(std::move(work));"),
        (CPP, "auto r = co_await f(Request{.path = p});", "Result<void> r = co_await f(std::move(request));"),
        (CPP, "auto r = co_await f(co_await g());", "case 1: co_await f();"),
        (CPP, "auto r = co_await f() && b;", "(void)co_await f();"),
        (CPP, "auto r = a + co_await f();", "r = co_await f();"),
        (CPP, "auto r = T(co_await f());", 'auto r = co_await f("? {", \'{\');'),
    ],
    "coroutine-lambda": [
        (CPP, "auto f = [this]() -> Task<void> { co_return g(); };", "auto f = [this] { return session(); };"),
        (CPP, "spawn(e, [&, x](int n) mutable -> Task<void> { co_await g(x); });", "auto f = []() -> Task<void> { co_return g(); };"),
        (CPP, "auto f = [a = b] { if (a) { co_return; } };", "auto f = [a] { return [](int x) -> Task<void> { co_return g(x); }(a); };"),
    ],
    "catch-all": [(CPP, "try { f(); } catch (...) {}", "try { f(); } catch (const std::exception& e) { g(e); }")],
    "nested-loop": [
        ("ui/a/b.cpp", "if (dialog.exec()) f();", "dialog.open();"),
        ("ui/a/b.cpp", "QEventLoop loop;", "query->execute();"),
    ],
    "sleeping-test": [
        ("tests/core/http/tst_a.cpp", "std::this_thread::sleep_for(1s);", "QTRY_VERIFY(done);"),
        ("tests/core/http/tst_a.cpp", 'QSKIP("no");', "co_await sleepFor(Milliseconds(1));"),
        ("tests/core/http/tst_a.cpp", "QTest::qSleep(10);", "QVERIFY(slept);"),
    ],
    "null": [(CPP, "f(NULL);", 'f(nullptr, "NULL");')],
    "file-size": [(CPP, "f();\n" * 801, "f();\n" * 700)],
    "beast": [("core/node/a.cpp", "#include <boost/beast/http.hpp>", "#include <boost/asio/post.hpp>")],
    "qt": [
        ("core/node/a.cpp", "#include <QString>", "#include <span>"),
        ("app/terminal/main.cpp", "#include <QtCore/QString>", "#include <queue>"),
    ],
    "machine-path": [(CPP, 'open("/work/x");', 'get("/v2/work/x"); open("/var/lib/x"); // network/worker')],
    "unfinished": [(CPP, "f();  // TODO: more", "f();  // todos are a word")],
    "include-root": [(CPP, '#include "server.h"', '#include "core/http/server.h"\n#include "tst_server.moc"')],
    "arrow": [
        ("core/model/a.cpp", '#include "core/http/server.h"', '#include "core/base/result.h"'),
        ("core/node/a.cpp", '#include "core/terminal/agent.h"', '#include "core/node/node.h"'),
        ("ui/a/b.cpp", '#include "core/store/store.h"', '#include "core/adminclient/client.h"'),
    ],
}


def rules_of(path, text):
    return {name for _, name, _ in lint.findings(lint.Source(path, text))}


class Rules(unittest.TestCase):
    def test_every_rule_is_proven(self):
        elsewhere = {"spdx", "pragma-once"}
        self.assertEqual({name for name, _, _ in lint.RULES}, set(SAMPLES) | elsewhere)

    def test_forbidden_is_found(self):
        for name, samples in SAMPLES.items():
            for path, bad, _ in samples:
                with self.subTest(rule=name, text=bad[:80]):
                    self.assertIn(name, rules_of(path, HEADER + "void x() {\n" * (name == "co-await") + bad + "\n"))

    def test_allowed_is_not_found(self):
        for name, samples in SAMPLES.items():
            for path, _, good in samples:
                with self.subTest(rule=name, text=good[:80]):
                    self.assertEqual(set(), rules_of(path, HEADER + good + "\n"))

    def test_header_needs_licence_and_pragma(self):
        self.assertEqual({"spdx", "pragma-once"}, rules_of("core/base/a.h", "#ifndef A\n#endif\n"))
        self.assertEqual(set(), rules_of("core/base/a.h", HEADER + "#pragma once\n"))

    def test_script_may_start_with_its_interpreter(self):
        text = "#!/usr/bin/env python3\n" + HEADER.replace("//", "#")
        self.assertEqual(set(), rules_of("tests/e2e/a.py", text))

    def test_rules_for_places_hold_only_there(self):
        self.assertEqual(set(), rules_of("core/http/a.cpp", HEADER + "#include <boost/beast/http.hpp>\n"))
        self.assertEqual(set(), rules_of("core/store/a.cpp", HEADER + "#include <QSqlDatabase>\n"))
        self.assertEqual(set(), rules_of("core/base/tasks.cpp", HEADER + "try { f(); } catch (...) { g(); }\n"))
        self.assertEqual(set(), rules_of("app/signalbox/main.cpp", HEADER + "return app.exec();\n"))

    def test_excuse_needs_the_rule_and_a_reason(self):
        bad = "std::this_thread::sleep_for(1s);\n"
        path = "tests/core/http/tst_a.cpp"
        self.assertEqual(set(), rules_of(path, HEADER + "// lint-allow(sleeping-test): the kernel's own timer\n" + bad))
        self.assertEqual({"sleeping-test"}, rules_of(path, HEADER + "// lint-allow(sleeping-test):\n" + bad))
        self.assertEqual({"sleeping-test"}, rules_of(path, HEADER + "// lint-allow(beast): no\n" + bad))

    def test_finding_names_the_line(self):
        text = HEADER + "/* co_await\n */\nvoid f() {\n    g(co_await h());\n}\n"
        self.assertEqual([6], [line for line, _, _ in lint.findings(lint.Source(CPP, text))])


class Blanking(unittest.TestCase):
    def test_offsets_stay(self):
        text = 'a("x\\"y"); // c\n/* d\ne */ R"(raw " text)" \'"\' 1\'000 b'
        blanked = coroutines.blank(text)
        self.assertEqual(len(text), len(blanked))
        self.assertEqual(text.count("\n"), blanked.count("\n"))
        self.assertNotIn("raw", blanked)
        self.assertIn("1'000 b", blanked)


if __name__ == "__main__":
    unittest.main()
