"""ask, route, search."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.commands.session import (
    IntentName,
    Json,
    Lang,
    LanguageName,
    PhaseName,
    TypeName,
    opened,
    read_history,
    read_profile,
    show,
)

if TYPE_CHECKING:
    from assistant.interpilote import Options
    from assistant.vocabulary import Answer, Route

Cluster = Annotated[str | None, typer.Option("--cluster", help="Votre cluster : identifiant ou nom, même ancien.")]
Profile = Annotated[Path | None, typer.Option("--profile", help="Votre profil (JSON ou YAML).")]
PhaseChoice = Annotated[PhaseName | None, typer.Option("--phase", help="Corrige la phase.")]
IntentChoice = Annotated[IntentName | None, typer.Option("--intent", help="Corrige l'intention.")]
History = Annotated[Path | None, typer.Option("--history", help='Échanges passés : [{"question", "answer"}].')]


def register(app: typer.Typer) -> None:
    """Adds these commands."""
    app.command(epilog='Exemple : interpilote ask "Quelle part privée attendent les Régions ?" --cluster inno-vin')(ask)
    app.command(epilog='Exemple : interpilote route "Avec qui monter un projet ?" --json')(route)
    app.command(epilog='Exemple : interpilote search "comité de labellisation" -k 5 --type bonnes_pratiques')(search)


def _options(
    cluster: str | None,
    profile: Path | None,
    phase: str | None,
    intent: str | None,
    history: Path | None,
    lang: LanguageName | None,
) -> "Options":
    from assistant.vocabulary import Intent, Phase

    return {
        "cluster": cluster,
        "profile": read_profile(profile),
        "phase": Phase(phase) if phase else None,
        "intent": Intent(intent) if intent else None,
        "history": read_history(history),
        "language": lang,
    }


def ask(
    context: typer.Context,
    question: str,
    cluster: Cluster = None,
    profile: Profile = None,
    phase: PhaseChoice = None,
    intent: IntentChoice = None,
    history: History = None,
    lang: Lang = None,
    as_json: Json = False,
) -> None:
    """Répond à une question, chaque phrase avec sa citation."""
    options = _options(cluster, profile, phase, intent, history, lang)
    with opened(context) as assistant:
        answer = assistant.ask(question, **options)
    show(as_json, answer, lambda: _readable(answer))


def _readable(answer: "Answer") -> str:
    from assistant.answering.presenting import as_text

    return as_text(answer)


def route(
    context: typer.Context,
    question: str,
    cluster: Cluster = None,
    profile: Profile = None,
    phase: PhaseChoice = None,
    intent: IntentChoice = None,
    history: History = None,
    lang: Lang = None,
    as_json: Json = False,
) -> None:
    """Dit comment une question est comprise : phase, intention, raisons."""
    options = _options(cluster, profile, phase, intent, history, lang)
    with opened(context) as assistant:
        found = assistant.route(question, **options)
    show(as_json, found, lambda: _understood(found))


def _understood(found: "Route") -> str:
    from assistant.answering.presenting import route_sentence

    return "\n".join([route_sentence(found), *(f"- {reason}" for reason in found.reasons)])


def search(
    context: typer.Context,
    query: str,
    k: Annotated[int, typer.Option("-k", min=1, max=100)] = 10,
    kind: Annotated[TypeName | None, typer.Option("--type")] = None,
    as_json: Json = False,
) -> None:
    """Cherche des passages, sans rédiger de réponse."""
    from assistant.vocabulary import DocumentType

    with opened(context) as assistant:
        results = assistant.search(query, k, DocumentType(kind) if kind else None)
    found = (
        f"{rank}. {r.title}, p. {r.page} ({r.type}, {r.score:.2f}) [{r.document_id}]\n   {' '.join(r.text.split())[:300]}"
        for rank, r in enumerate(results, 1)
    )
    show(as_json, {"results": results}, lambda: "\n".join(found))
