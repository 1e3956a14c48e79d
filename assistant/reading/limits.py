"""What reading one file may cost."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds for one file. `page_characters` cuts with a warning; every other bound refuses the file."""

    megabytes: int = 20
    pages: int = 600
    page_characters: int = 50_000
    seconds: float = 90.0
    cpu_seconds: int = 60
    memory_mb: int = 1024
    stream_mb: int = 25  # one decompressed stream of a PDF
    expansion_mb: int = 200  # all parts of a DOCX, decompressed
    expansion_ratio: int = 100  # decompressed / compressed, for any part over 1 MB
