"""Why a file is not read: one code and one sentence a reason, in French and in English."""

import re
from dataclasses import asdict

from assistant.reading.limits import Limits

REASONS: dict[str, tuple[str, str]] = {
    "vide": (
        "Le fichier est vide : vérifiez qu’il a été enregistré ou téléchargé en entier.",
        "The file is empty: check that it was saved or downloaded completely.",
    ),
    "illisible": (
        "Le fichier est abîmé ou incomplet : ouvrez-le dans son logiciel d’origine et enregistrez-le de nouveau.",
        "The file is damaged or incomplete: open it in the program that made it and save it again.",
    ),
    "extension_trompeuse": (
        "Le contenu n’est pas ce que l’extension annonce : renommez le fichier avec la bonne extension.",
        "The content is not what the extension says: rename the file with the right extension.",
    ),
    "acces_interdit": (
        "Le fichier ne peut pas être ouvert : vérifiez que vous avez le droit de le lire.",
        "The file cannot be opened: check that you may read it.",
    ),
    "type_non_pris_en_charge": (
        "Ce type de fichier n’est pas pris en charge : enregistrez-le en PDF, DOCX, HTML, Markdown ou texte.",
        "This type of file is not supported: save it as PDF, DOCX, HTML, Markdown or text.",
    ),
    "trop_gros": (
        "Le fichier est trop gros : découpez-le en fichiers de moins de {megabytes} Mo.",
        "The file is too big: split it into files under {megabytes} MB.",
    ),
    "bombe": (
        "Le contenu décompressé est démesuré : réenregistrez le document, ou découpez-le.",
        "The decompressed content is out of proportion: save the document again, or split it.",
    ),
    "trop_de_pages": (
        "Le document a plus de {pages} pages : découpez-le en plusieurs fichiers.",
        "The document has more than {pages} pages: split it into several files.",
    ),
    "trop_long": (
        "La lecture prend trop de temps : découpez le document, ou réenregistrez-le en PDF simple.",
        "Reading takes too long: split the document, or save it again as a plain PDF.",
    ),
    "memoire": (
        "La lecture demande trop de mémoire : découpez le document, ou réenregistrez-le en PDF simple.",
        "Reading needs too much memory: split the document, or save it again as a plain PDF.",
    ),
    "chiffre": (
        "Le document est protégé par un mot de passe : enregistrez-en une copie sans mot de passe.",
        "The document is protected by a password: save a copy without one.",
    ),
    "sans_texte": (
        "Le document ne contient que des images : passez-le d’abord par une reconnaissance de caractères (OCR).",
        "The document holds images only: run it through character recognition (OCR) first.",
    ),
}

# Two sentences may share one public code: the person needs the detail, a program does not.
_PUBLIC_CODES = {"extension_trompeuse": "illisible", "acces_interdit": "illisible", "bombe": "trop_gros"}


class Refused(Exception):
    """A file that is not indexed. `code` is stable; `reason` (French) and `reason_en` say what to do.

    `cause` is the key in REASONS, finer than `code`; `detail` goes to the log only.
    """

    def __init__(self, cause: str, detail: str = "", limits: Limits | None = None) -> None:
        super().__init__(f"{cause}: {detail}" if detail else cause)
        self.cause, self.detail = cause, detail
        self.code = _PUBLIC_CODES.get(cause, cause)
        values = asdict(limits or Limits())
        self.reason, self.reason_en = (sentence.format(**values) for sentence in REASONS[cause])


# What else a verdict may say, in French with what varies, and in English.
_NOTICES = tuple(
    (re.compile(french), english)
    for french, english in (
        (r"Même contenu que un document du corpus livré, déjà", "Même contenu que a shipped document, déjà"),
        (r"Même contenu que (.+?), déjà dans la bibliothèque\.", r"Same content as \1, already in the library."),
        (r"Texte invisible écarté \((\d+) passages?\)\s:.*? cité\.", r"Unseen text left out (\1): neither indexed nor quoted."),
        (r"La page (\d+) est trop longue\s?: seuls ses (\d+) .*?lus\.", r"Page \1 is too long: only its first \2 characters are read."),
        (r"Page\(s\) abîmée\(s\), non lue\(s\)\s?: ", "Damaged pages, not read: "),
        (r"Page\(s\) en image, sans texte à lire\s?: ", "Pages that are images, without text: "),
        (r"Pièce\(s\) jointe\(s\) non lue\(s\)\s?: (.+?)\. Extrayez-les et ajoutez-les à part\.", r"Attachments not read: \1. Add them apart."),
        (r"Le fichier est abîmé\s?: seules (\d+) page\(s\) .*?retrouvées\.", r"The file is damaged: only \1 page(s) could be read."),
        (r"Le fichier ne peut pas être lu \((.*?)\)\. Vérifiez .*?accès\.", r"The file cannot be read (\1). Check that you may read it."),
        (r"Le fichier n'existe plus\s?: .*?bibliothèque\.", "The file is gone: it is removed from the library."),
    )
)  # fmt: skip


def in_english(reason: str) -> str | None:
    """The English of what a verdict says in French under the usual limits, null for another sentence."""
    values = asdict(Limits())
    told = next((en.format(**values) for fr, en in REASONS.values() if fr.format(**values) == reason), reason)
    for french, english in _NOTICES:
        told = french.sub(english, told)
    return told if told != reason else None
