"""Why a public document does not come, or is not wanted: one code and one sentence a reason, in French and in
English."""

from assistant.resources import texts
from assistant.vocabulary import Language, Said

REASONS: dict[str, Said] = texts("fetching")
_UNWANTED = {
    *("adresse_refusee", "adresse_privee", "certificat", "redirection_refusee", "accueil", "trop_gros"),
    *("type_refuse", "type_trompeur", "compresse", "sans_adresse"),
}


class Undelivered(Exception):
    """A document that did not come, or that is not wanted. `code` is stable and goes into `--json`."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code, self._details = code, details

    def reason(self, language: Language = "fr") -> str:
        """What happened and what to do."""
        return REASONS[self.code][language].format(**self._details)

    @property
    def unwanted(self) -> bool:
        """Whether we refuse it; else it did not come."""
        return self.code in _UNWANTED
