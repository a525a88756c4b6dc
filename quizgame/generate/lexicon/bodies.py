# ruff: noqa: E501  (tables read best with one row a line)
"""What organisations are, by the last words of their names: those of one sort stand beside one another."""

from quizgame.generate.lexicon.countries import ALIASES, COUNTRIES, DEMONYMS
from quizgame.generate.lexicon.families import known

__all__ = ["country_in", "sort_of_body", "sorts_of_kind"]

_HEADS = """
learning: University College School Academy Institute
government: Ministry Department Agency Commission Council Authority Bureau Office Board Service Administration Committee Directorate
legislature: Parliament Senate Congress Assembly House
court: Court Tribunal
force: Army Navy Force Forces Guard Corps Police Constabulary
party: Party Front Democrats Republicans Coalition
company: Company Inc Corporation Corp Group Ltd PLC LLC Partners Motors Industries Systems Entertainment Studios Records Holdings Technologies Energy Pharmaceuticals
bank: Bank
airline: Airlines Airways Air
railway: Railways Rail
media: Press News Times Post Journal Magazine Network Tribune Herald Gazette Chronicle Guardian Telegraph
club: Club FC AFC United City Rovers Wanderers Athletic Team
association: Union Federation Association Society Foundation Trust Alliance Movement Organization Organisation Coalition Network Campaign
research: Laboratory Observatory
law: Bill Act Amendment Code Constitution Initiative Plan Report
treaty: Accord Treaty Agreement Protocol Convention
award: Prize Award Medal Order
craft: Telescope Mission Probe Program Programme Project
"""
_KINDS = """
learning: university|college|school|academy|research
government: agency|department|institution|international|police
legislature: legislature|institution|international
court: court|international|legislature
force: force|police|armed group
party: party
company: technology|car maker|aircraft maker|arms maker|telecom|games|oil company|mining company|drug company|retail|food company|sports maker|fashion|accountant|security company|studio|label|space company
bank: bank|exchange|rating agency
airline: airline
media: newspaper|magazine|broadcaster|news agency|journal
club: football club|team
association: charity|foundation|union|sports body|international|league|church|polling
research: research|university|space agency
law: law
treaty: treaty|law
award: award
craft: spacecraft|rocket
"""


def _rows(table: str, sep: str) -> dict[str, tuple[str, ...]]:
    parted = (row.partition(": ") for row in table.strip().splitlines())
    return {head: tuple(told.split(sep)) for head, _, told in parted}


_SORTS = {head: sort for sort, heads in reversed(_rows(_HEADS, " ").items()) for head in heads}
_KINDS_OF = _rows(_KINDS, "|")
_FIRST = {kind: sort for sort, kinds in reversed(_KINDS_OF.items()) for kind in kinds}


def sort_of_body(name: str, head: str = "") -> str:
    """The sort of an organisation, by what is known of it or by the head of its name; empty where neither tells."""
    told = known(name, "organisations") or known(name, "works")
    if told:
        return _FIRST.get(told[0][0].kind, told[0][0].kind)
    return _SORTS.get(head, "")


def sorts_of_kind(sort: str) -> tuple[str, ...]:
    """The kinds of families whose members are of a sort."""
    return _KINDS_OF.get(sort, ())


def country_in(name: str) -> str:
    """The country that the words of a name speak of: of "Hungarian Development Bank", or of a city or state in it."""
    words = name.split(" ")
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            told = " ".join(words[at : at + size])
            country = ALIASES.get(told) or DEMONYMS.get(told) or (told if told in COUNTRIES else "") or _lies_in(told)
            if country:
                return country
    return ""


def _lies_in(place: str) -> str:
    found = (tag for family, _ in known(place, "places") for tag in family.tags if tag in COUNTRIES)
    return next(found, "")
