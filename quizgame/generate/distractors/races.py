"""Races and events beside a race or an event."""

import re

from quizgame.generate.lexicon.families import families_of_kind

__all__ = ["competitions", "fits", "rival_races", "sport_tag"]

_RACE = re.compile(r"^(?P<who>(?:men|women)'s |mixed )?(?P<team>team )?(?P<far>[\d,.]+)(?P<rest>.*)$")
_RELAYS = (("men's ", "5,000"), ("women's ", "3,000"), ("mixed ", "2,000"))
"""The relays of short track: who races, and how far."""
_FAR = ("500", "1,000", "1,500", "2,000", "3,000", "5,000", "10,000")
"""The distances of skating, the one sport whose races are known here."""
_DIGITS = frozenset(far.replace(",", "") for far in _FAR)
_SKATED = re.compile(r"^[ -]?(?:m|met(?:er|re)s?)(?: (?:relay|race|final|event|(?:short[ -]track )?speed skating))*$")


def fits(form: str, key: str, name: str) -> bool:
    """Whether a name is written in the key's way: a relay or not, an event with or without its year."""
    if form == "race":
        return ("relay" in name) == ("relay" in key)
    if form != "event":
        return True
    return name[:4].isdigit() == key[:4].isdigit() and name.rpartition(" ")[2] == key.rpartition(" ")[2]


def rival_races(key: str) -> list[str]:
    """Other distances of the key's kind of race; none where it may not be skated."""
    found = _RACE.match(key)
    if not found or not _SKATED.match(found["rest"]) or found["far"].replace(",", "") not in _DIGITS:
        return []
    grouped = "," in key or len(found["far"]) < 4
    who = found["who"] or ""
    rivals = [(who, far) for far in _FAR]
    if "relay" in key:
        rivals = [*(_RELAYS if who else ()), *((who, far) for _, far in _RELAYS)]
    told = [(who, far if grouped else far.replace(",", "")) for who, far in rivals]
    return [f"{who}{found['team'] or ''}{far}{found['rest']}" for who, far in dict.fromkeys(told)]


def competitions(key: str, sport: str, country: str) -> list[str]:
    """Events that stand beside one no family knows: of a family all written as it is, else of its sport and country."""
    tail = key.split()[-2:]
    for family in families_of_kind("event"):
        names = [member.names[0] for member in family.members]
        is_series = all(name.split()[-2:] == tail for name in names[:2])
        if is_series and names[0][0].isdigit() == key[0].isdigit():
            return names
    wanted = {sport_tag(sport), country}
    found = (family for family in families_of_kind("event") if sport and country and wanted == family.tags)
    members = next((family.members for family in found), ())
    return [member.names[0] for member in members if member.names[0][:1].isdigit() == key[:1].isdigit()]


def sport_tag(sport: str) -> str:
    """A sport as the families spell it."""
    return "short-track speed skating" if sport == "short track" else re.sub(r"^short track ", "short-track ", sport)
