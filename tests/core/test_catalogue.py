"""The list of packs: what was made of them, searched, filtered."""

import msgspec
import pytest

from quizgame.core.catalogue import catalogue, matching, tags_of
from quizgame.core.pack import Library, info_of
from quizgame.core.tally import Tally, fold
from tests.storage.samples import NIGHT, make_attempt, make_game
from tests.worlds import make_pack


def library():
    ice = msgspec.structs.replace(
        make_pack(kind="count", tags=("Cold places",)), tags=("science",), author="Ann Éclair"
    )
    snow = msgspec.structs.replace(make_pack("snow", title="How snow falls"), description="Flakes and drifts.")
    return Library(packs=(info_of(ice), info_of(snow)))


def found(words):
    return [one.info.id for one in matching(catalogue(library(), Tally()), words)]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("", ["ice", "snow"]),
        ("ICE", ["ice"]),
        ("how fall", ["snow"]),
        ("flakes", ["snow"]),
        ("eclair", ["ice"]),
        ("science", ["ice"]),
        ("#sci", ["ice"]),
        ("#cold #places", ["ice"]),
        ("#flakes", []),
        ("lakes", ["snow"]),
        ("#lakes", []),
        ("#", ["ice", "snow"]),
        ("how #cold", []),
    ],
)
def test_words_are_found_anywhere_and_topics_where_they_begin(words, ids):
    assert found(words) == ids


def test_a_pack_tells_its_kinds_its_difficulty_and_its_topics():
    info = library().packs[0]
    assert (info.kinds, info.difficulty, info.tags) == ({"count": 12}, 3.0, ("science", "Cold places"))


def test_topics_are_counted_over_the_packs():
    listed = catalogue(library(), Tally())
    assert tags_of(listed) == (("Cold places", 1), ("science", 1))


def test_a_pack_tells_how_the_player_did_and_when():
    attempts = [make_attempt(pack="snow", question=f"q-{number}", right=number > 0) for number in range(4)]
    game = make_game(finished=NIGHT, attempts=tuple(attempts))
    ice, snow = catalogue(library(), fold(Tally(), [game]))
    assert (ice.played, ice.answers.asked) == (None, 0)
    assert (snow.played, snow.answers.asked, snow.answers.correct) == (NIGHT, 4, 3)
