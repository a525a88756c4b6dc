"""Small closed classes of English words."""

from quizgame.core.numbers import SMALL_NUMBERS, TENS

__all__ = [
    "ANAPHORS", "CLOCK_WORDS", "LOWER_OPENERS", "NUMBER_WORDS", "PLAIN_NOUNS", "RELATIVE_TIME", "STORY_NOUNS",
    "SUBORDINATORS", "UNIQUE_NOUNS", "WEEKDAYS",
]  # fmt: skip

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
NUMBER_WORDS = [*SMALL_NUMBERS, *TENS][2:]
"""What a count of several begins with; "zero" and "one" mostly say something else."""
ANAPHORS = frozenset(
    "he she it they him her them his hers its their theirs himself herself itself themselves this that these those "
    "i we you me us my our your mine ours yours such former latter there here then another other others same both "
    "either each one's someone somebody everyone everybody anyone something similar who's whose".split()
)
RELATIVE_TIME = frozenset(
    "today yesterday tomorrow tonight now currently recently recent ago earlier later soon nowadays upcoming latest "
    "current incumbent newly next last previous previously already still yet meanwhile afterwards "
    "weekend lately date".split()
)
CLOCK_WORDS = frozenset("morning afternoon evening night week month weekday local time".split())
SUBORDINATORS = frozenset(
    "because although though while whereas when whenever but which who whom whose that if unless until since where "
    "so why how what than".split()
)
UNIQUE_NOUNS = frozenset(
    "world public sun moon earth sea sky internet future past ground air army navy police lead press media economy "
    "environment year country's rest start end beginning top bottom middle way time same first second third final "
    "podium ice snow".split()
)
"""Nouns that "the" may stand before without pointing back in the text."""
STORY_NOUNS = frozenset(
    "attack attacker attackers event scene aircraft plane jet crash collision accident incident explosion blast "
    "fire blaze collapse survivor survivors victim victims findings study studies research researchers report "
    "agreement deal treaty case lawsuit trial jury verdict ruling decision bill law vote election referendum "
    "census convention festival team crew ship tanker boat vessel building suspect gunman shooter shooting bomber "
    "bombing protest protests rally outbreak epidemic disease virus storm hurricane typhoon earthquake "
    "quake flood landslide eruption species fossil spacecraft capsule rocket launch mission flight contract "
    "announcement resolution investigation inquiry raid rescue match race final tournament ceremony award prize "
    "film series album game".split()
)
"""What a news story is about, one of each: "the crash" under a headline is the crash of that story."""
PLAIN_NOUNS = frozenset(
    "year years month months week weeks day days hour hours minute minutes second seconds km kilometers kilometres "
    "miles meters metres feet degrees percent per cent times mph".split()
)
LOWER_OPENERS = frozenset(
    "the a an in on at of for from by with to and but or as if when while after before since until during under over "
    "between among about against into through despite although though because however meanwhile also this that these "
    "those there here it he she they we you i his her its their our my your one two three four five six seven eight "
    "nine ten all both each every some many most more few several another other such no not only even just still yet "
    "last next first second third later earlier today yesterday tomorrow now then so thus according following "
    "speaking asked what who where why how which whose once within without across along around near per "
    "officials police students people experts scientists researchers critics supporters residents athletes "
    "founded located born based built opened authorities witnesses investigators rescuers firefighters prosecutors "
    "photo photos aerial".split()
)
"""Words that are no part of a name when they stand first in a sentence with a capital."""
