"""A question is read as it would be carefully typed."""

import json
import string
from functools import cache
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assistant import resources
from assistant.answering.lexicon import conjugated, load_lexicon
from assistant.answering.near_names import Name
from assistant.answering.ordinary_words import ordinary_french
from assistant.answering.signs import unshouted
from assistant.answering.slips import cost, plain
from assistant.answering.spelling import Speller, changes_words
from assistant.answering.usage import Usage, shipped_usage
from assistant.clusters.directory import Directory, load_directory
from assistant.clusters.mentions import names_of
from assistant.clusters.names import compact
from assistant.errors import CorpusError
from assistant.library.facts import load_facts

ROOT = Path(__file__).parents[2]
TEXTS = (
    "La gouvernance des pôles de compétitivité est décidée par le conseil d'administration.",
    "Le label de l'AFPC, en Bretagne, à la Région. Chaque pôle a un conseil d'administration à Nantes.",
    "Combien de membres sont au conseil d'administration des pôles ? Les membres de chaque pôle sont élus.",
)


@cache
def directory() -> Directory:
    return load_directory(resources.corpus())


@cache
def speller() -> Speller:
    names = [name for cluster in directory().clusters for name in names_of(cluster)]
    usage = shipped_usage(resources.corpus(), directory(), load_facts(resources.corpus()))
    return Speller(usage, ordinary_french(), names)


def unknown(term: str) -> bool:
    return False


def read(typed: str, names: tuple[Name, ...] = ()) -> str:
    return speller().mended(typed, names, unknown)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("gouvernance des poles de competitivite", "gouvernance des pôles de compétitivité"),
        ("LA GOUVERNANCE DES POLES EN BRETAGNE", "La gouvernance des pôles en Bretagne"),
        ("LE RÔLE DE L'AFPC AUPRÈS DES PÔLES", "Le rôle de l'AFPC auprès des pôles"),
        ("la gouvernnace des pôles", "la gouvernance des pôles"),
        ("conseil d'adminstration", "conseil d'administration"),
        ("la phase de préfigruation", "la phase de préfiguration"),
        ("Qui porte juridiqument le projet ?", "Qui porte juridiquement le projet ?"),
        ("une convention avec la Régoin", "une convention avec la Région"),
        ("Qui donne le label ECSA ?", "Qui donne le label ESCA ?"),
        ("Le quel a le plus de membres ?", "Lequel a le plus de membres ?"),
        ("la gouvernance des pôles", "la gouvernance des pôles"),
        ("Cmobien de membres au conseil ?", "Combien de membres au conseil ?"),
        ("Combein de memebres au cosneil ?", "Combien de membres au conseil ?"),
        ("Combien de membresau conseil ?", "Combien de membres au conseil ?"),
        ("le conseil dadministration", "le conseil d'administration"),
        ("le conseil d administration", "le conseil d'administration"),
        ("cb de membres ds chaque pole", "Combien de membres dans chaque pôle ?"),
        ("Ou siege l'afpc ?", "Où siège l'AFPC ?"),
        ("combien de membres faut il au conseil", "Combien de membres faut-il au conseil ?"),
        ("l AFPC a t elle un conseil d administration", "L'AFPC a-t-elle un conseil d'administration ?"),
        ("Que fait cosmeticvalley ?", "Que fait Cosmetic Valley ?"),
        ("le conseil de Minalogik", "le conseil de Minalogic"),
        ("Que fait Alpha RLF dans la santé ?", "Que fait ALPHA-RLH dans la santé ?"),
        ("Xylofuture a t'il des partenaires", "Xylofutur a-t-il des partenaires ?"),
        ("kel pole ds la chimie", "Quel pôle dans la chimie ?"),
        ("qu est ce que le label or", "Qu'est-ce que le label or ?"),
        ("c koi le label or", "Qu'est-ce que le label or ?"),
        ("jai un projet, esk la region aide", "j'ai un projet, est-ce que la région aide"),
        ("coment financé l équipe danimation", "Comment financer l'équipe d'animation ?"),
        ("les etape pour structuré un cluster", "les étapes pour structurer un cluster"),
        ("Comment finan cer l'anima tion ?", "Comment financer l'animation ?"),
        ("Parexemple, quel budget ?", "Par exemple, quel budget ?"),
        ("la Cour des contes", "la Cour des comptes"),
        ("la region coupe la subvention lan prochain", "la région coupe la subvention l'an prochain"),
        ("comen je fais, g pas de budget", "Comment je fais, j'ai pas de budget ?"),
        ("jarrive pas, jfais koi", "j'arrive pas, je fais quoi"),
        ("fodrait trouver dlargent", "faudrait trouver de l'argent"),
        ("ils payent pas la cotis", "ils payent pas la cotisation"),
        ("tas un modele d convention", "tu as un modèle de convention"),
        ("c normal kon paye lAG", "c'est normal qu'on paye l'AG"),
        ("c koi la diff entre grappe et pole", "Qu'est-ce que la différence entre grappe et pôle ?"),
        ("lES laboratoires puBlics", "les laboratoires publics"),
        ("L equipe d un pole", "L'équipe d'un pôle"),
        ("D ou vient le budget", "D'où vient le budget ?"),
        ("Qu est ce qu un cluster", "Qu'est-ce qu'un cluster ?"),
        ("Un avis. L equipe d un pole", "Un avis. L'équipe d'un pôle"),
        ("qu’esque le label or", "Qu'est-ce que le label or ?"),
        ("qu’est que le label or", "Qu'est-ce que le label or ?"),
        ("le bureau d’1 pole", "le bureau d'un pôle"),
        ("combien de membres faut t’il", "Combien de membres faut-il ?"),
        ("l’AFPC a t’elle un conseil", "L’AFPC a-t-elle un conseil ?"),
        ("Quelp ôle dans la chimie ?", "Quel pôle dans la chimie ?"),
        ("Combien d edossiers par appel ?", "Combien de dossiers par appel ?"),
        (
            "La gouver nance et le finan cement pour un cluster récent ?",
            "La gouvernance et le financement pour un cluster récent ?",
        ),
        ("la durée de l'incubationd'un projet", "la durée de l'incubation d'un projet"),
        ("une feuille de route opur un pôle", "une feuille de route pour un pôle"),
        ("les mandats, les landats et le kabel or", "les mandats, les mandats et le label or"),
        ("les aides ed la région eb Bretagne", "les aides de la région en Bretagne"),
        ("Quest-ce qu'un pôle ?", "Qu'est-ce qu'un pôle ?"),
        ("CComment financer la région ?", "Comment financer la région ?"),
        ("Combine de membres, et quelquun le sait ?", "Combien de membres, et quelqu'un le sait ?"),
        ("les aides du FIU pour une PEM", "les aides du FUI pour une PME"),
    ],
)
def test_accents_capitals_and_slips_are_mended(typed: str, meant: str) -> None:
    assert read(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "Qu'est-ce qui a fait échouer le rapprochement ?",
        "Qui a réalisé l'évaluation de 2012 ?",
        "À quelle cadence se réunissent les instances ?",
        "Nous rapprocherons-nous d'un voisin dont le budget vaut 1,5 M€ en 2019 ?",
        "Une région, la Région Bretagne, a versé 450 000 € aux clusters.",
        "Le collège A ou le collège B ?",
        "Quel est le plan D en cas d'échec ?",
        "L'équipe a-t-elle un budget ?",
        "A-t-on un conseil d'administration ?",
        "Que fait-on payer aux membres ?",
        "Pouvait-on financer un salarié ?",
        "Un pôle qui combine de l'aide publique et des cotisations ?",
        "Combien de kWh pour un pôle de la mer au XXème siècle ?",
    ],
)
def test_what_is_well_typed_stays(typed: str) -> None:
    assert read(typed) == typed


def test_names_quoted_words_and_words_of_added_documents_are_left_alone() -> None:
    assert read("Le pôle Gouvernanse").endswith("Gouvernanse")
    assert read("gouvernanse", (Name(0, 11, "Gouvernanse"),)) == "Gouvernanse"
    assert read("la « gouvernanse » des poles") == "la « gouvernanse » des pôles"
    assert speller().mended("gouvernanse", (), lambda term: True) == "gouvernanse"


def test_a_word_of_another_language_or_subject_is_left_alone_when_it_is_real() -> None:
    usage = Usage(TEXTS, [], load_lexicon(resources.corpus() / "french.yaml"))
    assert Speller(usage, frequency=lambda word: 1e-6 * (word == "carte")).mended("la carte", (), unknown) == "la carte"


def test_a_word_of_any_length_is_read_as_something() -> None:
    assert "x" * 150 in read(f"Que sait-on du {'x' * 150} ?")
    assert "gouvernance" in read(f"la gouvernance {'anticonstitutionnellement' * 6} du pôle")


def test_an_acronym_is_not_a_shout() -> None:
    assert unshouted("AFPC ?") == "AFPC ?"
    assert unshouted("Le rôle de l'AFPC") == "Le rôle de l'AFPC"


def test_only_another_word_of_the_subject_is_told() -> None:
    assert not changes_words("LES POLES", "Les pôles")
    assert not changes_words("a qui je m adresse lan prochain", "à qui je m'adresse l'an prochain")
    assert not changes_words("ds une asso structurés", "dans une association structurée")
    assert changes_words("les poels", "les pôles")
    assert changes_words("son boulo", "son métier")


@pytest.mark.parametrize(
    "typed",
    [
        "Avec un plan B ou c, que devient un cluster bordelais ?",
        "La vitamine C est-elle un sujet de cluster ?",
        "Notre réseau de Vendée a-t-il un équivalent à Lyon ?",
        "On construit notre gouvernance, quel rythme ont les autres ?",
        "Tu as un exemple de charte, même d'un pôle équin ?",
    ],
)
def test_what_looks_hurried_but_is_not_stays(typed: str) -> None:
    assert read(typed) == typed


def test_well_typed_questions_are_read_as_typed() -> None:
    """On questions that the speller does not learn, one in a hundred at most is read otherwise."""
    development = ROOT / "eval" / "development"
    lines = [*read_lines(development / "slips.jsonl"), *read_lines(development / "citations.jsonl")]
    typed = [line.get("text") or line["question"] for line in lines if line.get("language", "fr") == "fr"]
    changed = [q for q in typed if changes_words(q, read(q, named(q)))]
    assert len(typed) > 150
    assert len(changed) <= len(typed) // 100, changed


def read_lines(file: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def named(typed: str) -> tuple[Name, ...]:
    return tuple(Name(m.start, m.end, typed[m.start : m.end]) for m in directory().mentions(typed))


def test_correct_questions_of_every_turn_are_left_alone() -> None:
    typed = [line["text"] for line in read_lines(ROOT / "eval" / "development" / "well_typed.jsonl")]
    assert len(typed) >= 300
    assert [(q, r) for q in typed if (r := read(q, named(q))) != q] == []


@given(st.text(string.ascii_letters + "éèàç' -?,.0123456789«»", max_size=40))
def test_whatever_is_typed_is_read_as_something(typed: str) -> None:
    assert bool(read(typed).strip()) == bool(typed.strip())


@given(st.text(string.ascii_letters + "éè' ", max_size=20), st.from_regex(r"[0-9]{1,6}([.,][0-9]+)?", fullmatch=True))
def test_numbers_are_never_changed(text: str, number: str) -> None:
    assert number in read(f"{text} {number} {text}")


@given(st.sampled_from([name for c in load_directory(resources.corpus()).clusters for name in names_of(c)]))
def test_names_of_clusters_are_never_changed(name: str) -> None:
    typed = f"Ou en est {name} ?"
    names = tuple(Name(m.start, m.end, typed[m.start : m.end]) for m in directory().mentions(typed))
    assume(any(typed[n.start : n.end] == name for n in names))
    assert compact(name) in compact(read(typed, names))


@given(st.text("abcdefg", min_size=3, max_size=8), st.data())
def test_one_slip_costs_little(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(word) - 2))
    slips = (
        word[:at] + word[at + 1 :],
        word[:at] + "z" + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + word[at] + word[at:],
    )
    assert cost(word, word, 1.0) == 0
    assert all(cost(word, slip, 1.5) <= 1.2 for slip in slips)


@given(st.sampled_from(["pour", "faut", "santé", "label"]))
def test_two_letters_swapped_at_the_beginning_cost_no_more_within_a_limit(word: str) -> None:
    typed = word[1] + word[0] + word[2:]
    assert cost(plain(word), plain(typed), 1.0) == 1.0


@given(st.text("abcde", max_size=8), st.text("abcde", max_size=8), st.floats(0.1, 4))
def test_a_limit_does_not_change_a_cost_within_it(a: str, b: str, most: float) -> None:
    exact = cost(a, b, 99)
    assert cost(a, b, most) == exact if exact <= most else cost(a, b, most) > most


def test_forms_of_verbs_are_made() -> None:
    assert {"mange", "mangeons", "mangeait", "mangé"} <= set(conjugated("manger"))
    assert {"achète", "achetons", "achètera"} <= set(conjugated("acheter"))
    assert {"préfère", "préférons"} <= set(conjugated("préférer"))
    assert {"appelle", "appelons"} <= set(conjugated("appeler"))
    assert {"paie", "payons", "plaçons"} <= {*conjugated("payer"), *conjugated("placer")}


def test_an_unreadable_lexicon_says_which_file(tmp_path: Path) -> None:
    (tmp_path / "french.yaml").write_text("noms: [", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"french\.yaml"):
        load_lexicon(tmp_path / "french.yaml")
