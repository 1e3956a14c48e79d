"""A command typed wrongly, told in the person's language with the help that is nearest."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typer.exceptions import TyperException

# What the library says, and the same in French.
_FRENCH: tuple[tuple[str, str], ...] = (
    (r"No such option: (?P<what>\S+?)\.?(?: .*)?", "Option inconnue : {what}."),
    (r"No such command '(?P<what>.*)'\..*", "Commande inconnue : « {what} »."),
    (r"Missing (?:argument|parameter|option) '(?P<what>.*)'\..*", "Il manque {what}."),
    (r"Option '(?P<what>.*)' requires an argument\.", "{what} attend une valeur."),
    (r"Got unexpected extra arguments?(?:\(s\))? \((?P<what>.*)\)", "En trop : {what}."),
    (
        r"(?P<where>.*)'(?P<what>.*)' does not match the formats? '%Y-%m-%d'.*",
        "{where}« {what} » n’est pas une date : écrivez 15/03/2027 ou 2027-03-15.",
    ),
    (r"(?P<where>.*)'(?P<what>.*)' is not one of (?P<known>.*)\.", "{where}« {what} » n’est pas l’un de {known}."),
    (r"(?P<where>.*)Input should be a valid (?:integer|number).*", "{where}un nombre est attendu."),
    (r"(?P<where>.*)Input should be less than or equal to (?P<what>.*)", "{where}{what} au plus."),
    (r"(?P<where>.*)Input should be greater than or equal to (?P<what>.*)", "{where}{what} au moins."),
)
_WHERE = re.compile(r"Invalid value(?: for (?P<name>.*?))?: (?:Value error, )?(?P<said>.*)", re.DOTALL)


def usage(error: "TyperException", language: str) -> tuple[str, str]:
    """What is wrong with the command, and the help to read."""
    context = getattr(error, "ctx", None)
    helped = f"{context.command_path if context else 'interpilote'} --help"
    message = error.format_message()
    if language == "en":
        return message, f"See `{helped}`."
    return in_french(message), f"Voyez `{helped}`."


def in_french(message: str) -> str:
    """The French of a message of the library; another one as it is."""
    wrong = _WHERE.fullmatch(message)
    if wrong:
        name = (wrong["name"] or "").replace("'", "").replace(" / ", " ou ")
        message = f"{name} : {wrong['said']}" if name else wrong["said"]
    for pattern, french in _FRENCH:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return french.format(**found.groupdict()).replace("'", "")
    return message
