"""From surveyed articles to a pack: every fact is worded, checked and weighed; what is left stands in their order."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from quizgame.core.checks import check
from quizgame.core.generation import Dropped, Generated
from quizgame.core.pack import MONTHS, Pack, Question, Source
from quizgame.core.regeneration import several_articles
from quizgame.core.text import MAX_CHARACTERS, clip, fold
from quizgame.core.tracing import traced
from quizgame.generate.difficulty import difficulty_of
from quizgame.generate.distractors import distractors_of
from quizgame.generate.facts import Fact
from quizgame.generate.funnel import funnel
from quizgame.generate.gazetteer import Gazetteer, gather
from quizgame.generate.giveaways import giveaway
from quizgame.generate.importance import is_idle
from quizgame.generate.pipeline import Surveyed, Told
from quizgame.generate.selecting import Candidate, select
from quizgame.generate.stems import stem_of
from quizgame.generate.sureness import LEAST, SPARE, SURE, sureness
from quizgame.generate.truths import Claims

__all__ = ["build"]

_LEAST_MERIT = 0.5
"""What importance is added to, so that a sure question outweighs a doubtful one of double importance."""
_LONGEST_STEM = 260
_LONGEST_ID = 64
_REFUSED = frozenset({"longest-option", "mixed-options", "long-stem", "long-option", "no-question", "convergence"})


def build(
    surveys: Iterable[Surveyed],
    others: Sequence[Surveyed] = (),
    *,
    id: str,
    title: str,
    description: str,
    limit: int | None,
    sure: bool,
    seed: int,
) -> Generated:
    """See `quizgame.generate.make_pack`; what others tell is known, and not asked for."""
    surveys = tuple(_apart(surveys))
    gazetteer = gather({item.article.id: item.named for item in (*surveys, *others)})
    claims = Claims(told.fact for item in (*surveys, *others) for told in item.facts)
    drops: list[Dropped] = []
    candidates: list[Candidate] = []
    spares: list[Candidate] = []
    for number, item in enumerate(surveys):
        drops += (_dropped(item, miss.kind, miss.reason, miss.what) for miss in item.misses)
        for told in (_aware(told, claims) for told in item.facts):
            made = _candidate(told, item, number, gazetteer, seed=seed, title=title)
            if isinstance(made, Candidate) and made.sureness >= (SURE if sure else LEAST):
                candidates.append(made)
                continue
            if isinstance(made, Candidate):
                spares.append(made)
            reason = "not sure enough" if isinstance(made, Candidate) else made
            drops.append(_dropped(item, told.fact.kind, reason, _short(told.fact, told.fact.subject)))
    kept, unkept = select(candidates, limit=limit)
    for rest, reason in unkept:
        what = _short(rest.fact, rest.question.stem)
        drops.append(_dropped(surveys[rest.place[0]], rest.fact.kind, reason, what))
    pack = _pack(surveys, kept, id=id, title=title, description=description) if kept else None
    spares, _ = select(spares, limit=None, beside=kept)
    spare = _pack(surveys, spares, id=id, title=title, description=description) if spares else None
    return Generated(pack=pack, report=funnel(surveys, [item.question for item in kept], drops), spare=spare)


def _apart(surveys: Iterable[Surveyed]) -> Iterator[Surveyed]:
    """The articles with an id of its own for each, lest one be named as the source of another's questions."""
    taken: set[str] = set()
    latest: dict[str, int] = {}
    for item in surveys:
        name = own = item.article.id
        while own in taken:
            latest[name] = latest.get(name, 1) + 1
            end = f"-{latest[name]}"
            own = name[: _LONGEST_ID - len(end)].rstrip("-") + end
        taken.add(own)
        yield msgspec.structs.replace(item, article=msgspec.structs.replace(item.article, id=own))


def _aware(told: Told, claims: Claims) -> Told:
    """A fact that also avoids what other facts of the pack make true."""
    avoid = (*told.fact.avoid, *(value for value in claims.also_true(told.fact) if value != told.fact.value))
    return msgspec.structs.replace(told, fact=msgspec.structs.replace(told.fact, avoid=avoid))


def _candidate(
    told: Told, item: Surveyed, number: int, gazetteer: Gazetteer, *, seed: int, title: str
) -> Candidate | str:
    """The question for a fact, or why there is none."""
    fact, article = told.fact, item.article
    if sureness(fact) < SPARE:
        return "not sure enough"
    if is_idle(told.standing):
        return "matters too little"
    stem = stem_of(fact, seed=seed)
    wrong = distractors_of(fact, stem, article=article.id, gazetteer=gazetteer, seed=seed)
    if not wrong:
        return "too few good wrong answers"
    question = Question(
        id=_id(fact, article.id),
        stem=stem,
        answer=fact.value,
        distractors=wrong,
        kind=fact.kind,
        difficulty=difficulty_of(fact, wrong, told.standing, item.named.counts),
        source=article.id,
        evidence=told.evidence,
    )
    reason = giveaway(fact, stem, wrong, title=title) or _failed(question)
    if reason:
        return reason
    likely = sureness(fact, len(wrong))
    merit = likely * (_LEAST_MERIT + told.standing.importance)
    return Candidate(
        fact=fact, question=question, merit=merit, sureness=likely, place=(number, fact.evidence[-1].start)
    )


_CUT = re.compile(
    r"\b(?:as|of|in|with|to|for|by|citing|including|and|or|the|an?)[?.]$"
    r"|\b(?:follow|come|came|happen|occur)\w*(?: (?:less|more) than)? [\w-]+ (?:minute|hour|day|week|month|year)s?[?.]$"
)
"""How a statement ends that was cut short."""


def _failed(question: Question) -> str:
    """Why a question is not fit to be asked, as far as its text tells."""
    if len(question.stem) > _LONGEST_STEM:
        return "the question would be too long"
    if _CUT.search(question.stem):
        return "the statement may lack its end"
    problems = (problem for problem in check(question) if problem.severity == "error" or problem.flaw in _REFUSED)
    return next((f"fails a check: {problem.flaw}" for problem in problems), "")


def _id(fact: Fact, article: str) -> str:
    told = "\0".join((article, fact.relation, fold(fact.subject), fold(fact.value))).encode()
    return f"{fact.kind}-{hashlib.blake2s(told, digest_size=4).hexdigest()}"


def _short(fact: Fact, about: str) -> str:
    return f"{fact.value} ({about[:70]})"


def _dropped(item: Surveyed, kind: str, reason: str, what: str) -> Dropped:
    return Dropped(kind=kind, reason=reason, source=item.article.id, what=what)


def _pack(surveys: Sequence[Surveyed], kept: list[Candidate], *, id: str, title: str, description: str) -> Pack:
    articles = [item.article for item in surveys]
    licenses = {article.license for article in articles}
    pack = Pack(
        id=id,
        title=clip(title),
        description=clip(description or _describe(surveys)),
        license=clip(licenses.pop()) if len(licenses) == 1 else "",
        tags=tuple(dict.fromkeys(clip(tag) for article in articles for tag in article.tags)),
        sources=tuple(_fitting(article.source) for article in articles),
        questions=tuple(item.question for item in kept),
    )
    return traced(pack)


def _fitting(source: Source) -> Source:
    """A source no longer than a pack can hold; a web address is whole or not there."""
    url = source.url if len(source.url) <= MAX_CHARACTERS else ""
    return msgspec.structs.replace(source, title=clip(source.title), publisher=clip(source.publisher), url=url)


def _describe(surveys: Sequence[Surveyed]) -> str:
    if len(surveys) != 1:
        return several_articles(len(surveys))
    article = surveys[0].article
    day = article.published
    when = f" of {day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""
    by = f" by {article.publisher}" if article.publisher else ""
    told = f"an article{by}{when}" if by or when else f"“{article.source.title}”"
    return f"Questions on {told}{', retold' if article.original else ''}."
