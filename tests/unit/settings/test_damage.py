"""Whatever somebody writes into kiosk.toml is settings or faults with a place, never a crash."""

import string
from typing import Any

import tomlkit
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.errors import InputError
from kiosk.settings import parse_settings
from kiosk.settings.catalogue import all_settings

LEAVES = st.one_of(
    st.booleans(),
    st.integers(min_value=-(2**40), max_value=2**40),
    st.floats(allow_nan=False),
    st.datetimes(),
    st.text(string.printable, max_size=12),
    st.sampled_from(["en", "es", "slip", "sound", "webhook", "clinic", "", "https://a.example"]),
)
NAMES = st.sampled_from(
    sorted(
        {"en", "es", "zebra"}
        | {part for each in all_settings() for part in each.key.replace("[]", "").split(".")}
    )
)
TABLES: st.SearchStrategy[dict[str, Any]] = st.dictionaries(
    NAMES,
    st.recursive(
        LEAVES,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3), st.dictionaries(NAMES, inner, max_size=4)
        ),
        max_leaves=12,
    ),
    max_size=6,
)


@settings(deadline=None, max_examples=150)
@given(TABLES)
def test_any_tables(tables):
    text = tomlkit.dumps(tables)
    made, faults = parse_settings(text, "kiosk.toml")
    assert all(fault.place is not None and fault.place.line for fault in faults)
    if not faults:
        # What is sound is taken as it stands.
        known = {name: value for name, value in tables.items() if value not in ({}, [])}
        assert set(known) <= set(made.__struct_fields__)


@settings(deadline=None, max_examples=150)
@given(st.text(string.printable + "[]=\"'.#\n", max_size=80))
def test_any_text(text):
    try:
        _made, faults = parse_settings(text, "kiosk.toml")
    except InputError as error:
        faults = (error,)
    assert all(fault.place is not None for fault in faults)
