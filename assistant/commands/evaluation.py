"""eval retrieval|routing|questions|abstention|partners|referents."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from assistant.commands import gating, measuring
from assistant.commands.session import Json, opened, progress_bar, show
from assistant.commands.sets import dataset

group = typer.Typer(help="Mesurer la qualité.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Adds these commands."""
    measuring.register(group)
    gating.register(group)
    app.add_typer(group, name="eval")


@group.command(epilog="Exemple : interpilote eval routing --file eval/datasets/routing.jsonl")
def routing(
    context: typer.Context,
    file: Annotated[Path | None, typer.Option("--file", help="Jeu de phrases.")] = None,
    ablation: Annotated[bool, typer.Option("--ablation", help="Sans telle ou telle partie du routage.")] = False,
    as_json: Json = False,
) -> None:
    """Mesure le routage sur des phrases jamais apprises."""
    from assistant.evaluation.routing import evaluate_routing
    from assistant.evaluation.routing_ablation import evaluate_ablation
    from assistant.resources import corpus
    from assistant.routing.examples import read_examples

    where = dataset(file, "routing.jsonl")
    with opened(context) as assistant:
        if ablation:
            examples = read_examples(corpus() / "routing.yaml")
            report: dict[str, Any] = evaluate_ablation(where, examples, assistant.embedder, assistant.directory)
        else:
            report = evaluate_routing(where, lambda text, history: assistant.route(text, history=history))
    measuring.show_report(report, as_json)


@group.command(epilog="Exemple : interpilote eval questions --json")
def questions(
    context: typer.Context,
    file: Annotated[Path | None, typer.Option("--file", help="Jeu de questions.")] = None,
    as_json: Json = False,
) -> None:
    """Mesure les réponses et les abstentions sur des questions écrites à l'aveugle."""
    from assistant.evaluation.questions import evaluate_questions

    where = dataset(file, "questions.jsonl")
    with opened(context) as assistant:
        report = evaluate_questions(where, assistant.ask, assistant.search)
    lines = [f"{name:8} {key:22} {value}" for name, found in report["sets"].items() for key, value in found.items()]
    lines += [
        f"{miss['id']} attendu {miss['expected']}, donné {miss['given']}, rang {miss['rank']} : {miss['question']}"
        for miss in report["misses"]
    ]
    show(as_json, report, lambda: "\n".join(lines))


@group.command(
    epilog="Exemples : interpilote eval abstention --json ; interpilote eval abstention jeux/piaf-abst ; "
    "interpilote eval abstention --file corpus/abstention.jsonl --fit corpus/abstention.yaml"
)
def abstention(
    context: typer.Context,
    folders: Annotated[
        list[Path] | None, typer.Argument(help="Jeux de documents quelconques, questions étiquetées.")
    ] = None,
    file: Annotated[Path | None, typer.Option("--file", help="Jeu de questions.")] = None,
    fit: Annotated[Path | None, typer.Option("--fit", help="Ajuste les poids sur ce jeu et les écrit ici.")] = None,
    as_json: Json = False,
) -> None:
    """Mesure quand l'assistant dit ne pas savoir ; avec --fit, ajuste ses poids."""
    from assistant.evaluation import abstention as measure
    from assistant.evaluation.labelled import labelled_signals

    where = Path() if folders else dataset(file, "questions.jsonl")
    with opened(context) as assistant, progress_bar() as progress:
        caution = assistant.settings.caution
        if folders:
            found = [f for d in folders for f in labelled_signals(d, assistant.embedder, assistant.settings, progress)]
            if fit is None:
                report = measure.evaluate_labelled(found, assistant.abstention.general, caution)
            else:
                weights, report = measure.fit_general(found)
                measure.write_weights(fit, general=weights)
        elif fit is None:
            report = measure.evaluate_abstention(where, assistant.signals, assistant.abstention.domain, caution)
        else:
            weights, report = measure.fit_domain(where, assistant.signals, assistant.kind_vector)
            measure.write_weights(fit, domaine=weights)
    measuring.show_report(report, as_json)


@group.command(epilog="Exemple : interpilote eval retrieval jeux/piaf-s --json")
def retrieval(context: typer.Context, folders: Annotated[list[Path], typer.Argument()], as_json: Json = False) -> None:
    """Mesure la recherche sur un jeu (corpus.jsonl, queries.jsonl, qrels.tsv), ou sur plusieurs réunis."""
    from assistant.evaluation.retrieval import evaluate_retrieval, evaluate_sets

    with opened(context) as assistant, progress_bar() as progress:
        if len(folders) == 1:
            report = evaluate_retrieval(folders[0], assistant.embedder, assistant.settings, progress)
        else:
            report = evaluate_sets(folders, assistant.embedder, assistant.settings, progress)
    lines = [
        line for name, found in report.get("sets", {"": report}).items() for line in (name, *_retrieval_lines(found))
    ]
    show(as_json, report, lambda: "\n".join([*lines, *_ahead(report.get("pooled", {}))]))


def _retrieval_lines(report: dict[str, Any]) -> Iterator[str]:
    for arm in ("lexical", "dense", "fused"):
        yield f"{arm:8} " + "  ".join(f"{name} {value:.3f}" for name, value in report[arm].items())
    yield from _ahead(report["ahead"])
    yield f"{report['ms_per_query']} ms par question ({report['queries']} questions, {report['documents']} documents)"


def _ahead(gains: dict[str, dict[str, Any]]) -> Iterator[str]:
    for arm, found in gains.items():
        yield f"avance sur {arm} : {found['gain']:+.3f}, p = {found['p']:.4f} ({found['queries']} questions)"


@group.command(epilog="Exemple : interpilote eval partners --json")
def partners(
    context: typer.Context,
    ablation: Annotated[
        bool, typer.Option("--ablation/--no-ablation", help="Mesure aussi sans chaque critère (le plus long).")
    ] = True,
    learnt: Annotated[
        bool, typer.Option("--learn", help="Réapprend les poids sur les relations qui ne servent pas à mesurer.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Mesure les partenaires suggérés sur les relations documentées, cachées."""
    from assistant.evaluation.partners import SETS, evaluate_partners, learn

    with opened(context) as assistant:
        report = evaluate_partners(assistant.directory, assistant.today(), assistant.embedder, ablation=ablation)
        if learnt:
            report["learnt"] = learn(assistant.directory, assistant.today())
    lines = [_spread(report)]
    for name in SETS:
        part = report[name]
        lines += [f"\n{name} : {part['relations']} relations, {part['queries']} clusters", *_tables(part)]
        lines.append(_line("par paire", part["per_pair"]))
        lines += [_line(f"sans {criterion}", found) for criterion, found in part["without_criterion"].items()]
    show(as_json, report, lambda: "\n".join([*lines, *_learnt(report.get("learnt"))]))


def _learnt(found: dict[str, Any] | None) -> Iterator[str]:
    if found:
        yield f"\nappris sur {found['relations']} relations : perte {found['log_loss_held_out']} ({found['log_loss_alike']} au hasard)"
        yield "  ".join(f"{name} {weight}" for name, weight in found["weights"].items())


@group.command(epilog="Exemple : interpilote eval referents --json")
def referents(
    context: typer.Context,
    file: Annotated[Path | None, typer.Option("--file", help="Paires jugées.")] = None,
    as_json: Json = False,
) -> None:
    """Mesure les référents suggérés sur les aides documentées, cachées, et sur des paires jugées à l'aveugle."""
    from assistant.evaluation.judgements import read_pairs
    from assistant.evaluation.referents import evaluate_referents

    pairs = read_pairs(dataset(file, "referent-pairs.jsonl"))
    with opened(context) as assistant:
        report = evaluate_referents(assistant.directory, assistant.today(), pairs)
    show(as_json, report, lambda: referents_text(report))


def referents_text(report: dict[str, Any]) -> str:
    """The measure of référents for a person."""
    lines = [_spread(report)]
    for name, part in (("par cluster aidé", report), ("par paire", report["per_pair"])):
        lines += [f"\n{name} : {part['queries']} questions", *_tables(part)]
    return "\n".join([*lines, *_judged(report["judged"])])


def _judged(judged: dict[str, Any]) -> Iterator[str]:
    """Agreement of the two passes, and the pairs each method orders as they do."""
    agreement = judged["agreement"]["share"]
    yield f"\npaires jugées deux fois : {judged['pairs']} ; accord {agreement:.2f}, kappa {judged['kappa']:.2f}"
    yield from (measuring.share_line(name, found) for name, found in judged["accuracy"].items())


def _spread(report: dict[str, Any]) -> str:
    return f"{report['clusters']} clusters ; suggérés : {report['coverage']:.0%} ; Gini {report['gini']:.2f}"


def _tables(part: dict[str, Any]) -> list[str]:
    """What is measured, the baselines, the gain over the best of them."""
    rows = {"interpilote": part["measured"], **part["baselines"], "gain": part["gain"]}
    return [_line(name, found) for name, found in rows.items()]


def _line(name: str, found: dict[str, Any]) -> str:
    measured = {key: value for key, value in found.items() if isinstance(value, dict) and "low" in value}
    cells = (f"{key} {v['value']:.2f} [{v['low']:.2f} ; {v['high']:.2f}]" for key, v in measured.items())
    return f"{name:34} " + "  ".join(cells)
