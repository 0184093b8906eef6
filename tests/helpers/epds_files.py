"""A wording as the files that other systems give: FHIR Questionnaires, REDCap dictionaries."""

import csv
import io
from typing import Any

from kiosk.domain.epds import EPDS
from kiosk.domain.instrument_text import InstrumentText

DEFINITIONS = "http://hl7.org/fhir/StructureDefinition/"
REDCAP_HEAD = (
    "Variable / Field Name",
    "Form Name",
    "Section Header",
    "Field Type",
    "Field Label",
    "Choices, Calculations, OR Slider Labels",
)


def questionnaire_of(
    text: InstrumentText, *, url: str = "ordinalValue", on_coding: bool = False
) -> dict[str, Any]:
    """A FHIR R4 Questionnaire; options by rising points, whatever the printed order."""
    items: list[dict[str, Any]] = []
    for key, item in zip(EPDS.items, text.items, strict=True):
        options: list[dict[str, Any]] = []
        for points, label in sorted(zip(key.points, item.options, strict=True)):
            points_of = [{"url": f"{DEFINITIONS}{url}", "valueDecimal": points}]
            coding: dict[str, Any] = {"code": f"a{points}", "display": label}
            option: dict[str, Any] = {"valueCoding": coding}
            (coding if on_coding else option)["extension"] = points_of
            options.append(option)
        question = {"linkId": str(item.number), "type": "choice", "text": item.stem}
        items.append({**question, "answerOption": options})
    return {
        "resourceType": "Questionnaire",
        "status": "active",
        "language": text.language.replace("_", "-"),
        "version": text.version,
        "title": text.title,
        "copyright": text.citation,
        "item": items,
    }


def dictionary_rows(text: InstrumentText) -> list[list[str]]:
    """The rows of a REDCap data dictionary, without its head."""
    rows: list[list[str]] = []
    for key, item in zip(EPDS.items, text.items, strict=True):
        choices = " | ".join(
            f"{points}, {label}"
            for points, label in sorted(zip(key.points, item.options, strict=True))
        )
        rows.append([f"epds_{item.number}", "epds", "", "radio", item.stem, choices])
    return rows


def dictionary_of(rows: list[list[str]], *, delimiter: str = ",") -> str:
    """A REDCap data dictionary of these rows."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([list(REDCAP_HEAD), *rows])
    return out.getvalue()
