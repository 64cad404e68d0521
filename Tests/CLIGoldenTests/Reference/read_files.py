"""Reads what chiso writes for other tools, with those tools, and prints what they see as JSON.

    read_files.py xlsx FILE       openpyxl: sheets with cells, their types and number formats
    read_files.py sdmx FILE       pysdmx: the structure and the rows
    read_files.py package FOLDER  frictionless: whether it is valid, and the hashes as they should be
    read_files.py charts FOLDER   jsonschema: what is wrong with each Vega-Lite specification
"""

import hashlib
import json
import pathlib
import sys


def xlsx(path):
    import openpyxl

    def cell(of):
        value = of.value
        is_date = of.is_date
        return {
            "value": value.date().isoformat() if is_date else value,
            "type": "d" if is_date else of.data_type,
            "format": of.number_format,
        }

    book = openpyxl.load_workbook(path)
    return [
        {
            "name": sheet.title,
            "frozen": sheet.freeze_panes,
            "filter": sheet.auto_filter.ref,
            "rows": [[cell(of) for of in row] for row in sheet.iter_rows()],
        }
        for sheet in book.worksheets
    ]


def sdmx(path):
    import pysdmx.io

    message = pysdmx.io.read_sdmx(path)
    (data,) = message.data
    return {
        "structure": str(data.structure),
        "action": data.action.name,
        "columns": list(data.data.columns),
        "rows": data.data.to_dict(orient="records"),
    }


def package(folder):
    import frictionless

    path = pathlib.Path(folder)
    report = frictionless.validate(str(path / "datapackage.json"))
    descriptor = json.loads((path / "datapackage.json").read_text())
    return {
        "valid": report.valid,
        "errors": report.flatten(["type", "note"]),
        "rows": {task.name: task.stats.get("rows", 0) for task in report.tasks},
        "wrong": [
            resource["name"]
            for resource in descriptor["resources"]
            for data in [(path / resource["path"]).read_bytes()]
            if resource["hash"] != "sha256:" + hashlib.sha256(data).hexdigest()
            or resource["bytes"] != len(data)
        ],
        "descriptor": descriptor,
    }


def charts(folder):
    import altair
    import jsonschema

    # The schema of Vega-Lite 5, as the package altair carries it.
    schema = json.loads(
        (pathlib.Path(altair.__file__).parent / "vegalite/v5/schema/vega-lite-schema.json").read_text())
    validator = jsonschema.Draft7Validator(schema)
    return {
        path.name: [
            f"{error.json_path}: {error.message[:300]}"
            for error in validator.iter_errors(json.loads(path.read_text()))
        ]
        for path in sorted(pathlib.Path(folder).glob("*.json"))
    }


if __name__ == "__main__":
    read = {"xlsx": xlsx, "sdmx": sdmx, "package": package, "charts": charts}[sys.argv[1]]
    json.dump(read(sys.argv[2]), sys.stdout, ensure_ascii=False)
