# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each rule of translations/texts.py fires on what it forbids and is silent on what it allows."""
import importlib.util
import tempfile
import unittest
from pathlib import Path

FILE = Path(__file__).resolve().parents[2] / "translations" / "texts.py"
SPEC = importlib.util.spec_from_file_location("texts", FILE)
texts = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(texts)


def wrong(source, *forms, language="de"):
    text = texts.Text("Page", source, "")
    return [what for _, what in texts.findings_in(language, [text], {text: list(forms)})]


class Rules(unittest.TestCase):
    def test_a_good_translation_is_silent(self):
        self.assertEqual(wrong("Sa&ve %1 of %2 …", "%2, davon %1 s&peichern …"), [])
        self.assertEqual(wrong("%n node(s)", "%n Knoten", "%n Knoten"), [])
        self.assertEqual(wrong("Nodes && terminals", "Knoten && Terminals"), [])

    def test_an_unfinished_text_is_found(self):
        self.assertEqual(len(wrong("Save")), 1)

    def test_a_lost_or_other_placeholder_is_found(self):
        self.assertEqual(len(wrong("Save %1", "Speichern")), 1)
        self.assertEqual(len(wrong("Save %1", "%2 speichern")), 1)
        self.assertEqual(len(wrong("%n node(s)", "ein Knoten", "%n Knoten")), 1)

    def test_an_accelerator_on_one_side_is_found(self):
        self.assertEqual(len(wrong("&Save", "Speichern")), 1)
        self.assertEqual(len(wrong("Save", "&Speichern")), 1)

    def test_lines_and_dots_are_kept(self):
        self.assertEqual(len(wrong("a\nb", "a b")), 1)
        self.assertEqual(len(wrong("Save …", "Speichern")), 1)

    def test_a_missing_plural_form_is_found(self):
        self.assertEqual(len(wrong("%n node(s)", "%n", "%n", "%n")), 1)

    def test_two_of_one_accelerator_in_a_page_are_found(self):
        one, two = texts.Text("Page", "&Save", ""), texts.Text("Page", "&Done", "")
        clash = {one: ["&Speichern"], two: ["&Schließen"]}
        self.assertEqual(len(list(texts.findings_in("de", clash, clash))), 1)
        apart = {one: ["&Speichern"], two: ["S&chließen"]}
        self.assertEqual(list(texts.findings_in("de", apart, apart)), [])

    def test_texts_that_came_or_went_are_found(self):
        came, went = texts.Text("Page", "New", ""), texts.Text("Page", "Old", "")
        self.assertEqual(len(list(texts.findings_in("de", [came], {went: ["Alt"]}))), 2)

    def test_the_file_says_what_is_finished(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "x.ts"
            file.write_text(
                "<TS><context><name>Page</name>"
                "<message><source>a</source><translation>b</translation></message>"
                "<message><source>c</source><comment>d</comment><translation type='unfinished'>e</translation></message>"
                "<message><source>f</source><translation></translation></message>"
                "<message numerus='yes'><source>g</source><translation><numerusform>h</numerusform>"
                "<numerusform>i</numerusform></translation></message></context></TS>",
                encoding="utf-8",
            )
            found = texts.read(file)
        self.assertEqual(found[texts.Text("Page", "a", "")], ["b"])
        self.assertEqual(found[texts.Text("Page", "c", "d")], [])
        self.assertEqual(found[texts.Text("Page", "f", "")], [])
        self.assertEqual(found[texts.Text("Page", "g", "")], ["h", "i"])


if __name__ == "__main__":
    unittest.main()
