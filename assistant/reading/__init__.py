"""From a file to pages and passages.

    files      the files below the paths a person gives
    isolation  reads one file in a child process under limits (`Reader.read`), or refuses it with a reason
    formats    what a file is, by content and extension → pdf, text, markup (Markdown), html, office (DOCX)
    layout     blocks of a file without pages → virtual pages
    lines      lines of a page: repeated headers, headings, broken paragraphs
    cleaning   reversible cleaning, on `drafts` (a text that remembers what it was)
    sentences  sentences of a text; splitting: pages → passages
    limits     what a file may cost; guard: the system's own limits on the child

Nothing here imports a parser at import time: parsers are loaded in the child only.
"""
