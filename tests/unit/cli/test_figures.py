"""`kiosk figures`, as it is typed."""

import csv
import io
import json
from datetime import UTC, datetime, timedelta

import pytest
from pypdf import PdfReader

from kiosk.cli.main import run
from kiosk.domain import facts
from kiosk.domain.content import Stage
from kiosk.storage.store import open_store
from tests.helpers.stored_visits import put_visit

MARCH = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def figures(tmp_path, capsys):
    """Runs the command on a store with seven visits in March and six in May."""
    with open_store(tmp_path / "data") as store:
        for number, days in enumerate([*range(7), *range(60, 66)]):
            told = (facts.StageGiven(Stage.PREGNANT), facts.CardShown("newborn", "cord"))
            start = MARCH + timedelta(days=days)
            put_visit(store.visits, f"{number:032x}", *told, facts.Finished(), start=start)

    def command(*arguments, name="out.csv"):
        out = tmp_path / name
        status = run(["--data", str(tmp_path / "data"), "figures", *arguments, "--out", str(out)])
        return status, out, capsys.readouterr().err

    return command


def test_a_table(figures):
    status, out, err = figures()
    table = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8"))))
    months = {row["key"]: row["count"] for row in table if row["figure"] == "visits_by_month"}
    assert (status, err) == (0, "")
    assert months == {"2026-03": "7", "2026-04": "0", "2026-05": "6"}
    assert {row["mode"] for row in table} == {"rehearsal"}


def test_some_months_as_json(figures):
    status, out, _ = figures("--from", "2026-04", "--to", "2026-05", name="out.JSON")
    (rehearsal,) = json.loads(out.read_text(encoding="utf-8"))["figures"]
    assert status == 0
    assert (rehearsal["from"], rehearsal["to"], rehearsal["visits"]) == ("2026-04", "2026-05", 6)


def test_a_page(figures):
    status, out, _ = figures(name="out.pdf")
    (sheet,) = PdfReader(out).pages
    assert status == 0
    assert "Figures of practice visits" in sheet.extract_text()


def test_months_without_a_visit(figures):
    status, out, err = figures("--from", "2027-01")
    assert status == 1
    assert "No visits" in err
    assert not out.exists()


@pytest.mark.parametrize(
    ("arguments", "name", "said"),
    [
        ((), "out.xlsx", ".csv, .json, .pdf"),
        (("--from", "March"), "out.csv", "March is no month"),
        (("--from", "2026-04", "--to", "2026-03"), "out.csv", "--to is before --from"),
    ],
)
def test_what_is_typed_wrongly(figures, arguments, name, said):
    status, out, err = figures(*arguments, name=name)
    assert status == 2
    assert said in err
    assert not out.exists()
