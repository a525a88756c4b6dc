"""A pack to begin with: a file that tells, in comments, all that may stand in one."""

from pathlib import Path

from quizgame.storage.writing import inline

__all__ = ["template"]

_TEXT = """\
#:schema {schema}
# A pack of questions: plain text, one [[questions]] block for each. Only the lines without a # in front are needed;
# take the # away from any other that you want. What a # leads in is for you alone and is never shown.

title = {title}
# description = "What the questions are about."
# author = "Who wrote them"
# license = "CC-BY-SA-4.0"    # under which terms others may pass them on
# language = "en"
# tags = ["nature", "easy"]    # topics to find the pack by

# Where your facts come from, so that every answer can name it. Questions point to it by its id.
# [[sources]]
# id = "atlas"
# title = "An atlas of the oceans"
# publisher = "Seaside Press"
# published = 2024-05-01
# url = "https://example.org/atlas"

[[questions]]
stem = "Which is the largest ocean?"
answer = "the Pacific"
distractors = ["the Atlantic", "the Indian", "the Arctic"]    # one to five wrong answers
# evidence = "The Pacific covers about a third of the Earth's surface."    # the sentence that proves the answer
# source = "atlas"
# explanation = "It is wider than all continents together."    # shown after answering
# difficulty = 1    # from 1 to 5; 3 where nothing is said
# kind = "place"    # what is asked for: count role venue place date age event person quote score ...
# tags = ["oceans"]
# id = "largest-ocean"    # keeps your statistics when you find better words; added for you by: quizgame packs add

# [[questions]]
# stem = ""
# answer = ""
# distractors = ["", "", ""]
"""


def template(title: str, schema: Path) -> str:
    """A pack of one question that is ready to be played, with all other keys in comments.

    Args:
        title: The pack's title.
        schema: The JSON Schema of packs, by which editors complete and check what is written.
    """
    return _TEXT.format(title=inline(title), schema=schema.absolute().as_uri() if schema.is_file() else _HERE)


_HERE = "./pack.schema.json"
