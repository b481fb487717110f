# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks answers of the admin API against its description: check_answers.py OPENAPI.yaml ANSWERS.json"""
import json
import re
import sys

import jsonschema
import yaml


def operation_of(api, method, path):
    """The path item with the fewest parameters wins, as in the router."""
    found = []
    for pattern, item in api["paths"].items():
        expression = "/".join("[^/]+" if part.startswith("{") else re.escape(part) for part in pattern.split("/"))
        if re.fullmatch(expression, path) and method in item:
            found.append((pattern.count("{"), item[method]))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def resolved(api, node):
    while isinstance(node, dict) and "$ref" in node:
        place = api
        for step in node["$ref"].removeprefix("#/").split("/"):
            place = place[step]
        node = place
    return node


def problem_with(api, answer):
    operation = operation_of(api, answer["method"].lower(), answer["path"])
    if operation is None:
        return "is not described"
    responses = operation["responses"]
    response = resolved(api, responses.get(str(answer["status"]), None if answer["status"] < 300 else responses["default"]))
    if response is None:
        return "has a status that is not described"
    media = response.get("content", {}).get(answer["type"].split(";")[0])
    if media is None:
        return "has the type " + answer["type"]
    document = {"$schema": "https://json-schema.org/draft/2020-12/schema", "components": api["components"], **media["schema"]}
    errors = sorted(jsonschema.Draft202012Validator(document).iter_errors(answer["body"]), key=lambda e: list(map(str, e.path)))
    return "; ".join("/".join(map(str, e.absolute_path)) + ": " + e.message for e in errors[:3])


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        api = yaml.safe_load(file)
    with open(sys.argv[2], encoding="utf-8") as file:
        answers = json.load(file)
    failed = False
    for answer in answers:
        problem = problem_with(api, answer)
        if problem:
            failed = True
            print(answer["method"], answer["path"], answer["status"], problem[:600], file=sys.stderr)
    return 1 if failed or len(answers) < 20 else 0


sys.exit(main())
