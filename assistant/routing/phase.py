"""The phase that a person states of their own cluster. Explicit words only; never a guess from the subject.

A statement has an owner (« nous », « notre pôle »), then nothing but small words, then a cue: a beginning (just
created, nothing voted yet) or what comes after structuring (governance in place, joint projects run). « Nous cherchons
un pôle mature » speaks of another cluster; « une fois notre gouvernance votée » and « sommes-nous structurés ? » state
nothing.
"""

import re

from assistant.index.analysis import fold
from assistant.vocabulary import Phase

_SENTENCE = re.compile(r"[.!?\n]")
_CLAUSE = re.compile(r"[,;:()]| mais | but | et (?=je |j'|nous |on |comment |qui )| alors ")

# What a person calls their own structure.
_CLUSTER = r"(?:cluster|pole|grappe|association|asso|(?:structure|reseau|organisation)(?! de)|network)"
_BODIES = r"(?:gouvernance|statuts|conseil|bureau|instances|governance|bylaws|board)"
_PLANS = r"(?:feuille de route|strategie|roadmap|strategy)"
_RULES = rf"(?:{_BODIES}|{_PLANS})"
_A_FEW = r"(?:quelques|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|a few|one|two|three|four|five|seven|eight|nine|ten|\d{1,2})"
_FEW_MONTHS = rf"{_A_FEW} (?:mois|semaines|months?|weeks?)"
_YEARS = r"(?:cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|[5-9]|[1-4]\d) ?(?:ans|annees|years)"
_SEVERAL = r"(?:deux|trois|quatre|cinq|six|dix|plusieurs|une dizaine de|une vingtaine de|des|two|three|four|five|ten|several|dozens of|\d+)"
_PROJECTS = r"(?:projets?|conventions?|accords?|partenariats?|consortiums?|projects?|agreements?|partnerships?)"
_DONE = r"(?:co-?labellise|labellise|signe|mene|conduit|porte|monte|realise|lance)"
_HAVE = r"(?:avons|ai|a|have|'ve|has)"
_BE = r"(?:sommes|suis|est|sont|are|am|is|'re|'m)"
_VERY = r"(?:(?:tout|toute|tres|encore|plutot|un peu|still|very|brand|fairly|quite) ?)*"
_ONLY = r"(?:a peine |seulement |tout juste |que |only |just |barely )*"

# The owner is the subject: « nous apporter » and « sommes-nous » are not. « Notre pôle voisin » is another's.
_ANOTHER = r"(?:voisine?s?|partenaires?|concurrente?s?|ami\w*|membres?|autres?|partner|neighbou?ring|other|members?|manager|director)\b"
_OWN = rf"(?:notre|nos|mon|ma|our|my) (?:(?!{_ANOTHER})\w+ )?{_CLUSTER}(?: (?!{_ANOTHER}|qui |dont |et |vien|a |est |n'|ne |se |is |has )\w+){{0,2}}"
_OWNER = r"(?<![-\w'])(?:chez nous|nous|(?<!comme )on|je|j'|notre|nos|mon|ma|we|i|our|my)(?![-\w])"
_OWNER_OF_CUE = rf"(?:(?<![-\w']){_OWN} |{_OWNER} ?)(?:(?:ne|nous|{_CLUSTER}|lui-meme|itself|jeune|propre|own|la|le|les) |n'|s'|se ){{0,6}}"
# Before the owner, what makes a condition, a wish for later or a question of the clause.
_UNSAID = re.compile(
    r"\b(?:si|s'|quand|lorsqu\w*|une fois|avant|apres qu\w*|jusqu\w*|des qu\w*|est-ce|savoir|pour qu\w*|"
    r"if|when|once|before|after|until|whether|unless|are|is|do|did|have|has|should|would|could|can|will)\b"
)

_CREATED = rf"(?:nee?s?|naitre|voir le jour|(?:se |nous |me )?(?:lancer|creer|monter|fonder|demarrer|constituer|debuter)(?: (?:notre|nos|mon|ma|l'|le|la|un|une) ?(?:\w+ )?(?:{_CLUSTER}|activite)(?: \w+)?)?(?= *$| a | en | et | avec | dans | pour | sur | il )|etre (?:cree|lance|fonde)e?s?|deposer (?:les|nos) statuts|recruter (?:le|la|notre) premiere?)"
_BEGINNING = (
    rf"(?:vien(?:s|t|nent)|venons) (?:tout juste |juste |a peine )?(?:de |d'){_CREATED}",
    rf"(?:{_BE} |{_HAVE} |was |were )?(?:an? )?(?:ete )?(?:tout juste |recemment |fraichement |just |only just |recently |newly )(?:ete |been )?(?:crees?|creees?|lancee?s?|fondee?s?|nee?s?|constituee?s?|created|launched|founded|started|set up|formed)\b(?! (?:un|a|an|new) (?!\w* ?{_CLUSTER}))",
    rf"(?:{_BE} |a ete |avons ete )(?:cree|lance|fonde|constitue|ne)e?s? (?:il y a |depuis ){_ONLY}{_FEW_MONTHS}",
    rf"(?:a |existe |existons |exist |is |'s )(?:depuis |for )?{_ONLY}{_FEW_MONTHS}(?! (?:pour|to|de retard|avant))",
    rf"{_BE} {_VERY}(?:jeune|naissante?|emergente?|young|new|emerging)(?= *$| et | and )",
    rf"{_BE} {_VERY}une? {_VERY}(?:jeune|nouveau|nouvelle|futur|future|toute? nouve\w+) {_CLUSTER}\b|{_BE} {_VERY}une? {_CLUSTER} {_VERY}(?:naissante?|emergente?|jeune|en creation|en structuration)\b|{_BE} {_VERY}a {_VERY}(?:young|new|brand[- ]new|emerging) {_CLUSTER}\b",
    rf"(?<=notre )(?:jeune|nouveau|nouvelle|tout nouveau|tout jeune|futur|future) {_CLUSTER}\b(?! (?:voisin|partenaire|concurrent|ami))|(?<=our )(?:young|new|brand[- ]new) {_CLUSTER}(?= *$| (?:is|has|needs|wants|seeks|with|in)\b(?! leaving))",
    rf"(?:{_BE} )?{_VERY}en (?:pleine |cours de |phase de |train de )?(?:pleine )?(?:nous |se |me )?(?:structur(?:ation|er)|creation|demarrage|lancement|construction|amorcage|prefiguration|emergence)\b",
    rf"(?:en )?{_BE} {_VERY}(?:a la |au |aux |dans la |in the |in our |at the |in )?(?:tout )?(?:phase|stade|etape|structuring|start-?up|set-?up)(?: de | d'| phase)(?:structuration|creation|demarrage|amorcage)?",
    rf"(?:en )?{_BE} {_VERY}(?:au|aux|a nos|at the|in the) (?:tout |very )?(?:debuts?|demarrage|commencement|beginning|start|early (?:days|stages?))(?! (?:de |du |des |d'|of )(?!notre|nos|l'aventure|la structuration|our))",
    r"(?:nous |se )?(?:structur(?:ons|e)|demarrons|demarre|debutons|debute|lancons|lance)(?: (?:tout juste|a peine|seulement|juste|notre (?:cluster|pole|grappe|association)|l'association|la structure|le cluster|la structuration))*(?= *$)",
    r"(?:'re |are |am |'m )?(?:just )?(?:starting (?:out|up|from scratch)|getting started|just starting|being set up|setting up (?:our|the) (?:cluster|network|association|governance))",
    rf"(?:{_BE} |n')?(?:'re )?(?:still )?setting up (?:our|the) (?:cluster|network|association|governance)",
    rf"(?:n'|ne )?{_HAVE} (?:encore |toujours )(?:pas |aucune? )(?:de |d'|vote |adopte |valide |ecrit |redige )*(?:la |le |les |l'|notre |nos )?(?:{_RULES}|projets?)\b",
    rf"(?:n'|ne )?{_HAVE} pas encore (?:de |d'|vote |adopte |valide |ecrit |redige |defini |mis en place )*(?:la |le |les |l'|notre |nos |une |un )?(?:{_RULES}|projets?)\b",
    rf"{_HAVE} (?:no|not yet an?y?) {_RULES} yet|(?:don't|do not|haven't|have not) (?:\w+ )?(?:have )?(?:a |an |any |our )?{_RULES} yet",
    rf"{_RULES} (?:n'|ne )?(?:(?:est|sont|a|ont|is|are|isn't|has) )?(?:toujours pas |pas encore |pas |encore pas |still not |not yet |not )(?:ete |yet |been )?(?:votee?s?|adoptee?s?|validee?s?|approuvee?s?|arretee?s?|ecrite?s?|prete?s?|finalisee?s?|definie?s?|en place|voted|adopted|approved|ready|written|settled|in place)",
    r"(?:(?:sommes|en sommes|est|en est|c'est) )?(?:a |dans |in )?(?:notre |our )?(?:premiere annee|premiers mois|premier exercice|first (?:year|months))(?= *$| d'existence| d'activite| of )",
    rf"{_HAVE} (?:cree|lance|monte|fonde|created|launched|founded|started|set up) (?:notre|nos|mon|l'|our|my|the) ?(?:\w+ )?{_CLUSTER}(?: \w+)? (?:il y a {_ONLY}{_FEW_MONTHS}|cette annee|recemment|l'an dernier|this year|last year|recently|{_FEW_MONTHS} ago)",
    rf"(?:(?:{_BE}|were|was|a ete|avons ete) )?(?:created|launched|founded|started|set up|creee?s?|lancee?s?|fondee?s?|nee?s?) (?:our |the )?(?:\w+ )?(?:{_CLUSTER} )?(?:cette annee|recemment|l'an dernier|this year|last year|recently|{_FEW_MONTHS} ago)",
    rf"(?:redigeons|ecrivons|preparons|elaborons|redige|ecrit|prepare|{_BE} (?:still )?(?:drafting|writing)) (?:encore )?(?:nos statuts|notre gouvernance|notre (?:premiere )?feuille de route|our (?:first )?(?:bylaws|governance|roadmap))",
    rf"(?:n'|ne ){_HAVE} (?:pas|ni|aucune?) (?:de |d')?{_RULES}(?= *$| et | ni )|{_HAVE} (?:no|neither) {_RULES}(?= *$| and | or | nor )",
    r"part(?:ons|s|) de (?:zero|rien)|are starting from scratch|starts? from scratch",
)
_BEYOND = (
    rf"{_HAVE} deja (?:{_DONE} )?(?:{_SEVERAL}|une?|nos|notre) (?:\w+ )?{_PROJECTS}|{_HAVE} deja (?:de )?{_DONE} {_PROJECTS}",
    rf"{_HAVE} (?:deja )?{_DONE} {_SEVERAL} (?:\w+ ){{0,2}}{_PROJECTS}",
    rf"{_HAVE} (?:deja )?(?:signe|mene|conduit|porte|monte|lance) (?:un|une) (?:premiere? )?(?:projet commun|projet collaboratif|convention)",
    rf"{_HAVE} {_SEVERAL} (?:\w+ ){{0,2}}(?:projets?|conventions?) (?:\w+ )?(?:co-?labellise|labellise|commun|en cours|finance|abouti|termine|signe|inter-?cluster)\w*",
    rf"(?:menons|portons|pilotons|conduisons|mene|porte|conduit) deja {_SEVERAL} (?:\w+ ){{0,2}}{_PROJECTS}",
    rf"already (?:run|have|lead|manage|co-?label|carry) (?:{_SEVERAL} )?(?:\w+ ){{0,2}}{_PROJECTS}|{_HAVE} already (?:run|had|led|signed|completed|delivered|co-?labell?ed) (?:{_SEVERAL} |a |an )?(?:\w+ ){{0,2}}{_PROJECTS}|{_HAVE} (?:signed|led|run|completed|delivered|co-?labell?ed) (?:{_SEVERAL} |an? )(?:\w+ ){{0,2}}{_PROJECTS}",
    rf"{_RULES} (?:est |sont |a ete |ont ete |is |are |has been |was )?(?:bien |deja |desormais |maintenant |already |now |fully )*(?:votee?s?|adoptee?s?|validee?s?|approuvee?s?|en place|rodee?s?|stabilisee?s?|installee?s?|approved|in place|adopted|voted|established|stable)\b",
    rf"{_HAVE} (?:fini|termine|acheve) (?:de nous structurer|notre structuration)",
    r"(?:(?:phase|etape) de )?structuration (?:est )?(?:deja )?(?:terminee|achevee|finie|derriere nous|passee)|(?:sommes |est |avons |a )?(?:sortis?|depasse) (?:de )?(?:la |notre )?(?:phase de |etape de )?structuration",
    rf"(?:menons|portons|pilotons|conduisons|run|lead|manage) {_SEVERAL} (?:\w+ )?(?:projets?|projects?) (?:co-?labellises?|communs?|collaboratifs?|inter-?clusters?|avec|with)|(?:run|lead|manage) {_SEVERAL} (?:joint|collaborative|co-?labell?ed|common) projects",
    rf"(?:travaillons|cooperons|collaborons|travaille|coopere|collabore) deja (?:avec|sur) (?:\w+ ){{0,2}}(?:{_CLUSTER}s?|projets?)|already (?:work|working|cooperate|collaborate) with (?:\w+ ){{0,2}}{_CLUSTER}s?",
    rf"{_BODIES} (?:tourne|fonctionne|runs|works) (?:bien|well|smoothly)",
    rf"labellise\w* (?:depuis |for |since )(?:plus de |pres de |over |more than )?(?:{_YEARS}|(?:19|20[01])\d)",
    rf"{_BE} (?:\w+ )?(?:une? |an? )?(?:{_CLUSTER} )?{_VERY}(?:deja |bien |desormais |maintenant |now |already |well )*(?:structuree?s?|matures?|rodee?s?|developpee?s?|etablie?s?|established|structured|mature|past the structuring(?: phase)?)(?: {_CLUSTER})?(?= *$| avec | et | qui | depuis | looking | and | with )",
    rf"(?:{_BE} |{_HAVE} )?(?:deja |bien |maintenant |desormais |now )*(?:entre |entres |entrons |passe |passons )?en (?:pleine )?(?:phase de )?developpement|(?:{_BE} |{_HAVE} )?(?:deja |bien )*(?:dans (?:la|notre) )?phase (?:de )?developpement|(?:{_BE} |'re )?in (?:the |our )?(?:development|growth) phase",
    r"passons (?:a l'echelle|en developpement|au developpement)|(?:are |is )?moving to (?:the )?development phase",
    rf"{_CLUSTER}? ?(?:labellise\w*|label\w*|gold|silver|argent|or|certifie\w*) (?:\w+ ){{0,2}}(?:renouvele|renewed|depuis|obtenu en)\b",
)
_NEGATION = re.compile(r"\b(?:pas|aucune?|jamais|not|never|no|n't|haven't|hasn't|isn't|aren't)\b")
# An apposition before an owner's clause: « fort de dix ans d'expérience, notre pôle … ».
_APPOSED = (
    (
        Phase.DEVELOPPEMENT,
        re.compile(
            rf"^ *(?:forte? de|avec|with) (?:deja )?{_SEVERAL} (?:\w+ )?(?:projets?|projects?) (?:deja )?(?:co-?labellises?|communs?|menes?|a notre actif|derriere nous|behind us)"
        ),
    ),
    (
        Phase.DEVELOPPEMENT,
        re.compile(
            rf"^ *(?:la |le |les )?{_RULES} (?:est |sont )?(?:deja |bien )?(?:votee?s?|adoptee?s?|validee?s?|en place|approved|adopted|in place)"
        ),
    ),
    (Phase.DEVELOPPEMENT, re.compile(r"^ *en (?:plein |phase de |cours de )?developpement")),
    (Phase.STRUCTURATION, re.compile(r"^ *en (?:pleine |phase de |cours de )?(?:structuration|creation|demarrage)")),
    (
        Phase.STRUCTURATION,
        re.compile(
            rf"^ *(?:(?:une? |a )?(?:toute? )?(?:jeune|nouveau|nouvelle|young|new)|newly created|just created) {_CLUSTER}\b(?! {_ANOTHER})"
        ),
    ),
    (
        Phase.STRUCTURATION,
        re.compile(
            rf"^ *{_CLUSTER} (?:\w+ )?(?:tout juste |recemment |just |newly )?(?:naissante?|en creation|en structuration|creee? (?:cette annee|recemment|il y a {_FEW_MONTHS}))"
        ),
    ),
    (
        Phase.STRUCTURATION,
        re.compile(
            rf"^ *(?:la |le |les )?{_RULES} (?:n'est |ne sont )?(?:toujours pas|pas encore|not yet) (?:votee?s?|adoptee?s?|validee?s?|en place|ecrite?s?|approved|adopted|in place)"
        ),
    ),
)


def _compiled(cues: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{_OWNER_OF_CUE})(?:{'|'.join(f'(?:{cue})' for cue in cues)})")


_OWNED = re.compile(rf"{_OWNER}|il nous \w+|qui (?:peut|pourrait) nous\b")
_TOLD = ((Phase.STRUCTURATION, _compiled(_BEGINNING)), (Phase.DEVELOPPEMENT, _compiled(_BEYOND)))


def stated_phase(question: str) -> tuple[Phase, str] | None:
    """The phase that the person says their own cluster is in, with the words that say it; None when unsaid.

    A person who says both, or development in the negative only, states nothing.
    """
    found: dict[Phase, str] = {}
    for sentence in _SENTENCE.split(fold(question.lower()).replace("’", "'")):
        clauses = _CLAUSE.split(sentence)
        for number, clause in enumerate(clauses):
            for phase in _told(clause) or _apposed(clauses, number):
                found.setdefault(phase, clause.strip())
    if len(found) != 1:
        return None
    phase, words = next(iter(found.items()))
    return phase, f"vous dites «\u00a0{_as_typed(question, words)}\u00a0»"


def _told(clause: str) -> list[Phase]:
    """The phases that a clause states of its owner."""
    return [
        phase
        for phase, rule in _TOLD
        for match in rule.finditer(clause)
        if not _UNSAID.search(clause[: match.start()])
        and (phase == Phase.STRUCTURATION or not _NEGATION.search(clause))
    ]


def _apposed(clauses: list[str], number: int) -> list[Phase]:
    """The phases that a clause states of the owner who stands alone before it, or who begins the next one."""
    before = clauses[number - 1].strip() if number else ""
    after = clauses[number + 1].strip() if number + 1 < len(clauses) else ""
    opens = number == 0 or any(rule.search(before) for _, rule in _APPOSED)
    if not (_OWNED.fullmatch(before) or (opens and _OWNED.match(after))):
        return []
    return [phase for phase, rule in _APPOSED if rule.search(clauses[number])]


def _as_typed(question: str, words: str) -> str:
    """The clause with its accents: folding keeps the number of letters of composed text."""
    folded = fold(question.lower()).replace("’", "'")
    start = folded.find(words)
    return question[start : start + len(words)] if start >= 0 and len(folded) == len(question) else words
