"""Where the values of an entry come from, in sentences: completed from a page, read in the sectors, declared."""

from collections.abc import Callable

from assistant.clusters.entries import Cluster, Reply
from assistant.clusters.judgements import Grades, attributed
from assistant.clusters.names import listed, of
from assistant.clusters.saying import FRENCH, Voice

FIELD_NAMES = {
    "regions": "région",
    "city": "ville",
    "founded": "année de création",
    "sectors": "secteurs",
    "technologies": "technologies",
    "markets": "marchés",
    "members": "membres",
    "team": "équipe",
    "budget": "budget",
    "website": "site",
    "open_to_calls": "appels acceptés",
}
DECLARED_ONLY = frozenset({"open_to_calls"})
"""What only a cluster itself can say: not known is no blank of the directory."""


def field_name(field: str) -> str:
    """The French name of a field."""
    return FIELD_NAMES.get(field, field)


def origin_sentences(cluster: Cluster, grades: Grades) -> list[tuple[str, tuple[str, ...]]]:
    """Where the completed values come from, one sentence a field with its pages; what is read in the sectors is said
    elsewhere."""
    sentences = []
    for field, origin in cluster.origins.items():
        if origin.basis == "source":
            name = field_name(field)
            year = f"année {origin.year}" if origin.year else "année non vue"
            note = f" ; {origin.note}" if origin.note else ""
            head = f"{name[0].upper()}{name[1:]} {of(cluster.short_name)}"
            said = f"{head} : d’après {attributed(origin.sources, grades)}, {year}{note}."
            sentences.append((said, origin.sources))
    return sentences


def declared_mark(cluster: Cluster, field: str, voice: Voice = FRENCH) -> str:
    """« (déclaré par le cluster le 24 novembre 2026) » beside a declared value, nothing beside another."""
    origin = cluster.origins.get(field)
    return voice.say("declared_mark", day=voice.day(origin.declared_on)) if origin and origin.declared_on else ""


def declared_sentences(cluster: Cluster, voice: Voice = FRENCH, named: Callable[[str], str] | None = None) -> list[str]:
    """What the cluster says of itself and what it answers, each with its date; `named` gives the names of fields."""
    sentences = []
    for field, origin in cluster.origins.items():
        if origin.declared_on:
            day, value = voice.day(origin.declared_on), shown(cluster, field)
            name, what = cluster.short_name, (named or field_name)(field)
            sentences.append(voice.say("declared_field", name=name, day=day, field=what, value=value))
    return [*sentences, *(reply_sentence(cluster, reply, voice) for reply in cluster.replies)]


def reply_sentence(cluster: Cluster, reply: Reply, voice: Voice = FRENCH) -> str:
    """A cluster's answer to a judgement, in its own words."""
    text = " ".join(reply.text.split()).rstrip(".")
    return voice.say("reply", name=cluster.short_name, day=voice.day(reply.declared_on), text=text)


def shown(cluster: Cluster, field: str) -> str:
    """The value of a field in words."""
    value = getattr(cluster, field)
    if isinstance(value, tuple):
        return listed([str(item) for item in value])
    if field == "members":
        return f"{value.count}" + (f" ({value.year})" if value.year else "")
    return str(getattr(value, "raw", value))
