"""Wording: how each relation is asked for; where there are several ways, chance chooses by the seed."""

from quizgame.core.chance import rank
from quizgame.core.checks import MAX_STEM
from quizgame.generate.facts import Fact

__all__ = ["stem_of"]

_WAYS: dict[str, tuple[str, ...]] = {
    "as_is": ("{stem}",),
    "said": (
        "Who said, “{quote}”?",
        "Whose words are these: “{quote}”?",
        "Who is quoted as saying, “{quote}”?",
        "Which of these people said, “{quote}”?",
        "Who made this remark: “{quote}”?",
    ),
    "holds": (
        "Who {be} the {role} {when}?",
        "{When}, who {be} the {role}?",
        "Which person {be} the {role} {when}?",
        "{When}, which of these people {be} the {role}?",
        "Which of these people {be} the {role} {when}?",
    ),
    "role_of": (
        "What position {holds} {person} hold {place} {when}?",
        "Which role {holds} {person} hold {place} {when}?",
        "What {be} {person}'s position {place} {when}?",
        "{When}, what position {holds} {person} hold {place}?",
        "{When}, {person} held which position {place}?",
    ),
    "office": (
        "What position {holds} {person} hold {place} {when}?",
        "Which office {holds} {person} hold {place} {when}?",
        "What {be} {person}'s office {place} {when}?",
        "{When}, which of these offices {holds} {person} hold {place}?",
        "{When}, {person} held which office {place}?",
    ),
    "named_as": (
        "Which of these people was {a_role} {place}?",
        "Who was {a_role} {place}?",
        "Who of these was {a_role} {place}?",
        "Which person was {a_role} {place}?",
    ),
    "age": (
        "How old was {person} {when}?",
        "What age was {person} {when}?",
        "{When}, how old was {person}?",
        "{When}, what was the age of {person}?",
        "What was {person}'s age {when}?",
    ),
    "age_at_death": (
        "At what age did {person} die?",
        "{person} died at what age?",
        "How old was {person} at the time of death?",
    ),
    "medals": (
        "How many {metal} medals did {owner} win {scope}?",
        "How many {metal} medals went to {owner} {scope}?",
        "{scope_first}, how many {metal} medals did {owner} win?",
        "{scope_first}, how many {metal} medals went to {owner}?",
        "How many {metal} medals were won by {owner} {scope}?",
    ),
    "did": (
        "Who {predicate} {when}?",
        "Which of these people {predicate} {when}?",
        "{When}, who {predicate}?",
        "{When}, which of these people {predicate}?",
        "Which person {predicate} {when}?",
    ),
    "did_role": ("Which {role} {predicate} {when}?", "{When}, which {role} {predicate}?"),
    "which_did": (
        "Which {class} {predicate} {when}?",
        "{When}, which {class} {predicate}?",
        "Which of these {classes} {predicate} {when}?",
        "{When}, which of these {classes} {predicate}?",
        "What {class} {predicate} {when}?",
    ),
    "asked_object": ("Which {class} {do} {told} {when}?", "{When}, which {class} {do} {told}?"),
    "fronted": (
        "{Prep} which {class} {told} {when}?",
        "{When}, {prep} which {class} {told}?",
        "{Prep} which of these {classes} {told} {when}?",
        "{Prep} what {class} {told} {when}?",
        "{When}, {prep} which of these {classes} {told}?",
    ),
    "in_place": ("{Told} {when}?",),
    "blank": ("{stem}",),
    "gap": (
        "Which {class} is missing from this headline of {when}: “{headline}”?",
        "Which {class} belongs in the gap of this headline of {when}: “{headline}”?",
        "A headline of {when} with a gap: “{headline}”. Which {class} is missing?",
        "This headline is from {when}: “{headline}”. Which {class} is left out?",
        "Which {class} fills the gap in this headline of {when}: “{headline}”?",
    ),
    "how_many_did": ("{about} how many {told} {when}?", "{When}, {about} how many {told}?"),
    "how_many_object": ("{about} how many {noun} {told} {when}?", "{When}, {about} how many {noun} {told}?"),
    "how_many_in_place": ("{Told} {when}?", "{When}, {told}?"),
    "how_many_harmed": (
        "{about} how many {noun} {done} when {event} {when}?",
        "{When}, {about} how many {noun} {done} when {event}?",
    ),
    "what_percentage_did": ("{about} what percentage {told} {when}?", "{When}, {about} what percentage {told}?"),
    "what_percentage_object": (
        "{about} what percentage {of} {told} {when}?",
        "{When}, {about} what percentage {of} {told}?",
    ),
    "by_what_percentage": ("By {about} what percentage {told} {when}?", "{When}, by {about} what percentage {told}?"),
    "how_much": ("{about} how much {told} {when}?", "{When}, {about} how much {told}?"),
    "how_long": ("{about} how long {told} {when}?", "{When}, {about} how long {told}?"),
    "for_how_long": ("For {about} how long {told} {when}?", "{When}, for {about} how long {told}?"),
    "how_big": ("{about} how {size} {told} {when}?",),
    "called": ("{who} is described as {words}?", "{who} is spoken of as {words}?"),
    "holds_that": ("Who {verb} that {what}?", "Which of these people {verb} that {what}?"),
    "origin": (
        "Which country {is} {person} from?",
        "Which country {does} {person} come from?",
        "{person} {comes} from which country?",
        "From which of these countries {does} {person} come?",
    ),
    "verdict": ("Who {verb} {what}?", "Which of these people {verb} {what}?"),
    "joint": ("Which of these people {predicate}?",),
    "score": ("By what score {told} {when}?", "{When}, by what score {told}?"),
    "by_how_many": ("By {about} how many {noun} {told} {when}?", "{When}, by {about} how many {noun} {told}?"),
    "since_when": ("Since which year {told} {when}?", "{When}, since which year {told}?"),
    "what_magnitude": (
        "What was the magnitude of the earthquake that {told} {when}?",
        "How strong was the earthquake that {told} {when}?",
    ),
    "in_which_place": ("In which place {told} {when}?", "{When}, in which place {told}?"),
    "among": (
        "Who is named as one of the {group} whom {who} {verb}?",
        "Which of these people was among the {group} {verb} by {who}?",
    ),
}


def stem_of(fact: Fact, *, seed: int) -> str:
    """The question that asks for a fact's value."""
    relation = "did_role" if fact.relation == "did" and fact.slots.get("role") else fact.relation
    slots = {"when": "", "about": "", **fact.slots, "scope": fact.scope, "scope_first": _capital(fact.scope)}
    for name in ("prep", "told", "when"):
        slots[name.capitalize()] = _capital(slots.get(name, ""))
    slots["classes"] = _plural(slots.get("class", ""))
    slots["the_role"] = _with_the(slots.get("role", ""))
    if slots.get("when"):
        slots["be"] = "was"
    slots["holds"] = "did" if slots.get("be") == "was" else "does"
    news = slots.pop("news", "")
    ways = _WAYS[relation]
    told = [_filled(way, slots) for way in ways if slots["when"] or not way.startswith("{When}")]
    short = [stem for stem in told if len(stem) <= MAX_STEM] or told
    stem = short[rank(seed, "stem", f"{fact.relation} {fact.subject} {fact.value}") % len(short)]
    return f"{news} {stem}" if news else stem


def _filled(way: str, slots: dict[str, str]) -> str:
    return _capital(
        " ".join(way.replace("the {role}", "{the_role}").format_map(slots).split())
        .replace(" ?", "?")
        .replace(",?", "?")
    )


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in {"a", "e", "o", "u"}:
        return noun[:-1] + "ies"
    return noun + "es" if noun.endswith(("x", "ch", "sh", "ss")) else noun if noun.endswith("s") else noun + "s"


def _with_the(role: str) -> str:
    head = role.split(" ", maxsplit=1)[0]
    if head in {"the", "The"} or (head.endswith(("'s", "’s")) and head[0].isupper()):
        return role
    return f"the {role}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
