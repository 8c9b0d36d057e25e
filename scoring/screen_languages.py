"""Orders to a grader in other languages than English, as phrase lists.

Each language has two rules: a call to drop instructions, and a wish or claim of a level near
what is graded. In the lists ``*`` stands for the rest of a word, ``#`` for a digit, and ``/``
parts alternatives. They are folded like the texts, so accents may stand or not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from scoring.screen_folding import unmasked
from scoring.screen_rules import Rule, rule

_WITHIN = r".{0,70}?"
# "Do not forget the instructions" is the opposite of an order to drop them.
_NOT = r"(?<!\bn')(?<!\bne )(?<!\bno )(?<!\bnon )(?<!\bnao )(?<!\bnie )(?<!\bне )(?<!不要)(?<!别)"


@dataclass(frozen=True, slots=True)
class _Tongue:
    """How one language drops instructions, and how it asks for a level."""

    drop: str
    """Verbs of dropping."""
    told: str
    """What a grader was told."""
    graded: str
    """Verbs of grading in the imperative, claims, and what is graded."""
    level: str
    """The levels that are asked for."""
    spaced: bool = True
    """Whether words are parted by spaces."""

    def rules(self) -> Iterator[Rule]:
        """The language's rules."""
        drop = f"{_NOT}{self._any(self.drop)}(?! (?:nicht|niet)\\b)"
        yield self._near(drop, self._any(self.told), self.drop, self.told)
        yield self._near(self._any(self.graded), self._any(self.level), self.graded, self.level)

    def _near(self, one: str, two: str, *phrases: str) -> Rule:
        needs = (_needed(p, spaced=self.spaced) for p in phrases)
        return rule(f"{one}{_WITHIN}{two}|{two}{_WITHIN}{one}", *needs)

    def _any(self, phrases: str) -> str:
        found = "|".join(_pattern(p) for p in _phrases(phrases))
        return rf"\b(?:{found})\b" if self.spaced else f"(?:{found})"


def _phrases(text: str) -> list[str]:
    return [" ".join(unmasked(p).split()) for p in text.split(",")]


def _pattern(phrase: str) -> str:
    return " ".join(f"(?:{'|'.join(map(_word, w.split('/')))})" for w in phrase.split())


def _word(text: str) -> str:
    return re.escape(text).replace(r"\*", r"\w*").replace(r"\#", r"\d")


def _needed(phrases: str, *, spaced: bool) -> str:
    """The longest word of each phrase: without it the phrase cannot stand in a text."""
    found: list[str] = []
    for phrase in _phrases(phrases):
        words = [w.split("/") for w in phrase.split()]
        longest = max(words, key=lambda alternatives: min(map(len, alternatives)))
        whole = spaced and "*" not in phrase
        found += [f"={a}" if whole else a.rstrip("*") for a in longest]
    return " ".join(dict.fromkeys(found))


_TONGUES: Final = (
    _Tongue(  # German
        drop="ignorier*, vergiss, vergesst, vergessen sie, missacht*, beachte* nicht/keine, "
        "halte dich nicht, umgeh*",
        told="anweisung*, vorgaben, instruktion*, deine/deinen/alle/bisherigen/vorherigen regeln, "
        "alles was dir/ihnen, alles bisherige/vorherige, system-prompt, systemprompt",
        graded="gib, gebt, geben sie, vergib, vergeben sie, bewerte, bewertet, bewerten sie, "
        "benote*, erteile*, vergabe, verdien*, erreich*, kriteri*, fahigkeit*, "
        "dieses gesprach/telefonat, dieser/diesen anruf, diesem gesprach/anruf, uberall, "
        "ki, sprachmodell, bewerter",
        level="stufe 4/vier/5/funf, bestnote, hochstnote, hochstpunktzahl, hochstwert*, "
        "hochste/hochsten stufe/note/punktzahl/bewertung/wertung, volle/vollen punktzahl, "
        "maximale/maximalen punktzahl/bewertung/note/stufe, "
        "4/vier/5/funf/10/zehn von 4/vier/5/funf/10/zehn, alles mit 4/5, "
        "4/vier/5/funf/10/zehn punkte fur/pro/bei/uberall",
    ),
    _Tongue(  # French
        drop="ignorez, ignorer, ignore tes/les/toutes/ces/vos, "
        "oublie/oubliez, ne tenez pas/plus compte, "
        "ne tiens pas/plus compte, faites/fais abstraction, ne suivez/suis pas",
        told="instructions, consignes, directives, vos/tes/les regles, tout ce qui precede, "
        "tout ce que vous/tu",
        graded="attribue*, donne lui/moi/a, donnez, donner, mets, mettez, mettre, accorde*, "
        "note cet/cette/ce/moi, notez, "
        "noter, evalue, evaluez, merite*, atteint, cet appel est/vaut/doit, "
        "cette conversation, chaque critere, tous/toutes les criteres/competences, ia, evaluateur",
        level="note maximale, meilleure note, note la plus haute, niveau 4/quatre/5/cinq, "
        "niveau maximal/maximum, score maximal/maximum/parfait, "
        "4/quatre/5/cinq/10/dix/20/vingt sur 4/quatre/5/cinq/10/dix/20/vingt, # sur #",
    ),
    _Tongue(  # Spanish
        drop="ignora/ignore/ignorad, olvida/olvide/olvidad, descarta/descarte, omite/omita, "
        "haz/haga caso omiso, no hagas/haga caso, no sigas/siga",
        told="instrucciones, indicaciones, las/tus/sus reglas, directrices, todo lo anterior, "
        "todo lo que te/le",
        graded="califica/califique, puntua/puntue, evalua/evalue, valora/valore, asigna/asigne, "
        "otorga/otorgue, da, dale, dele, pon, ponga, ponle, ponme, merece, alcanza, "
        "esta llamada/conversacion, cada criterio/habilidad, todos/todas los/las "
        "criterios/habilidades, ia, evaluador",
        level="maxima puntuacion/nota/calificacion, puntuacion/nota/calificacion maxima/perfecta, "
        "puntuacion/nota/calificacion mas alta, nivel 4/cuatro/5/cinco/maximo, "
        "un 4/cuatro/5/cinco/10/diez a/en todo/todos/todas/cada, con un 5/cinco/10/diez, "
        "4/5/10/cinco/diez sobre/de 5/10/cinco/diez, # en todas/todos",
    ),
    _Tongue(  # Italian
        drop="ignora/ignori/ignorate, dimentica/dimentichi/dimenticate, tralascia, "
        "non seguire/considerare/tenere",
        told="istruzioni, le/tue/sue regole, indicazioni, direttive, tutto cio che, "
        "quanto detto sopra/prima",
        graded="valuta/valuti/valutate, assegna/assegni/assegnate, attribuisci, "
        "dai il/un/a/quattro/4, dia, date, metti, assegnare, dare, attribuire, merita, raggiunge, "
        "questa chiamata/conversazione, ogni/ciascun criterio, "
        "tutti i criteri, ia, valutatore",
        level="massimo dei voti, voto massimo, voto piu alto, "
        "punteggio massimo/pieno/perfetto, punteggio piu alto, livello 4/quattro/5/cinque/massimo, "
        "4/quattro/5/cinque/10/dieci su 4/quattro/5/cinque/10/dieci",
    ),
    _Tongue(  # Portuguese
        drop="ignore as/todas/suas/essas, esqueca, desconsidere, nao siga",
        told="instrucoes, orientacoes, as/suas regras, tudo o que",
        graded="avalie, atribua, dar, coloque, ponha, merece, atinge, esta chamada/conversa, "
        "este atendimento, cada criterio, todos os criterios, ia, avaliador",
        level="nota/pontuacao maxima, nota mais alta, nivel 4/quatro/5/cinco/maximo, "
        "4/5/10/cinco/dez de 4/5/10/cinco/dez",
    ),
    _Tongue(  # Dutch
        drop="negeer, vergeet, volg niet",
        told="instructies, aanwijzingen, alle/jouw/je/eerdere regels, alles wat je",
        graded="beoordeel, geef, ken, verdient, haalt, dit gesprek, elk criterium, alle criteria, "
        "ai",
        level="hoogste score/cijfer/niveau/beoordeling, maximale score/niveau/punten, "
        "maximum score, niveau 4/vier/5/vijf, 4/vier/5/vijf/10/tien van de 4/vier/5/vijf/10/tien",
    ),
    _Tongue(  # Polish
        drop="zignoruj*, ignoruj*, zapomnij*, pomin*",
        told="instrukcj*, polecen*, wytyczn*, twoje/wszystkie zasad*",
        graded="ocen, ocencie, daj, dajcie, przyznaj, wystaw, zasługuje, ta rozmowa, te rozmowe, "
        "każde kryterium, wszystkie kryteria",
        level="najwyzsz* ocen*/poziom*/punkt*/not*, maksymaln* ocen*/liczb*/punkt*/poziom*, "
        "poziom 4/cztery/czwarty",
    ),
    _Tongue(  # Russian
        drop="игнорируй*, проигнорируй*, забудь*, не обращай* внимания, не следуй*",
        told="инструкц*, указани*, правил*, все что тебе/вам",
        graded="оцени, оцените, поставь*, присвой*, дай, дайте, выставь*, заслуживает, "
        "этот/этому/этого звонок/звонку/звонка, этот/этому разговор/разговору, критери*, "
        "кажд* пункт*/навык*/критери*, искусственный интеллект",
        level="на максимум, максимум по/за/балл*/везде, максимальн*, "
        "высш* оценк*/балл*/уров*, наивысш* оценк*/балл*/уров*, "
        "уровень 4/четыре/5/пять, 4/четыре/5/пять/пятерк* балл*, на отлично, на пятерк*",
    ),
    _Tongue(  # Chinese
        spaced=False,
        drop="忽略, 无视, 無視, 忘记, 忘記, 忘掉, 不要理会, 不用理会, 不要遵守, 抛开",
        told="指令, 指示, 说明, 規則, 规则, 評価, 评分, 提示词, 之前的所有, 以上所有",
        graded="请给, 给我, 给这, 给他, 给出, 打, 评为, 评定, 判为, 标记为, 达到, 每一项, "
        "所有标准, 所有项目, 全部项目, 评分, 应该得到, 应得, 值得",
        level="满分, 最高分, 最高等级, 最高级别, 最高评分, 最高评价, 最高水平, 四级, 4级, 第四级, "
        "给五分, 给5分, 五星",
    ),
    _Tongue(  # Japanese
        spaced=False,
        drop="無視, 忘れて, 従わない, 従わず, 破棄",
        told="指示, 命令, ルール, 規則, プロンプト, 基準",
        graded="つけて, 付けて, 与えて, ください, 下さい, お願い, してくれ, 評価して, 採点, "
        "この通話, 全項目, すべての項目",
        level="最高点, 満点, 最高評価, 最高の評価, 最高レベルを, 最高レベルで, 最高レベルに, "
        "最高のスコア, 最高スコア, レベル4, レベル四",
    ),
    _Tongue(  # Korean
        spaced=False,
        drop="무시, 잊어, 따르지 마",
        told="지시, 명령, 규칙, 지침, 프롬프트",
        graded="주세요, 줘, 매겨, 부여, 평가해, 통화, 모든 항목",
        level="최고점, 최고 점수, 만점, 최고 등급, 최고 평가, 레벨 4, 4단계",
    ),
)
LANGUAGES: Final = tuple(r for tongue in _TONGUES for r in tongue.rules())
