"""Checks the seed article's report: ``check_report.py SCHEMA REPORT ARTICLE``."""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator

schema, report, article = (Path(argument).read_text(encoding="utf-8") for argument in sys.argv[1:])
document = json.loads(report)
Draft202012Validator(json.loads(schema)).validate(document)

assert document["article"]["text"] == article, "the text of the report is not the article's"
(claim,) = (claim for claim in document["claims"] if "install an air-defense system" in claim["text"])
(source,) = (source for source in document["sources"] if source["id"] == claim["source_id"])
assert (claim["status"], claim["flagged"]) == ("unconfirmed", True), claim
assert "RTN" in {article[mention["start"] : mention["end"]] for mention in source["mentions"]}, source
print(f"{len(document['claims'])} claims, {document['summary']['flagged']} flagged: as an editor would have it")
