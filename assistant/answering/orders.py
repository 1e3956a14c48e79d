"""Texts that speak to whoever answers instead of telling something: orders, fake turns, markup, lures.

The signs are words and forms, so that each refusal can be read; a lie that gives no order is not seen here.
"""

import re

_ANSWERER = (
    r"(?:assistants?\b(?! (?:de|à la|au|en|technique|administrati))|chat-?bots?|robots? conversationnels?|"
    r"(?:grands? )?mod[eè]les? (?:lecteurs?|de langage|de langue|d['’]ia|ia|g[ée]n[ée]ratif|qui (?:lit|r[ée]pond))|"
    r"\bllms?\b|\bgpt\b|\bia\b(?= (?:doi|qui|:))|intelligence artificielle (?:doit|qui r[ée]pond)|"
    r"(?:language|reader|reading|ai) models?|ai (?:assistants?|agents?|systems?)|the model\b|le mod[eè]le (?:r[ée]pond|cite|recopie|doit r[ée]pondre|ignore|affiche))"
)
_TOLD = (
    r"(?:doit|doivent|devez|dois|devra|est tenu|n['’]a pas le droit|note (?:pour|à)|message (?:pour|à)|à l['’]attention|consigne|instruction|"
    r"ignor\w+|r[ée]pon\w+|cite\w*|[ée]carte\w*|recopie\w*|propose\w*|recommand\w+|affiche\w*|refus\w+|ajout\w+|"
    r"must|should|shall|has to|have to|is required|note (?:to|for)|attention|answer\w*|repl\w+|respond\w*|quot\w+|recommend\w*|print\w*|output\w*)"
)
_EARLIER = (
    r"(?:instructions?|consignes?|r[eè]gles?|directives?|prompts?|rules?|guidelines?|ce qui pr[ée]c[eè]de|(?:everything|all|what is) above|"
    r"autres (?:documents?|sources?|r[ée]ponses?|textes?)|other (?:documents?|sources?|answers?))"
)
_DROP = r"(?:ignor\w*|oubli\w*|[ée]cart\w*|n[ée]glig\w*|contourn\w*|d[ée]sactiv\w*|outrepass\w*|disregard\w*|forget\w*|overrid\w*|bypass\w*|skip|drop)"
_SAY = (
    r"(?:r[ée]pon(?:ds|dez|dre)|dis(?=\s)|dites|affirm(?:e|ez|er)|cit(?:e|ez|er)|recommand(?:e|ez|er)|propos(?:e|ez|er)|"
    r"mentionn(?:e|ez|er)|sugg[éè]r(?:e|ez|er)|conclu(?:s|ez|re)|termin(?:e|ez|er)|fini(?:s|ssez|r)|commenc(?:e|ez|er)|ajout(?:e|ez|er)|"
    r"ins[éè]r(?:e|ez|er)|refus(?:e|ez|er)|indiqu(?:e|ez|er)|renvo(?:ie|yez|yer)|redirig(?:e|ez|er)|orient(?:e|ez|er)|class(?:e|ez|er)|trait(?:e|ez|er)|"
    r"answer|reply|respond|say|state|cite|quote|recommend|suggest|propose|mention|conclude|finish|end|begin|start|add|append|insert|include|refuse|"
    r"decline|redirect|send|route|classify|treat)"
)
_OF_ANSWER = (
    r"(?:r[ée]ponses?|questions?|demandes?|utilisat(?:eur|rice)s?|prompts?|cette adresse|ce lien|ce document|cette source|citations?|guillemets|"
    r"answers?|replies|repl(?:y|ies)|queries|users?|this (?:link|document|source)|quotation marks|conversations?|mot final|langue)"
)
_SIGNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # Somebody who answers is told what to do.
        rf"{_ANSWERER}.{{0,80}}\b{_TOLD}",
        rf"\b{_TOLD}.{{0,60}}{_ANSWERER}",
        # What was said before, or stands elsewhere, is to be dropped.
        rf"\b{_DROP}\b.{{0,40}}\b{_EARLIER}",
        r"\b(?:annule(?:nt)? et remplace(?:nt)?|supersedes?|replaces? (?:all|every|any))\b.{0,30}\b(?:autres?|pr[ée]c[ée]dent\w*|other|previous)\b",
        # What to answer, always or never.
        rf"(?:^|[.:;,—–*#>-]\s*|\b(?:toujours|jamais|imp[ée]ratif de|obligatoire de|veuillez|merci de|il faut|vous devez|tu dois|always|never|please|you must|"
        rf"ne|do not|don['’]t|must) (?:de )?){_SAY}\b.{{0,80}}\b{_OF_ANSWER}",
        rf"\b(?:toujours|imp[ée]rativement|exclusivement|always|exclusively) {_SAY}\b|(?<!\bse )\b{_SAY} (?:toujours|exclusivement|uniquement|always|only|exclusively)\b",
        r"\b(?:pour|à|for|to) (?:toute|chaque|any|every|all) (?:questions?|demandes?|query|queries)\b",
        rf"\bne (?:jamais |pas )?(?:lui |leur |rien )?(?:{_SAY}|demand(?:e|ez|er)|pos(?:e|ez|er)|r[ée]v[éè]l(?:e|ez|er)) (?:rien|aucun\w*|pas|jamais|que)\b",
        r"\b(?:r[ée]ponse|answer|reply)\s+(?:obligatoire|impos[ée]e|unique|officielle|mandatory|required)|\b(?:mandatory|required|only valid|forced) (?:answer|reply|response)\b",
        r"\b(?:seule|unique) (?:source|r[ée]f[ée]rence) (?:fiable|valable|autoris[ée]e)|\bonly (?:reliable|valid|trusted|authorised|authorized) (?:source|reference)\b|\br[ée]f[ée]rence absolue\b",
        r"\b(?:if|si) (?:you are|l['’]on te|on te|on vous|tu es|vous [êe]tes|asked|somebody asks|someone asks|l['’]utilisateur|the user)\b.{0,60}\b(?:ask\w*|demand\w*|r[ée]pon\w*|say|answer|reply|interrog\w*|ia|ai|llm)\b",
        r"\bsans (?:guillemets|r[ée]serve|citer|le signaler|pr[ée]venir)\b.{0,20}\bni\b|\bwithout (?:quotes|quotation marks|caveats?|telling|mentioning)\b",
        # Another task in the place of what was asked, or another state of whoever asks or answers.
        r"(?:^|[.:;,—–*#=>-])\W*(?:(?:ta|votre|la|your|the) )?(?:nouvelle|vraie|prochaine|new|real|next|actual) (?:t[âa]che|consigne|task)\s*(?::|$)",
        r"\b(?:mode|mod[eo]) (?:maintenance|d[ée]veloppeur|debug|admin\w*|root|test|developer|god|sudo|expert)\b|\b(?:developer|maintenance|debug|admin|god) mode\b",
        r"\b(?:le lecteur|l['’]utilisateur|l['’]utilisatrice|the (?:reader|user)|your user)\b.{0,30}\b(?:a le statut|est (?:un|une|en|d[ée]j[àa]|donc|autoris)|is (?:a|an|in|now|already|authori)|has (?:the )?(?:status|rights|admin))",
        r"\b(?:tu es|vous [êe]tes|you are) (?:maintenant|d[ée]sormais|now|un assistant|an assistant|a helpful)|\b(?:act|behave|agis|comporte-toi) (?:as|comme)\b",
        r"\bpretend\b(?! to be a member)|\b(?:fai(?:s|tes|re)|parle[rz]?) (?:comme si|semblant)\b|\bpars? du principe que (?:le pilote|nous|l['’]utilisat)",
        # A word or a link to slip in.
        r"\b(?:merci d['’]|pense[rz]? à |n['’]oublie[rz]? pas d['’]?(?:e )?)(?:ajouter|inclure|ins[ée]rer|glisser|nommer|citer) (?:une? )?(?:phrase|mot|lien|ligne|r[ée]clame|nom|code)\b",
        # What nobody but the answerer knows.
        r"\b(?:affich|r[ée]v[éè]l|montr|donn|r[ée]p[éè]t|recopi|imprim|reveal|show|print|repeat|output|dump|leak|share|tell)\w*\b.{0,50}\b(?:instructions? (?:initiales?|syst[eè]me|internes?|cach\w+)|tes instructions|vos instructions|your (?:instructions?|prompt|rules|configuration)|system (?:prompt|message)|prompt(?: syst[eè]me| initial)?|message syst[eè]me|consignes (?:internes|initiales|syst[eè]me))\b",
        # The language or the form of the answer.
        rf"\b{_SAY}\b.{{0,20}}\b(?:en|in) (?:allemand|anglais|espagnol|italien|chinois|latin|russe|majuscules|vers|german|english|spanish|italian|chinese|latin|russian|french|capitals|verse)\b",
        # Fake turns and markup that no sentence needs.
        r"<\|[^|>]{1,40}\|>|\[/?(?:INST|SYS|SYSTEM)\]|<</?SYS>>|</?(?:system|assistant|user|instructions?|prompt)\b[^>]*>|#{2,}\s*(?:system|syst[eè]me|instructions?|consignes?)\b",
        r"^\W*(?:system|syst[eè]me|assistant|user|utilisateur|developer|tool)\s*(?:\([^)]*\)|\[[^\]]*\])?\s*[:>]\s",
        r"<\s*(?:img|script|iframe|object|embed|svg|form|input|link|meta|style|base)\b|\bjavascript:|\bon(?:error|load|click)\s*=|<!--|-->",
        # Links that carry away what is asked.
        r"https?://[^\s)>\]]*[?&][\w-]+=[^\s)>\]]*(?:\{|%7b|\$|question|pilote|profil|prompt|user|query|session|history)",
        r"!\[[^\]]*\]\(\s*https?://",
        # Calls and settings.
        r"^\W*\[(?:admin\w*|root|sudo|op[ée]rat\w+|operator|dev\w*|debug|superviseur|supervisor)\]|\w\s*:=\s*\S",
        r"\b(?:assistant|model|system|bot|agent|llm|config|settings)\.\w+\s*\(|\b(?:set|export|override)_?(?:phase|route|intent|profile|language|langue)\b|"
        r"[{\"'](?:role|intent|intention|route|phase|override|system|instruction)[\"']?\s*[:=]",
    )
)


def gives_orders(text: str) -> bool:
    """Whether a text speaks to whoever answers: an order about the answer, a fake turn, live markup."""
    plain = " ".join(text.split())
    return any(sign.search(plain) for sign in _SIGNS)


# Markup that somebody who asks has no use for: pictures, links, tags, code, comments.
_MARKUP = re.compile(
    r"!?\[[^\[\]]{0,300}\]\([^()\s]{0,500}[^()]{0,100}\)|<!--.*?-->|```.*?(?:```|$)|</?[a-zA-Z][^<>]{0,300}>|<\|[^|>]{1,40}\|>",
    re.DOTALL,
)
_CLAUSE = re.compile(
    r"\s*[;\n|]\s*|\s+[–—-]+\s+|(?<=[^\d])[,.:]?\s+(?=(?:et (?:surtout |puis |aussi )?|puis |mais |sans oublier |and (?:then |also )?|then |but )"
    r"\b(?!(?:qui|que|quoi|quels?|quelles?|comment|combien|quand|où|pourquoi|avec|who|what|which|how|when|where|why|with)\b))|"
    r"(?<=[^\d\s])\s*:\s+|,\s+(?=\w)",
    re.IGNORECASE,
)


def without_markup(question: str) -> str:
    """A question without the markup that it needs for nothing."""
    return _MARKUP.sub(" ", question)


def clauses_of(sentence: str) -> list[str]:
    """What a sentence says one thing after the other, cut where another thing may begin."""
    cuts = [match.start() for match in _CLAUSE.finditer(sentence) if match.start() > 0]
    return [sentence[start:end] for start, end in zip([0, *cuts], [*cuts, len(sentence)], strict=True)]
