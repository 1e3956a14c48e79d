"""Suggestions in English: every sentence, every word the directory has, and nothing left in French but quotes."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import resources
from assistant.answering.comparison_texts import comparison_text
from assistant.answering.project_texts import team_text
from assistant.answering.suggestion_texts import suggestion_text
from assistant.clusters.comparison import compare
from assistant.clusters.directory import Directory
from assistant.clusters.entries import KIND_NAMES
from assistant.clusters.profile import completed
from assistant.clusters.saying import SENTENCES, Voice, inside
from assistant.clusters.suggestions import partners, referents
from assistant.clusters.team import team
from assistant.clusters.ties import STAGE_NAMES
from assistant.library.averages import load_averages
from assistant.library.facts import load_facts
from assistant.meetings.arranging import arrange
from assistant.meetings.guests import Invited
from assistant.sharing.meetings import meetings_text
from assistant.vocabulary import PilotProfile, Said

# Words that French sentences cannot do without and English ones do not have.
FRENCH = re.compile(
    r"\b(?:est|sont|dans|avec|votre|vos|n’est|ou|et|pour|aucune?|déjà|depuis|selon|sur|membres|qui|à)\b|[«»]",
    re.IGNORECASE,
)


def english(text: str) -> str:
    """The text without names and words that stand in quotes, which stay as they are."""
    return re.sub(r"“[^”]*”", "", text)


def sentences(texts: Mapping[str, Any]) -> Iterator[tuple[str, Said]]:
    """Each sentence of a file of assistant/texts/ with its key, however deep."""
    for key, value in texts.items():
        if isinstance(value, dict):
            yield from [(key, value)] if value.keys() == {"fr", "en"} else sentences(value)


FILES = sorted(Path(__file__).parents[2].glob("assistant/texts/*.yaml"))
# When somebody agrees to be called is quoted in French, and told by its parts in English.
CALLS_WELCOME = {"raw", "declared", "about", "until"}


@pytest.mark.parametrize(
    "texts",
    [resources.texts(file.stem) for file in FILES],
    ids=[file.stem for file in FILES],
)
def test_both_languages_put_the_same_values_in_each_sentence(texts: Mapping[str, Any]) -> None:
    found = list(sentences(texts))
    assert found
    for key, said in found:
        assert said["fr"] and said["en"], key
        if not isinstance(said["fr"], str):
            assert len(said["fr"]) == len(said["en"]), key
            continue
        fields = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in (said["fr"], said["en"])]
        spare = CALLS_WELCOME if "raw" in fields[0] and "about" in fields[1] else set()
        assert fields[0] - spare == fields[1] - spare, key


def test_no_two_sentences_bear_the_same_key() -> None:
    apart = resources.texts("reasons"), resources.texts("cautions"), resources.texts("comparisons")["sentences"]
    assert len(SENTENCES) == sum(map(len, apart))


def left_in_french(text: str, directory: Directory) -> str:
    """What of an English text is neither a name, nor a quote, nor a source, and still French; empty when nothing is."""
    names = sorted((c.short_name for c in directory.clusters), key=len, reverse=True)
    proper = re.compile(
        "|".join(re.escape(name) for name in [*names, "Conseil régional", "pôle de compétitivité", "Grand Est"])
    )
    lines = [line for line in text.splitlines() if not line.strip().startswith(("[", "←"))]
    told = proper.sub("", re.sub(r"\w+(?:[-'’]\w+)+", "", english("\n".join(lines))))
    return "\n".join(line for line in told.splitlines() if FRENCH.search(line))


@pytest.mark.parametrize(
    "names", [["inno-vin", "xylofutur", "alpha-rlh"], ["Prod'Innov", "vitagora", "Elopsys"], ["spn"]]
)
def test_a_comparison_is_english_throughout(directory: Directory, today: date, names: list[str]) -> None:
    corpus = resources.corpus()
    averages = load_averages(corpus, load_facts(corpus))
    found = compare(directory, names, None, today, peers=7, averages=averages, language="en")
    text = comparison_text(found, "en")
    told = "\n".join(line for line in text.splitlines() if not line.startswith("≈"))  # their sources have French titles
    assert left_in_french(told, directory) == ""
    places = " ".join(position.text for average in found.averages for position in average.positions)
    assert "× the average" in places and "fois" not in places


def test_meetings_are_english_throughout(directory: Directory, today: date) -> None:
    invited = [Invited(c.id) for c in directory.active if c.kind != "reseau"][:30]
    text = meetings_text(arrange(directory, [*invited, Invited("Qualiméditerranée")], 2, today, "en"), "en")
    assert "Round 2" in text and "To begin:" in text
    assert left_in_french(text, directory) == ""


def test_a_sentence_within_another_keeps_the_capital_of_names_only(directory: Directory) -> None:
    assert inside("Aucun succès public vu pour SO Games.", "fr") == "aucun succès public vu pour SO Games."
    assert inside("Déjà documenté : idée évoquée.", "fr") == "déjà documenté : idée évoquée."
    assert inside("Avenia et Xylofutur ont des liens.", "fr") == "Avenia et Xylofutur ont des liens."
    assert inside("No partner in common is documented.", "en") == "no partner in common is documented."
    names = [cluster.short_name for cluster in directory.clusters]
    assert [inside(f"{name} a un label.", "fr") for name in names] == [f"{name} a un label." for name in names]


def test_the_directory_has_english_for_its_own_vocabulary(directory: Directory) -> None:
    words = {directory.vocabulary.label(theme) for theme in directory.vocabulary.themes}
    words |= {*KIND_NAMES.values(), *(name for stage, name in STAGE_NAMES.items() if stage != "fusion")}
    words |= {label.name for c in directory.clusters for label in c.labels}
    words |= {label.level for c in directory.clusters for label in c.labels if label.level}
    words |= {change.text for c in directory.clusters for change in c.turnover}
    assert words <= directory.english.keys()


def test_what_has_no_english_stands_in_quotes(directory: Directory) -> None:
    voice = directory.voice("en")
    assert voice.word("vigne et vin") == "vine and wine" and voice.word("tonnellerie fine") == "“tonnellerie fine”"
    assert directory.voice("fr").word("tonnellerie fine") == "tonnellerie fine"


@pytest.mark.parametrize("name", ["inno-vin", "alpha-rlh", "spn", "polymeris", "tenerrdis", "robotics-place"])
def test_an_english_suggestion_is_english_throughout(directory: Directory, today: date, name: str) -> None:
    profile, _ = completed(directory, PilotProfile(cluster_id=name), today)
    found = [
        referents(directory, profile, 8, today=today, language="en"),
        partners(directory, profile, 8, "capteurs, eau, hydrogène", today=today, language="en"),
    ]
    names = sorted((c.short_name for c in directory.clusters), key=len, reverse=True)
    proper = re.compile("|".join(re.escape(text) for text in [*names, *directory.by_id, "Conseil régional"]))
    for answer in found:
        told = [
            *answer.warnings,
            *(suggestion_text(s, "en").rsplit("\n  To be introduced", 1)[0] for s in answer.suggestions),
        ]
        for text in told:
            left = proper.sub("", re.sub(r"\w+(?:[-'’]\w+)+", "", english(text)))  # regions and cities are hyphenated
            assert not FRENCH.search(left), left


def test_a_set_of_partners_is_told_in_english(directory: Directory, today: date) -> None:
    profile, _ = completed(directory, PilotProfile(cluster_id="alpha-rlh"), today)
    text = team_text(team(directory, profile, 5, "vigne", today=today, language="en"), "en")
    for said in (
        "Proposed set for “vigne”:",
        "serves the need: “vigne”",
        "market: vine and wine",
        "4 partners out of 5",
    ):
        assert said in text
    assert "To avoid this pair: Vinseo instead of Agri Sud-Ouest Innovation." in text


def test_scores_do_not_depend_on_the_language(directory: Directory, today: date) -> None:
    profile, _ = completed(directory, PilotProfile(cluster_id="inno-vin"), today)
    french, other = (partners(directory, profile, 8, "capteurs", today=today, language=code) for code in ("fr", "en"))
    assert [(s.cluster_id, s.score) for s in french.suggestions] == [(s.cluster_id, s.score) for s in other.suggestions]


def test_an_old_name_is_explained_in_english(directory: Directory) -> None:
    assert directory.resolve("Route des Lasers").told("en") == (
        "Route des Lasers joined ALPHA-RLH (2017): the answer is about ALPHA-RLH.",
    )
    assert directory.resolve("inno-vin").told("en") == ()


@given(
    st.sampled_from(sorted(SENTENCES)),
    st.text(st.characters(exclude_characters="{}"), max_size=20),
    st.integers(0, 10**6),
)
def test_any_value_is_put_in(key: str, words: str, count: int) -> None:
    """Whatever a profile is called, a sentence comes out; numbers agree and lists are enumerated."""
    for language in ("fr", "en"):
        template = SENTENCES[key][language]  # type: ignore[index]
        shapes = {name: shape for _, name, shape, _ in Formatter().parse(template) if name}
        values = {n: count if s and s not in ("de", "que", "maj") else words for n, s in shapes.items()}
        said = Voice(language).say(key, **values)  # type: ignore[arg-type]
        assert "{" not in said
