"""A chat model's second opinion on the intent of a question that the classifier is unsure of.

Asked only when `llm_route_below` is set. A JSON schema makes the form of the reply valid; whatever else comes
(malformed, late, an unknown intent) leaves the route as it was.
"""

import logging
from collections.abc import Callable
from typing import Any

from assistant.answering.prompts import load_prompt
from assistant.vocabulary import Intent, Language, Route

log = logging.getLogger(__name__)

SecondOpinion = Callable[[str, Route, Language], Route]

SCHEMA: dict[str, Any] = {
    "title": "intention",
    "description": "What a question of a cluster pilot is after.",
    "type": "object",
    "properties": {"intent": {"type": "string", "enum": [intent.value for intent in Intent]}},
    "required": ["intent"],
    "additionalProperties": False,
}
_REASON: dict[Language, str] = {
    "fr": "intention précisée par le modèle {model}",
    "en": "intent settled by model {model}",
}


def second_opinion(model: Any, name: str, below: float) -> SecondOpinion:
    """A function that settles the intent of routes whose confidence is under `below`, by asking `model`."""
    structured = model.with_structured_output(SCHEMA)

    def settled(question: str, route: Route, language: Language) -> Route:
        if route.confidence >= below:
            return route
        prompt = load_prompt("routage", fields=("question",))
        request = prompt.request.replace("{question}", " ".join(question.split()))
        try:
            intent = Intent(structured.invoke([("system", prompt.system), ("human", request)])["intent"])
        except Exception:  # a provider may raise anything: the classifier's reading stands
            log.warning("chat model gave no intent", exc_info=True)
            return route
        reasons = (_REASON[language].format(model=name), *route.reasons)
        return route.model_copy(update={"intent": intent, "reasons": reasons})

    return settled
