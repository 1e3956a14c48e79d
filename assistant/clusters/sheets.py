"""A readable sheet for each cluster, made to be indexed: each sentence names the cluster and bears its year.

Dates are absolute, so that a sheet stays true after it was written; asked for on a given day, it also says which labels
have run out.
"""

import re
from datetime import date

from assistant.clusters.directory import Directory
from assistant.clusters.entries import Amount, Cluster, Label, Projects, Relation, Share
from assistant.clusters.fields import TIES, Field
from assistant.clusters.identity_sentences import identity
from assistant.clusters.judgements import attributed, grade_named, site_of
from assistant.clusters.label_sentences import RATINGS, label_text
from assistant.clusters.names import listed, normalized, of, plural
from assistant.clusters.origins import DECLARED_ONLY, FIELD_NAMES, declared_mark, declared_sentences, origin_sentences
from assistant.clusters.sheet_sentence import Sentence
from assistant.clusters.ties import STAGE_NAMES

_DATED = re.compile(r"\b(?:19|20)\d\d\b|non vue")

_READ_IN_SECTORS = "d’après le libellé de ses secteurs, sans autre source"


def sheet(cluster: Cluster, directory: Directory, today: date | None = None) -> tuple[str, str]:
    """The title and the Markdown of a cluster's sheet; with `today`, labels past their end are said to be."""
    title = f"{cluster.name} : fiche du répertoire"
    blocks = [f"# {title}"]
    for heading, sentences in sections(cluster, directory, today):
        if sentences:
            blocks += [f"## {heading}", "\n\n".join(sentence.text for sentence in sentences)]
    return title, "\n\n".join(blocks) + "\n"


def sources_behind(quote: str, cluster: Cluster, directory: Directory) -> tuple[str, ...]:
    """The addresses behind a quote of a cluster's sheet, « paper » for the starting article; all of them when it cannot
    be told which sentence the quote is of."""
    asked = normalized(quote)
    sentences = [sentence for _, found in sections(cluster, directory, None) for sentence in found]
    quoted = [s for s in sentences if asked and (normalized(s.text) in asked or asked in normalized(s.text))]
    return tuple(dict.fromkeys(source for sentence in quoted or sentences for source in sentence.sources))


def sections(cluster: Cluster, directory: Directory, today: date | None) -> list[tuple[str, list[Sentence]]]:
    """The headings of a cluster's sheet, each with its sentences; with `today`, labels past their end are said to be."""
    labels = [_label_sentence(cluster, label, today) for label in cluster.labels]
    relations = [Sentence(_relation_sentence(directory, r), r.sources, TIES) for r in _relations(cluster, directory)]
    return [
        ("Identité", identity(cluster, directory)),
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


def _themes(cluster: Cluster) -> list[Sentence]:
    name, sentences = cluster.short_name, list[Sentence]()
    if cluster.sectors:
        works = "travaille" if cluster.lives else "travaillait"
        sectors = _plural("le secteur", "les secteurs", cluster.sectors)
        sentences.append(
            Sentence(
                f"{name} {works} dans {sectors}{declared_mark(cluster, 'sectors')}.",
                cluster.sources_of("sectors"),
                (Field.SECTEURS, Field.PRESENTATION),
            )
        )
    if cluster.basis("technologies") == "secteurs":
        sentences.append(
            Sentence(
                f"Technologies {of(name)} {_READ_IN_SECTORS} : {listed(list(cluster.technologies))}.",
                cluster.sources_of("technologies"),
                (Field.TECHNOLOGIES,),
            )
        )
    elif cluster.technologies:
        sentences.append(
            Sentence(
                f"{_plural('La technologie', 'Les technologies', cluster.technologies, of(name))}{declared_mark(cluster, 'technologies')}.",
                cluster.sources_of("technologies"),
                (Field.TECHNOLOGIES,),
            )
        )
    if cluster.basis("markets") == "secteurs":
        sentences.append(
            Sentence(
                f"Filières d’application {of(name)} {_READ_IN_SECTORS} : {listed(list(cluster.markets))}.",
                cluster.sources_of("markets"),
                (Field.MARCHES,),
            )
        )
    markets = (*cluster.seen("markets"), *cluster.markets_from_ties)
    if markets:
        sentences.append(
            Sentence(
                f"{_plural('Le marché visé par', 'Les marchés visés par', markets, name)}{declared_mark(cluster, 'markets')}.",
                cluster.sources_of("markets"),
                (Field.MARCHES,),
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
                (Field.MEMBRES, Field.PRESENTATION),
            )
        )
    if cluster.team:
        sentences.append(
            Sentence(
                f"Équipe {of(name)} : {cluster.team.raw}{_undated(cluster.team)}{declared_mark(cluster, 'team')}.",
                cluster.sources_of("team"),
                (Field.EQUIPE,),
            )
        )
    if cluster.budget:
        sentences.append(
            Sentence(
                f"Budget {of(name)} : {cluster.budget.raw}{_undated(cluster.budget)}{declared_mark(cluster, 'budget')}.",
                cluster.sources_of("budget"),
                (Field.BUDGET,),
            )
        )
    if cluster.private_share:
        told = f"Part privée du budget {of(name)} : {cluster.private_share.raw}{_undated(cluster.private_share)}."
        sentences.append(Sentence(told, cluster.sources_of("private_share"), (Field.BUDGET,)))
    if cluster.projects:
        told = f"Projets {of(name)} : {cluster.projects.raw}{_undated(cluster.projects)}."
        sentences.append(Sentence(told, cluster.sources_of("projects"), (Field.PROJETS,)))
    for change in cluster.turnover:
        grade = grade_named(change.sources, directory.grades)
        sentences.append(
            Sentence(
                f"En {change.year}, chez {name}, {change.text}, d’après {change.author} ({grade}).", change.sources
            )
        )
    return sentences


def _undated(said: Amount | Share | Projects) -> str:
    """« , année non vue » after a figure without a year, unless its own words tell one, or say so."""
    return "" if said.year or _DATED.search(said.raw) else ", année non vue"


def _label_sentence(cluster: Cluster, label: Label, today: date | None) -> Sentence:
    rated = (Field.EVALUATION,) if label.kind in RATINGS and label.level else ()
    labelled = label.kind not in RATINGS or all(other.kind in RATINGS for other in cluster.labels)
    fields = (*((Field.LABELS,) if labelled else ()), *rated)
    return Sentence(label_text(cluster, label, today), label.sources or cluster.sources, fields)


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
