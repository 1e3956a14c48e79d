"""A readable sheet for each cluster, made to be indexed: each sentence names the cluster and bears its year.

Dates are absolute, so that a sheet stays true after it was written; asked for on a given day, it also says which labels
have run out.
"""

from datetime import date

from assistant.clusters.directory import Directory
from assistant.clusters.entries import Cluster, Label, Relation
from assistant.clusters.judgements import attributed, grade_named, site_of
from assistant.clusters.maturity import has_lapsed, lapsed
from assistant.clusters.names import listed, of, plural
from assistant.clusters.origins import DECLARED_ONLY, FIELD_NAMES, declared_mark, declared_sentences, origin_sentences
from assistant.clusters.saying import FRENCH, french_date
from assistant.clusters.territory import in_region
from assistant.clusters.ties import STAGE_NAMES

_READ_IN_SECTORS = "d’après le libellé de ses secteurs, sans autre source"


def sheet(cluster: Cluster, directory: Directory, today: date | None = None) -> tuple[str, str]:
    """The title and the Markdown of a cluster's sheet; with `today`, labels past their end are said to be."""
    title = f"{cluster.name} : fiche du répertoire"
    sections = [
        ("Identité", _identity(cluster, directory)),
        ("Thèmes", _themes(cluster)),
        ("Moyens", _means(cluster, directory)),
        ("Labels et évaluations", [_label_sentence(cluster, label, today) for label in cluster.labels]),
        ("Relations documentées", [_relation_sentence(directory, r) for r in _relations(cluster, directory)]),
        ("Déclaré par le cluster", declared_sentences(cluster)),
        ("Ce qui n’est pas connu", _unknown(cluster)),
        ("Remarques et sources", [*_remarks(cluster), *origin_sentences(cluster, directory.grades)]),
    ]
    blocks = [f"# {title}"]
    for heading, sentences in sections:
        if sentences:
            blocks += [f"## {heading}", "\n\n".join(sentences)]
    return title, "\n\n".join(blocks) + "\n"


def sheet_sources(cluster: Cluster, directory: Directory) -> tuple[str, ...]:
    """The addresses behind a sheet, those of its relations included; « paper » is the starting article."""
    of_relations = (source for relation in _relations(cluster, directory) for source in relation.sources)
    of_turnover = (source for change in cluster.turnover for source in change.sources)
    return tuple(dict.fromkeys([*cluster.pages, *of_relations, *of_turnover]))


def _relations(cluster: Cluster, directory: Directory) -> list[Relation]:
    ids = {cluster.id, *(p.id for p in directory.predecessors(cluster))}
    return [relation for relation in directory.relations if ids & set(relation.clusters)]


def _identity(cluster: Cluster, directory: Directory) -> list[str]:
    name, feminine = cluster.short_name, cluster.kind == "grappe_entreprises"
    e = "e" if feminine else ""
    verb = "est" if cluster.lives else "était"
    place = f" établi{e} à {cluster.city}" if cluster.city else ""
    region = f", {in_region(cluster.regions[0])}" if cluster.regions else ""
    born = f", créé{e} en {cluster.founded}" if cluster.founded else ""
    sentences = [f"{name} {verb} {'une' if feminine else 'un'} {FRENCH.kind(cluster.kind)}{place}{region}{born}."]
    if cluster.name != name:
        sentences.append(f"Le nom complet {of(name)} est {cluster.name}.")
    if len(cluster.regions) > 1:
        sentences.append(f"{name} couvre plusieurs régions : {listed(list(cluster.regions))}.")
    former = [f.name + (f" ({f.note})" if f.note else "") for f in cluster.former_names]
    if former:
        sentences.append(f"{name} a porté ou repris ces noms : {listed(former)}.")
    if cluster.website:
        sentences.append(f"Le site {of(name)} est {cluster.website}{declared_mark(cluster, 'website')}.")
    if cluster.status == "non_verifie":
        sentences.append(f"L’activité actuelle {of(name)} n’est pas vérifiée.")
    return [*sentences, *_history(cluster, directory)]


def _history(cluster: Cluster, directory: Directory) -> list[str]:
    name, sentences = cluster.short_name, []
    if cluster.merged_into:
        into, final = directory.by_id[cluster.merged_into], directory.successor(cluster.id)
        year = directory.merger_year(cluster)
        if not cluster.fate:
            sentences.append(f"{name} a rejoint {into.short_name}{f' en {year}' if year else ''}.")
        sentences.append(f"Le répertoire rattache {name} à {final.short_name}, qui répond aujourd’hui à sa place.")
    if cluster.fate:
        sentences.append(f"{name} : {cluster.fate}.")
    for taken in directory.predecessors(cluster):
        if taken.fate:
            sentences.append(f"{taken.short_name}, rattaché à {name} : {taken.fate}.")
        elif taken.merged_into == cluster.id:
            year = directory.merger_year(taken)
            sentences.append(f"{name} a repris {taken.short_name}{f' en {year}' if year else ' (année non vue)'}.")
    return sentences


def _themes(cluster: Cluster) -> list[str]:
    name, sentences = cluster.short_name, []
    if cluster.sectors:
        works = "travaille" if cluster.lives else "travaillait"
        sectors = _plural("le secteur", "les secteurs", cluster.sectors)
        sentences.append(f"{name} {works} dans {sectors}{declared_mark(cluster, 'sectors')}.")
    if cluster.basis("technologies") == "secteurs":
        sentences.append(f"Technologies {of(name)} {_READ_IN_SECTORS} : {listed(list(cluster.technologies))}.")
    elif cluster.technologies:
        sentences.append(
            f"{_plural('La technologie', 'Les technologies', cluster.technologies, of(name))}{declared_mark(cluster, 'technologies')}."
        )
    if cluster.basis("markets") == "secteurs":
        sentences.append(f"Filières d’application {of(name)} {_READ_IN_SECTORS} : {listed(list(cluster.markets))}.")
    markets = (*cluster.seen("markets"), *cluster.markets_from_ties)
    if markets:
        sentences.append(
            f"{_plural('Le marché visé par', 'Les marchés visés par', markets, name)}{declared_mark(cluster, 'markets')}."
        )
    return sentences


def _plural(one: str, many: str, items: tuple[str, ...], whose: str = "") -> str:
    head = f"{one if len(items) == 1 else many} {whose}".strip()
    return f"{head} : {listed(list(items))}"


def _means(cluster: Cluster, directory: Directory) -> list[str]:
    name, sentences = cluster.short_name, []
    if cluster.members:
        when = f"en {cluster.members.year}" if cluster.members.year else "(année non vue)"
        sentences.append(
            f"{name} comptait {plural(cluster.members.count, 'membre')} {when}{declared_mark(cluster, 'members')}."
        )
    if cluster.team:
        sentences.append(
            f"Équipe {of(name)} : {cluster.team.raw}{_undated(cluster.team.year)}{declared_mark(cluster, 'team')}."
        )
    if cluster.budget:
        sentences.append(
            f"Budget {of(name)} : {cluster.budget.raw}{_undated(cluster.budget.year)}{declared_mark(cluster, 'budget')}."
        )
    for change in cluster.turnover:
        grade = grade_named(change.sources, directory.grades)
        sentences.append(f"En {change.year}, chez {name}, {change.text}, d’après {change.author} ({grade}).")
    return sentences


def _undated(year: int | None) -> str:
    return "" if year else ", année non vue"


def _label_sentence(cluster: Cluster, label: Label, today: date | None) -> str:
    name, under = cluster.short_name, f", sous le nom {label.under_name}" if label.under_name else ""
    until = f", valable jusqu’au {french_date(label.valid_until)}" if label.valid_until else ""
    if label.valid_until and today and has_lapsed(label, today):
        until = f" ; {lapsed(label.valid_until)}"
    by = f", selon {label.said_by}" if label.said_by else ""
    when = f" en {label.year}" if label.year else " (date non vue)"
    match label.kind:
        case "evaluation_2012" if label.level is None:
            return (
                f"L’évaluation nationale des pôles de 2012 (BearingPoint, Erdyn, Technopolis) a porté sur {name}{under} ; "
                "sa note n’est pas reprise ici, faute d’une autre source qu’un blog."
            )
        case "evaluation_2012" if label.said_by:
            return f"L’évaluation nationale des pôles de 2012 a classé {name} parmi les pôles « {label.level}s »{under}{by}."
        case "evaluation_2012":
            return (
                f"L’évaluation nationale des pôles de 2012 (BearingPoint, Erdyn, Technopolis) a classé {name} parmi "
                f"les pôles « {label.level}s »{under}, d’après une liste reprise par un site tiers."
            )
        case "evaluation_2008":
            return f"L’évaluation nationale des pôles de 2008 a jugé {name} « {label.level} »{by}."
        case "pole_retire":
            since = f", obtenu en {label.year}," if label.year else ""
            return f"Le label de pôle de compétitivité {of(name)}{since} a été retiré en 2010{by}."
        case "pole_refuse":
            return f"Le label de pôle de compétitivité a été refusé à {name}{when}{by}."
        case "grappe":
            return f"{name} a été retenu par l’État comme grappe d’entreprises{when}{under}."
        case "gold" | "silver" | "bronze":
            lasts = "" if until else " ; un tel label vaut deux ou trois ans"
            return f"{name} a obtenu le {label.name}{when}{under}{until}{lasts}."
        case "pole":
            article = "son" if label.name.startswith("premier") else "le"
            return f"{name} a obtenu {article} {label.name}{when}{until}{under}."
        case _:
            return f"{name} a obtenu la {label.name}{when}."


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


def _unknown(cluster: Cluster) -> list[str]:
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
    return [f"{head[0].upper()}{head[1:]} {of(cluster.short_name)} : non {known} du répertoire."]


def _remarks(cluster: Cluster) -> list[str]:
    name, sentences = cluster.short_name, []
    sentences.append(f"Vu dans les sources pour {name} : {cluster.verified.seen}.")
    if cluster.verified.note:
        note = cluster.verified.note.rstrip(".")
        sentences.append(f"À noter pour {name} : {note}.")
    if cluster.pages:
        sites = listed(list(dict.fromkeys(site_of(source) for source in cluster.pages)))
        pages = plural(len(cluster.pages), "page")
        read = "lues en extraits et non en entier" if len(cluster.pages) > 1 else "lue en extraits et non en entier"
        sentences.append(f"Les faits sur {name} viennent de {pages}, {read} : {sites}.")
    else:
        sentences.append(f"L’adresse de la page lue pour {name} n’a pas été conservée.")
    return sentences
