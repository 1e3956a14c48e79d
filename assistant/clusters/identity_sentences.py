"""Who a cluster is, as sentences of its sheet: its nature, its names, its site, what became of it and of those it took
over."""

from assistant.clusters.directory import Directory
from assistant.clusters.entries import Cluster
from assistant.clusters.fields import Field
from assistant.clusters.names import listed, of
from assistant.clusters.origins import declared_mark
from assistant.clusters.saying import FRENCH
from assistant.clusters.sheet_sentence import Sentence
from assistant.clusters.territory import in_region

_FATE = (Field.DEVENIR,)


def identity(cluster: Cluster, directory: Directory) -> list[Sentence]:
    """What a cluster is, where and since when, its names, its site and what became of it."""
    name, feminine = cluster.short_name, cluster.kind == "grappe_entreprises"
    e = "e" if feminine else ""
    verb = "est" if cluster.lives else "était"
    place = f" établi{e} à {cluster.city}" if cluster.city else ""
    region = f", {in_region(cluster.regions[0])}" if cluster.regions else ""
    born = f", créé{e} en {cluster.founded}" if cluster.founded else ""
    what = f"{name} {verb} {'une' if feminine else 'un'} {FRENCH.kind(cluster.kind)}{place}{region}{born}."
    told = {Field.VILLE: cluster.city, Field.REGION: cluster.regions, Field.CREATION: cluster.founded}
    fields = (Field.NATURE, Field.PRESENTATION, *(field for field, value in told.items() if value))
    alive = (Field.DEVENIR,) if cluster.status == "active" else ()
    pages = cluster.sources_of("kind", "city", "regions", "founded")
    sentences = [Sentence(what, pages, (*fields, *alive))]
    if cluster.name != name:
        sentences.append(Sentence(f"Le nom complet {of(name)} est {cluster.name}.", cluster.sources, (Field.NOMS,)))
    if len(cluster.regions) > 1:
        sentences.append(
            Sentence(
                f"{name} couvre plusieurs régions : {listed(list(cluster.regions))}.",
                cluster.sources_of("regions"),
                (Field.REGION,),
            )
        )
    former = [f.name + (f" ({f.note})" if f.note else "") for f in cluster.former_names]
    if former:
        sentences.append(
            Sentence(f"{name} a porté ou repris ces noms : {listed(former)}.", cluster.sources, (Field.NOMS,))
        )
    if cluster.website:
        sentences.append(
            Sentence(
                f"Le site {of(name)} est {cluster.website}{declared_mark(cluster, 'website')}.",
                cluster.sources_of("website"),
                (Field.SITE,),
            )
        )
    if cluster.status == "non_verifie":
        sentences.append(Sentence(f"L’activité actuelle {of(name)} n’est pas vérifiée.", cluster.sources, _FATE))
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
                    _FATE,
                )
            )
        sentences.append(
            Sentence(
                f"Le répertoire rattache {name} à {final.short_name}, qui répond aujourd’hui à sa place.",
                cluster.sources,
                _FATE,
            )
        )
    if cluster.fate:
        sentences.append(Sentence(f"{name} : {cluster.fate}.", cluster.sources, _FATE))
    for taken in directory.predecessors(cluster):
        if taken.fate:
            sentences.append(
                Sentence(
                    f"{taken.short_name}, rattaché à {name} : {taken.fate}.",
                    directory.merger_sources(taken) or taken.sources,
                    _FATE,
                )
            )
        elif taken.merged_into == cluster.id:
            year = directory.merger_year(taken)
            sentences.append(
                Sentence(
                    f"{name} a repris {taken.short_name}{f' en {year}' if year else ' (année non vue)'}.",
                    directory.merger_sources(taken) or taken.sources,
                    _FATE,
                )
            )
    return sentences
