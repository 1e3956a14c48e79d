"""The clusters to introduce: names typed or read from a file, each with its phase, given or by the directory's rule."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assistant.clusters.directory import Directory
from assistant.clusters.entries import Cluster
from assistant.clusters.names import normalized
from assistant.clusters.profile import profile_of
from assistant.clusters.saying import FRENCH, Voice
from assistant.errors import InvalidGuests, UnknownCluster
from assistant.resources import texts
from assistant.spreadsheets import BAD_QUOTE, BAD_QUOTE_EN, given_text, rows, separator_of
from assistant.vocabulary import Language, Phase, PilotProfile, Said

MEETINGS: dict[str, Said] = texts("meetings")
FEWEST, MOST = 2, 60
_LARGEST = 1_000_000
_FAULTS_SHOWN = 10
_NAME_COLUMNS = frozenset({"cluster", "clusters", "nom", "name", "id", "cluster id"})
_Fault = tuple[str, str]  # in French, in English
_PHASES = {"": None, "inconnue": None, **{phase.value: phase for phase in Phase if phase is not Phase.INCONNUE}}


@dataclass(frozen=True, slots=True)
class Invited:
    """One line of a list: a name as typed, the phase given with it, where it stands in the file."""

    name: str
    phase: Phase | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Present:
    """A guest found in the directory: its entry, its profile with the phase that holds, why, and who said so."""

    cluster: Cluster
    profile: PilotProfile
    because: str
    given: bool


def invited_in(file: Path) -> list[Invited]:
    """The list in a CSV file (column cluster, and phase if you know it) or a text file of a name a line.

    Raises UnreadablePath, or InvalidGuests which names each faulty line.
    """
    text = given_text(file, _LARGEST)
    if text is None:
        raise _invalid([("le fichier dépasse 1 Mo", "the file is larger than 1 MB")])
    is_csv = file.suffix.lower() == ".csv"
    table = list(rows(text, separator_of(text))) if is_csv else _lines(text)
    columns = [normalized(cell) for cell in table[0][1] or ()] if table else []
    if _NAME_COLUMNS & set(columns):
        table = table[1:]
    else:
        columns = ["cluster", "phase"]
    read = [_invited(number, row, columns) for number, row in table]
    faults = [fault for fault in read if not isinstance(fault, Invited)]
    if faults:
        raise _invalid(faults)
    return [guest for guest in read if isinstance(guest, Invited)]


def _invited(number: int, row: list[str] | None, columns: Sequence[str]) -> Invited | _Fault:
    """The guest of a line, or what is wrong with it."""
    if row is None:
        return f"ligne {number} : {BAD_QUOTE}", f"line {number}: {BAD_QUOTE_EN}"
    said = {column: cell.strip() for column, cell in zip(columns, row, strict=False)}
    name = next((cell for column, cell in said.items() if column in _NAME_COLUMNS), "")
    if not name:
        return f"ligne {number} : le nom du cluster manque", f"line {number}: the name of the cluster is missing"
    phase = said.get("phase", "")
    if normalized(phase) not in _PHASES:
        return (
            f"ligne {number} : phase « {phase[:40]} » inconnue (structuration ou développement)",
            f"line {number}: phase “{phase[:40]}” unknown (structuration or developpement)",
        )
    return Invited(name, _PHASES[normalized(phase)], number)


def _lines(text: str) -> list[tuple[int, list[str] | None]]:
    """A name a line; what follows « # » is a remark."""
    lines = enumerate((line.split("#")[0].strip() for line in text.splitlines()), start=1)
    return [(number, [line]) for number, line in lines if line]


def present(
    directory: Directory, invited: Iterable[Invited], today: date, voice: Voice = FRENCH
) -> tuple[list[Present], list[str]]:
    """Those of the list who can meet, by identifier, and what must be told of the others.

    A cluster given under two names counts once, a merged one comes as its successor. Raises InvalidGuests for names
    that nobody bears (nearest names offered), and for fewer than 2 or more than 60 clusters.
    """
    found, warnings, faults = dict[str, Present](), list[str](), list[_Fault]()
    for guest in invited:
        try:
            resolved = directory.resolve(guest.name)
        except UnknownCluster as error:
            faults.append((_unknown(guest, error, "fr"), _unknown(guest, error, "en")))
            continue
        cluster = resolved.cluster
        warnings += resolved.told(voice.language)
        if cluster.kind == "reseau" or not cluster.lives:
            warnings.append(_left_out(cluster, voice))
        elif cluster.id in found and found[cluster.id].cluster is cluster:
            warnings.append(voice.phrase(MEETINGS["given_several_times"], name=cluster.short_name))
        if cluster.kind != "reseau" and cluster.lives:
            found[cluster.id] = _present(directory, cluster, guest.phase, found.get(cluster.id), today, voice)
    if faults:
        raise _invalid(faults)
    _check(len(found))
    return [found[key] for key in sorted(found)], list(dict.fromkeys([*warnings, *_unknown_phases(found, voice)]))


def _present(
    directory: Directory, cluster: Cluster, phase: Phase | None, before: Present | None, today: date, voice: Voice
) -> Present:
    if phase is None and before is not None:
        return before
    profile, because = profile_of(directory, cluster, today, voice)
    if phase is None:
        return Present(cluster, profile, because, False)
    said = voice.phrase(MEETINGS[f"phase_given_{phase.value}"])
    return Present(cluster, profile.model_copy(update={"phase": phase}), said, True)


def _unknown(guest: Invited, error: UnknownCluster, language: Language) -> str:
    """A name that nobody bears, where it stands, and the nearest ones."""
    where = {"fr": f"ligne {guest.line} : ", "en": f"line {guest.line}: "}[language] if guest.line else ""
    return f"{where}{error.message(language)} {error.remedy(language).partition('. ')[0]}"


def _left_out(cluster: Cluster, voice: Voice) -> str:
    return voice.phrase(MEETINGS["is_network" if cluster.kind == "reseau" else "no_activity"], name=cluster.short_name)


def _unknown_phases(found: Mapping[str, Present], voice: Voice) -> list[str]:
    names = [guest.cluster.short_name for guest in found.values() if guest.profile.phase is Phase.INCONNUE]
    return [voice.phrase(MEETINGS["unknown_phases"], names=sorted(names))] if names else []


def _check(count: int) -> None:
    if count < FEWEST:
        fault = (
            f"{count} cluster à mettre en rencontre ; il en faut au moins deux",
            f"{count} of the two that are needed",
        )
        raise _invalid([fault])
    if count > MOST:
        fault = f"{count} clusters à mettre en rencontre ; {MOST} au plus", f"{count} clusters; {MOST} at most"
        raise _invalid([fault])


def _invalid(faults: Sequence[_Fault]) -> InvalidGuests:
    french, english = ([fault.rstrip(".") for fault in said[:_FAULTS_SHOWN]] for said in zip(*faults, strict=True))
    left = len(faults) - _FAULTS_SHOWN
    if left > 0:
        french, english = [*french, f"et {left} autres"], [*english, f"and {left} more"]
    return InvalidGuests(
        (f"La liste ne convient pas : {' ; '.join(french)}.", f"The list will not do: {'; '.join(english)}."),
        (
            "Corrigez la liste : un cluster par ligne, colonnes cluster et phase (structuration, développement ou rien).",
            "Correct the list: a cluster a line, columns cluster and phase (structuration, developpement or nothing).",
        ),
    )
