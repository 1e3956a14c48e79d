"""The phase that a person states of their own cluster. Explicit words only; never a guess from the subject.

A clause counts when its sentence speaks in the first person and it holds a cue of a phase: a beginning (created lately, nothing
voted, no project yet) or what comes after structuring (governance in place, projects already run, years of existence).
"""

import re

from assistant.index.analysis import fold
from assistant.vocabulary import Phase

# « quand on débute » speaks of anyone.
_ANYONE = re.compile(r"\b(?:quand|lorsqu'|lorsque|si|comme) ?on\b")
_FIRST_PERSON = re.compile(r"\b(?:nous|notre|nos|on|je|j|mon|ma|mes|moi|we|our|us|i|my)\b")
_SENTENCE = re.compile(r"[.!?\n]")
_CLAUSE = re.compile(r"[,;:()]| mais | but | et (?=je |j'|nous |on |comment |qui )| alors ")

_CLUSTER = r"(?:cluster|pole|grappe|association|asso|structure|reseau|organisation|network|gouvernance|governance)"
_FEW_MONTHS = r"(?:quelques|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|dix-huit|a few|one|two|three|four|five|six|nine|ten|twelve|\d{1,2}) (?:mois|semaines|months?|weeks?)"
_YEARS = r"(?:cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|[5-9]|[1-4]\d) ?(?:ans|annees|years)"
_NOT_YET = r"(?:pas encore|toujours pas|n'a pas encore|n'avons pas encore|encore aucune?|aucune?|zero|pas de|pas d'|not yet|no|haven't|hasn't|isn't|aren't)"

_BEGINNING = (
    r"\b(?:vien(?:s|t|nent)|venons) (?:tout juste |juste |a peine )?(?:de |d')(?:\w+ ){0,2}(?:creer|lancer|monter|fonder|demarrer|naitre|etre cree|voir le jour|constituer|deposer (?:les|nos) statuts|immatriculer|debuter|commencer|recruter (?:le|la|notre|un) (?:premier|premiere|directeur|directrice))",
    rf"\b(?:cree|lance|fonde|monte|ne|constitue)e?s? (?:il y a |depuis )?(?:a peine |seulement |tout juste )?(?:{_FEW_MONTHS}|cette annee|l'an dernier|recemment)",
    r"\b(?:tout juste|recemment|fraichement|just|only just|recently|newly) (?:\w+ )?(?:crees?|creee?s?|lancee?s?|nee?s?|constituee?s?|created|launched|founded|started|set up|formed|born)",
    rf"\b{_CLUSTER} (?:a |n'a que |existe depuis |is )(?:a peine |seulement |tout juste |only |just |barely )?{_FEW_MONTHS}",
    rf"\b(?:existons|existe|tourne|exist|existed?) (?:que )?(?:depuis |for )?(?:a peine |seulement |only )?{_FEW_MONTHS}",
    rf"\b(?:jeune|nouveau|nouvelle|tout (?:jeune|neuf|nouveau)|toute (?:jeune|neuve|nouvelle)|naissante?|futur|young|new|brand[- ]new) {_CLUSTER}",
    rf"\b{_CLUSTER} (?:\w+ )?(?:tout )?(?:est |is )?(?:tout |toute |encore |tres |still |very |brand[- ])?(?:jeune|neuf|neuve|naissante?|young|new|emergente?)\b",
    r"\ben (?:pleine |cours de |phase de |train de )?(?:pleine )?(?:nous |se )?(?:structur(?:ation|er)|creation|demarrage|lancement|construction|amorcage|prefiguration|emergence)",
    r"\b(?:au|aux|a nos|tout au|en sommes au|en suis au|en est au) (?:tout )?(?:debuts?|demarrage|commencement)|\bat the (?:very )?(?:beginning|start)|\bearly (?:days|stage)",
    r"\b(?:nous |se |me |on se )structur(?:ons|e)\b|\b(?:demarr|debut|commenc|lanc)(?:e|ons)\b(?! (?:un|le|notre|a (?:travailler|monter)) projet)",
    r"\b(?:starting (?:out|up|from scratch)|just (?:starting|beginning|started)|setting up (?:our|a|the) (?:cluster|network|association|governance)|getting started|being set up)",
    rf"\b{_NOT_YET} (?:\w+ ){{0,3}}(?:projets?|statuts|gouvernance|conseil|bureau|feuille de route|budget|equipe|salaries?|adherents?|membres?|roadmap|projects?|board|governance|bylaws|staff|members|team)",
    r"\b(?:gouvernance|statuts|conseil|feuille de route|strategie|governance|board|bylaws|roadmap) (?:\w+ ){0,3}(?:pas encore|toujours pas|n'est pas|ne sont pas|not yet|isn't|not)\b",
    r"\b(?:premiere annee|premiers mois|premiers adherents|premier exercice|first (?:year|months|members))\b",
    r"\b(?:partons|pars|part|on part) de (?:zero|rien)|\bfrom scratch\b|\btout (?:est )?a (?:faire|construire|structurer)",
    r"\bphase (?:de |d')(?:structuration|creation|demarrage|amorcage)|\b(?:structuring|start-?up|set-?up) phase",
)
_BEYOND = (
    r"\bdeja (?:\w+ ){0,4}(?:projets?|conventions?|labellis\w+|co-?labellis\w+|partenariats?|consortiums?)",
    r"\balready (?:\w+ ){0,4}(?:projects?|conventions?|agreements?|labell?ed|partnerships?|consorti\w+)",
    r"\b(?:avons|ai|a|on a|have|'ve|has) (?:\w+ ){0,3}(?:co-?labellis\w+|labellis\w+|signe|mene|porte|co-?labell?ed|signed|run|led|completed|delivered) (?:\w+ ){0,3}(?:projets?|conventions?|accords?|projects?|agreements?|conventions?)",
    r"\b(?:avons|ai|a|on a|have|'ve|has|with) (?:\w+ ){0,3}(?:deux|trois|quatre|cinq|six|dix|vingt|plusieurs|une dizaine|une vingtaine|two|three|four|five|ten|several|dozens?|\d+) (?:\w+ ){0,2}(?:projets?|conventions?|projects?)",
    r"\bprojets? (?:\w+ ){0,2}(?:co-?labellises?|labellises?|en cours|finances?|aboutis?|termines?)",
    r"\b(?:gouvernance|statuts|feuille de route|strategie|instances|governance|board|roadmap|strategy) (?:\w+ ){0,3}(?:votee?s?|adoptee?s?|validee?s?|approuvee?s?|en place|rodee?s?|stabilisee?s?|installee?s?|approved|in place|adopted|voted|established|stable)",
    r"\b(?:gouvernance|statuts|feuille de route|conseil|equipe|governance|board|team) (?:\w+ ){0,2}(?:tourne|fonctionne|runs|works) (?:bien|well|smoothly)",
    rf"\b(?:existe|existons|fonctionne|tourne|en activite|exist\w*|running|labellises?|labellisee?s?|been around) (?:depuis |since |for )?(?:plus de |pres de |over |more than )?(?:{_YEARS}|(?:19|20[01])\d)",
    rf"\b(?:apres|au bout de|fort de|depuis|after|with) (?:plus de |over )?{_YEARS}",
    rf"\b{_CLUSTER} (?:\w+ ){{0,2}}(?:mature|structuree?|bien structuree?|etablie?|installee?|rodee?|established|well established)",
    r"\b(?:sommes|est|suis|are|'re) (?:deja |bien |desormais |maintenant |now |already |well )*(?:structures?|matures?|rodes?|installes?|etablis?|developpes?|established|structured|mature|past the)",
    r"\ben (?:pleine )?(?:phase de )?developpement|\bphase (?:de |d')developpement|\b(?:development|growth) phase",
    r"\b(?:passons|passe|passer|entrons|entre|moving|move) (?:\w+ ){0,2}(?:a l'echelle|en developpement|au developpement|to the development|scale)",
    r"\b(?:label|gold|or|silver|argent) (?:\w+ ){0,2}(?:renouvele|renewed|obtenu en|depuis)\b",
)
_NEGATION = re.compile(r"\b(?:pas|aucune?|jamais|not|never|no|n't|haven't|hasn't|isn't|aren't)\b")


def _compiled(cues: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{cue})" for cue in cues))


_RULES = ((Phase.STRUCTURATION, _compiled(_BEGINNING)), (Phase.DEVELOPPEMENT, _compiled(_BEYOND)))


def stated_phase(question: str) -> tuple[Phase, str] | None:
    """The phase that the person says their own cluster is in, with the words that say it; None when unsaid.

    A person who says both, or development in the negative only, states nothing.
    """
    found: dict[Phase, str] = {}
    sentences = _SENTENCE.split(fold(question.lower()).replace("’", "'"))
    for clause in (c for sentence in sentences if _FIRST_PERSON.search(sentence) for c in _CLAUSE.split(sentence)):
        for phase, rule in _RULES:
            match = None if _ANYONE.search(clause) else rule.search(clause)
            if match and (phase == Phase.STRUCTURATION or not _NEGATION.search(clause)):
                found.setdefault(phase, clause.strip())
    if len(found) != 1:
        return None
    phase, words = next(iter(found.items()))
    return phase, f"vous dites «\u00a0{_as_typed(question, words)}\u00a0»"


def _as_typed(question: str, words: str) -> str:
    """The clause with its accents: folding keeps the number of letters of composed text."""
    folded = fold(question.lower()).replace("’", "'")
    start = folded.find(words)
    return question[start : start + len(words)] if start >= 0 and len(folded) == len(question) else words
