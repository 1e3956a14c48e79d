"""French as it is printed: quotes, unbreakable spaces, ligatures, accents that a hasty hand leaves out."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from assistant.clusters.directory import Directory
from assistant.corpus_quality.findings import Finding, Kind, entry_lines
from assistant.corpus_quality.notes import Note
from assistant.index.analysis import fold
from assistant.library.facts import FACTS_FILE, Facts

_NOT_PROSE = re.compile(r"<!--.*?-->|https?://\S+|`[^`]*`")
_RULES = (
    (re.compile(r'"'), "guillemet droit", "Écrivez « » avec des espaces insécables."),
    (re.compile(r"[^\s\u00a0\u202f][;?!»](?=\s|$)"), "espace insécable absente", "Mettez-la avant ; ? ! ou »."),
    (re.compile(r" [;:?!»%€]"), "espace ordinaire", "Mettez une espace insécable avant ; : ? ! » % ou €."),
    (re.compile(r"«(?![\u00a0\u202f])"), "espace insécable absente", "Mettez-la après «."),
    (re.compile(r"\S  +\S"), "espaces répétées", "Une seule suffit."),
    (re.compile(r"\.\.\."), "trois points", "Écrivez le caractère …"),
    (re.compile(r" [,.](?=\s|$)"), "espace avant une virgule ou un point", "Retirez-la."),
    (re.compile(r"\b(?:[Cc]oeur|[Oo]euvre|[Nn]oeud|[Mm]oeurs|[Vv]oeu)\w*"), "ligature absente", "Écrivez œ."),
)
# Words that no French word is spelt like without its accents.
_ACCENTED = (
    "accès activité activités adhérent adhérents année années après auprès bénéfice catégorie collège collèges "
    "comité comités compétence compétences compétitivité complémentarité coût coûts créer crée critère critères "
    "décembre défi déjà département développement développer difficulté difficultés donnée données durée économie "
    "économique économiques écart écarts également énergie énergies enquête équipe équipes état états étude études "
    "été être évaluation évaluations événement événements février filière filières gérer hiérarchie idée idées "
    "intérêt intérêts jusqu'à manière matériaux même mêmes méthode métier métiers modèle nécessaire numérique "
    "opération périmètre période pôle pôles première premières président présidente présidence prêt privé problème "
    "problèmes propriété proximité qualité réalisé région régions régional régionale règle règles règlement réponse "
    "réseau réseaux résultat résultats réunion réunions rôle rôles santé sécurité série société sociétés stratégie "
    "stratégies stratégique succès système systèmes thème thèmes thématique très université universités végétal"
).split()


# « prive » and « regle » may be verbs or names, « ete » an acronym, « pret » a name, « jusqu'a » has its own sign.
_LEFT_OUT = {"prive", "pret", "ete", "jusqu'a"}
_BARE = {fold(word): word for word in _ACCENTED if fold(word) not in _LEFT_OUT}
_WORD = re.compile(r"\b(?:" + "|".join(sorted(_BARE, key=len, reverse=True)) + r")\b", re.IGNORECASE)


def missing_accents(text: str) -> list[tuple[str, str]]:
    """Words of a text that lack their accents, each with its right spelling; words all in capitals are names."""
    found = (match.group() for match in _WORD.finditer(text))
    return [(word, _BARE[word.lower()]) for word in dict.fromkeys(found) if not word.isupper()]


def typography_faults(notes: Iterable[Note]) -> Iterator[Finding]:
    """Faults of the notes, front matter's title included, line by line."""
    for note in notes:
        if not unicodedata.is_normalized("NFC", note.text):
            yield _finding(note.file, 1, "accents décomposés", "Enregistrez le fichier en Unicode NFC.")
        start = _first_line_of_body(note.text)
        for number, line in enumerate(note.text.split("\n"), start=1):
            if number >= start:
                yield from _faults(note.file, number, _NOT_PROSE.sub("", line))
            elif line.startswith("title:"):
                yield from _faults(note.file, number, str(note.meta.get("title", "")))


def _first_line_of_body(text: str) -> int:
    lines = text.split("\n")
    return lines.index("---", 1) + 2 if lines[0] == "---" and "---" in lines[1:] else 1


def _faults(file: str, line: int, text: str) -> Iterator[Finding]:
    for pattern, what, remedy in _RULES:
        match = pattern.search(text)
        if match:
            near = text[max(0, match.start() - 20) : match.end() + 20].strip()
            yield _finding(file, line, f"{what} : « {near} »", remedy)
    yield from _unaccented(file, line, text)


def _unaccented(file: str, line: int, text: str) -> Iterator[Finding]:
    for word, right in missing_accents(text):
        yield _finding(file, line, f"accent oublié : « {word} »", f"Écrivez « {right} ».")


def registry_typography(corpus: Path, facts: Facts, directory: Directory) -> Iterator[Finding]:
    """Accents left out in our own wording of facts, clusters and relations."""
    lines = entry_lines(corpus / FACTS_FILE)
    for fact in facts.facts.values():
        yield from _unaccented(f"corpus/{FACTS_FILE}", lines.get(fact.id, 1), f"{fact.section} {fact.text}")
    lines = entry_lines(corpus / "clusters.yaml")
    for c in directory.clusters:
        words = [*c.sectors, *c.technologies, *c.markets, c.fate or "", c.verified.seen, c.verified.note or ""]
        yield from _unaccented("corpus/clusters.yaml", lines.get(c.id, 1), " ; ".join(words))
    lines = entry_lines(corpus / "relations.yaml")
    for relation in directory.relations:
        text = f"{relation.topic} ; {relation.note or ''}"
        yield from _unaccented("corpus/relations.yaml", lines.get(relation.id, 1), text)


def _finding(file: str, line: int, what: str, remedy: str) -> Finding:
    return Finding(file=file, line=line, kind=Kind.TYPOGRAPHIE, what=what, remedy=remedy)
