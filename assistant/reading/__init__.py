"""From a file to pages and passages.

    files       the files below the paths a person gives
    isolation   reads one file in a child process under limits (`Reader.read`), or refuses it with a reason
    child       that process; guard: the system's own limits on it; limits: what a file may cost; refusals: why not
    formats     what a file is, by content and extension → pdf, text, markup (Markdown), webpage, office (DOCX)
    layout      blocks of a file without pages → virtual pages
    cleaning    reversible cleaning of pages, on `drafts` (a text that remembers what it was), step by step in
                characters, hyphens and lines (headers, headings, broken paragraphs)
    sentences   sentences of a text; splitting: pages → passages

Nothing here imports a parser at import time: parsers are loaded in the child only.
"""
