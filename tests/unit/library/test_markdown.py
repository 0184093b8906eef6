import pytest

from kiosk.domain.content import AskQuestion, Bullets, CallOut, Card, Paragraph, Picture
from kiosk.library.document import Odd
from kiosk.library.finding import At
from kiosk.library.markdown import parse_document

HEAD = "---\ntitle: Title\nspoken: Spoken\n---\n"


def parse(body, head=HEAD):
    return parse_document(head + body, "topics/x/en.md", "en")


def odd(body):
    return [(oddity.kind, oddity.at.line, oddity.at.column) for oddity in parse(body).oddities]


def test_a_card_becomes_what_the_screens_need():
    document = parse(
        "## One idea {#one}\n![What it shows](one.svg)\n- A bullet\n- Another\n\n"
        "A line\nof two.\n\n"
        "> [!urgent] Call now.\n> At once.\n\n> [!note] Later.\n"
    )
    text = document.topic_text()
    assert (text.language, text.title, text.spoken) == ("en", "Title", "Spoken")
    assert text.cards == (
        Card(
            "one",
            "One idea",
            Picture("one.svg", "What it shows"),
            (
                Bullets(("A bullet", "Another")),
                Paragraph("A line of two."),
                CallOut("urgent", "Call now. At once."),
                CallOut("note", "Later."),
            ),
        ),
    )
    assert document.oddities == ()


def test_check_questions_and_questions_to_ask_are_understood_in_any_language():
    text = parse(
        "## ? ¿Qué? {#what}\n- [ ] Uno {#one}\n  No\n  del todo.\n- [x] Dos {#two}\n\n  Sí.\n\n"
        "## Preguntas\n- ¿Cuándo? {#when}\n"
    ).topic_text()
    [check] = text.checks
    assert (check.id, check.prompt) == ("what", "¿Qué?")
    assert [(c.id, c.text, c.right, c.explanation) for c in check.choices] == [
        ("one", "Uno", False, "No del todo."),
        ("two", "Dos", True, "Sí."),
    ]
    assert text.questions == (AskQuestion("when", "¿Cuándo?"),)


def test_places_are_exact():
    document = parse(
        "## One {#one}\n![a](a.svg)\n- A\n-   B\n\n> [!urgent] Now\n\n"
        "## ?  What {#what}\n- [x] Yes {#yes}\n  Told.\n"
    )
    [card] = document.cards
    assert card.title.at == At(5, 4)
    assert card.pictures[0].at == At(6, 1)
    assert [text.at for text in card.blocks[0].texts] == [At(7, 3), At(8, 5)]
    assert card.blocks[1].texts[0].at == At(10, 13)
    [check] = document.checks
    assert check.prompt.at == At(12, 7)
    assert check.choices[0].text.at == At(13, 7)


@pytest.mark.parametrize(
    ("line", "kind", "column"),
    [
        ("Plain *stress* here", Odd.EMPHASIS, 7),
        ("Plain <b> here", Odd.HTML, 7),
        ("Plain [a](b) here", Odd.LINK, 7),
        ("Plain `a` here", Odd.CODE, 7),
        ("Plain ![a](b.svg)", Odd.PICTURE, 7),
        ("Plain {#id} here", Odd.STRAY_ID, 7),
    ],
)
def test_markup_has_its_line_and_column(line, kind, column):
    assert odd(f"## A {{#a}}\n![a](a.svg)\n\nFirst\n{line}\n") == [(kind, 9, column)]


def test_text_may_follow_its_picture_without_an_empty_line():
    [card] = parse("## A {#a}\n![a](a.svg)\nText.\n").cards
    assert card.pictures[0].file == "a.svg"
    assert card.blocks[0].texts[0].text == "Text."
    assert card.blocks[0].texts[0].at == At(7, 1)


def test_windows_line_ends_and_old_ones_make_no_difference():
    body = "## A {#a}\n![a](a.svg)\n- b\n"
    expected = parse(body)
    for end in ("\r\n", "\r"):
        text = (HEAD + body).replace("\n", end)
        assert parse_document(text, "topics/x/en.md", "en") == expected


def test_lines_of_chinese_are_joined_without_a_space():
    [card] = parse("## A {#a}\n宝宝\n睡觉\nand\nmore\n").cards
    assert card.blocks[0].texts[0].text == "宝宝睡觉 and more"


def test_escapes_and_entities_become_what_they_mean():
    [card] = parse("## A {#a}\n\nA \\* and &amp; more\n").cards
    assert card.blocks[0].texts[0].text == "A * and & more"


def test_a_section_without_ids_is_a_card_without_id():
    document = parse("## Questions\n- When?\n")
    assert document.asks == ()
    assert [oddity.kind for oddity in document.oddities] == [Odd.NO_ID]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---",
        "\x00",
        "---\n---\n##",
        "---\n---\n## ?",
        "---\n---\n## {#a}\n-\n- \n>\n> [!urgent]\n",
        "---\n---\n## ? a {#a}\n-\n- [x]\n- [x]\n\n      code\n1. a\n",
        "---\n---\n## a\n- {#a}\n- - - b {#b}\n> c\n",
        "- " * 5000,
        "---\n---\n" + "> " * 500 + "a",
        "---\n---\n## a {#a}\n![" + "*a" * 5000,
        "---\n---\n## a {#a}\n![a](<a b.svg>) ![b](\n![c](c.svg) d\n",
    ],
)
def test_no_text_makes_it_fail(text):
    assert parse_document(text, "en.md", "en").path == "en.md"


def test_what_to_remember_is_a_section_of_plain_bullets():
    document = parse(
        "## A {#a}\n![a](a.svg)\nText.\n\n## !  ¡Recuerde!\n- One.\n-   Two.\n\n## B {#b}\nText.\n"
    )
    assert document.take_home is not None
    assert document.take_home.title.text == "¡Recuerde!"
    assert document.take_home.title.at == At(9, 7)
    assert [(point.text, point.at) for point in document.take_home.points] == [
        ("One.", At(10, 3)),
        ("Two.", At(11, 5)),
    ]
    assert [card.id for card in document.cards] == ["a", "b"]
    assert document.oddities == ()


def test_a_heading_that_begins_with_a_picture_is_no_section_to_remember():
    assert parse("## ![a](a.svg) {#a}\n- b\n").take_home is None


def test_what_is_spoken_takes_the_place_of_the_body_and_is_no_part_of_it():
    document = parse(
        "## A {#a}\n![a](a.svg)\n- 140/90\n\n> [!spoken] One forty over\n> ninety.\n\n"
        "## B {#b}\n![a](a.svg)\nText.\n"
    )
    first, second = document.topic_text().cards
    assert (first.spoken, second.spoken) == ("One forty over ninety.", "")
    assert first.blocks == (Bullets(("140/90",)),)
    assert document.cards[0].spoken is not None
    assert document.cards[0].spoken.at == At(9, 13)


def test_a_card_is_spoken_in_one_way():
    assert odd("## A {#a}\n![a](a.svg)\nB\n\n> [!spoken] C\n\n> [!spoken] D\n") == [
        (Odd.STRAY, 11, 13)
    ]


def test_an_explanation_has_its_own_place():
    body = "## ? A {#a}\n- [ ] One {#one}\n  Why not.\n- [x] Two {#two}\n\n  Why.\n"
    [check] = parse(body).checks
    assert [(c.explanation.text, c.explanation.at) for c in check.choices] == [
        ("Why not.", At(7, 3)),
        ("Why.", At(10, 3)),
    ]
