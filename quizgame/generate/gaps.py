"""The gap in a headline: "Which country is missing from this headline of May 2031: “Ferry sinks off _____”?"."""

import re
from collections.abc import Iterator

from quizgame.generate.blanks import BLANK
from quizgame.generate.classes import class_of, form_of, kind_of, value_of
from quizgame.generate.facts import Fact, Found
from quizgame.generate.headlines import headline_of, is_about
from quizgame.generate.language.tagger import tagged
from quizgame.generate.lexicon.places import REGIONS
from quizgame.generate.lexicon.roles import ROLE_WORDS
from quizgame.generate.marks import Mark, Marked, mark
from quizgame.generate.sentences import straight
from quizgame.generate.story import Line, Story, month_of

__all__ = ["gaps"]

_ORDER = "LCPEN"
"""What is left out first: the place, then the country, the person, the event, a number."""
_LEADING = 3
"""How many of the first sentences may prove it."""
_PART = re.compile(r"[-'’\w]")
_LEAST = 4


def gaps(story: Story) -> Iterator[Found]:
    """The one mention of a headline that is best left out of it, where the story's beginning tells it too."""
    if not headline_of(story.article):
        return
    title = straight(story.article.title).replace("<", " ").replace(">", " ")
    marked = mark(title, story.names, tokens=tagged(title))
    for letter in _ORDER:
        for one in marked.marks:
            line = _proof(story, one) if one.letter == letter and _may_be_left_out(title, one, marked) else None
            if line:
                yield _fact(story, title, one, line)
                return


def _may_be_left_out(title: str, one: Mark, marked: Marked) -> bool:
    """Whether a mention stands in the headline once, as a whole word, and the rest says enough but does not tell it."""
    before, _, after = title.partition(one.text)
    is_whole = not _PART.match(before[-1:]) and not _PART.match(after[:1])
    is_once = sum(other.name == one.name for other in marked.marks) == 1
    is_long = len(f"{before}{after}".split()) >= _LEAST
    return is_whole and is_once and is_long and _is_as_shown(one) and not _is_told(title, one, marked)


def _is_as_shown(one: Mark) -> bool:
    """Whether the mention stands in the headline as it stands among options, and of what class it is, is known."""
    if one.letter == "P":
        return one.name.endswith(one.text)
    if one.letter == "C":
        return value_of(one) == one.text
    is_class_known = one.letter != "L" or one.detail not in {"", "region", "continent", "ocean"}
    return is_class_known and not class_of(one).endswith("s")


def _is_told(title: str, one: Mark, marked: Marked) -> bool:
    """Whether what stands around the mention tells it, or what would have to be put there."""
    before = title.partition(one.text)[0]
    if one.letter == "P":
        return bool(_TITLE_BEFORE.search(before)) or _follows_a_noun(one, marked)
    if one.letter == "N":
        is_label = _is_label(one, marked) and not _is_in_capitals(title)
        return is_label or bool(_BOUND_BEFORE.search(before) or _PAIRED.search(title))
    if one.letter not in "LC":
        return False
    if _SHARED.search(title):
        return True
    is_led = any(other.letter == "P" for other in marked.marks) and bool(_LEADS.search(title))
    is_near = _lies_there(one, marked) or _is_where_a_name_is(one, marked)
    halves = {"South ": "North", "North ": "South", "East ": "West", "West ": "East"}
    is_half = any(one.text.startswith(half) and other in title for half, other in halves.items())
    return is_led or is_near or is_half or before.endswith("capital ")


_BOUND_BEFORE = re.compile(r"\b(?:over|than|nearly|about|around|almost|aged?|at|magnitude) $")
_PAIRED = re.compile(r"\b(?:each other|one another|both|pair|twins?|couple|duo|double)\b", re.IGNORECASE)
"""Words that say how many there are without a number."""
_SHARED = re.compile(
    r"\b(?:anniversary|Ramadan|Eid|Christmas|Easter|Day|New Year|celebrat\w+|commemorat\w+|mourns?|marks)\b"
)
"""Words of what several places do on one day."""
_LEADS = re.compile(
    r"\b(?:president|minister|premier|chancellor|king|queen|prince|princess|leader|pm)\b", re.IGNORECASE
)
"""Words beside which the name of a person tells the country."""
_TITLE_BEFORE = re.compile(rf"(?:\b[A-Z][\w.'-]*|\b(?:{'|'.join(sorted(ROLE_WORDS))})) $")


def _is_label(one: Mark, marked: Marked) -> bool:
    """Whether a number is a part of a name that follows it."""
    code = f"<{one.letter}{marked.marks.index(one)}>"
    return re.match(r" [A-Z]", marked.text.partition(code)[2]) is not None


def _is_in_capitals(title: str) -> bool:
    """Whether most words of a headline have a capital, as some publishers write them."""
    words = re.findall(r"[A-Za-z]{4,}", title)
    capitals = [word for word in words if word[0].isupper()]
    return len(capitals) > _MOST * len(words)


_MOST = 0.7


def _follows_a_noun(one: Mark, marked: Marked) -> bool:
    """Whether a word such as "host" stands right before a name: whoever fills the gap must be one."""
    code = f"<{one.letter}{marked.marks.index(one)}>"
    at = next((number for number, token in enumerate(marked.tokens) if token.text == code), 0)
    return at > 0 and marked.tokens[at - 1].tag in {"NN", "NNP", "JJ"}


def _is_where_a_name_is(one: Mark, marked: Marked) -> bool:
    """Whether a name beside it tells the place: many know where "Notre Dame in <L1>" is; "Welsh and <C1>" is odd."""
    code = re.escape(f"<{one.letter}{marked.marks.index(one)}>")
    return re.search(rf"(?:<[XVO]\d+>|[A-Z]\w+ [A-Z]\w+) in {code}|<J\d+> and {code}", marked.text) is not None


def _lies_there(one: Mark, marked: Marked) -> bool:
    """Whether another place of the headline lies in this one, or beside it."""
    others = [other for other in marked.marks if other is not one and other.letter in "LCJVX"]
    inside = {other.country for other in others} | {REGIONS.get(other.name, "") for other in others}
    return bool(others) and (one.name in inside or bool(one.country and one.country in inside))


def _proof(story: Story, one: Mark) -> Line | None:
    """The sentence of the story's beginning that tells the same."""
    for line in story.lines[:_LEADING]:
        if one.letter == "L" and _names_a_thing(one, line.marked):
            return None
        names = {(other.letter, value_of(other)) for other in line.marked.marks}
        if (one.letter, value_of(one)) in names and not line.is_broken and is_about(story.article.title, line.plain):
            return line
    return None


def _names_a_thing(one: Mark, marked: Marked) -> bool:
    """Whether what is called a place names something else there: "the Phoenix lander"."""
    codes = (f"<L{at}>" for at, other in enumerate(marked.marks) if other.letter == "L" and other.name == one.name)
    return any(re.search(rf"\b[Tt]he {code} (?:{_THINGS})\b", marked.text) for code in codes)


_THINGS = "lander|rover|probe|spacecraft|mission|satellite|telescope|rocket|missile|ship|vessel|carrier|band|brand"


def _fact(story: Story, title: str, one: Mark, line: Line) -> Fact:
    is_number = one.letter == "N"
    return Fact(
        kind="count" if is_number else kind_of(one),
        relation="gap",
        subject=story.article.title,
        value=one.text if is_number else value_of(one),
        form="number" if is_number else form_of(one)[0],
        slots={
            "class": "number" if is_number else class_of(one),
            "when": month_of(story).removeprefix("in "),
            "headline": title.replace(one.text, BLANK, 1),
        },
        evidence=line.proof,
        confidence=0.85,
        avoid=tuple(other.name for other in line.marked.marks if other.letter == one.letter and other.name != one.name),
        country=one.country,
    )
