import pytest

ES = "topics/safe-sleep/es.md"
STRAIGHT = "straight quotes"
TWO = "two spaces stand together"
BEFORE = "a space stands before a mark"
FRENCH = "a no-break space is missing before"
INSIDE = "a no-break space is missing inside"
BESIDE = "a space stands beside a full-width mark"
HALF = "a half-width mark stands in Chinese text"
LATIN = "a Latin mark stands in Arabic text"


def spaced(content, language, text):
    """What is said of a text that stands in a card of that language."""
    path = f"topics/safe-sleep/{language}.md"
    old = "Nothing but a sheet." if language == "en" else "Solo una sábana."
    source = content.root / (path if language == "en" else ES)
    content.write(path, source.read_text(encoding="utf-8").replace(old, text))
    found = [finding for finding in content.findings("spacing") if finding[:2] == (path, 17)]
    return [message for _, _, message in found]


def test_sound_content_is_well_spaced(content):
    assert content.findings("spacing") == []


@pytest.mark.parametrize(
    ("language", "text", "beginnings"),
    [
        ("en", "Two  spaces.", [TWO]),
        ("en", "A mark .", [BEFORE]),
        ("en", "A mark , more", [BEFORE]),
        ("en", "It's so.", [STRAIGHT]),
        ("en", 'Say "no" now.', [STRAIGHT]),
        ("en", "It’s “so”. At 8:30, 1,000 g or .5 g (140/90)!", []),
        ("es", "Llame ya!", ["¡ and ! do not pair"]),
        ("es", "Cuándo?", ["¿ and ? do not pair"]),
        ("es", "¿Cuándo? ¡Ya!", []),
        ("fr", "Vraiment?", [FRENCH]),
        ("fr", "Vraiment ?", [FRENCH]),
        ("fr", "Vraiment\u00a0? Oui\u202f! Oui\u2009; non\u00a0: 8:30.", []),
        ("fr", "Ou 5?", [FRENCH]),
        ("fr", "Vraiment\u00a0?! Oui", []),
        ("fr", "Oui , non .", [BEFORE]),
        ("fr", "«oui\u00a0»", [INSIDE]),
        ("fr", "«\u00a0oui\u00a0»", []),
        ("ht", "Rele nou !", [BEFORE]),
        ("pt_BR", "Ligue agora!", []),
        ("ar", "اتصلي, الآن", [LATIN]),
        ("ar", "متى?", [LATIN]),
        ("ar", "الآن ؟", [BEFORE]),
        ("ar", "متى؟ الآن، 1,000 مرة.", []),
        ("zh_Hans", "宝宝， 睡觉。", [BESIDE]),
        ("zh_Hans", "宝宝,睡觉。", [HALF]),
        ("zh_Hans", "宝宝睡觉.", [HALF]),
        ("zh_Hans", "宝宝睡觉 ?", [HALF]),
        ("zh_Hans", "血压(高)", [HALF]),
        ("zh_Hans", "血压 140/90，38.0 °C（8:30）。", []),
    ],
)
def test_each_language_has_its_own_marks(content, language, text, beginnings):
    found = spaced(content, language, text)
    assert len(found) == len(beginnings)
    assert all(map(str.startswith, sorted(found), sorted(beginnings)))


def test_signs_and_help_lines_are_looked_at_and_nothing_is_hidden(content):
    content.edit("signs/es.toml", "Una señal", "Una  señal")
    content.edit("helplines.toml", '"Call now"', '"Call  now"')
    assert content.places("spacing") == [
        ("helplines.toml", 15),
        ("signs/es.toml", 2),
    ]
    assert content.load().library.languages == ("en", "es")
