"""Why a public document does not come, or is not wanted: one code and one sentence a reason, in French and in English."""

REASONS: dict[str, tuple[str, str]] = {
    "adresse_refusee": (
        "L’adresse n’est pas une adresse web publique (http ou https, sans mot de passe).",
        "The address is not a public web address (http or https, without password).",
    ),
    "adresse_privee": (
        "L’adresse mène à un réseau privé ou à cette machine : elle n’est pas suivie.",
        "The address leads to a private network or to this machine: it is not followed.",
    ),
    "adresse_introuvable": (
        "Le nom du site est introuvable : vérifiez la connexion, ou le site n’existe plus.",
        "The site’s name cannot be found: check the connection, or the site is gone.",
    ),
    "certificat": (
        "L’identité du site n’est pas prouvée (certificat refusé) : rien n’est téléchargé.",
        "The site’s identity is not proved (certificate refused): nothing is downloaded.",
    ),
    "redirection_refusee": (
        "Le site renvoie d’une adresse sûre (https) vers une adresse qui ne l’est pas.",
        "The site leads from a secure address (https) to one that is not.",
    ),
    "trop_de_redirections": (
        "Le site renvoie sans fin d’une adresse à l’autre.",
        "The site leads endlessly from one address to another.",
    ),
    "accueil": (
        "Le site renvoie à sa page d’accueil : le document n’y est sans doute plus.",
        "The site leads to its home page: the document is most likely gone.",
    ),
    "introuvable": (
        "Le site répond que le document n’y est pas ou plus ({status}).",
        "The site says that the document is not there ({status}).",
    ),
    "acces_refuse": (
        "Le site ne laisse pas lire ce document ({status}).",
        "The site does not let this document be read ({status}).",
    ),
    "indisponible": (
        "Le site ne répond pas pour l’instant ({status}) : relancez la commande plus tard.",
        "The site does not answer for now ({status}): run the command again later.",
    ),
    "a_patienter": (
        "Le site demande d’attendre {seconds} s : relancez la commande plus tard.",
        "The site asks to wait {seconds} s: run the command again later.",
    ),
    "reponse_inattendue": (
        "Le site a répondu autre chose qu’un document ({status}).",
        "The site answered something else than a document ({status}).",
    ),
    "trop_lent": (
        "Le site est trop lent : relancez la commande, elle reprend où elle en était si le site le permet.",
        "The site is too slow: run the command again, it goes on from there if the site allows it.",
    ),
    "coupure": (
        "La connexion a échoué ou a été coupée : relancez la commande, elle reprend où elle en était si le site le permet.",
        "The connection failed or was cut: run the command again, it goes on from there if the site allows it.",
    ),
    "trop_gros": ("Le document dépasse {megabytes} Mo.", "The document is over {megabytes} MB."),
    "type_refuse": (
        "Ce n’est ni un PDF, ni une page web, ni un DOCX, ni du texte ({kind}).",
        "It is neither a PDF, nor a web page, nor a DOCX, nor text ({kind}).",
    ),
    "type_trompeur": (
        "Le contenu n’est pas ce qui est annoncé ({declared} annoncé, {found} reçu).",
        "The content is not what was announced ({declared} announced, {found} received).",
    ),
    "compresse": (
        "Le site envoie un contenu compressé qui n’a pas été demandé.",
        "The site sends compressed content that was not asked for.",
    ),
    "tronque": ("Le PDF reçu n’a pas de fin : il est incomplet.", "The PDF received has no end: it is incomplete."),
    "vide": ("Le document reçu est vide.", "The document received is empty."),
    "sans_adresse": (
        "Cette source n’a pas d’adresse dans corpus/sources.yaml.",
        "This source has no address in corpus/sources.yaml.",
    ),
    "disque": (
        "Le fichier ne peut pas être écrit ({detail}) : vérifiez vos droits et la place libre.",
        "The file cannot be written ({detail}): check your rights and the free space.",
    ),
}
_UNWANTED = {
    *("adresse_refusee", "adresse_privee", "certificat", "redirection_refusee", "accueil", "trop_gros"),
    *("type_refuse", "type_trompeur", "compresse", "sans_adresse"),
}


class Undelivered(Exception):
    """A document that did not come, or that is not wanted. `code` is stable and goes into `--json`."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code, self._details = code, details

    def reason(self, language: str = "fr") -> str:
        """What happened and what to do."""
        return REASONS[self.code][language == "en"].format(**self._details)

    @property
    def unwanted(self) -> bool:
        """Whether we refuse it; else it did not come."""
        return self.code in _UNWANTED
