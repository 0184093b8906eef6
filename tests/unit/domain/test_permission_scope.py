"""Scopes of permissions: terms where they are terms, free text otherwise."""

import pytest

from kiosk.domain.permission_scope import Scope, parse_scope


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        (
            "languages=en,es;sites=North;print=yes;audio=no",
            Scope(("en", "es"), ("North",), True, False),
        ),
        (" languages = en , es ; ", Scope(languages=("en", "es"))),
        ("sites=North clinic, South clinic", Scope(sites=("North clinic", "South clinic"))),
        ("audio=yes", Scope(audio=True)),
        ("print=no", Scope(print=False)),
    ],
)
def test_terms_are_read(text, scope):
    assert parse_scope(text) == scope


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ; ",
        "screen",
        "this clinic; print=yes",
        "print=perhaps",
        "print=yes;print=no",
        "languages=",
        "languages=en;languages=es",
        "colour=green",
        "=",
    ],
)
def test_anything_else_is_free_text(text):
    assert parse_scope(text) is None
