"""From stories to a pack: every fact is worded, checked and weighed; what is left stands in the article's order."""

import hashlib
from collections import Counter
from collections.abc import Iterator

import msgspec

from quizgame.core.article import Article
from quizgame.core.checks import answers_another, check
from quizgame.core.generation import Dropped, Generated, KindCount, Report
from quizgame.core.pack import MONTHS, Pack, Question, Source
from quizgame.core.text import MAX_CHARACTERS, clip, fold, one_line
from quizgame.generate.ages import ages
from quizgame.generate.counts import counts
from quizgame.generate.descriptions import descriptions
from quizgame.generate.difficulty import difficulty_of
from quizgame.generate.distractors import distractors_of
from quizgame.generate.facts import Fact, Miss
from quizgame.generate.gazetteer import Gazetteer, survey
from quizgame.generate.medals import medals
from quizgame.generate.opinions import opinions
from quizgame.generate.persons import persons
from quizgame.generate.places import places
from quizgame.generate.quotes import quotes
from quizgame.generate.roles import roles
from quizgame.generate.scores import scores
from quizgame.generate.statements import statements
from quizgame.generate.stems import stem_of
from quizgame.generate.story import Story, tell

__all__ = ["EXTRACTORS", "build"]

EXTRACTORS = (medals, roles, quotes, opinions, ages, scores, persons, places, descriptions, counts, statements)
"""Every family of facts; of two that tell the same, the first one's wording is kept."""
_SURE = 0.85
_LONGEST_STEM = 190
_NEAR = 4_000
"""How many characters of an article apart two questions may be to give one another away."""
_SHARE_OF_ONE_ANSWER = 0.22
_LEAST_OF_ONE_ANSWER = 4


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A question that passed all that can be judged of it alone."""

    fact: Fact
    question: Question
    place: tuple[int, int]
    """The number of its article, and where its evidence starts there."""


def build(
    articles: tuple[Article, ...],
    *,
    id: str,
    title: str,
    description: str,
    limit: int | None,
    sure: bool,
    seed: int,
) -> Generated:
    """See `quizgame.generate.make_pack`."""
    articles = tuple(_apart(articles))
    stories = tuple(tell(article) for article in articles)
    gazetteer = survey(stories)
    drops: list[Dropped] = []
    found: Counter[str] = Counter()
    candidates: list[Candidate] = []
    for number, story in enumerate(stories):
        for fact in _facts(story, found, drops):
            made = _candidate(fact, story, number, gazetteer, seed=seed, sure=sure, title=title)
            if isinstance(made, Candidate):
                candidates.append(made)
            else:
                drops.append(_dropped(fact, made, story))
    kept = _select(candidates, drops, limit=limit)
    report = _report(stories, found, kept, drops)
    pack = _pack(articles, kept, id=id, title=title, description=description) if kept else None
    return Generated(pack=pack, report=report)


def _apart(articles: tuple[Article, ...]) -> Iterator[Article]:
    """The articles with an id of its own for each, lest one be named as the source of another's questions."""
    seen: set[str] = set()
    for article in articles:
        names = (article.id, *(f"{article.id[:60].rstrip('-')}-{number}" for number in range(2, len(articles) + 1)))
        own = next(name for name in names if name not in seen)
        seen.add(own)
        yield msgspec.structs.replace(article, id=own)


def _facts(story: Story, found: Counter[str], drops: list[Dropped]) -> Iterator[Fact]:
    """Each fact once: a relation of a subject that several sentences tell counts as one."""
    seen: dict[tuple[str, str, str], None] = {}
    for told in (item for extract in EXTRACTORS for item in extract(story)):
        found[told.kind] += 1
        if isinstance(told, Miss):
            drops.append(_missed(told, story))
            continue
        key = told.kind, fold(told.subject), fold(told.value)
        if len(_evidence(told, story)) > MAX_CHARACTERS:
            drops.append(_dropped(told, "the sentences that prove it are too long for a pack", story))
        elif key in seen:
            drops.append(_dropped(told, "told before", story))
        else:
            seen[key] = None
            yield told


def _candidate(
    fact: Fact, story: Story, number: int, gazetteer: Gazetteer, *, seed: int, sure: bool, title: str
) -> Candidate | str:
    """The question for a fact, or why there is none."""
    if sure and fact.confidence < _SURE:
        return "not sure enough"
    stem = stem_of(fact, seed=seed)
    if len(stem) > _LONGEST_STEM:
        return "the question would be too long"
    if not fact.value[:1].isdigit() and fold(fact.value) in fold(f"{title} {story.article.title}"):
        return "the title gives the answer away"
    wrong = distractors_of(fact, stem, article=story.article.id, gazetteer=gazetteer, seed=seed)
    if not wrong:
        return "too few good wrong answers"
    question = Question(
        id=_id(fact, story.article.id),
        stem=stem,
        answer=fact.value,
        distractors=wrong,
        kind=fact.kind,
        difficulty=difficulty_of(fact, wrong, story),
        source=story.article.id,
        evidence=_evidence(fact, story),
    )
    problems = [problem for problem in check(question) if problem.severity == "error" or problem.flaw in _REFUSED]
    if problems:
        return f"fails a check: {problems[0].flaw}"
    return Candidate(fact=fact, question=question, place=(number, fact.evidence[-1].start))


_REFUSED = frozenset({"longest-option", "mixed-options", "long-stem", "long-option", "no-question", "convergence"})


def _evidence(fact: Fact, story: Story) -> str:
    return one_line(" ".join(span.of(story.article.text) for span in fact.evidence))


def _id(fact: Fact, article: str) -> str:
    told = "\0".join((article, fact.relation, fold(fact.subject), fold(fact.value))).encode()
    return f"{fact.kind}-{hashlib.blake2s(told, digest_size=4).hexdigest()}"


def _select(candidates: list[Candidate], drops: list[Dropped], *, limit: int | None) -> list[Candidate]:
    """The best first; nothing twice, nothing that another question gives away, no answer too often."""
    ordered = sorted(candidates, key=lambda item: (-item.fact.confidence, item.place, item.question.id))
    cap = max(_LEAST_OF_ONE_ANSWER, round(len(candidates) * _SHARE_OF_ONE_ANSWER))
    answers: Counter[str] = Counter()
    kept: list[Candidate] = []
    ids: set[str] = set()
    beside: dict[int, list[Candidate]] = {}
    for item in ordered:
        reason = _rivalled(item, beside.setdefault(item.place[0], []), answers, cap)
        if not reason and limit is not None and len(kept) >= limit:
            reason = "over the limit"
        if reason or item.question.id in ids:
            drops.append(_drop_of(item, reason or "told before"))
            continue
        answers[fold(item.question.answer)] += 1
        ids.add(item.question.id)
        kept.append(item)
        beside[item.place[0]].append(item)
    return sorted(kept, key=lambda item: (item.place, item.question.id))


def _rivalled(item: Candidate, kept: list[Candidate], answers: Counter[str], cap: int) -> str:
    question = item.question
    if answers[fold(question.answer)] >= cap and item.fact.form not in {"number", "year", "age"}:
        return "the same answer stands in enough questions"
    near = [other for other in kept if abs(other.place[1] - item.place[1]) < _NEAR]
    for other in near:
        if _same_claim(item, other):
            return "another question asks for the same"
        if _mirrors(question, other.question) or _leaks(question, other.question):
            return "another question would answer it, or it another"
    return ""


def _leaks(one: Question, other: Question) -> bool:
    return answers_another(one, other) or answers_another(other, one)


def _mirrors(one: Question, other: Question) -> bool:
    """Whether each stem holds the other's answer: two ways round of one statement."""
    if one.kind in {"quote", "role"} or other.kind in {"quote", "role"}:
        return False
    first, second = fold(one.stem), fold(other.stem)
    return f" {fold(one.answer)} " in f" {second} " and f" {fold(other.answer)} " in f" {first} "


def _same_claim(one: Candidate, other: Candidate) -> bool:
    if one.fact.relation == other.fact.relation in {"among", "joint"} and one.fact.subject == other.fact.subject:
        return True
    if fold(one.question.answer) != fold(other.question.answer) or one.fact.relation != other.fact.relation:
        return False
    if one.fact.form in {"number", "age", "year"}:
        return False
    first, second = set(fold(one.question.stem).split()), set(fold(other.question.stem).split())
    return len(first & second) >= 0.6 * min(len(first), len(second))


def _dropped(fact: Fact, reason: str, story: Story) -> Dropped:
    return Dropped(kind=fact.kind, reason=reason, source=story.article.id, what=f"{fact.value} ({fact.subject[:70]})")


def _missed(miss: Miss, story: Story) -> Dropped:
    return Dropped(kind=miss.kind, reason=miss.reason, source=story.article.id, what=miss.what)


def _drop_of(item: Candidate, reason: str) -> Dropped:
    told = f"{item.fact.value} ({item.question.stem[:70]})"
    return Dropped(kind=item.fact.kind, reason=reason, source=item.question.source, what=told)


def _report(stories: tuple[Story, ...], found: Counter[str], kept: list[Candidate], drops: list[Dropped]) -> Report:
    asked = Counter(item.fact.kind for item in kept)
    dropped = Counter(drop.kind for drop in drops)
    return Report(
        articles=len(stories),
        words=sum(len(story.article.text.split()) for story in stories),
        sentences=sum(len(story.lines) for story in stories),
        kinds=tuple(
            KindCount(kind=kind, found=found[kind], asked=asked[kind], dropped=dropped[kind]) for kind in sorted(found)
        ),
        drops=tuple(drops),
    )


def _pack(articles: tuple[Article, ...], kept: list[Candidate], *, id: str, title: str, description: str) -> Pack:
    sources = {article.id: _source(article) for article in articles}
    licenses = {article.license for article in articles}
    return Pack(
        id=id,
        title=clip(title),
        description=clip(description or _describe(articles)),
        license=clip(licenses.pop()) if len(licenses) == 1 else "",
        tags=tuple(dict.fromkeys(clip(tag) for article in articles for tag in article.tags)),
        sources=tuple(sources.values()),
        questions=tuple(item.question for item in kept),
    )


def _source(article: Article) -> Source:
    """An article as a source, no longer than a pack can hold; a web address is whole or not there."""
    told = article.source
    url = told.url if len(told.url) <= MAX_CHARACTERS else ""
    return msgspec.structs.replace(told, title=clip(told.title), publisher=clip(told.publisher), url=url)


def _describe(articles: tuple[Article, ...]) -> str:
    if len(articles) != 1:
        return f"Questions made from {len(articles)} articles."
    day = articles[0].published
    when = f" of {day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""
    by = f" by {articles[0].publisher}" if articles[0].publisher else ""
    told = f"an article{by}{when}" if by or when else f"“{articles[0].source.title}”"
    return f"Questions on {told}{', retold' if articles[0].original else ''}."
