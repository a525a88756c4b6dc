"""English verbs of news writing, with the forms that turn a statement into a question."""

__all__ = [
    "AUXILIARIES",
    "BASES",
    "HEDGES",
    "LOCATING",
    "PARTICIPLES",
    "PASTS",
    "PAST_OF",
    "REPORTING",
    "SUFFERED",
    "THIRD",
]  # fmt: skip

_IRREGULAR = """
be was been|become became become|begin began begun|bear bore born|beat beat beaten|break broke broken|
bring brought brought|build built built|buy bought bought|catch caught caught|choose chose chosen|come came come|
cost cost cost|cut cut cut|deal dealt dealt|draw drew drawn|drive drove driven|eat ate eaten|fall fell fallen|
feed fed fed|fight fought fought|find found found|fly flew flown|get got got|give gave given|go went gone|
grow grew grown|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|
know knew known|lay laid laid|lead led led|leave left left|lend lent lent|let let let|lie lay lain|lose lost lost|
make made made|mean meant meant|meet met met|overtake overtook overtaken|pay paid paid|put put put|quit quit quit|
read read read|ride rode ridden|ring rang rung|rise rose risen|run ran run|overcome overcame overcome|see saw seen|
sell sold sold|send sent sent|set set set|shake shook shaken|shoot shot shot|show showed shown|shut shut shut|
sing sang sung|sink sank sunk|sit sat sat|slide slid slid|speak spoke spoken|spend spent spent|spread spread spread|
stand stood stood|steal stole stolen|strike struck struck|swim swam swum|take took taken|teach taught taught|
tear tore torn|throw threw thrown|undergo underwent undergone|wear wore worn|win won won|withdraw withdrew withdrawn|
write wrote written|have had had|do did done|say said said|tell told told|think thought thought|feel felt felt|
oversee oversaw overseen
"""
_REGULAR = """
accept accompany achieve acquire adopt advance aid air allow announce appear apply appoint approve arrest arrive attack
attract attend attempt award back ban base battle block board bomb borrow call campaign cancel capture carry cause
celebrate challenge change charge chair claim clear climb close coach collapse collect collide commission
compete complete
comprise concern conclude condemn conduct confirm connect conquer consider consist construct contain continue contract
contribute control convert convict cooperate count cover crash create cross crown cultivate damage debut declare decline
decrease dedicate defeat defend delay deliver demand deploy describe design destroy detain develop die direct disappear
discover dismiss display donate double drop earn edge elect eliminate employ enact end endorse enter erupt
establish evacuate
examine exceed exclude execute exist expand experience explode export extend face fail feature file fill film finance
finish fire flood focus follow form found fund gain gather govern graduate grant guide halt handle head help hire
honour honor host identify implement import impose improve include increase inform injure inspire install introduce
invade invent invest investigate invite involve issue join jump kill land last launch list live locate lodge maintain
manage march mark marry measure move murder name narrow nominate observe occupy occur offer open operate oppose
orbit order organise organize outline overturn own participate pass perform pick place plan plant play plead pledge
point post postpone praise premiere prepare present prevent produce promise promote propose protect protest prove
provide publish purchase pursue qualify race raise rank ratify reach receive reclaim record recover reduce refuse
regain register reign reject release remain remove rename renew repeat replace represent reproduce request require
rescue resign resolve restore resume retain retire return reveal review rule sail score seal search secure seek
seize select sentence separate serve settle shape share sign skate skip slip smash spot stage start station stay step
stop store stretch study submit succeed suffer supply support surpass surrender survive suspend target terminate test
threaten tie total tour train transfer transform travel treat trigger triumph turn unveil upgrade urge use visit vote
wait walk warn wash watch weigh welcome withhold witness work worship wound accuse admit aim stun rally
single happen chase thrash outclass rout crush topple hammer trounce plunge derail capsize hospitalise
hospitalize recruit generate allocate average commit equip pin plot refer wrap
"""
_SOUGHT = {"seek": "sought", "withhold": "withheld"}
_DOUBLING = frozenset(
    "admit ban control commit drop equip occur pin plan plot refer skip slip spot step stop stun submit transfer "
    "wrap".split()
)


def _regular_past(base: str) -> str:
    if base in _SOUGHT:
        return _SOUGHT[base]
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in "aeou":
        return base[:-1] + "ied"
    return base + base[-1] + "ed" if base in _DOUBLING else base + "ed"


def _third(base: str) -> str:
    if base in {"have", "be"}:
        return {"have": "has", "be": "is"}[base]
    if base.endswith(("s", "x", "ch", "sh", "o", "z")):
        return base + "es"
    return base[:-1] + "ies" if base.endswith("y") and base[-2] not in "aeou" else base + "s"


_ROWS: tuple[tuple[str, str, str], ...] = (
    *((row.split()[0], row.split()[1], row.split()[2]) for row in " ".join(_IRREGULAR.split()).split("|")),
    *((base, _regular_past(base), _regular_past(base)) for base in _REGULAR.split()),
)

BASES = frozenset(base for base, _, _ in _ROWS)
PASTS: dict[str, str] = {past: base for base, past, _ in reversed(_ROWS) if base != "be"}
"""Past form to base."""
PAST_OF: dict[str, str] = {base: past for base, past, _ in reversed(_ROWS) if base != "be"}
"""Base to past form."""
PARTICIPLES: dict[str, str] = {participle: base for base, _, participle in reversed(_ROWS)}
THIRD: dict[str, str] = {_third(base): base for base, _, _ in reversed(_ROWS) if base != "be"}

AUXILIARIES = frozenset("is are was were has have had will does did do".split())
"""Finite helpers, which open a clause of their own wherever they stand."""
HEDGES = frozenset(
    "may might could would should can cannot allegedly reportedly apparently perhaps possibly probably likely "
    "unlikely expected expects rumored rumoured suspected alleged believed supposed seems seemed appears unclear "
    "unconfirmed presumably potentially hoped hopes if whether not never no none nobody nothing neither nor without "
    "scheduled slated estimated failed refused denied denies hardly almost nearly false doubt".split()
)
"""Words that make a statement less than a fact, or the opposite of one."""
REPORTING = frozenset(
    "said says told added noted explained stated commented remarked continued announced tweeted wrote recalled "
    "concluded declared insisted admitted stressed warned argued observed emphasised emphasized replied "
    "answered asked claimed quipped joked responded countered lamented opined cautioned asserted affirmed testified "
    "according reported reports reportedly claims acknowledged".split()
)
LOCATING = frozenset(
    "hold open build bear die meet train arrive compete play host begin end conclude start launch establish found live "
    "crash land occur take race celebrate perform stage finish win premiere discover detain arrest kill explode "
    "collapse gather stand sign study graduate work erupt display film travel fly sail return go move stay debut march "
    "locate base unveil display graduate teach serve post bury leave send happen break aim".split()
)
"""Verbs whose place, day or occasion is worth asking for."""
SUFFERED = frozenset(
    "die kill injure wound hospitalised hospitalized hospitalise hospitalize hurt rescue evacuate displace damage "
    "destroy arrest trap".split()
)
"""What happens to those whom an event harms."""
