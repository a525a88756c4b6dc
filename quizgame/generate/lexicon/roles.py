# ruff: noqa: E501  (tables read best with one row a line)
"""Role words by class: roles of one class stand for one another in options."""

__all__ = ["CLASSES", "HEADS", "ROLE_WORDS", "TITLES", "UNIQUE_HEADS"]

_TABLE = """
team: head coach|captain|assistant coach|team manager|technical director|team doctor|fitness coach|physiotherapist
players: goalkeeper|striker|midfielder|defender|winger|centre-back
government: president|prime minister|foreign minister|defence minister|finance minister|interior minister|vice president|deputy prime minister
minister: foreign minister|finance minister|defence minister|interior minister|health minister|justice minister|education minister|transport minister|trade minister|environment minister
local: mayor|police chief|fire chief|city attorney|deputy mayor|head of the city council
state: governor|deputy governor|attorney general|chief justice|state senator
legislature: speaker|senator|congressman|congresswoman|opposition leader|party leader|party chairman|deputy leader
company: chief executive|chief executive officer|chief financial officer|chairman|chairwoman|managing director|vice president|spokesman|spokeswoman|spokesperson
science: professor|researcher|lead author|co-author|director|postdoctoral researcher|astronomer|biologist|geologist|physicist|economist|historian
law: judge|chief justice|prosecutor|attorney general|defence lawyer|solicitor general|chief prosecutor
diplomacy: ambassador|secretary general|envoy|high commissioner|consul general|special representative
security: army chief|air force chief|general|admiral|colonel|commander|defence secretary|police commissioner|detective
arts: singer|actor|actress|film director|novelist|composer|guitarist|drummer|producer|screenwriter|playwright|author|writer
faith: archbishop|bishop|cardinal|priest|deacon
press: editor|editor in chief|journalist|reporter|presenter|columnist|producer
academia: professor|lecturer|dean|research fellow|postdoctoral researcher|librarian|vice-chancellor
sport: champion|defending champion|world champion|Olympic champion|coach|skater|swimmer|sprinter|cyclist|boxer|racing driver|batsman|bowler|wicket-keeper
"""

CLASSES: dict[str, tuple[str, ...]] = {}
for _row in _TABLE.strip().splitlines():
    _name, _, _told = _row.partition(": ")
    CLASSES[_name] = tuple(_told.split("|"))

HEADS: dict[str, str] = {}
"""A role to its class; the first class that lists it counts."""
for _name, _roles in CLASSES.items():
    for _role in _roles:
        HEADS.setdefault(_role, _name)
HEADS.update({
    "manager": "team", "leader": "legislature", "secretary": "minister", "minister": "minister", "CEO": "company",
    "deputy": "legislature", "chief": "security", "director": "science", "vice-president": "government",
    "secretary-general": "diplomacy", "MP": "legislature", "official": "local", "premier": "government",
    "coach": "team", "skipper": "team", "teacher": "science", "student": "science", "scientist": "science",
    "lawyer": "law", "activist": "press", "actor": "arts", "analyst": "science", "expert": "science",
    "chair": "company", "commissioner": "security", "officer": "security", "owner": "company", "driver": "sport",
    "secretary of state": "minister", "foreign secretary": "minister", "home secretary": "minister",
    "defense minister": "minister", "defense secretary": "minister", "commerce secretary": "minister",
    "emergencies minister": "minister", "chancellor": "government", "chief minister": "state", "first minister": "government",
    "director general": "company", "director-general": "company", "chief of staff": "security",
    "head": "company", "co-chair": "company", "chairperson": "company", "coordinator": "company", "engineer": "science",
})  # fmt: skip

ROLE_WORDS = frozenset(role.split()[-1] for role in HEADS)
"""Words that end a role."""
UNIQUE_HEADS = frozenset(
    "head coach|captain|president|vice president|prime minister|chancellor|mayor|governor|speaker|chairman|"
    "chairwoman|chief executive|chief executive officer|CEO|managing director|chief justice|attorney general|"
    "secretary general|foreign minister|finance minister|defence minister|interior minister|health minister|"
    "police chief|manager|secretary-general|vice-president|champion|technical director|premier|"
    "editor in chief|chief financial officer|education minister|justice minister|environment minister|"
    "secretary of state|foreign secretary|home secretary|defence secretary|defense secretary|defense minister|"
    "transport minister|trade minister|deputy prime minister|first minister|chief minister|emergencies minister|"
    "ambassador|bishop|archbishop|director general|director-general|opposition leader|commerce secretary".split("|")
)
"""Roles that one person holds at a time, so that "who is the ..." has one answer."""
TITLES = frozenset(
    "Mr Mrs Ms Mme Madame Monsieur Dr Sir Lord Lady Dame Prof Professor President Minister Prime Senator Governor Mayor Judge Justice King "
    "Queen Prince Princess Pope Chancellor Secretary Captain Coach General Colonel Admiral Chief Officer Detective "
    "Sergeant Commissioner Congressman Congresswoman Representative Rep Sen Gov Speaker Ambassador Vice Deputy Director "
    "Foreign Finance Defence Defense Health Interior Premier Attorney Chairman Chairwoman CEO Spokesman Spokeswoman "
    "Spokesperson Emergencies Justice Education Professor Reverend Rev Saint Former Lieutenant Major Inspector "
    "Treasurer Archbishop Bishop Cardinal Leader MP Councillor Sheriff Legislator Prosecutor Whip Minority Majority Democrat Republican Emeritus Spokesperson Commander Activist Superintendent Secretary-General Vice-President Attorney-General Assemblywoman Assemblyman Councilman Councilwoman Baroness Sheikh Ayatollah Pastor Constable Marshal Duke Duchess Earl Surgeon Associate Assistant Acting Executive".split()
)
"""Words that stand before a name and are no part of it."""
