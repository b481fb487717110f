#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The console's texts and their translations.

texts.py update: takes the texts of the sources into translations/*.ts, and lists what is to be translated.
texts.py check:  one line a text that is missing, not translated, or translated so that it cannot work; exit 1 when
                 there are any.
"""
import argparse
import collections
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ("ui", "app/signalbox")
FEWEST = 100  # lupdate finds nothing and says nothing when it does not understand the sources
PLURALS = {"de": 2, "en": 2, "zh_CN": 1}  # English: only what is counted

Text = collections.namedtuple("Text", "context source comment")


def lupdate_program(given):
    if given:
        return given
    program = shutil.which("lupdate6") or shutil.which("/usr/lib/qt6/bin/lupdate") or shutil.which("lupdate")
    return program or sys.exit("texts.py: lupdate is missing: ./dev deps build")


def lupdate(program, files, *options):
    # With -I it finds the classes' namespaces; without, the console would look texts up where they are not.
    command = [program, *options, "-silent", "-no-obsolete", "-locations", "none", "-I", ".", *SOURCES, "-ts", *map(str, files)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"texts.py: lupdate failed: {done.stderr.strip()}")


def read(file):
    """The texts of a .ts file: Text → its translations, one a plural form; empty where it is not finished."""
    texts = {}
    for context in ElementTree.parse(file).getroot().findall("context"):
        for message in context.findall("message"):
            comment = message.find("comment")
            key = Text(context.findtext("name"), message.findtext("source"), "" if comment is None else comment.text)
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
            texts[key] = [] if translation.get("type") == "unfinished" or not all(forms) else forms
    return texts


def placeholders(text):
    return sorted(re.findall(r"%L?\d+|%n", text))


def accelerator(text):
    found = re.findall(r"&(\w)", text.replace("&&", ""))
    return found[0].lower() if found else ""


def wrong_with(text, form):
    """What makes one translation unusable, in words."""
    if placeholders(text.source) != placeholders(form):
        yield f"placeholders {placeholders(text.source)} became {placeholders(form)}"
    if bool(accelerator(text.source)) != bool(accelerator(form)):
        yield "the accelerator (&) is on one side only"
    if text.source.count("\n") != form.count("\n"):
        yield "the lines are others"
    if text.source.endswith("…") != form.endswith("…"):
        yield "the … at the end is on one side only"


def clashes(texts):
    """Accelerators that differ in the source and are the same in the translation, within one dialog or page."""
    taken = {}
    for text, forms in texts.items():
        own = accelerator(text.source)
        if not own or not forms:
            continue
        other = taken.setdefault((text.context, accelerator(forms[0])), text)
        if accelerator(other.source) != own:
            yield text, f"its accelerator is also that of “{other.source}”"


def findings_in(language, fresh, texts):
    """(text, what is wrong) for everything that is wrong with a language; `fresh`: the texts of the sources."""
    for text in fresh:
        if text not in texts:
            yield text, "is not in the file"
    for text, forms in texts.items():
        if text not in fresh:
            yield text, "is not in the sources any more"
        elif not forms:
            yield text, "is not translated"
        elif len(forms) not in (1, PLURALS[language]):
            yield text, f"has {len(forms)} plural forms"
        for form in forms:
            for what in wrong_with(text, form):
                yield text, what
    yield from clashes(texts)


def named_contexts():
    """Contexts that the sources name in words; all others are classes, with their namespace."""
    names = set()
    for folder in SOURCES:
        for file in (ROOT / folder).rglob("*.[ch]*"):
            code = file.read_text(encoding="utf-8")
            names.update(re.findall(r'Q_DECLARE_TR_FUNCTIONS\((\w+)\)|translate\("(\w+)"', code))
    return {name for pair in names for name in pair if name}


def findings(program):
    with tempfile.TemporaryDirectory() as folder:
        file, counted = Path(folder) / "fresh.ts", Path(folder) / "counted.ts"
        lupdate(program, [file])
        lupdate(program, [counted], "-pluralonly")
        fresh = read(file)
        fresh_counted = read(counted)
    if len(fresh) < FEWEST:
        yield f"lupdate found {len(fresh)} texts in the sources: it did not understand them"
    lost = {text.context for text in fresh if "::" not in text.context} - named_contexts()
    for context in sorted(lost):
        yield f"lupdate lost the namespace of {context}: use a struct with Q_DECLARE_TR_FUNCTIONS in free functions"
    for language in PLURALS:
        wanted = fresh_counted if language == "en" else fresh
        for text, what in findings_in(language, wanted, read(file_of(language))):
            yield f"{file_of(language).relative_to(ROOT)}: {text.context}: “{text.source}” ({text.comment}): {what}"


def file_of(language):
    return ROOT / "translations" / f"signalbox_{language}.ts"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("update", "check"))
    parser.add_argument("--lupdate", help="the program")
    arguments = parser.parse_args()
    program = lupdate_program(arguments.lupdate)
    if arguments.what == "update":
        lupdate(program, [file_of(language) for language in PLURALS if language != "en"])
        lupdate(program, [file_of("en")], "-pluralonly")
    found = list(findings(program))
    for line in found:
        print(line)
    if found and arguments.what == "check":
        sys.exit(f"texts.py: {len(found)} findings; ./dev texts brings the files up to date")


if __name__ == "__main__":
    main()
