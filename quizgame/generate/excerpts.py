"""What of a quotation can stand in a question: whole sentences that cut into, few and telling enough."""

import re
from itertools import pairwise

__all__ = ["excerpt", "joined", "why_unfit"]

_CUT = re.compile(r"\s*(?:\[\s*(?:\.{2,}|…)\s*\]|\[…\]|\(\.\.\.\)|…|\.{3,})\s*")
_SENTENCE_END = re.compile(r"[.!?]['’]?\s+(?=[\"'‘“]?[A-Z0-9])")
_MIN_WORDS, _MAX_CHARACTERS = 7, 140
_NEED, _LEAST, _LONG = 3, 45, 13
_NEXT_CLAUSE = re.compile(
    r"(?:, |; | — )(?:(?:and|but|which|so|because) (?=(?:I|we|you|he|she|it|they|there|this|that|the|is|in|for)\b)"
    r"|(?:especially|particularly|including|although|though|when|while|where|with) )"
)
"""Where a quotation may be cut: what stands before is whole without what follows."""
_POINTING = re.compile(
    r"^(?:He|She) |^(?:(?:And|But|So|Because of|Beyond|After|Before|With) )?"
    r"(?:[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|That's)\b(?! was\b)"
    r"|^The (?:first|other|second|latter) one\b|, this (?:is|was|would)\b"
    r"|\b(?:this|that) (?:type|subject|kind|sort|one|way|case|matter|issue|regard|reason)\b"
)
_SUBORDINATE = re.compile(r"(?:If|When|While|As|Although|Though|Despite|Because|Since|Unless|Using|Given)\b")
_OF_ONESELF = re.compile(
    r"\b(?:[Mm]y|[Oo]ur) (?:client|company|government|wife|husband|son|daughter|party|agency|customers|mother|father|"
    r"nation|country|people|economy|troops|soldiers|forces|candidacy|campaign|administration)\b|"
    r"\b[Ww]e(?: are|'re|’re) (?:a|the) |\b(?:this|the) country forward\b|"
    r"\bI(?: am|'m|’m) (?:the|an?) |\b[Aa]s (?:an?|the) \w+(?: \w+){0,3}, (?:I|we|my)\b|\bto be an? [A-Z]"
)
_USUAL = re.compile(
    r"\b(?:condolences?|sympath(?:y|ies)|prayers|praying|[Mm]y heart|[Oo]ur hearts?|hearts? goe?s?|rest in peace"
    r"|thoughts (?:are|go)|grateful|thank(?:s|ful)?|proud|honou?red|humbled|privileged?|delighted)\b"
    r"|\b(?:[Ww]e|I)(?: are|'re|’re| will| am|'m|’m)? (?:continu\w+ to |still )?"
    r"(?:investigat\w+|cooperat\w+|look(?:ing)? into)\b"
)
"""What anybody in office says: mourning, thanks, pride, and that an inquiry goes on."""
_OPENS = re.compile(
    r"(?:And|But|So|Because|That|That's|This|These|Those|It|It's|He|She|They|They're|Especially|Also|Then|There|"
    r"The (?:first|other|second) one|In (?:this|that|these|those))\b"
)
"""How a sentence begins that goes on from another."""
_POINTS = re.compile(r"^(?:[\w'’-]+,? ){0,3}(?:he|she|him|his|her|they|them|their|it)\b", re.IGNORECASE)
_OPENED, _CLOSED = re.compile(r"(?<!\w)['‘](?=\w)"), re.compile(r"(?<=[\w.,!?…])['’](?!\w)")
_NAMED = re.compile(r"(?<!^)(?<![.!?] )\b[A-Z][A-Za-z]+|\d")
_WORD = re.compile(r"[A-Za-z][\w'’-]*")
_BLAND = frozenset(
    "a about after again ago all almost also am an and any anyone anything are as at away back be because been before "
    "being believe best better big but by came can cannot can't come could day days did didn't do does doesn't doing "
    "don't down each either else ever every everyone everything far feel felt few find first for forward from get "
    "getting give go god goes going gone good got great had happen happened happy hard has hasn't have haven't having "
    "he he's hear heart hearts help her here high him his hope how i i'd i'll i'm i've if important in incident "
    "incredible incredibly into is isn't it it's its just keep kind knew know known last least let let's like little "
    "long look looking lot love loved made make making many matter may maybe me mean might more most much must my "
    "need needs never new next no not nothing now of off oh ok okay on once one ones only or other others our out "
    "over part people perhaps person please possible prayers prepared proud put question questions quite rather ready "
    "really reason right sad said same saw say saying see seem seems seen she should situation so some somebody "
    "someone something sorry special start still such sure take taking tell terrible terribly than thank thanks that "
    "that's the their them then there there's these they they're thing things think this those thought thoughts "
    "through time times to today together told tomorrow tonight too tragedy tragic true truly try trying two under up "
    "upon us use used very want wanted wants was wasn't way we we'll we're we've well went were what what's when "
    "where whether which while who why will wish with won't work working world would wouldn't year years yes "
    "yesterday yet you you're your condolences deepest families family friends sympathies affected victims wonderful "
    "amazing simply absolutely extremely".split()
)
"""Words that tell nothing of what is spoken of."""


def joined(parts: list[str]) -> list[str]:
    """The quotations of one sentence, the halves of a broken one put together."""
    whole: list[str] = []
    for part in parts:
        if whole and whole[-1][-1:] not in ".!?" and (part[:1].islower() or whole[-1].endswith(",")):
            whole[-1] = f"{whole[-1]} {part}"
        else:
            whole.append(part)
    return whole


def excerpt(quote: str, *, is_headed: bool = False) -> str:
    """The first whole sentences that fit and tell enough; of an edited quotation, those without brackets.

    Args:
        quote: The quotation, without its marks.
        is_headed: Whether a headline will tell what it speaks of.
    """
    first, *later = _pieces(quote) or [""]
    pieces = [first, *(piece for piece in later if not (_POINTS.search(piece) or _OPENS.match(piece)))]
    found = [told for piece in pieces for told in (_fitted(piece), _cut(piece)) if told]
    fit = (told for told in found if not why_unfit(told, "", is_headed=is_headed))
    return next(fit, found[0] if found else "")


def _pieces(quote: str) -> list[str]:
    """Stretches of a quotation without a gap or an edit in them."""
    text = quote.strip().rstrip(",").strip()
    if "[" not in text and "(" not in text and "…" not in text and "..." not in text:
        return [text, *_sentences(text)[1:]]
    pieces = []
    for stretch in _CUT.split(text):
        kept: list[str] = []
        for sentence in [*_whole(stretch), "["]:
            if re.search(r"[\[\]()]", sentence):
                pieces += [" ".join(kept)] if kept else []
                kept = []
            else:
                kept.append(sentence)
    return pieces


def _whole(stretch: str) -> list[str]:
    """The sentences before a gap, the last only where nothing was cut from it, or where there is no other."""
    told = _sentences(stretch)
    if not told or re.search(r"[.!?]['’]?$", told[-1]):
        return told
    before = told[:-1]
    return before if len(" ".join(before).split()) >= _MIN_WORDS else [*before, f"{told[-1].rstrip(',;:—- ')} …"]


def _sentences(text: str) -> list[str]:
    ends = [0, *(found.end() for found in _SENTENCE_END.finditer(text)), len(text)]
    return [part for start, end in pairwise(ends) if (part := text[start:end].strip())]


def _fitted(text: str) -> str:
    """As many whole sentences from the start as fit, or else the start up to where a clause of its own begins."""
    if len(text) <= _MAX_CHARACTERS:
        return text
    whole = ""
    for sentence in _sentences(text):
        if len(whole) + len(sentence) >= _MAX_CHARACTERS:
            break
        whole = f"{whole} {sentence}".strip()
    if len(whole.split()) >= _MIN_WORDS and not why_unfit(whole, ""):
        return whole
    return _cut(text)


def _cut(text: str) -> str:
    """The start up to where a clause of its own begins; empty where there is none."""
    ends = [found.start() for found in _NEXT_CLAUSE.finditer(text[:_MAX_CHARACTERS]) if found.start() > _LEAST]
    return text[: ends[-1]].rstrip() + " …" if ends and not _SUBORDINATE.match(text) else ""


def why_unfit(words: str, speaker: str, *, is_headed: bool = False) -> str:
    """Why a part of a quotation cannot be asked for its speaker, or an empty string.

    Args:
        words: The part.
        speaker: Who said it.
        is_headed: Whether a headline will tell what it speaks of.
    """
    more = 0 if is_headed else 1 + bool(_POINTS.search(words)) + bool(_OPENS.match(words))
    starts = words.lstrip("'‘“")[:1].isupper() or words[:1].isdigit()
    parts = [part for part in speaker.split() if len(part) > 2]
    reasons = (
        (bool(_POINTING.search(words)), "the quotation points to what was said before it"),
        (len(words.split()) < _MIN_WORDS, "the quotation is too short to be told from others"),
        (bool(re.search(r"[\[\]()]", words)), "the quotation was edited"),
        (len(_OPENED.findall(words)) > len(_CLOSED.findall(words)), "the quotation quotes another"),
        (not starts, "the quotation is no whole sentence"),
        (_weight(words) < _NEED + more, "the quotation tells too little of what it speaks of"),
        (bool(_USUAL.search(words)), "the quotation says what anybody would"),
        (bool(_OF_ONESELF.search(words)), "the quotation tells who its speaker is"),
        (any(part in words for part in parts), "the quotation names its speaker"),
    )
    return next((reason for is_so, reason in reasons if is_so), "")


def _weight(words: str) -> int:
    """How much a quotation tells: words that are not bland, names and numbers twice, and several sentences."""
    together = len(_sentences(words)) > 1 and len(words.split()) > _LONG
    return together + len({word.casefold() for word in _WORD.findall(words)} - _BLAND) + len(set(_NAMED.findall(words)))
