"""What a short follow-up wants of the suggestions before it, learnt from `corpus/wishes.yaml`: smaller ones, the nearest, one alone.

Least squares on meaning and words, as for intents. What is wanted is told again in fixed words, so that the rewritten
question shows how it was understood and is read without the classifier.
"""

from enum import StrEnum

from assistant.clusters.entries import Kind
from assistant.routing.kinds import Embed, Kinds
from assistant.vocabulary import Said

# From this probability a follow-up is believed to want it; below, it is a question of its own.
SURE = 0.55


class Wanted(StrEnum):
    """What may be wanted of suggestions."""

    SMALL = "petits"
    LARGE = "grands"
    LIKE_US = "comme_nous"
    NEAR = "proches"
    SAFE = "sans_reserve"
    UNRIVALLED = "sans_rival"
    THEIR_TIES = "leurs_liens"
    OUR_TIES = "nos_liens"
    ONE = "un_seul"
    AT_HOME = "chez_nous"
    GRAPPES = "grappes"
    POLES = "poles"
    REGIONAL = "regionaux"
    NO_POLES = "pas_poles"
    THAT_ONE = "celui_la"  # what speaks for and against the one just spoken of
    BESIDE = "cote_a_cote"  # those given in a table


SIZES = frozenset({Wanted.SMALL, Wanted.LARGE, Wanted.LIKE_US})
# The kinds of structure that each of these leaves.
KINDS: dict[Wanted, frozenset[Kind]] = {
    Wanted.GRAPPES: frozenset({"grappe_entreprises"}),
    Wanted.POLES: frozenset({"pole_de_competitivite"}),
    Wanted.REGIONAL: frozenset({"cluster_regional"}),
    Wanted.NO_POLES: frozenset({"grappe_entreprises", "cluster_regional", "reseau"}),
}
SAID: dict[Wanted, Said] = {
    Wanted.SMALL: {"fr": "plutôt de petites structures", "en": "rather small ones"},
    Wanted.LARGE: {"fr": "plutôt de grandes structures", "en": "rather large ones"},
    Wanted.LIKE_US: {"fr": "de notre taille", "en": "about our size"},
    Wanted.NEAR: {"fr": "les plus proches de nous d’abord", "en": "those nearest to us first"},
    Wanted.SAFE: {"fr": "sans risque signalé", "en": "without a known risk"},
    Wanted.UNRIVALLED: {"fr": "sans concurrents", "en": "without competitors"},
    Wanted.THEIR_TIES: {"fr": "qui a déjà travaillé avec eux", "en": "who has worked with them"},
    Wanted.OUR_TIES: {"fr": "lesquels ont déjà travaillé avec nous", "en": "which have worked with us"},
    Wanted.ONE: {"fr": "un seul nom", "en": "one name only"},
    Wanted.AT_HOME: {"fr": "uniquement dans notre région", "en": "only in our region"},
    Wanted.GRAPPES: {"fr": "seulement des grappes d’entreprises", "en": "only grappes d’entreprises"},
    Wanted.POLES: {"fr": "seulement des pôles de compétitivité", "en": "only pôles de compétitivité"},
    Wanted.REGIONAL: {"fr": "seulement des clusters régionaux", "en": "only regional clusters"},
    Wanted.NO_POLES: {"fr": "sans pôle de compétitivité", "en": "no pôle de compétitivité"},
}


def wanted(kinds: Kinds, text: str, embed: Embed) -> Wanted | None:
    """What a follow-up wants, or None when it is a question of its own."""
    found = kinds.read(text, embed)
    return None if found is None else Wanted(found)
