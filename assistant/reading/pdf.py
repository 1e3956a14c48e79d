"""PDF by pypdf: pages with their printed labels, outline titles, properties; what cannot be read is said."""

import logging
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.reading.characters import one_line
from assistant.reading.cleaning import clean_drafts, cleaned_pages
from assistant.reading.drafts import Draft
from assistant.reading.limits import Limits
from assistant.reading.lines import Title, key
from assistant.reading.pdf_fonts import mend_spaces
from assistant.reading.pdf_unseen import Unseen
from assistant.reading.refusals import Refused
from assistant.reading.titles import title_of
from assistant.reading.unseen import told
from assistant.vocabulary import ReadDocument

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_log = logging.getLogger(__name__)
_OBJECTS = 10_000  # of a damaged file, looked at to find its pages again
_PROPERTIES = {
    "/Title": "title",
    "/Author": "author",
    "/Subject": "subject",
    "/Keywords": "keywords",
    "/CreationDate": "created",
}


def read_pdf(path: Path, limits: Limits) -> ReadDocument:
    """A PDF file. Raises Refused: chiffre, illisible, trop_de_pages, sans_texte, vide, bombe."""
    from pypdf import PdfReader
    from pypdf.errors import LimitReachedError, PyPdfError

    _lower_pypdf_limits(limits)
    warnings: list[str] = []
    try:
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused("chiffre")
        pages = _pages(reader, warnings)
    except LimitReachedError as error:
        raise Refused("bombe", repr(error)) from error
    except PyPdfError as error:
        raise Refused("illisible", repr(error)) from error
    if len(pages) > limits.pages:
        raise Refused("trop_de_pages")
    return _read(reader, pages, path, limits, warnings)


def _read(
    reader: "PdfReader", pages: "list[PageObject]", path: Path, limits: Limits, warnings: list[str]
) -> ReadDocument:
    texts, failures, hidden = _texts(pages)
    warnings += told(hidden)
    warnings += _cut_long(texts, limits.page_characters)
    drafts = [Draft(text) for text in texts]
    titles = _titles(reader, len(pages))
    headings = clean_drafts(drafts, titles)
    if not any(draft.text for draft in drafts) or _stamped_scan(pages, texts):
        raise _no_text(pages, failures)
    warnings += _unread(pages, drafts, failures)
    warnings += _attachments(reader)
    meta = _properties(reader)
    first = next((heading.title for found in headings[:2] for heading in found), "")
    clean = cleaned_pages(drafts, headings, _labels(reader))
    return ReadDocument(title_of(meta.get("title"), first, clean, path.stem), tuple(clean), meta, tuple(warnings))


def _lower_pypdf_limits(limits: Limits) -> None:
    """Refuse streams that swell beyond `stream_mb`, and call no outside program."""
    from pypdf import overwrite_configuration

    size = limits.stream_mb * 1_000_000
    overwrite_configuration(
        zlib_maximum_output_length=size,
        lzw_maximum_output_length=size,
        run_length_maximum_output_length=size,
        array_based_stream_maximum_output_length=size,
        jbig2_maximum_output_length=size,
        brotli_maximum_output_length=size,
        image_maximum_buffer_size=size,
        jbig2dec_binary=None,
    )


@contextmanager
def _as_far_as_it_goes(what: str) -> Iterator[None]:
    """Lets a part of the file be broken: pypdf raises anything there, and the text is worth reading without it."""
    try:
        yield
    except MemoryError:
        raise
    except Exception as error:
        _log.debug("%s: %r", what, error)


# --- pages and their text ----------------------------------------------------------------------------------


def _pages(reader: "PdfReader", warnings: list[str]) -> "list[PageObject]":
    """The pages of the file; when its page tree is broken, those that survive, with a warning."""
    from pypdf.errors import PdfReadError

    try:
        return list(reader.pages)
    except PdfReadError:
        survivors = list(_surviving_pages(reader))
        if not survivors:
            raise
        warnings.append(f"Le fichier est abîmé : seules {len(survivors)} page(s) ont pu être retrouvées.")
        return survivors


def _surviving_pages(reader: "PdfReader") -> "Iterator[PageObject]":
    from pypdf import PageObject
    from pypdf.errors import PyPdfError
    from pypdf.generic import DictionaryObject, IndirectObject

    numbers = [(number, generation) for generation, table in reader.xref.items() for number in table]
    for number, generation in sorted(numbers)[:_OBJECTS]:
        reference = IndirectObject(number, generation, reader)
        try:
            found = reference.get_object()
        except PyPdfError:
            continue
        if isinstance(found, DictionaryObject) and found.get("/Type") == "/Page":
            page = PageObject(reader, reference)
            page.update(found)
            yield page


def _texts(pages: "list[PageObject]") -> tuple[list[str], dict[int, str], int]:
    """The text that each page shows, for the pages that failed (by index) the cause, illisible or bombe, and how many
    pieces of text are written without being shown."""
    from pypdf.errors import LimitReachedError

    texts, failures, hidden = [], {}, 0
    mended: set[int] = set()
    for index, page in enumerate(pages):
        text = ""
        try:
            mend_spaces(page, mended)
            text, left_out = _shown(page)
            hidden += left_out
            if not text.strip() and not left_out:
                # pypdf gives an empty text, without a word, for a content stream beyond its limits
                content = page.get_contents()
                if content is not None:
                    content.get_data()
        except MemoryError:
            raise
        except LimitReachedError:
            failures[index] = "bombe"
        except Exception:  # a damaged page raises anything; the others are still worth reading
            failures[index] = "illisible"
        texts.append(text)
    return texts, failures, hidden


# Letters without ink are those recognised in the image of a scan when hardly any others stand on the page.
_STAMP_SHARE = 0.2


def _shown(page: "PageObject") -> tuple[str, int]:
    """The text of a page without what it does not show, and how many pieces that was."""
    unseen = Unseen(page)
    text = page.extract_text(visitor_operand_before=unseen.before, visitor_operand_after=unseen.after)
    if unseen.inkless and unseen.inked <= _STAMP_SHARE * unseen.inkless and _has_image(page):
        unseen = Unseen(page, scanned=True)
        text = page.extract_text(visitor_operand_before=unseen.before, visitor_operand_after=unseen.after)
    return text, unseen.count


def _cut_long(texts: list[str], most: int) -> Iterator[str]:
    for index, text in enumerate(texts):
        if len(text) > most:
            texts[index] = text[:most]
            yield f"La page {index + 1} est trop longue : seuls ses {most} premiers caractères sont lus."


# --- what is not read, and why -----------------------------------------------------------------------------


def _has_image(page: "PageObject") -> bool:
    with _as_far_as_it_goes("images"):
        return len(page.images) > 0
    return False


def _stamped_scan(pages: "list[PageObject]", texts: list[str]) -> bool:
    """Whether the only text is one stamp, on several pages that are images (a scanner's name, « page 3 »)."""
    stamped = [index for index, text in enumerate(texts) if text.strip()]
    same = len({key(texts[index]) for index in stamped}) == 1
    return same and len(stamped) > 1 and all(_has_image(pages[index]) for index in stamped)


def _no_text(pages: "list[PageObject]", failures: dict[int, str]) -> Refused:
    if failures:
        cause = "bombe" if "bombe" in failures.values() else "illisible"
        return Refused(cause, f"{len(failures)} pages failed")
    return Refused("sans_texte" if any(_has_image(page) for page in pages) else "vide")


def _unread(pages: "list[PageObject]", drafts: list[Draft], failures: dict[int, str]) -> Iterator[str]:
    if failures:
        yield f"Page(s) abîmée(s), non lue(s) : {_numbers(failures)}."
    empty = [index for index, draft in enumerate(drafts) if not draft.text and index not in failures]
    images = [index for index in empty if _has_image(pages[index])]
    if images:
        yield f"Page(s) en image, sans texte à lire : {_numbers(images)}."


def _numbers(indexes: "list[int] | dict[int, str]") -> str:
    listed = [str(index + 1) for index in sorted(indexes)]
    return ", ".join(listed[:20]) + (f"… ({len(listed)} en tout)" if len(listed) > 20 else "")


def _attachments(reader: "PdfReader") -> Iterator[str]:
    names: list[str] = []
    with _as_far_as_it_goes("attachments"):
        names = [one_line(name, 80) for name in list(reader.attachments)[:10]]
    if names:
        yield f"Pièce(s) jointe(s) non lue(s) : {', '.join(names)}. Extrayez-les et ajoutez-les à part."


# --- outline, labels, properties ---------------------------------------------------------------------------


def _titles(reader: "PdfReader", count: int) -> list[list[Title]] | None:
    """The outline's titles by page, None when there is no usable outline."""
    found: dict[int, list[Title]] = defaultdict(list)
    with _as_far_as_it_goes("outline"):  # broken: the titles found so far still stand
        for level, item in _flat(reader.outline):
            number = reader.get_destination_page_number(item)
            if number is not None and 0 <= number < count:
                found[number].append(Title(level, one_line(item.title)))
    return [found[number] for number in range(count)] if found else None


def _flat(outline: Any, level: int = 1) -> Iterator[tuple[int, Any]]:
    for item in outline:
        if isinstance(item, list):
            yield from _flat(item, level + 1)
        else:
            yield level, item


def _labels(reader: "PdfReader") -> list[str | None]:
    """Printed page labels, none where the file gives none."""
    with _as_far_as_it_goes("page labels"):
        if "/PageLabels" in reader.root_object:
            return [one_line(label, 20) or None for label in reader.page_labels]
    return []


def _properties(reader: "PdfReader") -> dict[str, object]:
    metadata: dict[str, Any] = {}
    with _as_far_as_it_goes("properties"):
        metadata = dict(reader.metadata or {})
    values = {name: one_line(metadata.get(key) or "") for key, name in _PROPERTIES.items()}
    return {name: value for name, value in values.items() if value}
