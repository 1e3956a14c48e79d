"""Lists to be indexed beside the sheets: who is in a region, who works on a theme, in sentences that can be quoted."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from assistant.clusters import sizes
from assistant.clusters.directory import Directory
from assistant.clusters.entries import Cluster, Kind
from assistant.clusters.names import listed, normalized, plural
from assistant.clusters.territory import NATIONAL, in_region, other_names, regions_in
from assistant.clusters.themes import Theme, Vocabulary, stems, without_homonyms
from assistant.index.analysis import terms

_KINDS: tuple[tuple[Kind, str, str], ...] = (
    ("pole_de_competitivite", "pôle de compétitivité", "pôles de compétitivité"),
    ("cluster_regional", "cluster régional", "clusters régionaux"),
    ("grappe_entreprises", "grappe d’entreprises", "grappes d’entreprises"),
)
# How each kind is asked for; « clusters » alone are all of them.
_ASKED_KINDS: dict[Kind, re.Pattern[str]] = {
    "pole_de_competitivite": re.compile(r"\bp[oô]les?\b", re.IGNORECASE),
    "cluster_regional": re.compile(r"\bclusters? r[ée]gion|\bregional clusters?", re.IGNORECASE),
    "grappe_entreprises": re.compile(r"\bgrappes?\b", re.IGNORECASE),
}
_ALL_KINDS = re.compile(r"\b(?<!regional )clusters?\b(?! r[ée]gion)|\bstructures?\b|\br[ée]seaux?\b", re.IGNORECASE)
# What asks for no list: who pays, with whom to work, how, why, when.
_OTHERWISE = re.compile(
    r"\bqui finance|\bfinance(?:urs?|ments?|r)\b|\b(?:avec|(?<!deal )(?<!dealing )with|comment|pourquoi|quand|why|when|how (?!many\b))",
    re.IGNORECASE,
)
_STRUCTURE = re.compile(r"\b(?:clusters?|p[oô]les?|grappes?|structures?|r[ée]seaux?|networks?)\b", re.IGNORECASE)
_NOT_ALL = "Le répertoire ne tient que ce que ses sources nomment : d’autres structures peuvent exister {where}."
# Words that ask for a list whatever it is of.
_LISTING = frozenset(
    terms(
        "pôle cluster clusters grappe compétitivité entreprise liste structure réseau réseaux région territoire thème thématique filière "
        "secteur domaine france français française couvrir couvrent travailler travaillent travaille existe existent trouve "
        "situé situés implanté implantés établi établis présent présents actif actifs connais connaissez occupe occupent "
        "régional régionaux citer cite citez lister nom noms deux trois quatre cinq six dix quelques name names give "
        "moi combien nombre active déjà deja autre autres faire fait font hors dehors ailleurs gestion "
        "bosser bossent bosse parler parlent parle toucher touchent touche tourner tournent spécialisé spécialisés spécialiser dédié dédiés axé axés "
        "lequel laquelle lesquels lesquelles ceux celles connaisses connaître "
        "sit sits located based situated operate operating exist there "
        "ah oh alors dommage exactement actuellement vraiment juste seulement complète complet connu connus"
    )
)
# And those that ask for a figure of each on it, who is the largest.
_SIZING = frozenset(
    terms(
        "plus moins gros grand grands petit petits nombreux important importants membre membres adhérents adhésion budget taille "
        "vieux vieil ancien anciens jeune jeunes récent récents comparer compare comparatif comparaison tableau classement palmarès "
        "effectif effectifs équipe équipes salarié salariés année date création ancienneté âge "
        "classe classer classez trie trier triez range ranger rangez ordonne ordonner ordonnez top ordre croissant décroissant nb rank sort size membership"
    )
)
AIMING, THEME, COUNTED = "qui visent le marché", "sur le thème", "Le répertoire connaît"
CITING = "qui citent"
# A quoted sentence stays readable with so many names.
_NAMES = 12


@dataclass(frozen=True, slots=True)
class ClusterList:
    """A list: its name (« region-bretagne », « theme-bois ») and its Markdown."""

    name: str
    markdown: str


def cluster_lists(directory: Directory) -> Iterator[ClusterList]:
    """A list a region, a list a theme, then that of sizes, of the living clusters (networks of clusters left out)."""
    living = sorted((c for c in directory.active if c.kind != "reseau"), key=lambda c: normalized(c.short_name))
    for region in sorted({region for cluster in living for region in cluster.regions} - {NATIONAL}):
        yield _of_region(region, [c for c in living if region in c.regions])
    for identifier, theme in directory.vocabulary.themes.items():
        subjects = {cluster.id: directory.subject(cluster, with_ties=False) for cluster in living}
        works = [c for c in living if identifier in subjects[c.id].mastered]
        aims = [c for c in living if identifier in subjects[c.id].markets and c not in works]
        if works or aims:
            yield _of_theme(identifier, theme, works, aims)
    yield _document(sizes.NAME, sizes.TITLE, sizes.size_sentences(living), "en France", [sizes.REMARK])


def region_lists(text: str) -> frozenset[str]:
    """The names of the lists whose region a text names."""
    return frozenset(map(_region_name, regions_in(text)))


def theme_lists(text: str, vocabulary: Vocabulary) -> frozenset[str]:
    """The names of the lists whose theme a text names."""
    return frozenset(map(_theme_name, vocabulary.themes_in(without_homonyms(text))))


def lists_asked(text: str, names: bool, vocabulary: Vocabulary) -> frozenset[str]:
    """The names of the lists that a question is about: of a region it names, of sizes, of a theme when it asks for
    `names` of clusters."""
    of_sizes = frozenset({sizes.NAME}) if sizes.asks_for_sizes(text) else frozenset()
    return region_lists(text) | of_sizes | (theme_lists(text, vocabulary) if names else frozenset())


def kinds_asked(text: str) -> frozenset[Kind]:
    """The kinds of structure that a question wants listed; none when it wants all."""
    kinds = frozenset(kind for kind, rule in _ASKED_KINDS.items() if rule.search(text))
    return frozenset() if _ALL_KINDS.search(text) else kinds


def kind_listed(sentence: str) -> Kind | None:
    """The kind that a sentence of the list of a region lists; none for the other sentences."""
    start = sentence.lower()
    return next((kind for kind, *names in _KINDS if any(start.startswith(f"{name} ") for name in names)), None)


def asks_otherwise(text: str) -> bool:
    """Whether a question asks how, why or when, who pays or with whom to work: no list answers that."""
    return bool(_OTHERWISE.search(text))


def is_list_alone(text: str, vocabulary: Vocabulary, figures: bool = False) -> bool:
    """Whether a question says nothing but which list it wants: « quels pôles couvrent le Grand Est ? », « cinq clusters du bois »;
    or of whose `figures`."""
    text = without_homonyms(text)
    regions, themes = regions_in(text), vocabulary.themes_in(text)
    if asks_otherwise(text) or not _STRUCTURE.search(text):
        return False
    asking = _LISTING | (_SIZING if figures else frozenset())
    named = [*regions, *(name for region in regions for name in other_names(region))]
    named += [term for theme in themes for term in vocabulary.themes[theme].terms]
    others = set(terms(text)) - {term for name in named for term in terms(name)} - asking
    return all(term.isdigit() and len(term) < 3 for term in others)  # « top 5 »


def _region_name(region: str) -> str:
    return f"region-{normalized(region)}"


def _theme_name(identifier: str) -> str:
    return f"theme-{identifier}"


def _of_region(region: str, clusters: Sequence[Cluster]) -> ClusterList:
    where = in_region(region)
    kinds = [(one, many, [c for c in clusters if c.kind == kind]) for kind, one, many in _KINDS]
    counted = listed([f"{len(found)} {many if len(found) > 1 else one}" for one, many, found in kinds if found])
    sentences = list[str]()
    for one, many, found in kinds:
        for part in _parts(found):
            head = f"{many if len(found) > 1 else one} {where}"
            sentences.append(f"{head[0].upper()}{head[1:]} : {listed([c.short_name for c in part])}.")
    sentences.append(f"{COUNTED} {plural(len(clusters), 'structure')} {where} : {counted}.")
    names = listed(list(other_names(region)))
    remarks = [f"La région comprend ou porte aussi ces noms : {names}."] if names else []
    return _document(_region_name(region), f"Clusters et pôles {where}", sentences, where, remarks)


def _of_theme(identifier: str, theme: Theme, clusters: Sequence[Cluster], aiming: Sequence[Cluster]) -> ClusterList:
    """Those whose trade or know-how it is, then those for whom it is only a market."""
    title = f"Clusters et pôles {THEME} « {theme.label} »"
    sentences = [f"{title} : {listed([c.short_name for c in part])}." for part in _parts(clusters)]
    for region in sorted({region for cluster in clusters for region in cluster.regions} - {NATIONAL}):
        there = listed([c.short_name for c in clusters if region in c.regions])
        sentences.append(f"{title} {in_region(region)} : {there}.")
    sentences += [
        f"Clusters et pôles {AIMING} « {theme.label} », sans en faire leur métier : {listed(part)}."
        for part in ([c.short_name for c in part] for part in _parts(aiming))
    ]
    words = {stems(term): term for term in reversed(theme.terms)}  # the first of the terms that differ by an ending
    for stemmed, term in sorted(words.items(), key=lambda item: theme.terms.index(item[1])):
        citing = [c for c in (*clusters, *aiming) if _cites(c, stemmed)]
        if citing and len(citing) < len(clusters) + len(aiming):
            sentences += [
                f"Clusters et pôles {CITING} « {term} » : {listed([_placed(c) for c in part])}."
                for part in _parts(citing)
            ]
    return _document(_theme_name(identifier), title, sentences, "sur ce thème")


def _document(name: str, title: str, sentences: Iterable[str], where: str, remarks: Sequence[str] = ()) -> ClusterList:
    body = "\n\n".join([*sentences, "## Ce qui n’est pas connu", _NOT_ALL.format(where=where), *remarks])
    return ClusterList(name, f"# {title} : liste du répertoire\n\n{body}\n")


def _parts(clusters: Sequence[Cluster]) -> list[Sequence[Cluster]]:
    parts = max(1, ceil(len(clusters) / _NAMES))
    size = max(
        1, ceil(len(clusters) / parts)
    )  # of one length: the last would else stand for the list with a name or two
    return [clusters[at : at + size] for at in range(0, len(clusters), size)]


def _placed(cluster: Cluster) -> str:
    regions = [region for region in cluster.regions if region != NATIONAL]
    return f"{cluster.short_name} ({regions[0]})" if regions else cluster.short_name


def _cites(cluster: Cluster, words: tuple[str, ...]) -> bool:
    wordings = (stems(text) for text in (*cluster.sectors, *cluster.technologies, *cluster.markets))
    return any(words == said[at : at + len(words)] for said in wordings for at in range(len(said)))
