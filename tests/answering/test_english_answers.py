"""An English question is answered by English words around the French quotes."""

import pytest

from assistant import Interpilote
from assistant.vocabulary import PhaseSource

pytestmark = pytest.mark.model


def test_the_phase_that_the_directory_gives_is_explained_in_the_language_of_the_question(
    assistant: Interpilote,
) -> None:
    english = assistant.route("Whom could we learn from?", cluster="axelera")
    french = assistant.route("De qui apprendre ?", cluster="axelera")
    asked = assistant.route("De qui apprendre ?", cluster="axelera", language="en")
    assert english.phase_source is PhaseSource.PROFIL
    assert english.reasons[-1] != french.reasons[-1]
    assert english.reasons[-1] == asked.reasons[-1]
