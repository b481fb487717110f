# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks requests and answers of the admin API against its description:
check_answers.py OPENAPI.yaml ANSWERS.json [EXCEPT …]

What was carried out (2xx) must have been asked as the description says. With EXCEPT, every operation but those named
must have been carried out at least once."""
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


def complaint(api, schema, value):
    document = {"$schema": "https://json-schema.org/draft/2020-12/schema", "components": api["components"], **schema}
    errors = jsonschema.Draft202012Validator(document).iter_errors(value)
    errors = sorted(errors, key=lambda e: list(map(str, e.path)))
    return "; ".join("/".join(map(str, e.absolute_path)) + ": " + e.message for e in errors[:3])


def problem_with_answer(api, operation, answer):
    responses = operation["responses"]
    response = resolved(api, responses.get(str(answer["status"]), None if answer["status"] < 300 else responses["default"]))
    if response is None:
        return "has a status that is not described"
    content = response.get("content")
    if content is None:
        return "has a body that is not described" if answer["text"] else ""
    media = content.get(answer["type"].split(";")[0])
    if media is None:
        return "has the type " + answer["type"]
    is_json = answer["type"].split(";")[0].endswith("json")
    return complaint(api, media["schema"], answer["body"] if is_json else answer["text"])


def problem_with_request(api, operation, answer):
    if answer["status"] >= 300:
        return ""
    described = resolved(api, operation.get("requestBody"))
    if described is None:
        return "is sent with a body that is not described" if answer["request"] not in ("", "{}") else ""
    if not answer["request"]:
        return "is taken without the body that is required" if described.get("required") else ""
    media = described["content"].get("application/json")
    if media is None:
        return ""
    return complaint(api, media["schema"], json.loads(answer["request"]))


def problem_with(api, answer, done):
    operation = operation_of(api, answer["method"].lower(), answer["path"])
    if operation is None:
        return "is not described"
    if answer["status"] < 300:
        done.add(operation["operationId"])
    asked = problem_with_request(api, operation, answer)
    return "as it was asked: " + asked if asked else problem_with_answer(api, operation, answer)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        api = yaml.safe_load(file)
    with open(sys.argv[2], encoding="utf-8") as file:
        answers = json.load(file)
    done = set()
    problems = []
    for answer in answers:
        problem = problem_with(api, answer, done)
        if problem:
            problems.append(f"{answer['method']} {answer['path']} {answer['status']} {problem[:600]}")
    if len(sys.argv) > 3:
        every = {operation["operationId"] for item in api["paths"].values() for method, operation in item.items()
                 if method != "parameters"}
        problems += [name + " was never carried out" for name in sorted(every - done - set(sys.argv[3:]))]
        problems += [name + " is no exception any more" for name in sorted(done & set(sys.argv[3:]))]
    print("\n".join(problems), file=sys.stderr)
    return 1 if problems or len(answers) < 20 else 0


sys.exit(main())
