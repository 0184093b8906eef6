"""Finds lines that ask the reader to do something, by the verbs that such lines begin with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from kiosk.library.forms import folded


@dataclass(frozen=True, slots=True)
class Verbs:
    """The verbs of a language as one asks with them.

    Attributes:
        before: Words that may stand before the verb.
        verbs: The verbs, without regard to accents.
        prefix: What may be written together with the verb, before it; a pattern.
        suffix: The same, after it.
        phrases: Patterns of other beginnings that ask.
    """

    before: str
    verbs: str
    prefix: str = ""
    suffix: str = ""
    phrases: tuple[str, ...] = ()


VERBS: Final[Mapping[str, Verbs]] = {
    "en": Verbs(
        before="please then and or also just always never so but",
        verbs="""
            add allow answer apply ask avoid begin bring brush burp call carry change check choose
            come cover decide do drink eat expect fill find finish follow gather get give go hold
            join keep lay learn leave let lie lift limit listen look make measure mix move note
            offer pack pay pick plan practice prepare press pull pump put quit raise read remember
            remove repeat report return ride say seek see send set share show sign sit speak stand
            start stay step stop store swaddle take talk tell text throw touch try tuck turn
            use visit wait wash watch wear weigh wipe wrap write
        """,
        # "Change is normal" and "signs of" ask for nothing.
        suffix="(?! (?:are|can|comes?|has|helps?|is|may|of|was|were|will)(?!\\w))",
        phrases=(
            "don't",
            "let's",
            "(?:care for|clean|dress|feed|have|help|rest|wake) (?:a|her|him|the|them|your)",
            "(?:feed|sleep) (?:at|in|on|when|while)",
        ),
    ),
    "es": Verbs(
        before="por favor y e o ni pero luego tambien siempre ya no nunca solo me se le les lo la",
        verbs="""
            abra abrigue acepte acerque acompañe acueste acuda alimente anote aparte apoye aprenda
            aproveche avise ayude baje beba busque calme cambie camine cargue coma compare comparta
            compre comience confie conozca considere consulte continue cubra cuente cuide decida
            deje descanse deseche diga duerma elija empiece entregue envuelva escoja escriba escuche
            espere evite extraiga fije fume guarde hable haga incluya intente invite junte lave lea
            levante limpie llame lleve llene mantenga marque mezcle mida mire muestre mueva note
            ofrezca pase pida piense ponga practique pregunte prepare pruebe quede quite recuerde
            reconozca recueste repita revise sea sepa siga sonria sostenga sujete tenga termine tire
            tome toque traiga use vacie vaya vea venga verifique visite voltee vuelva
        """,
        suffix="n?(?:me|se|nos)?(?:l[aeo]s?)?",
        # Most words "de", "este" and "siente" are no such verbs.
        phrases=("de (?:el )?pecho", "dele", "este (?:atent|cerca|pendiente)\\w*", "sientese"),
    ),
    "ar": Verbs(
        before="ثم من فضلك رجاء دائما أيضا",
        verbs="""
            أبعدي أبقي أجيبي أحضري أخبري أخبروا أرسلي أرضعي أرضعيه أزيلي أسندي أطعمي أطفئي أعطي
            أعيدي أغلقي أكملي أنصتي أوقفي ابحثي ابدئي ابقي اتبعي اتركي اتصلي اتصلوا اجعلي اجلسي
            احتفظي احرصي احضري احفظي احكي احملي اختاري اخلطي ادعمي اذكري اذهبي ارتاحي ارفعي ارمي
            استخدمي استريحي استشيري استعدي استعملي استعيني استمري استمعي استمعوا اسألي اسألوا
            اسحبي اشربي اشفطي اضغطي اطرحي اطلبي اطلبوا اعتني اعرضي اعرضوا اعرفي اغسلي افتحي افحصي
            افعلي اقبلي اقرئي اقلبي اكتبي امسحي امسكي امشي املئي امنحي انتبهي انتظري انظري انقلي
            انهضي تأكدي تابعي تجنبي تحدثي تحدثوا تذكري تعالي تعلمي تكلمي تناولي توقفي جربي جهزي
            حاولي حددي خذي خططي خففي دعي دوني راجعي راقبي زوري ساعدي سجلي شاركي ضعي ضمي عودي غطي
            غيري قدمي قرري قللي قولي قومي قيسي كرري كلي كوني لاحظي لفي مددي نامي نظفي واصلي
        """,
        prefix="[وف]?",
        suffix="(?:ه|ها|هم|هن|نا|ني|هما)?",  # noqa: RUF001 - Arabic
        phrases=(r"[وف]?لا ت\w+ي(?:ه|ها|هم|نا)?",),  # noqa: RUF001 - Arabic
    ),
}
"""Languages whose lines can be looked at; in others this is for people to judge."""

_CLAUSE: Final = re.compile(r"([^.!?…:;,،؛؟()“”«»\"¿¡–—]+)([?؟])?")


def asks(text: str, language: str) -> bool:
    """Whether any clause of a line begins as those do that ask the reader to do something.

    Args:
        text: The line.
        language: One of VERBS.
    """
    pattern = _pattern(language)
    return any(pattern.match(clause) for clause in _clauses(text))


def _clauses(text: str) -> Iterator[str]:
    """The clauses of a text that are no questions."""
    for clause, question in _CLAUSE.findall(text):
        if not question and (plain := _plain(clause)):
            yield plain


def _plain(text: str) -> str:
    """A text in one case and without accents."""
    apart = unicodedata.normalize("NFD", folded(text))
    return "".join(c for c in apart if not unicodedata.combining(c))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    own = VERBS[language]
    before = "|".join(map(re.escape, _plain(own.before).split()))
    verbs = "|".join(map(re.escape, _plain(own.verbs).split()))
    beginnings = "|".join([f"{own.prefix}(?:{verbs}){own.suffix}", *own.phrases])
    return re.compile(rf"(?:(?:{before})\s+)*(?:{beginnings})(?!\w)")
