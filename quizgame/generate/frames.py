"""The clause that a figure stands in, cut out of a sentence of any shape: only what lies between its bounds counts."""

import re
from collections.abc import Iterator

import msgspec

from quizgame.generate.clause import Clause, is_hedged
from quizgame.generate.endings import lists_on
from quizgame.generate.lexicon.verbs import REPORTING, SUFFERED
from quizgame.generate.lexicon.words import RELATIVE_TIME
from quizgame.generate.moments import timed
from quizgame.generate.parts import ALWAYS, BRACKETS, SUBORDINATORS, Part, Sentence
from quizgame.generate.story import Line, Story
from quizgame.generate.trimming import trimmed
from quizgame.generate.verbgroups import VerbGroup

__all__ = ["figure_clauses", "main_clause"]

_FIGURE = re.compile(r"<[NMAHWKG]\d+>")
_BINDING = frozenset("than that if unless whether".split())
"""Words whose clause changes the meaning of the one before."""
_FACTUAL = frozenset("while although though whereas after before since because and but ; that said".split())
"""What may stand before a clause that is told as a fact."""
_SHOWING = frozenset("found showed shows revealed confirmed announced discovered learned".split()) | REPORTING
_DROPPED = frozenset("while although though after before because following despite".split())
"""Openers of what stands before a clause and does not limit it."""
_QUANTITY = re.compile(
    r"^(?:at least|over|more than|about|around|nearly|almost|up to|some|less than|fewer than|roughly|"
    r"approximately|only|just|an estimated|as many as|well over|just over) <",
    re.IGNORECASE,
)
_STARTS = frozenset("DT NN NNS NNP NNPS CD JJ JJS JJR PRP$ RB RBR PDT VBN".split())
_SUBJECT_ENDS = frozenset("NN NNS NNP NNPS CD JJ VBN".split())
_OPENERS = frozenset("IN RB RBR NN NNP VBG".split())
_TIME_OPENERS = frozenset("last this next early late earlier later".split())
_PLACING = re.compile(r"^(?:according to |(?:on|in|at|near|outside) [^,]*<[A-Z]\d+>$)")
_HOUR = re.compile(r"^(?:at|around|about|by|(?:shortly|just) (?:after|before)) <Z\d+>(?: local time)?$")
_LISTED = re.compile(
    r"^(?:and )?(?:the )?<[A-Z]\d+>(?:'s)?(?: (?:in|of|and|near) (?:the )?<[A-Z]\d+>)*$"
    r"|^(?:(?:early|late) )?(?:on|in) (?:the )?<[TDY]\d+>(?: (?:morning|afternoon|evening|night))?$"
)
_OTHER_NOUN = frozenset("of in from near outside and or".split())
"""Words before a name by which "which" may mean what stands before them."""
_LONGEST_OPENING = 14


def figure_clauses(story: Story, line: Line) -> list[Clause]:
    """The clauses of a line that have a figure, each once; relative times in them are told as months."""
    is_asking = line.marked.text.endswith("?")
    if line.is_unreadable or is_asking or not _FIGURE.search(line.marked.text):
        return []
    told = [clause for clause in line.clauses if _has_figure(clause) and not _runs_on(line, clause)]
    for clause in _frames(line):
        found = trimmed(_untimed(timed(clause, line.marked, story.article.published)), line.marked, story.names)
        if (
            _has_figure(found)
            and not is_hedged(found)
            and not _runs_on(line, found)
            and not any(_is_same(found, other) for other in told)
        ):
            told.append(found)
    return told


def main_clause(story: Story, line: Line) -> Clause | None:
    """The first clause of a line that can be cut out, told without the hour."""
    sentence = _sentence(line)
    for number, part in enumerate(sentence.parts):
        verb = next((at for at in range(part.start, part.end) if at in sentence.verbs), None)
        if verb is not None and sentence.tokens[part.end - 1].text in REPORTING:
            continue
        if verb is not None and not line.is_unreadable:
            made = sentence.clause(number, verb)
            return _untimed(timed(made, line.marked, story.article.published)) if made else None
    return None


def _untimed(clause: Clause) -> Clause:
    """The clause without the hour that it opens with."""
    return msgspec.structs.replace(clause, intro="") if _HOUR.match(clause.intro) else clause


def _runs_on(line: Line, clause: Clause) -> bool:
    """Whether another verb stands right behind the verb: what was taken for the clause is only its subject."""
    first = clause.rest.split(" ", maxsplit=1)[0]
    return any(token.text == first and token.tag in {"VBD", "VBZ", "MD"} for token in line.marked.tokens)


def _has_figure(clause: Clause) -> bool:
    return bool(_FIGURE.search(f"{clause.subject} {clause.rest} {clause.intro}"))


def _is_same(one: Clause, other: Clause) -> bool:
    """Whether two clauses speak of the same figures with the same verb."""
    figures = set(_FIGURE.findall(f"{one.subject} {one.rest}"))
    return one.verb == other.verb and figures <= set(_FIGURE.findall(f"{other.subject} {other.rest}"))


def _sentence(line: Line) -> "_Cut":
    text = line.marked.text
    barred = [found.span() for found in BRACKETS.finditer(text)]
    tokens = [token for token in line.marked.tokens if not any(start <= token.start < end for start, end in barred)]
    while tokens and tokens[-1].text in {".", "!"}:
        tokens.pop()
    return _Cut(text, tokens)


def _frames(line: Line) -> Iterator[Clause]:
    sentence = _sentence(line)
    tokens = sentence.tokens
    for number, part in enumerate(sentence.parts):
        for at in range(part.start, part.end):
            if _FIGURE.fullmatch(tokens[at].text):
                made = sentence.clause(number, at)
                if made:
                    yield made


class _Cut(Sentence):
    """A divided sentence, out of which clauses are cut."""

    def clause(self, number: int, figure: int) -> Clause | None:
        """The clause around a figure; None where it is not told as a fact, or where its bounds are not certain."""
        part = self.parts[number]
        verbs = [at for at in range(part.start, part.end) if at in self.verbs]
        if not verbs:
            return self._trailing(number, figure)
        if part.bound in {"who", "which"}:
            return self._relative(number, figure)
        verb = max((at for at in verbs if at < figure), default=verbs[0])
        opening = self._opening(number, verbs[0])
        group = VerbGroup.at(self.tokens, verb)
        if opening is None or not group or (verb != verbs[0] and not self._is_joined(verb)):
            return None
        intro, start, stop = opening
        subject = self.told(start, stop)
        if not self._is_subject(start, stop) or (figure > verb and figure < group.end):
            return None
        end = self._end(group.end, part, figure)
        if end == part.end and (self._goes_on(number) or lists_on(self.tokens, end)):
            return None
        while end > group.end and self.tokens[end - 1].tag in {"IN", "DT", "CC", "TO"}:
            end -= 1
        rest = self.told(group.end, end)
        if end == part.end:
            rest += self._listed(number) or self._occasion(number, group)
        return Clause.of(group, subject=subject, rest=rest, intro=intro)

    def _relative(self, number: int, figure: int) -> Clause | None:
        """What ", who ..." or ", which ..." tells of a name right before that no other noun stands beside."""
        part, comma = self.parts[number], self.parts[number].start - 2
        group = VerbGroup.at(self.tokens, part.start)
        if not group or comma < 1 or self.tokens[comma].text != "," or figure < group.end:
            return None
        name, before = self.tokens[comma - 1].text, self.tokens[comma - 2].text if comma > 1 else ""
        if comma > 1 and self.tokens[comma - 2].tag in {"NN", "NNP", "JJ"}:
            return None
        if not re.match(r"<P" if part.bound == "who" else r"<[EXO]", name) or before in _OTHER_NOUN:
            return None
        if before.startswith("<") or any(at in self.verbs and at != part.start for at in range(part.start, figure)):
            return None
        return Clause.of(group, subject=name, rest=self.told(group.end, self._end(group.end, part, figure)))

    def _trailing(self, number: int, figure: int) -> Clause | None:
        """A clause with what a participle or "with" adds to it: "... struck <L0>, injuring <N1> people"."""
        part = self.parts[number]
        first = part.start + (self.tokens[part.start].text == "and")
        opens = self.tokens[first].tag == "VBG" or self.tokens[first].text == "with"
        if not opens or part.bound != "," or figure == first:
            return None
        main = next((at for at in range(number - 1, -1, -1) if self.has_verb(at)), None)
        if main is None or self.parts[main].bound in ALWAYS - _FACTUAL:
            return None
        verb = next(at for at in range(self.parts[main].start, self.parts[main].end) if at in self.verbs)
        clause = self.clause(main, verb)
        if not clause or not clause.rest:
            return None
        first = max((at + 1 for at in range(first, figure) if self._is_next_participle(at)), default=first)
        end = next((at for at in range(figure, part.end) if self._ends_participle(at)), part.end)
        return msgspec.structs.replace(clause, rest=f"{clause.rest}, {self.told(first, end)}")

    def _is_next_participle(self, at: int) -> bool:
        follows = self.tokens[at + 1].tag if at + 1 < len(self.tokens) else ""
        return self.tokens[at].text == "and" and follows == "VBG"

    def _ends_participle(self, at: int) -> bool:
        """Whether another participle or a source follows: "and damaging houses", "according to ..."."""
        return self.tokens[at].text == "according" or self._is_next_participle(at)

    def _is_joined(self, verb: int) -> bool:
        """Whether a second verb of the same subject stands right behind "and" or "but"."""
        before = verb - 1
        while before > 0 and self.tokens[before].tag == "RB":
            before -= 1
        return self.tokens[before].text in {"and", "but"}

    def _opening(self, number: int, verb: int) -> tuple[str, int, int] | None:
        """What stands before the subject and is kept, and where the subject begins and ends."""
        part = self.parts[number]
        first, start, stop = number, part.start, verb
        if start == verb and part.bound == "," and number > 1:  # "<O0>, a club in <L1>, sold ..."
            first, start, stop = number - 2, self.parts[number - 2].start, self.parts[number - 2].end
            is_apposed = self.parts[number - 1].bound == "," and not self.has_verb(number - 1)
            is_relative = self.parts[number - 1].bound in {"who", "which"} and self.is_comma_before(number - 1)
            if not (is_apposed or is_relative) or self.has_verb(number - 2):
                return None
        while start < stop and self.tokens[start].tag == "CC":
            start += 1
        bound = self.parts[first].bound
        if bound in {"that", "said"}:
            return ("", start, stop) if self._is_reported(first, bound) else None
        if bound in _FACTUAL or not bound:
            limited = bound and self.tokens[0].tag == "IN" and self.tokens[0].text.lower() not in _DROPPED | {bound}
            return None if limited else ("", start, stop)
        intro = self._intro(first) if bound == "," else None
        return None if intro is None else (intro, start, stop)

    def _is_reported(self, number: int, bound: str) -> bool:
        """Whether a body or officials, and no single person, tell what follows."""
        before = self.parts[number - 1]
        source = self.tokens[before.start : before.end]
        last = source[-1].text.lower() if source else ""
        if bound == "that" and last not in _SHOWING:
            return False
        return not any(token.text.startswith("<P") or token.tag in {"PRP", "PRP$"} for token in source) and number == 1

    def _intro(self, number: int) -> str | None:
        """What the sentence begins with, before the comma in front of the subject."""
        start, end = 0, self.parts[number].start - 1
        opener = self.tokens[start].text.lower()
        has_verb = any(self.has_verb(at) for at in range(number))
        is_comment = end == start + 1 and self.tokens[start].tag == "RB" and opener not in RELATIVE_TIME
        if opener in _DROPPED or self.tokens[start].tag in {"VBG", "VBN"} or is_comment:
            return ""
        if (
            has_verb
            or end - start > _LONGEST_OPENING
            or not (self.tokens[start].tag in _OPENERS or opener in _TIME_OPENERS)
        ):
            return None
        further = [self.told(part.start, part.end) for part in self.parts[1:number]]
        if not all(_LISTED.match(text) or _PLACING.match(text) for text in further):
            return None
        if opener in SUBORDINATORS - {"since"} or any(token.text in REPORTING for token in self.tokens[start:end]):
            return None
        told = self.told(start, end)
        return told if told.startswith("<") else told[0].lower() + told[1:]

    def _is_subject(self, start: int, stop: int) -> bool:
        if start >= stop or self.tokens[stop - 1].tag not in _SUBJECT_ENDS:
            return False
        if any(token.text in REPORTING or token.tag in {"VBZ", "VBP"} for token in self.tokens[start:stop]):
            return False
        is_code = self.tokens[start].text.startswith("<")
        return is_code or self.tokens[start].tag in _STARTS or bool(_QUANTITY.match(self.told(start, stop)))

    def _end(self, after: int, part: Part, figure: int) -> int:
        """Where the clause ends: at the end of its part, or before another verb of its subject."""
        for at in range(max(after, figure), part.end):
            if self.tokens[at].text in {"and", "but", "or"} and any(near in self.verbs for near in (at + 1, at + 2)):
                return at
        return part.end

    def _occasion(self, number: int, group: VerbGroup) -> str:
        """When somebody was harmed: "when a bridge fell"; without it the number would say too little."""
        follows = self.parts[number + 1] if number + 1 < len(self.parts) else None
        if follows is None or follows.bound not in {"when", "after"} or group.lemma not in SUFFERED:
            return ""
        return f" {follows.bound} {self.told(follows.start, follows.end)}{self._listed(number + 1)}"

    def _goes_on(self, number: int) -> bool:
        """Whether what follows cannot be left out: "than ...", "if ...", or a verb right behind the comma.

        In the last case the verb before the comma only describes a noun.
        """
        follows = self.parts[number + 1] if number + 1 < len(self.parts) else None
        if follows is None:
            return False
        return follows.bound in _BINDING or (follows.bound == "," and follows.start in self.verbs)

    def _listed(self, number: int) -> str:
        """What goes on behind a comma: the other names of a list, or the place that a place lies in."""
        told = ""
        for part in self.parts[number + 1 : number + 5]:
            text = self.told(part.start, part.end)
            if part.bound != "," or not _LISTED.match(text):
                break
            told += f", {text}"
        return told
