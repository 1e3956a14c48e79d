"""A readable sheet for each cluster, made to be indexed: each sentence names the cluster and bears its year.

Dates are absolute, so that a sheet stays true after it was written; asked for on a given day, it also says which labels
have run out.
"""

from datetime import date
from typing import NamedTuple

from assistant.clusters.directory import Directory
from assistant.clusters.entries import Cluster, Label, Relation
from assistant.clusters.judgements import attributed, grade_named, site_of
from assistant.clusters.label_sentences import label_text
from assistant.clusters.names import listed, normalized, of, plural
from assistant.clusters.origins import DECLARED_ONLY, FIELD_NAMES, declared_mark, declared_sentences, origin_sentences
from assistant.clusters.saying import FRENCH
from assistant.clusters.territory import in_region
from assistant.clusters.ties import STAGE_NAMES


class Sentence(NamedTuple):
    """A sentence of a sheet and the addresses of the pages behind it."""

    text: str
    sources: tuple[str, ...] = ()


_READ_IN_SECTORS = "d’après le libellé de ses secteurs, sans autre source"


def sheet(cluster: Cluster, directory: Directory, today: date | None = None) -> tuple[str, str]:
    """The title and the Markdown of a cluster's sheet; with `today`, labels past their end are said to be."""
    title = f"{cluster.name} : fiche du répertoire"
    blocks = [f"# {title}"]
    for heading, sentences in _sections(cluster, directory, today):
        if sentences:
            blocks += [f"## {heading}", "\n\n".join(sentence.text for sentence in sentences)]
    return title, "\n\n".join(blocks) + "\n"


def sources_behind(quote: str, cluster: Cluster, directory: Directory) -> tuple[str, ...]:
    """The addresses behind a quote of a cluster's sheet, « paper » for the starting article; all of them when it cannot
    be told which sentence the quote is of."""
    asked = normalized(quote)
    sentences = [sentence for _, found in _sections(cluster, directory, None) for sentence in found]
    quoted = [s for s in sentences if asked and (normalized(s.text) in asked or asked in normalized(s.text))]
    return tuple(dict.fromkeys(source for sentence in quoted or sentences for source in sentence.sources))


def _sections(cluster: Cluster, directory: Directory, today: date | None) -> list[tuple[str, list[Sentence]]]:
    labels = [_label_sentence(cluster, label, today) for label in cluster.labels]
    relations = [Sentence(_relation_sentence(directory, r), r.sources) for r in _relations(cluster, directory)]
    return [
        ("Identité", _identity(cluster, directory)),
        ("Thèmes", _themes(cluster)),
        ("Moyens", _means(cluster, directory)),
        ("Labels et évaluations", labels),
        ("Relations documentées", relations),
        ("Déclaré par le cluster", [Sentence(said) for said in declared_sentences(cluster)]),
        ("Ce qui n’est pas connu", _unknown(cluster)),
        ("Remarques et sources", _remarks(cluster, directory)),
    ]


def _relations(cluster: Cluster, directory: Directory) -> list[Relation]:
    ids = {cluster.id, *(p.id for p in directory.predecessors(cluster))}
    return [relation for relation in directory.relations if ids & set(relation.clusters)]


def _identity(cluster: Cluster, directory: Directory) -> list[Sentence]:
    name, feminine = cluster.short_name, cluster.kind == "grappe_entreprises"
    e = "e" if feminine else ""
    verb = "est" if cluster.lives else "était"
    place = f" établi{e} à {cluster.city}" if cluster.city else ""
    region = f", {in_region(cluster.regions[0])}" if cluster.regions else ""
    born = f", créé{e} en {cluster.founded}" if cluster.founded else ""
    what = f"{name} {verb} {'une' if feminine else 'un'} {FRENCH.kind(cluster.kind)}{place}{region}{born}."
    sentences = [Sentence(what, cluster.sources_of("kind", "city", "regions", "founded"))]
    if cluster.name != name:
        sentences.append(Sentence(f"Le nom complet {of(name)} est {cluster.name}.", cluster.sources))
    if len(cluster.regions) > 1:
        sentences.append(
            Sentence(
                f"{name} couvre plusieurs régions : {listed(list(cluster.regions))}.", cluster.sources_of("regions")
            )
        )
    former = [f.name + (f" ({f.note})" if f.note else "") for f in cluster.former_names]
    if former:
        sentences.append(Sentence(f"{name} a porté ou repris ces noms : {listed(former)}.", cluster.sources))
    if cluster.website:
        sentences.append(
            Sentence(
                f"Le site {of(name)} est {cluster.website}{declared_mark(cluster, 'website')}.",
                cluster.sources_of("website"),
            )
        )
    if cluster.status == "non_verifie":
        sentences.append(Sentence(f"L’activité actuelle {of(name)} n’est pas vérifiée.", cluster.sources))
    return [*sentences, *_history(cluster, directory)]


def _history(cluster: Cluster, directory: Directory) -> list[Sentence]:
    name, sentences = cluster.short_name, list[Sentence]()
    if cluster.merged_into:
        into, final = directory.by_id[cluster.merged_into], directory.successor(cluster.id)
        year = directory.merger_year(cluster)
        if not cluster.fate:
            sentences.append(
                Sentence(
                    f"{name} a rejoint {into.short_name}{f' en {year}' if year else ''}.",
                    directory.merger_sources(cluster) or cluster.sources,
                )
            )
        sentences.append(
            Sentence(
                f"Le répertoire rattache {name} à {final.short_name}, qui répond aujourd’hui à sa place.",
                cluster.sources,
            )
        )
    if cluster.fate:
        sentences.append(Sentence(f"{name} : {cluster.fate}.", cluster.sources))
    for taken in directory.predecessors(cluster):
        if taken.fate:
            sentences.append(
                Sentence(
                    f"{taken.short_name}, rattaché à {name} : {taken.fate}.",
                    directory.merger_sources(taken) or taken.sources,
                )
            )
        elif taken.merged_into == cluster.id:
            year = directory.merger_year(taken)
            sentences.append(
                Sentence(
                    f"{name} a repris {taken.short_name}{f' en {year}' if year else ' (année non vue)'}.",
                    directory.merger_sources(taken) or taken.sources,
                )
            )
    return sentences


def _themes(cluster: Cluster) -> list[Sentence]:
    name, sentences = cluster.short_name, list[Sentence]()
    if cluster.sectors:
        works = "travaille" if cluster.lives else "travaillait"
        sectors = _plural("le secteur", "les secteurs", cluster.sectors)
        sentences.append(
            Sentence(
                f"{name} {works} dans {sectors}{declared_mark(cluster, 'sectors')}.", cluster.sources_of("sectors")
            )
        )
    if cluster.basis("technologies") == "secteurs":
        sentences.append(
            Sentence(
                f"Technologies {of(name)} {_READ_IN_SECTORS} : {listed(list(cluster.technologies))}.",
                cluster.sources_of("technologies"),
            )
        )
    elif cluster.technologies:
        sentences.append(
            Sentence(
                f"{_plural('La technologie', 'Les technologies', cluster.technologies, of(name))}{declared_mark(cluster, 'technologies')}.",
                cluster.sources_of("technologies"),
            )
        )
    if cluster.basis("markets") == "secteurs":
        sentences.append(
            Sentence(
                f"Filières d’application {of(name)} {_READ_IN_SECTORS} : {listed(list(cluster.markets))}.",
                cluster.sources_of("markets"),
            )
        )
    markets = (*cluster.seen("markets"), *cluster.markets_from_ties)
    if markets:
        sentences.append(
            Sentence(
                f"{_plural('Le marché visé par', 'Les marchés visés par', markets, name)}{declared_mark(cluster, 'markets')}.",
                cluster.sources_of("markets"),
            )
        )
    return sentences


def _plural(one: str, many: str, items: tuple[str, ...], whose: str = "") -> str:
    head = f"{one if len(items) == 1 else many} {whose}".strip()
    return f"{head} : {listed(list(items))}"


def _means(cluster: Cluster, directory: Directory) -> list[Sentence]:
    name, sentences = cluster.short_name, list[Sentence]()
    if cluster.members:
        when = f"en {cluster.members.year}" if cluster.members.year else "(année non vue)"
        sentences.append(
            Sentence(
                f"{name} comptait {plural(cluster.members.count, 'membre')} {when}{declared_mark(cluster, 'members')}.",
                cluster.sources_of("members"),
            )
        )
    if cluster.team:
        sentences.append(
            Sentence(
                f"Équipe {of(name)} : {cluster.team.raw}{_undated(cluster.team.year)}{declared_mark(cluster, 'team')}.",
                cluster.sources_of("team"),
            )
        )
    if cluster.budget:
        sentences.append(
            Sentence(
                f"Budget {of(name)} : {cluster.budget.raw}{_undated(cluster.budget.year)}{declared_mark(cluster, 'budget')}.",
                cluster.sources_of("budget"),
            )
        )
    for change in cluster.turnover:
        grade = grade_named(change.sources, directory.grades)
        sentences.append(
            Sentence(
                f"En {change.year}, chez {name}, {change.text}, d’après {change.author} ({grade}).", change.sources
            )
        )
    return sentences


def _undated(year: int | None) -> str:
    return "" if year else ", année non vue"


def _label_sentence(cluster: Cluster, label: Label, today: date | None) -> Sentence:
    return Sentence(label_text(cluster, label, today), label.sources or cluster.sources)


def _relation_sentence(directory: Directory, relation: Relation) -> str:
    """« Projet commun entre A et B, en 2017 : sujet. », today's names beside the old ones."""
    parties = [_party(directory, identifier, relation) for identifier in relation.clusters]
    parties += relation.external_partners
    stage = STAGE_NAMES[relation.stage]
    between = f"entre {listed(parties)}" if len(parties) > 1 else of(parties[0])
    when = f", en {relation.year}" if relation.year else ", année non vue"
    notes = [relation.note.rstrip(".")] if relation.note else []
    if relation.confidence == "partiel":
        notes.append("source relue en partie seulement")
    remark = f" ({' ; '.join(notes)})" if notes else ""
    if relation.stage in ("abandon", "absence"):
        remark = f", d’après {attributed(relation.sources, directory.grades)}{remark}"
    return f"{stage[0].upper()}{stage[1:]} {between}{when} : {relation.topic}{remark}."


def _party(directory: Directory, identifier: str, relation: Relation) -> str:
    """The name of a party; its successor's beside it, unless the sentence names that one too."""
    cluster, final = directory.by_id[identifier], directory.successor(identifier)
    if final is cluster or final.id in relation.clusters:
        return cluster.short_name
    return f"{cluster.short_name} (aujourd’hui {final.short_name})"


def _unknown(cluster: Cluster) -> list[Sentence]:
    missing = [
        name
        for field, name in FIELD_NAMES.items()
        if field not in DECLARED_ONLY
        and not getattr(cluster, field)
        and not (field == "markets" and cluster.markets_from_ties)
    ]
    if not missing:
        return []
    head, known = listed(missing), "connus" if len(missing) > 1 else "connu"
    return [
        Sentence(f"{head[0].upper()}{head[1:]} {of(cluster.short_name)} : non {known} du répertoire.", cluster.pages)
    ]


def _remarks(cluster: Cluster, directory: Directory) -> list[Sentence]:
    name, sentences = cluster.short_name, list[Sentence]()
    sentences.append(Sentence(f"Vu dans les sources pour {name} : {cluster.verified.seen}.", cluster.sources))
    if cluster.verified.note:
        note = cluster.verified.note.rstrip(".")
        sentences.append(Sentence(f"À noter pour {name} : {note}.", cluster.sources))
    if cluster.pages:
        sites = listed(list(dict.fromkeys(site_of(source) for source in cluster.pages)))
        pages = plural(len(cluster.pages), "page")
        read = "lues en extraits et non en entier" if len(cluster.pages) > 1 else "lue en extraits et non en entier"
        sentences.append(Sentence(f"Les faits sur {name} viennent de {pages}, {read} : {sites}.", cluster.pages))
    else:
        sentences.append(Sentence(f"L’adresse de la page lue pour {name} n’a pas été conservée.", ()))
    origins = [Sentence(said, pages) for said, pages in origin_sentences(cluster, directory.grades)]
    return [*sentences, *origins]
