# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where `co_await` and capturing lambdas stand, found in C++ text without a compiler.

It works on text whose comments and literals are blanked (blank()), so that offsets and lines stay what they were.
"""
import re

_LITERAL = re.compile(
    r"""//[^\n]*|/\*.*?\*/|R"(?P<mark>[^\s()\\]{0,16})\(.*?\)(?P=mark)"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-zA-Z_])'(?:\\.|[^'\\\n])+'""",
    re.S,
)
_OPEN = {"(": ")", "[": "]", "{": "}"}
_CLOSE = {")", "]", "}"}
_COROUTINE_WORD = re.compile(r"\bco_(?:await|return|yield)\b")
# Macros of core/base/result.h: `co_await` may stand first in their expression.
_TRY_MACRO = re.compile(r"\bCO_(?:TRY|CHECK)\s*$")
_NAMED = re.compile(r"[\w:<>,\s&*\[\].>-]*[\w\]]\s*$")


def blank(text):
    """The text with comments and literals as spaces; quotes and line ends stay."""

    def spaces(match):
        found = match.group(0)
        inner = re.sub(r"[^\n]", " ", found)
        return found[0] + inner[1:-1] + found[-1] if found[0] in "\"'R" and len(found) > 1 else inner

    return _LITERAL.sub(spaces, text)


def _closing(code, opening):
    """The offset of the bracket that closes the one at `opening`, or the end."""
    depth = 0
    for at in range(opening, len(code)):
        if code[at] in _OPEN:
            depth += 1
        elif code[at] in _CLOSE:
            depth -= 1
            if depth == 0:
                return at
    return len(code)


def _expression_end(code, at):
    """Where the expression that begins at `at` ends: at its `;`, or at the bracket or comma it does not own."""
    while at < len(code):
        if code[at] in _OPEN:
            at = _closing(code, at)
        elif code[at] in _CLOSE or code[at] in ";,":
            return at
        at += 1
    return at


def _statement_start(code, at):
    """Back from `at` to just behind the `;`, `{`, `}` or unclosed `(` before it."""
    depth = 0
    while at > 0:
        character = code[at - 1]
        if character in ")]" or (character == "}" and depth):
            depth += 1
        elif character in "([" or (character == "{" and depth):
            if depth == 0:
                return at
            depth -= 1
        elif character in ";{}" and depth == 0:
            return at
        at -= 1
    return 0


def _head(code, opening):
    """The word before an opening bracket."""
    match = re.search(r"(\w+)\s*$", code[max(0, opening - 40) : opening])
    return match.group(1) if match else ""


def misplaced_awaits(code):
    """Yields (offset, what is wrong) for each `co_await` of blanked text that stands where GCC 12 may miscompile."""
    for match in re.finditer(r"\bco_await\b", code):
        at = match.start()
        end = _expression_end(code, match.end())
        operand = code[match.end() : end]
        wrong = _wrong_place(code, at, end) or _wrong_operand(operand)
        if wrong:
            yield at, wrong


def _wrong_operand(operand):
    if "co_await" in operand:
        return "a co_await inside the awaited expression"
    if "{" in operand:
        return "a lambda, aggregate or braces inside the awaited expression"
    if "?" in operand:
        return "?: inside the awaited expression"
    if re.search(r"&&|\|\|", operand):
        return "&& or || after co_await"
    return None


def _wrong_place(code, at, end):
    start = _statement_start(code, at)
    before = code[start:at]
    opening = start - 1 if start and code[start - 1] == "(" else None
    head = _head(code, opening) if opening is not None else ""
    macro = opening is not None and _TRY_MACRO.search(code[max(0, opening - 40) : opening])
    if macro:
        return None if re.fullmatch(r"\s*(?:[^;{}()?]*,\s*)?", before) else "co_await that is not first in CO_TRY or CO_CHECK"
    if "?" in before:
        return "?: with a co_await"
    if opening is not None:
        if head not in ("if", "switch", "for", "while"):
            return "co_await as an argument or in brackets"
        if head in ("while",) or code[end : end + 1] != ";":
            return f"co_await in the condition of {head}"
    if re.search(r"\b(?:co_return|co_yield|return|throw)\b", before):
        return "co_await in a return"
    body = re.sub(r"^\s*(?:(?:else|do)\b|case\b[^:]*:(?!:)|default\s*:|\w+\s*:(?!:))\s*", "", before)
    body = re.sub(r"^\s*(?:if|for|while|switch)\b.*\)\s*$", "", body, flags=re.S) if opening is None else body
    if re.fullmatch(r"\s*(?:\(void\)\s*)?", body):
        return None
    assigned = re.fullmatch(r"(.*[^=!<>+\-*/|&^%])=\s*", body, re.S)
    if assigned and _NAMED.search(assigned.group(1)) and "=" not in assigned.group(1):
        return None
    return "co_await that is neither a whole initialiser nor a statement of its own"


def _lambda_body(code, bracket_end):
    """The offsets of the body of a lambda whose capture ends at `bracket_end`, or None where it is no lambda."""
    at = bracket_end + 1
    at += len(code[at:]) - len(code[at:].lstrip())
    if at < len(code) and code[at] == "(":
        at = _closing(code, at) + 1
    tail = re.compile(r"\s*(?:(?:mutable|noexcept|constexpr)\s*)*(?:->\s*[\w:<>,\s&*]+?)?\s*\{").match(code, at)
    if not tail:
        return None
    return tail.end() - 1, _closing(code, tail.end() - 1)


def _lambdas(code):
    """Yields (offset, capture, body begin, body end)."""
    for match in re.finditer(r"\[", code):
        at = match.start()
        before = code[:at].rstrip()[-12:]
        if code[at + 1 : at + 2] == "[" or before.endswith("["):
            continue  # an attribute
        if re.search(r"[\w\])]$", before) and not re.search(r"\b(?:return|co_return|co_await|co_yield)$", before):
            continue  # a subscript, or a structured binding behind auto
        close = _closing(code, at)
        body = _lambda_body(code, close)
        if body:
            yield at, code[at + 1 : close].strip(), body[0], body[1]


def capturing_coroutines(code):
    """Yields the offset of each lambda with a capture that is itself a coroutine."""
    lambdas = list(_lambdas(code))
    for at, capture, begin, end in lambdas:
        if not capture:
            continue
        body = code[begin:end]
        for inner_at, _, inner_begin, inner_end in lambdas:
            if begin < inner_at and inner_end <= end:
                body = body[: inner_begin - begin] + " " * (inner_end - inner_begin) + body[inner_end - begin :]
        if _COROUTINE_WORD.search(body):
            yield at
