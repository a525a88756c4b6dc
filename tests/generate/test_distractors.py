"""Wrong options: of the key's class, level and style, and surely wrong."""

import pytest

from quizgame.generate.distractors import distractors_of, is_same_thing
from quizgame.generate.distractors.sameness import is_acronym_of
from quizgame.generate.facts import Fact
from quizgame.generate.gazetteer import gather
from quizgame.generate.inputs.reading import read
from quizgame.generate.lexicon.countries import COUNTRIES, PEERS, TONGUES
from quizgame.generate.lexicon.families import bare_name, families_of_kind, known, same_member
from quizgame.generate.pipeline import survey

NOTHING = "The rain fell all day long on the hills."


def options(value, form, *, stem="Which one is asked for?", text=NOTHING, others=(), seed=0, **more):
    texts = {"own": text, **{f"other-{number}": other for number, other in enumerate(others)}}
    named = {name: survey(read(told, name=name)).named for name, told in texts.items()}
    fact = Fact(**{"kind": "any", "relation": "blank", "subject": stem, "evidence": (), **more}, value=value, form=form)
    return distractors_of(fact, stem, article="own", gazetteer=gather(named), seed=seed)


def test_countries_are_neighbours():
    assert set(options("Portugal", "country")) <= {name for name, part in COUNTRIES.items() if "europe" in part}
    assert set(options("Kenya", "country")) <= {name for name, part in COUNTRIES.items() if "africa" in part}


def test_countries_of_the_article_come_first():
    text = "Peru and Chile played in Peru. Ecuador and Chile watched with Bolivia. It was a long day in Ecuador."
    assert {"Peru", "Chile"} & set(options("Ecuador", "country", text=text))


def test_who_is_called_by_a_demonym_in_the_question_is_no_option():
    for seed in range(20):
        stem = "Which country did the Spanish and Italian teams beat?"
        assert not {"Spain", "Italy"} & set(options("Portugal", "country", stem=stem, seed=seed))


def test_cities_are_of_the_same_country():
    japanese = {name for family in families_of_kind("city") if "Japan" in family.tags for name in names_of(family)}
    assert set(options("Osaka", "city", country="Japan")) <= japanese


def names_of(family):
    return {name for member in family.members for name in member.names}


def test_one_does_not_fill_a_gap_before_a_plural():
    asked = [options("two", "number", stem="How many girls played?", seed=seed) for seed in range(20)]
    filled = [options("two", "number", stem="There were _____ girls.", seed=seed) for seed in range(20)]
    assert any("one" in shown for shown in asked)
    assert not any("one" in shown for shown in filled)
    assert all(len(shown) == 3 for shown in filled)


@pytest.mark.parametrize(
    ("value", "form", "kind"),
    [
        ("Reuters", "org:", "news agency"),
        ("Stanford University", "org:University", "university"),
        ("World Health Organization", "org:Organization", "international"),
        ("Liberal Democrats", "org:Democrats", "party"),
        ("Pacific Ocean", "ocean", "ocean"),
        ("tuberculosis", "phrase", "disease"),
        ("Ottawa", "city", "city"),
        ("Bavaria", "state", "state"),
        ("Cannes Film Festival", "event", "event"),
    ],
)
def test_what_is_known_stands_beside_its_family(value, form, kind):
    found = options(value, form)
    assert len(found) == 3
    assert all(kind in {family.kind for family, _ in known(name)} for name in found)


def test_an_acronym_stands_beside_acronyms():
    assert all(name.isupper() for name in options("NASA", "org:"))
    assert not any(name.isupper() for name in options("World Health Organization", "org:Organization"))


def test_the_class_that_a_question_names_binds_all_options():
    found = options("Princeton University", "org:University", slots={"class": "university"})
    assert all("university" in {family.kind for family, _ in known(name)} for name in found)


def test_an_unknown_name_of_no_class_has_no_rivals():
    assert options("Zorblax", "thing") == ()
    assert options("Zorblax Hills", "org:") == ()


def test_persons_have_the_office_and_the_country_of_the_key():
    text = (
        "Emma Hollis, governor of Ohio, signed the bill in the United States. Governor Emma Hollis spoke of the "
        "American election and of the Senate."
    )
    found = options("Emma Hollis", "person", text=text)
    assert all(any("the United States" in family.tags for family, _ in known(name)) for name in found)


def test_a_question_that_tells_the_gender_has_options_of_it():
    for seed in range(20):
        found = options("Judi Dench", "person", stem="Which actress won the prize?", seed=seed)
        assert not {"Ian McKellen", "Michael Caine"} & set(found)
    text = "Anna Berg said yes. Karen Holm said no. Peter Hill said little. Thomas Bell said more. John Moss said so."
    found = options("Peter Hill", "person", stem="Which man said little?", text=text)
    assert found
    assert not {"Anna Berg", "Karen Holm"} & set(found)


def test_the_famous_stand_beside_the_famous():
    found = options("Albert Einstein", "person", stem="Who wrote to the president?")
    assert all(any("famous" in family.tags for family, _ in known(name)) for name in found)


def test_whoever_held_an_office_before_is_no_wrong_answer():
    slots = {"role": "former prime minister of Australia", "be": "was"}
    assert options("John Howard", "person", slots=slots) == ()


@pytest.mark.parametrize(
    ("one", "other", "form", "same"),
    [
        ("World Health Organization", "WHO", "org:", True),
        ("the Netherlands", "Holland", "country", True),
        ("Bombay", "Mumbai", "city", True),
        ("Springfield", "Springfield City", "city", True),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", "person", True),
        ("2026 Oslo Games", "Oslo Games", "event", True),
        ("women's 3,000m", "women's 3,000-meter", "race", True),
        ("coach", "head coach", "role:team", False),
        ("Peru", "Chile", "country", False),
        ("Ministry of Health", "Ministry of Justice", "org:Ministry", False),
    ],
)
def test_names_of_one_thing_are_told(one, other, form, same):
    assert is_same_thing(one, other, form) is same
    assert is_same_thing(other, one, form) is same


def test_initials_make_an_acronym():
    assert is_acronym_of("UN", "United Nations")
    assert is_acronym_of("FBI", "Federal Bureau of Investigation")
    assert not is_acronym_of("Un", "United Nations")
    assert not is_acronym_of("UK", "United Nations")


def test_families_name_each_thing_once_and_tell_aliases():
    assert same_member("Bombay", "mumbai")
    for kind in ("person", "city", "university", "event"):
        for family in families_of_kind(kind):
            firsts = [bare_name(member.names[0]) for member in family.members]
            assert len(set(firsts)) == len(firsts), family.tags
            assert len(firsts) >= 3, family.tags


def test_who_had_died_before_is_no_option():
    for seed in range(20):
        stem = "Who was the president of Russia in September 2019?"
        found = options("Vladimir Putin", "person", stem=stem, seed=seed, relation="holds", slots={"be": "is"})
        assert found
        assert not {"Boris Yeltsin", "Joseph Stalin", "Leonid Brezhnev"} & set(found)


def test_a_place_in_another_is_no_option_beside_it():
    assert is_same_thing("England", "the United Kingdom", "country")
    assert is_same_thing("Vatican", "Rome", "city")
    assert not is_same_thing("England", "Scotland", "country")


@pytest.mark.parametrize("country", ["the United States", "Canada", "Australia", "China", "Iran"])
def test_countries_that_their_neighbours_do_not_compare_with_stand_beside_their_peers(country):
    for seed in range(20):
        assert set(options(country, "country", seed=seed)) <= set(PEERS[country])


def test_a_country_that_the_question_names_in_another_way_is_no_option():
    for seed in range(20):
        found = options("Canada", "country", stem="Which country did the U.S. and the UK thank?", seed=seed)
        assert not {"the United States", "the United Kingdom"} & set(found)


@pytest.mark.parametrize("country", ["Spain", "Russia", "Sweden", "Egypt", "Kenya", "the Netherlands"])
def test_nations_are_set_beside_those_whose_people_have_like_names(country):
    alike = {name for row in TONGUES if country in row for name in row}
    for seed in range(20):
        assert set(options(country, "country", relation="origin", seed=seed)) <= alike


def test_a_nation_of_names_of_its_own_has_no_rivals():
    assert options("Israel", "country", relation="origin") == ()


def test_a_capital_stands_beside_capitals_unless_its_country_or_one_of_its_people_is_named():
    capitals = {name for family in families_of_kind("city") if "capital" in family.tags for name in names_of(family)}
    french = {name for family in families_of_kind("city") if "France" in family.tags for name in names_of(family)}
    text = "Anna Berg spoke. The rain fell all day long on the hills."
    for seed in range(20):
        assert set(options("Paris", "city", stem="Which city is missing?", seed=seed)) <= capitals
        assert set(options("Paris", "city", stem="Which French city is missing?", seed=seed)) <= french
        assert set(options("Paris", "city", stem="In which city did Anna Berg die?", text=text, seed=seed)) <= french


def test_strangers_stand_beside_an_office_only_in_the_years_that_they_held_one():
    told = {"relation": "holds", "stem": "Who was the mayor of London?"}
    of_now = {"role": "mayor of London", "be": "is", "when": "in May 2019"}
    assert options("Sadiq Khan", "person", slots=of_now, **told)
    assert options("Sadiq Khan", "person", slots={**of_now, "when": "in May 2005"}, **told) == ()


def test_who_speaks_for_a_nation_stands_beside_others_of_it():
    text = (
        "Swedish minister Anna Berg said that Sweden was ready. Swedish judge Karen Holm said so, too. Swedish mayor Eva Dahl "
        "said no. Norwegian minister Nina Moe said that Norway was ready. Finnish minister Aino Salo said little."
    )
    for seed in range(20):
        slots = {"quote": "Sweden is ready for all that may come"}
        found = options("Anna Berg", "person", text=text, relation="said", slots=slots, seed=seed)
        assert set(found) == {"Karen Holm", "Eva Dahl"}
