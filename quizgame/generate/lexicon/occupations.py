"""What people do, in groups that shut each other out: a judge is no physician."""

__all__ = ["OCCUPATIONS"]

_TABLE = """
learning: professor|scientist|astronomer|biologist|economist|historian|physicist|geologist|mathematician|philosopher
law: lawyer|judge|prosecutor|attorney
press: journalist|newspaper editor|photographer|broadcaster|photojournalist
stage: actor|actress|comedian|film director|film producer
music: singer|guitarist|composer|drummer|conductor|rapper
letters: novelist|poet|playwright|author
faith: archbishop|bishop|cardinal|priest|rabbi|imam|pastor
arms: general|admiral|colonel|army officer
police: police officer|detective|police chief|police superintendent|police inspector
medicine: doctor|surgeon|nurse|physician|psychiatrist|neurosurgeon|psychologist
building: engineer|architect|inventor
air: pilot|astronaut|cosmonaut
sport: footballer|swimmer|sprinter|cyclist|boxer|racing driver|skater|wrestler|tennis player
business: banker|entrepreneur|chief executive
politics: senator|governor|mayor|ambassador
school: teacher|student
"""

OCCUPATIONS: dict[str, str] = {}
"""An occupation to its group."""
for _row in _TABLE.strip().splitlines():
    _name, _, _told = _row.partition(": ")
    OCCUPATIONS.update(dict.fromkeys(_told.split("|"), _name))
