"""Three packs as players meet them."""

from datetime import date

from quizgame.core.pack import Pack, Question, Source


def _question(number: int, stem: str, answer: str, distractors: str, evidence: str, kind: str) -> Question:  # noqa: PLR0917
    return Question(
        id=f"q-{number}",
        stem=stem,
        answer=answer,
        distractors=tuple(distractors.split(" / ")),
        evidence=evidence,
        source="article",
        kind=kind,
    )


HARBIN = Pack(
    id="harbin-2025",
    title="Short track at the Harbin Asian Winter Games",
    description="Six golds, one home team, and a heated rivalry on the ice of Harbin.",
    sources=(
        Source(
            id="article",
            title="Short track at the Harbin Asian Winter Games",
            publisher="Xinhua",
            published=date(2025, 2, 9),
        ),
    ),
    questions=(
        _question(
            1,
            "In short-track speed skating at the Harbin Asian Winter Games, how many gold medals did South Korea win?",
            "six",
            "two / four / nine",
            "South Korea finished on top with six golds, four silvers and three bronzes.",
            "count",
        ),
        _question(
            2,
            "Where were the short-track races of the Harbin Asian Winter Games held?",
            "the Heilongjiang Ice Events Training Center",
            "the Capital Skating Hall / the Qitaihe Sports Center / the National Speed Skating Stadium",
            "The races took place at the Heilongjiang Ice Events Training Center.",
            "venue",
        ),
        _question(
            3,
            "Who is the head coach of the Chinese short-track team?",
            "Zhang Jing",
            "Li Yan / Meng Qingyu / Wang Meng",
            "Zhang Jing, the head coach of the Chinese team, praised the whole squad.",
            "role",
        ),
        _question(
            4,
            "Which event gave China its first short-track gold at the Harbin Asian Winter Games?",
            "the mixed team relay",
            "the men's 500m / the women's 1,000m / the men's 5,000m relay",
            "China opened with gold in the mixed team relay.",
            "event",
        ),
    ),
)
QITAIHE = Pack(
    id="qitaihe-2022",
    title="Qitaihe, city of champions",
    description="The city in Heilongjiang that trains Olympic champions in short track.",
    sources=(
        Source(id="article", title="Qitaihe, city of champions", publisher="Xinhua", published=date(2022, 2, 28)),
    ),
    questions=(
        _question(
            1,
            "In which year did the short track speed skating memorial hall of Qitaihe open?",
            "2019",
            "2015 / 2018 / 2021",
            "The memorial hall, which opened in 2019, stands in the middle of the city.",
            "date",
        ),
        _question(
            2,
            "Whose sculpture stands in the memorial hall of Qitaihe?",
            "Meng Qingyu",
            "Yang Yang / Wang Meng / Fan Kexin",
            "The sculpture of Meng Qingyu, the late coach, stands in the memorial hall.",
            "person",
        ),
        _question(
            3,
            "In which province does Qitaihe lie?",
            "Heilongjiang",
            "Jilin / Liaoning / Hebei",
            "Qitaihe lies in Heilongjiang, in the northeast of China.",
            "place",
        ),
    ),
)
TEAM = Pack(
    id="speed-skating-team-2023",
    title="The national speed skating team, autumn 2023",
    sources=(Source(id="article", title="Training for the World Cup", publisher="Xinhua"),),
    questions=tuple(
        _question(
            number,
            f"How many skaters took part in camp {number} of the national speed skating team?",
            str(number * 10),
            f"{number * 10 + 1} / {number * 10 + 2} / {number * 10 + 3}",
            f"In camp {number}, {number * 10} skaters took part.",
            "count",
        )
        for number in range(1, 13)
    ),
)
