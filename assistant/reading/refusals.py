"""Why a file is not read: one code and one sentence a reason, in French and in English."""

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


def in_english(reason: str) -> str | None:
    """The English of a French reason given under the usual limits, null for another sentence."""
    values = asdict(Limits())
    return next((en.format(**values) for fr, en in REASONS.values() if fr.format(**values) == reason), None)
