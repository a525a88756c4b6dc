# ruff: noqa: E501  (tables read best with one row a line)
"""Sports by their English names, the longest first."""

__all__ = ["SPORTS"]

SPORTS: tuple[str, ...] = tuple(
    sorted(
        """short-track speed skating|short track speed skating|long-track speed skating|speed skating|figure skating|
ice hockey|field hockey|alpine skiing|cross-country skiing|freestyle skiing|ski jumping|ski mountaineering|
Nordic combined|snowboarding|biathlon|bobsleigh|luge|curling|bandy|short track|short-track|association football|football|
soccer|rugby union|rugby league|rugby sevens|rugby|cricket|baseball|softball|basketball|netball|volleyball|
beach volleyball|handball|water polo|tennis|table tennis|badminton|golf|athletics|swimming|diving|
artistic swimming|rowing|sailing|canoeing|kayaking|cycling|track cycling|mountain biking|triathlon|gymnastics|
rhythmic gymnastics|trampoline|weightlifting|wrestling|boxing|judo|karate|taekwondo|fencing|archery|
equestrian|show jumping|modern pentathlon|surfing|skateboarding|sport climbing|motor racing|chess|snooker""".replace(
            "\n", ""
        ).split("|"),
        key=lambda sport: (-len(sport), sport),
    )
)
