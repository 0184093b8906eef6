"""Rules of the architecture that import-linter cannot say."""

import ast
import subprocess
import sys
import tomllib

from tests.helpers.project import ROOT, imported_modules, python_files, tree

QT = {"PySide6", "shiboken6", "pytestqt"}
QT_FIXTURES = {"qtbot", "qapp", "qtlog", "qtmodeltester"}
WINDOWS = {"ui", "app.py", "rehearsing.py", "gallery_rooms.py"}
"""Where Qt is known: the windows, and what builds and drives them."""

CLOCKS = {"now", "today", "utcnow"}


def _is_qt(module):
    windows = tuple(f"kiosk.{name.removesuffix('.py')}" for name in WINDOWS)
    return module.split(".")[0] in QT or module.startswith(windows)


def test_unit_tests_use_no_qt():
    found = []
    for path in python_files("tests", "unit"):
        found += [f"{path}: {module}" for module in imported_modules(path) if _is_qt(module)]
        found += [
            f"{path}: {node.arg}"
            for node in ast.walk(tree(path))
            if isinstance(node, ast.arg) and node.arg in QT_FIXTURES
        ]
    assert found == []


def test_only_app_and_ui_load_qt():
    """In an interpreter of its own: importing everything else leaves Qt alone."""
    modules = [
        ".".join(path.with_suffix("").parts).removesuffix(".__init__")
        for path in python_files("kiosk")
        if path.parts[1] not in {*WINDOWS, "_share"}
    ]
    code = f"""
import importlib, sys
for name in {modules!r}:
    importlib.import_module(name)
print(sorted(set(sys.modules) & {{"PySide6", "shiboken6"}}))
"""
    run = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT
    )
    assert run.stdout.strip() == "[]"


def test_the_domain_reads_no_clock():
    found = [
        f"{path}:{node.lineno}: {node.func.attr}()"
        for path in python_files("kiosk", "domain")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CLOCKS
    ]
    assert found == []


def test_every_package_without_drivers_is_type_checked_strictly():
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    strict = set(config["tool"]["basedpyright"]["strict"])
    without_drivers = {
        f"{path.parts[0]}/{path.parts[1]}"
        for path in python_files("kiosk")
        if path.parts[1] not in {*WINDOWS, "storage", "pdf", "printing"}
    }
    assert without_drivers <= strict


def test_tests_wait_for_what_happens_and_never_sleep():
    found = []
    for path in python_files("tests"):
        for node in ast.walk(tree(path)):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            owner = node.func.value
            called = f"{owner.id if isinstance(owner, ast.Name) else '?'}.{node.func.attr}"
            if called in {"time.sleep", "qtbot.wait", "QTest.qWait", "QTest.qSleep"}:
                found.append(f"{path}:{node.lineno}: {called}")
        found += [f"{path}: {name}" for name in imported_modules(path) if name == "time.sleep"]
    assert found == []
