"""The default generator: sentences quoted as they stand, one template an intent. Deterministic, no model."""

from collections.abc import Callable, Sequence

from assistant.answering import texts
from assistant.answering.added import disagreement, is_added, told_beside
from assistant.answering.beside_table import beside_the_table, unknown_told
from assistant.answering.comparing import write_comparison
from assistant.answering.context import Context
from assistant.answering.drafting import Draft
from assistant.answering.evidence import SURELY_KNOWN, Evidence
from assistant.answering.going_on import follow_ups, next_steps
from assistant.answering.lists_told import beside_the_list, lists_as_asked
from assistant.answering.own_referents import write_own_referents
from assistant.answering.rivalry_told import write_rivalry
from assistant.answering.selection import (
    bears_on,
    is_about_itself,
    is_attention,
    is_caveat,
    known_first,
    relevant,
    select,
)
from assistant.answering.standing import standing
from assistant.answering.suggesting import about, write_suggestions
from assistant.answering.ties_told import write_ties
from assistant.index.analysis import terms
from assistant.vocabulary import OLD_AFTER_YEARS, DocumentType, Intent, Phase

# Sentences that answer, at most; those on all clusters named, above a table.
LINES, TOGETHER = 4, 2
# A practice is best shown by a case: it may speak less closely to the question, by this share of the best score.
CASE_SPARED = 0.2


def write(draft: Draft, context: Context) -> None:
    """Fills the draft by the template of the route's intent. An English answer says first whose words follow."""
    if not (write_rivalry(draft, context) or write_ties(draft, context)):
        _TEMPLATES[context.route.intent](draft, context)
    if context.language == "en" and draft.claims and not draft.text().startswith(("**", "|")):
        draft.lines.insert(0, f"**{texts.FRENCH_QUOTES}**\n")
    _around(draft, context)


def write_computed(draft: Draft, context: Context) -> None:
    """Adds to a chat model's prose what is computed, never written: suggestions, table, next steps, warnings."""
    if context.suggestions is not None and context.route.intent is Intent.PRATIQUE:
        write_own_referents(draft, context.suggestions, context.language)
    elif context.suggestions is not None and context.suggestions.suggestions:
        draft.heading(texts.HEADINGS[f"suggestions_{context.route.intent.value}"][context.language])
        write_suggestions(draft, context)
    if context.comparison is not None:
        draft.lines.append("")
        write_comparison(draft, context)
    _around(draft, context)


def _around(draft: Draft, context: Context) -> None:
    _added(draft, context)
    draft.next_steps += [*next_steps(draft, context), *_successors(context)]
    draft.follow_ups += follow_ups(draft, context)
    draft.warnings += [*context.notices, *_old_figures(draft, context)]
    if context.language == "en" and draft.claims:
        draft.warnings.append(texts.FRENCH_SOURCES)


def _added(draft: Draft, context: Context) -> None:
    """What added files say, below what the corpus says, or that the answer is theirs."""
    if draft.said and is_added(draft.said[0]):
        draft.warnings.append(texts.ONLY_ADDED[context.language])
        return
    told = list[Evidence]()
    for evidence in told_beside(context.added, draft.said):
        differs = disagreement(evidence, draft.said, context.language)
        if differs:
            draft.warnings.append(differs)
        else:
            told.append(evidence)
    _section(draft, context, "added", told)


def _successors(context: Context) -> list[str]:
    """Where to reach who answers for a cluster that is no more."""
    found = [context.directory.by_id[new] for new in dict.fromkeys(new for _, new in context.replaced)]
    return [
        texts.SUCCESSOR[context.language].format(name=cluster.short_name, website=cluster.website)
        for cluster in found
        if cluster.website
    ]


def _fait(draft: Draft, context: Context) -> None:
    """One sentence and its quote, then those that add to it."""
    lead, looked_up = _lead(context), context.looked_up
    if context.told_before:
        draft.lines += [context.told_before, ""]
    for at, evidence in enumerate(looked_up, start=1):
        draft.say(evidence, before=f"{at}. " if context.told_before else "")
    draft.lines += [*([""] if context.told_before and context.told_after else []), *context.told_after]
    for evidence in lead[len(looked_up) :]:
        draft.say(evidence)


def _lead(context: Context) -> list[Evidence]:
    """What answers, in a few sentences: news of a cluster that changed come first, unless the question is a known one."""
    news = _news(context)
    if news and context.only_help and not context.looked_up:
        return [*news, *_presentation(context, context.replaced[0][1])[: max(0, LINES - len(news))]]
    told = [e for e in relevant(_answering(context)) if not _of_others(context, e)]
    answers = bool(told) and told[0].known >= SURELY_KNOWN
    if context.looked_up:
        beside = [e for e in told if answers and e.known >= SURELY_KNOWN and _belongs(context, e)]
        return [*context.looked_up, *select(beside, 1, chosen=context.looked_up)]
    if context.only_named and not news:
        lead = select(told, 1) if answers else []
        return [*lead, *_presentation(context, context.mentioned[0])]
    lead = known_first(select(told, LINES - len(news), chosen=news))
    return [*lead, *news] if answers else [*news, *lead]


def _of_others(context: Context, evidence: Evidence) -> bool:
    """Whether a fact is asked of clusters by name and a sentence tells it of others."""
    if context.route.intent is not Intent.FAIT or not context.mentioned or context.looked_up:
        return False
    on_sheet = evidence.document.meta.get("cluster_id")
    met = [m.resolved.cluster for m in context.directory.mentions(evidence.text)]
    named = {cluster.id for cluster in met if cluster.kind != "reseau"}
    return bool(named) and on_sheet not in context.mentioned and named.isdisjoint(context.mentioned)


def _belongs(context: Context, evidence: Evidence) -> bool:
    """Whether a sentence of a text belongs to what the sheet tells: it names all the clusters that the question names and,
    beside a field of one value, speaks of what is asked of them."""
    named = {m.resolved.cluster.id for m in context.directory.mentions(evidence.text)}
    if not set(context.mentioned) <= named:
        return False
    said, family = frozenset(terms(evidence.text)), context.attributes.family
    return not context.one_value or any(
        t in family and context.attributes.held(t, said) for t in terms(context.question)
    )


def _presentation(context: Context, cluster_id: str) -> list[Evidence]:
    """The first sentences of the sheet of a cluster: who it is."""
    own = [e for e in context.evidence if about(e, cluster_id)]
    return sorted(own, key=lambda e: (e.passage.page, e.start))[:3]


def _news(context: Context) -> list[Evidence]:
    """What became of the clusters named that merged or disappeared: on their sheet, who answers for them today."""
    found = []
    for old, new in context.replaced:
        own = [e for e in context.evidence if about(e, old) and not is_about_itself(e)]
        own.sort(key=lambda e: (e.passage.page, e.start))  # a sheet says first who answers, then tells the story
        told = [e for e in own if any(m.cluster.id == new for m in context.directory.mentions(e.text))]
        found += (told or own)[:1]
    return found


def _pratique(draft: Draft, context: Context) -> None:
    """The answer in three to five lines, whom of their own référents to call, named examples, points of attention."""
    lead = _lead(context)
    for evidence in lead:
        draft.say(evidence)
    if context.suggestions is not None:
        write_own_referents(draft, context.suggestions, context.language)
    examples = select(_examples(context), 4, chosen=lead) or select(_cases(context, lead), 1, chosen=lead)
    _section(draft, context, "examples", examples)
    _section(draft, context, "attention", _attention(context, [*lead, *examples]))


def _attention(context: Context, quoted: Sequence[Evidence]) -> list[Evidence]:
    """Warnings of the texts quoted that bear on the facts quoted, one a text."""
    found = [e for e in context.evidence if is_attention(e) and bears_on(e, quoted)]
    return select(standing(found, context.evidence), 2, chosen=quoted, per_document=1)


def _referent(draft: Draft, context: Context) -> None:
    """Whom to learn from, with reasons; what the corpus says stands below, or first without a profile."""
    _suggestions_and_corpus(draft, context, "suggestions_referent")


def _partenaire(draft: Draft, context: Context) -> None:
    """With whom to build, with reasons; what the corpus says stands below, or first without a profile."""
    _suggestions_and_corpus(draft, context, "suggestions_partenaire")


def _suggestions_and_corpus(draft: Draft, context: Context, title: str) -> None:
    lead = _lead(context)
    news = _news(context)
    if context.suggestions is None or not context.suggestions.suggestions:
        if not context.pilot_known:
            draft.next_steps.append(texts.NO_PROFILE[context.language])
        draft.warnings += context.suggestions.warnings if context.suggestions else ()
        for evidence in lead:
            draft.say(evidence)
        draft.lines += context.told_after
        examples = [] if context.looked_up else select(_examples(context), 4, chosen=lead)
        _section(draft, context, "examples", examples)
        return
    if not context.pilot_known:  # what is written answers the question first; names follow from its words alone
        for evidence in lead:
            draft.say(evidence)
        news = lead = []
    for evidence in news:
        draft.say(evidence)
    draft.heading(texts.HEADINGS["judged" if context.judged else title][context.language])
    write_suggestions(draft, context)
    if context.wishes.introduced:
        return
    if context.judged:  # what texts say of clusters at large judges none
        lead = [e for e in lead if e.known >= SURELY_KNOWN]
    lists = [e for e in lead if e.document.type == DocumentType.ANNUAIRE and not e.document.meta.get("cluster_id")]
    notes = [e for e in lead if e.document.type != DocumentType.ANNUAIRE]
    _section(draft, context, "corpus", [*([] if context.wishes.narrows else lists[:1]), *notes])


def _comparaison(draft: Draft, context: Context) -> None:
    """What the corpus says of those compared together, then the table, each figure with its year and citation; without clusters to compare, what it says."""
    if context.compared is None:
        _pratique(draft, context)
        return
    if context.compared.unknown:
        draft.lines += [unknown_told(context.compared.unknown, context.language), ""]
    beside = beside_the_table(draft, context, _answering(context)) if context.compared.asked.beside else False
    together = [] if beside or context.compared.asked.rows else _of_all_named(context)
    for evidence in together:
        draft.say(evidence)
    draft.lines += [""] * bool(together)
    if context.compared.asked.rows or not beside:
        write_comparison(draft, context)


def _of_all_named(context: Context) -> list[Evidence]:
    """Sentences of notes that answer and name every cluster of the question: a tie, a merger given up."""
    named = set(context.mentioned)
    told = [
        e
        for e in relevant(_answering(context))
        if e.document.type != DocumentType.ANNUAIRE
        and named <= {m.resolved.cluster.id for m in context.directory.mentions(e.text)}
    ]
    return select(told, TOGETHER) if len(named) > 1 else []


_TEMPLATES: dict[Intent, Callable[[Draft, Context], None]] = {
    Intent.FAIT: _fait,
    Intent.PRATIQUE: _pratique,
    Intent.REFERENT: _referent,
    Intent.PARTENAIRE: _partenaire,
    Intent.COMPARAISON: _comparaison,
}


def _answering(context: Context) -> list[Evidence]:
    """What may answer: advice that a text gives at its end does when no fact speaks better to the question."""
    told = [e for e in context.evidence if not (is_caveat(e) or is_about_itself(e) or beside_the_list(context, e))]
    best = max((e.score for e in told if not is_attention(e)), default=0.0)
    told = lists_as_asked(context, [e for e in told if not is_attention(e) or e.score > best])
    return standing(told, context.evidence)


def _examples(context: Context, spared: float = 0.0) -> list[Evidence]:
    """Sentences that name a cluster and speak to the question, less closely by the share `spared`. In développement they stay on the pilot's theme; before, any sector is welcome."""
    named = [
        (e, {m.cluster.id for m in context.directory.mentions(e.text)})
        for e in relevant(_answering(context), spared)
        if e.document.type != DocumentType.ANNUAIRE
    ]
    if context.route.phase == Phase.DEVELOPPEMENT and context.profile and context.profile.sectors:
        theme = {s.lower() for s in context.profile.sectors}
        named = [(e, ids) for e, ids in named if any(_on_theme(context, key, theme) for key in ids)]
    return [e for e, ids in named if ids]


def _cases(context: Context, lead: Sequence[Evidence]) -> list[Evidence]:
    """Examples that speak less closely, under the heading of what answers: elsewhere the text is on something else."""
    headings = {e.section for e in lead}
    return [e for e in _examples(context, CASE_SPARED) if () in headings or e.section in headings]


def _on_theme(context: Context, cluster_id: str, theme: set[str]) -> bool:
    return bool(theme & {sector.lower() for sector in context.directory.by_id[cluster_id].sectors})


def _section(draft: Draft, context: Context, title: str, evidence: Sequence[Evidence]) -> None:
    if evidence:
        draft.heading(texts.HEADINGS[title][context.language])
        for item in evidence:
            draft.say(item, before="- ")


def _old_figures(draft: Draft, context: Context) -> list[str]:
    years = sorted({c.figures_year for c in draft.citations if c.figures_year})
    old = [year for year in years if year < context.today.year - OLD_AFTER_YEARS]
    if not old:
        return []
    return [texts.OLD_FIGURES[context.language].format(years=", ".join(map(str, old)))]
