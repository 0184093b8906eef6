import pytest

from kiosk.library.index.verbs import VERBS, asks


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Put your baby down on the back.", "en"),
        ("140/90 or higher: call your clinic today.", "en"),
        ("Sleepy? Do not feed on a sofa.", "en"),
        ("When you wake, move your baby.", "en"),
        ("Firm and flat. Then please tell us.", "en"),
        ("Don’t wait.", "en"),
        ("Have your baby seen.", "en"),
        ("¿Tiene sueño? No alimente a su bebé en un sofá.", "es"),
        ("¿No está segura? Pregúntenos.", "es"),
        ("Al llegar, páselo a la cuna.", "es"),
        ("Nunca la empiece por su cuenta.", "es"),
        ("Compartan el cuarto, no la cama.", "es"),
        ("Dé pecho", "es"),
        ("ضعي طفلك لينام على ظهره.", "ar"),
        ("شاركيه الغرفة، لا السرير.", "ar"),
        ("ليس عندك سرير آمن بعد؟ اسألينا.", "ar"),
        ("تَجَنَّبي أيضًا الكحول", "ar"),
        ("لا تستعملي بطانية", "ar"),
        ("واتركي الآخرين يساعدونك", "ar"),
    ],
)
def test_these_ask_for_something(text, language):
    assert asks(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Babies on their backs do not choke more.", "en"),
        ("Checks matter.", "en"),
        ("Change is normal, and signs of it come early.", "en"),
        ("Help can come at once.", "en"),
        ("Will you call us? Did you ask?", "en"),
        ("Take it?", "en"),
        ("User", "en"),
        ("No crib bumpers.", "en"),
        ("You can ask.", "en"),
        ("Boca arriba, los bebés no tienen más riesgo.", "es"),
        ("De noche", "es"),
        ("Este bebé duerme.", "es"),
        ("Firme y plano, nunca inclinado.", "es"),
        ("¿Pregunte?", "es"),
        ("السرير الخالي هو الأفضل.", "ar"),
        ("لا وسائد ولا بطانيات", "ar"),
        ("لا تزيد الحرارة", "ar"),
        ("", "ar"),
    ],
)
def test_these_ask_for_nothing(text, language):
    assert not asks(text, language)


@pytest.mark.parametrize("language", VERBS)
def test_no_verb_stands_twice(language):
    verbs = VERBS[language].verbs.split()
    assert len(verbs) == len(set(verbs)) > 90
