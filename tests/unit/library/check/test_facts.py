import pytest

EN = "topics/safe-sleep/en.md"
ES = "topics/safe-sleep/es.md"


def both(content, english, spanish):
    content.edit(EN, "Nothing but a sheet.", english)
    content.edit(ES, "Solo una sábana.", spanish)
    return content.findings("facts")


def test_sound_content_has_the_same_figures(content):
    assert content.findings("facts") == []


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("At 100.4 °F (38.0 °C).", "A 38.0\u00a0°C (100.4°F)."),
        ("140/90 or 160/110.", "160/110 o 140/90."),
        ("6–8 weeks, 10-12 weeks.", "De 6 a 8 semanas, de 10 a 12."),
        ("5% of 20 mg.", "El 5\u202f% de 20\u2009mg."),
        ("At 8:30, 5 lbs.", "A las 8:30, 5 lb."),
        ("Call 911, or 911.", "Llame al 911 o al 911."),
        ("One baby.", "Un bebé."),
    ],
)
def test_figures_may_stand_in_another_order_with_other_spaces(content, english, spanish):
    assert both(content, english, spanish) == []


@pytest.mark.parametrize(
    ("english", "spanish", "missing", "extra"),
    [
        ("At 38.0 °C.", "A 38,0 °C.", "38.0°C", "38,0°C"),
        ("At 38.0 °C.", "A 38.0 °F.", "38.0°C", "38.0°F"),
        ("140/90.", "140/95.", "140/90", "140/95"),
        ("81 mg.", "81 mcg.", "81mg", "81mcg"),
        ("5 lb.", "5 kg.", "5lb", "5kg"),
        ("5%.", "5.", "5%", "5"),
        ("At 8:30.", "A las 8:00.", "8:30", "8:00"),
    ],
)
def test_another_figure_is_an_error_that_names_both_places(
    content, english, spanish, missing, extra
):
    found = both(content, english, spanish)
    assert found == [
        (
            ES,
            15,
            f"{missing} stands in line 17 of en.md, here not at all; write it with these digits",
        ),
        (ES, 17, f"{extra} does not stand in en.md (line 15); correct one of them"),
    ]
    assert list(content.load().library.topic("safe-sleep").texts) == ["en"]


def test_how_often_a_figure_stands_counts(content):
    assert both(content, "911, 911 or 911.", "911.") == [
        (
            ES,
            15,
            "911 stands in line 17 of en.md, here 2 times less; write it with these digits",
        )
    ]
    content.edit(EN, "911, 911 or 911.", "911.")
    content.edit(ES, "\n911.", "\n911 y 911.")
    assert content.findings("facts") == [
        (ES, 17, "911 stands here once more than in en.md (line 15); correct one of them")
    ]


@pytest.mark.parametrize(
    ("path", "old", "new", "line"),
    [
        (EN, "A sofa is risky.", "A sofa is 10 times riskier.", 19),
        (EN, "How warm should it be?", "Is 70 °F warm?", 32),
        (EN, "Backs are best.", "Until 12 months.", 6),
        (EN, "The bed is bare.", "Bare for 12 months.", 35),
        (EN, "A baby on the back]", "2 babies]", 6),
        (EN, "title: Safe sleep", "title: Safe sleep in 4 steps", 2),
        ("signs/en.toml", "I have a sign.", "I have 2 signs.", 1),
        ("helplines.toml", 'en = "Call now"', 'en = "Call 2 times"', 12),
    ],
)
def test_every_part_is_held_against_english(content, path, old, new, line):
    content.edit(path, old, new)
    expected = ES if path == EN else path.replace("en.toml", "es.toml")
    assert content.places("facts") == [(expected, line)]


def test_what_is_read_aloud_may_spell_figures_out(content):
    both(content, "140/90.\n\n> [!spoken] 140 over 90.", "140/90.")
    assert content.findings("facts") == []


def test_words_of_a_sign_that_one_language_leaves_out_are_not_compared(content):
    content.edit("signs/en.toml", 'label = "A sign"', 'label = "A sign"\nlabel_loss = "2 signs"')
    assert content.findings("facts") == []


def test_other_digits_are_found_in_every_language(content):
    content.edit(EN, "Nothing but a sheet.", "For ٣ months.")
    assert content.findings("facts") == [(EN, 17, "the digits ٣ are not 0-9; write them so")]


def test_an_english_text_with_errors_proves_nothing(content):
    content.edit(EN, "Nothing but a sheet.", "For <b>5</b> months.")
    assert content.findings("facts") == []
    assert list(content.load().library.topic("safe-sleep").texts) == ["es"]
