"""Who holds which role: "Li, head coach of the team, ..." and "head coach Li"."""

import re
from collections.abc import Container, Iterator

from quizgame.generate.facts import Fact, Found, Miss
from quizgame.generate.lexicon.bodies import sort_of_body
from quizgame.generate.lexicon.roles import CLASSES, HEADS, UNIQUE_HEADS
from quizgame.generate.lexicon.words import RELATIVE_TIME
from quizgame.generate.speakers import speakers_in
from quizgame.generate.standalone import has_anchor, why_not_alone
from quizgame.generate.story import Line, Story, month_of

__all__ = ["head_of_role", "offices_of", "roles"]

_APPOSED = re.compile(
    r"(?:^|(?<=[\s(]))<P(?P<who>\d+)>, (?P<article>the |an? )?(?P<role>(?:(?!<P)[^,.;:()])+?)(?=, |\.|$| who )"
)
_COPULA = re.compile(
    r"^<P(?P<who>\d+)> (?P<verb>is|was|serves as|became) (?P<article>the |an? )?"
    r"(?P<role>(?:(?!<P)[^,.;:()])+?)(?=, |\.|$)"
)
_INVERSE = re.compile(
    r"(?:^|(?<=[\s(]))(?:[Tt]he|[Aa]n?|<[CLOX]\d+>'s) (?P<role>(?:(?!<P)[^,.;:()])+?), <P(?P<who>\d+)>(?=,|\.| \w)"
)
_TITLE = re.compile(r"(?P<role>(?:(?:<[CJOL]\d+>(?:'s)?|[A-Za-z-]+) ){1,5})<P(?P<who>\d+)>(?!'s)")
_TITLE_OF = re.compile(
    r"(?P<role>(?:Mayor|President|Governor|Premier|Chancellor|Bishop|Archbishop) of <[CLO]\d+>) <P(?P<who>\d+)>"
)
_HEADS = sorted({*HEADS, *(role for roles in CLASSES.values() for role in roles)}, key=lambda role: (-len(role), role))
_HEAD = re.compile(
    rf"(?P<pre>.*?)\b(?P<head>{'|'.join(map(re.escape, _HEADS))})(?P<post>(?: (?:of|for|at|in|to|with|on)\b.*)?)$"
)
_WITHOUT_ARTICLE = frozenset(
    "University College School Entertainment Records Studios Motors Airlines Airways Inc Corp Ltd FC AFC United "
    "Industries Systems Partners Academy".split()
)
_Parted = tuple[str, str, str]
_Offices = dict[str, tuple[str, ...]]
_NATIONAL = frozenset(
    "president|prime minister|head coach|captain|foreign minister|finance minister|defence minister|interior minister|"
    "health minister|education minister|justice minister|environment minister".split("|")
)
_MANAGING = frozenset({"director", "head", "chair", "chairperson"})
_UNRIVALLED = frozenset({"spokesman", "spokeswoman", "spokesperson", "captain", "skipper"})
"""Those who speak for bodies of every kind, and those who play: no other role of their class would tempt."""
_IN_A_PLACE = re.compile(r"(?:the )?(?:<[CL]\d+>|[a-z ]*(?:city|town|state|province) of <[CLX]\d+>)")
_FORMERLY = re.compile(r"\b(?:formerly|previously)\b")
_FORMER = re.compile(r"\b(?:[Ff]ormer|[Ll]ate|[Tt]hen|[Ee]x|[Oo]utgoing|[Rr]etired|[Aa]cting|[Dd]eputy|[Vv]ice)[ -]$")
_PAST = re.compile(r"\b(?:former|ex-|late|then|outgoing|retired|onetime)\b")
_PLURAL_OR_VAGUE = re.compile(r"\b(?:one of|among|member|members|part of|some|several)\b")


def head_of_role(role: str) -> tuple[str, str, str] | None:
    """A role in marked text as what stands before its head, the head, and what follows it."""
    found = _HEAD.match(role.strip())
    return (found["pre"].strip(), found["head"], found["post"].strip()) if found else None


def roles(story: Story) -> Iterator[Found]:
    """The roles that an article gives to persons."""
    offices = offices_of(story)
    speakers = speakers_in(line.marked for line in story.lines)
    for line in story.lines:
        if line.is_broken or "<P" not in line.marked.text:
            continue
        for pattern in (_APPOSED, _COPULA, _INVERSE, _TITLE_OF):
            for found in pattern.finditer(line.marked.text):
                if not _FORMER.search(line.marked.text[: found.start()]):
                    yield from _of(story, line, found, offices)
        for found in _TITLE.finditer(line.marked.text):
            yield from _titled(story, line, found, offices, speakers)


def _titled(
    story: Story, line: Line, found: re.Match[str], offices: _Offices, speakers: Container[str]
) -> Iterator[Found]:
    """As in "South Korean head coach Kim": only where nation or body and role stand close."""
    words = found["role"].split()
    codes = [place for place, word in enumerate(words) if word.startswith("<")]
    if not codes or len(codes) > 1:
        return
    body, told = words[codes[0]], words[codes[0] + 1 :]
    role = " ".join([body, *told])
    if any(word[:1].isupper() and not word.isupper() for word in told):
        is_at_hand = line.marked.marks[int(found["who"])].name in speakers
        if not is_at_hand or any(word[:1].islower() for word in told):
            return  # who is only spoken of may have held an office long ago
        role = _lowered(role)
    elif body.startswith("<L"):
        return
    parted = head_of_role(role)
    if parted and not parted[2] and not (set(role.split()) & {"and", "the"}) and not _is_too_common(parted[1], told):
        yield from _facts(story, line, found["who"], role, parted=parted, offices=offices)


def _is_too_common(head: str, told: list[str]) -> bool:
    """Whether a title is that of one whom all news speak of."""
    return head in {"president", "prime minister"} and told[0][:1].isupper()


def _lowered(role: str) -> str:
    """A title as it stands in a sentence of its own: "foreign minister", but "CEO"."""
    return " ".join(word if word.startswith("<") or word.isupper() else word.lower() for word in role.split())


def _of(story: Story, line: Line, found: re.Match[str], offices: _Offices) -> Iterator[Found]:
    role = re.sub(r" (?:and|but|which) .*$", "", found["role"]) if " who " in found["role"] else found["role"]
    role = _lowered(role) if found.re is _TITLE_OF else role
    parted = head_of_role(role)
    if parted and len(role.split()) <= 16:
        yield from _facts(story, line, found["who"], role, parted=parted, offices=offices)


def _facts(story: Story, line: Line, who: str, role: str, *, parted: _Parted, offices: _Offices) -> Iterator[Found]:
    person = line.marked.marks[int(who)]
    reason = _unfit(story, line, role)
    told = line.marked.told(role)
    if reason or " " not in person.name:
        yield Miss(kind="role", reason=reason or "the person's full name is not known", what=told)
        return
    pre, head, post = parted
    tense = "was" if _PAST.search(pre) else "is"
    is_famous = head in {"president", "prime minister"} and _is_known_to_all(line, head, post or pre)
    if head in UNIQUE_HEADS and not is_famous and has_anchor(role) and (post or "<O" in pre or head in _NATIONAL):
        yield Fact(
            kind="person",
            relation="holds",
            subject=told,
            value=person.name,
            form="person",
            slots={"role": told, "be": tense, "when": month_of(story)},
            evidence=line.proof,
            confidence=0.9,
            avoid=_rivals(offices, person.name, head),
            peers=_peers(offices, person.name, head),
        )
    yield from _role_of(story, line, person.name, parted, tense)


def _role_of(story: Story, line: Line, who: str, parted: tuple[str, str, str], tense: str) -> Iterator[Found]:
    pre, head, post = parted
    body = post or pre.removesuffix("'s").replace("the ", "")
    if post and "<" in pre:
        return
    if not body or not has_anchor(body) or head not in {role for roles in CLASSES.values() for role in roles}:
        return
    modifiers = "" if not post else re.sub(r"^(?:the|an?) ", "", pre)
    value = line.marked.told(" ".join(part for part in (modifiers, head) if part))
    if not post and head not in _NATIONAL and "<O" not in pre:
        return
    if not post and not re.fullmatch(r"(?:former )?(?:the )?<[CJO]\d+>(?:'s)?", pre):
        return
    is_trade = HEADS.get(head) in {"sport", "science"}
    if _PAST.search(pre):
        return
    if is_trade or head in _UNRIVALLED or "<" in modifiers or _is_known_to_all(line, head, body):
        return
    place = _place(line, post) if post else _of_body(line, pre)
    yield Fact(
        kind="role",
        relation="role_of",
        subject=who,
        value=value if post else head,
        form=f"role:{_class_of(head, line, body)}",
        slots={"person": who, "place": place, "be": tense, "when": month_of(story)},
        evidence=line.proof,
        confidence=0.9,
    )


def _is_known_to_all(line: Line, head: str, body: str) -> bool:
    """Heads of states hold the news together; to ask for their office asks nothing of the article."""
    return HEADS.get(head) == "government" and not line.marked.among(body, "OXVL")


def _class_of(head: str, line: Line, body: str) -> str:
    """The class of a role; the president of a company is no head of state, nor its director one of a laboratory."""
    name = HEADS.get(head, "")
    sorts = {sort_of_body(mark.name, word) for mark in line.marked.among(body, "O") for word in mark.name.split()}
    if "media" in sorts and (head in CLASSES["press"] or name == "arts"):
        return "press"
    if "learning" in sorts and head in CLASSES["academia"]:
        return "academia"
    if head in _MANAGING and "research" not in sorts:
        return "company"
    return "company" if name == "government" and line.marked.among(body, "OXV") else name


def _place(line: Line, post: str) -> str:
    """Ask for "of <C0>" as "in <C0>", "of the team of <C0>" as "with the team of <C0>"."""
    body = post.partition(" ")[2]
    link = "in" if _IN_A_PLACE.fullmatch(body) else "at" if post.startswith("at ") else "with"
    return line.marked.told(f"{link} {body}")


def _of_body(line: Line, pre: str) -> str:
    mark = line.marked.of(pre)
    if mark.letter in "CJ":
        return f"in {mark.country}"
    return f"at {'' if mark.detail in _WITHOUT_ARTICLE or not mark.detail[:1].isupper() else 'the '}{mark.text}"


def _unfit(story: Story, line: Line, role: str) -> str:
    if _FORMERLY.search(role):
        return "the role is of the past"
    if _PLURAL_OR_VAGUE.search(role):
        return "the role is vague"
    if set(role.casefold().split()) & RELATIVE_TIME:
        return "tells the time relative to the article"
    role = re.sub(r"^(?:the )?former ", "", role)
    bare = role if role.startswith("the ") else f"the {role}"
    return why_not_alone(bare if " of " in role else role, line.marked, story.names)


def offices_of(story: Story) -> dict[str, tuple[str, ...]]:
    """The heads of the roles of every person to whom the article gives one: "head coach", "captain"."""
    found: dict[str, tuple[str, ...]] = {}
    for line in story.lines:
        if "<P" not in line.marked.text:
            continue
        for match in (*_APPOSED.finditer(line.marked.text), *_TITLE.finditer(line.marked.text)):
            parted = head_of_role(match["role"])
            if parted:
                name = line.marked.marks[int(match["who"])].name
                found[name] = (*found.get(name, ()), parted[1])
    return found


def _peers(offices: _Offices, name: str, head: str) -> tuple[str, ...]:
    """Other persons with a role of the same class, such as other ministers: the only ones fit to be offered."""
    own = HEADS.get(head, "")
    return tuple(sorted(who for who, heads in offices.items() if who != name and own in map(HEADS.get, heads)))


def _rivals(offices: _Offices, name: str, head: str) -> tuple[str, ...]:
    """Other persons whom the article gives the same role: they may not be offered."""
    return tuple(sorted(who for who, heads in offices.items() if who != name and head in heads))
