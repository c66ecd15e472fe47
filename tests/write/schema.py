# SPDX-License-Identifier: Apache-2.0
"""The part of JSON Schema (draft 2020-12) that docs/record.schema.json uses.

A schema with any other keyword is refused, so that nothing in it goes unchecked.
"""
import re

TYPES = {"object": dict, "array": list, "string": str, "null": type(None), "boolean": bool,
         "integer": int, "number": (int, float)}
NOTES = {"$schema", "$id", "$defs", "title", "description"}
CHECKS = {"type", "enum", "const", "required", "additionalProperties", "properties", "items",
          "pattern", "minLength", "minimum", "maximum", "uniqueItems", "$ref", "anyOf"}


def is_type(value, name):
    if isinstance(value, bool):
        return name == "boolean"
    return isinstance(value, TYPES[name])


def of_object(value, schema, root, path):
    properties = schema.get("properties", {})
    for key in schema.get("required", []):
        if key not in value:
            yield f"{path}: the key {key!r} is missing"
    for key, inner in value.items():
        if key in properties:
            yield from errors(inner, properties[key], root, f"{path}.{key}")
        elif schema.get("additionalProperties", True) is False:
            yield f"{path}: the key {key!r} is not in the schema"


def of_array(value, schema, root, path):
    if schema.get("uniqueItems") and any(item in value[:i] for i, item in enumerate(value)):
        yield f"{path}: an item is there twice"
    for i, item in enumerate(value):
        yield from errors(item, schema.get("items", {}), root, f"{path}[{i}]")


def of_scalar(value, schema, path):
    if isinstance(value, str):
        if "pattern" in schema and not re.search(schema["pattern"], value):
            yield f"{path}: {value!r} does not match"
        if len(value) < schema.get("minLength", 0):
            yield f"{path}: {value!r} is too short"
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        if not schema.get("minimum", value) <= value <= schema.get("maximum", value):
            yield f"{path}: {value} is out of its range"


def errors(value, schema, root, path="record"):
    """What of `value` breaks the schema, one sentence each."""
    unknown = set(schema) - NOTES - CHECKS
    if unknown:
        raise ValueError(f"keywords that this validator lacks: {sorted(unknown)}")
    if "$ref" in schema:
        target = root
        for part in schema["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        yield from errors(value, target, root, path)
    types = schema.get("type", [])
    types = [types] if isinstance(types, str) else types
    if types and not any(is_type(value, name) for name in types):
        yield f"{path}: {value!r} is not of type {types}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{path}: {value!r} is none of {schema['enum']}"
    if "const" in schema and value != schema["const"]:
        yield f"{path}: {value!r} is not {schema['const']!r}"
    if "anyOf" in schema and all(list(errors(value, one, root, path)) for one in schema["anyOf"]):
        yield f"{path}: {value!r} is none of what it may be"
    if isinstance(value, dict):
        yield from of_object(value, schema, root, path)
    elif isinstance(value, list):
        yield from of_array(value, schema, root, path)
    else:
        yield from of_scalar(value, schema, path)
