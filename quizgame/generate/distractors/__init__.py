"""Wrong options that are surely wrong and of the key's own class, level and style.

Names come from the article, then from akin articles of the pack, then from families of common knowledge; each is
weighed by how like the key it is, and the likest stand in the question.
"""

from quizgame.generate.distractors.choosing import distractors_of
from quizgame.generate.distractors.sameness import is_same_thing

__all__ = ["distractors_of", "is_same_thing"]
