# ruff: noqa: E501  (tables read best with one row a line)
"""What an article or a sentence is about, by its words; the topics are tags of the families of persons."""

from functools import cache

__all__ = ["BODY_TAGS", "OFFICE_TAGS", "TOPIC_WORDS"]

_TABLE = """
politics: election elections vote voters parliament parliamentary government minister ministers president presidential senate senator congress party parties campaign coalition opposition referendum cabinet legislation lawmakers policy candidate candidates impeachment democracy
law: court judge trial lawyer lawyers attorney prosecutors lawsuit verdict ruling appeal jury convicted guilty sentence charges defendant
police: police officers arrested arrest suspect detectives stabbed shot shooting murder investigation crime victim homicide
rescue: rescue firefighters coastguard survivors search crews emergency evacuated wildfire blaze boat
military: army troops soldiers military navy airstrike forces rebels missile missiles insurgents militants base
business: company companies shares market profits investors executive chief merger customers sales airline bank billion employees retail
technology: software internet app users online data smartphone browser website privacy computer hackers digital platform
transport: aircraft flight flights pilots passengers airport airline plane crash crew railway train
space: space spacecraft planet planets orbit telescope astronomers asteroid galaxy star moon rocket launch satellite comet exoplanet astronauts
physics: physics physicists particle particles quantum electrons laser photons collider gravitational
chemistry: chemistry chemical chemists molecules molecule compound battery batteries polymer catalyst
climate: climate warming carbon emissions glaciers glacier ice antarctic arctic greenhouse temperatures sea-level
ocean: ocean oceans marine reef reefs coral sea fish oceanography oceanographer underwater
palaeontology: dinosaur dinosaurs fossil fossils palaeontologists paleontologists paleontology feathered extinct jurassic cretaceous
animals: species animals birds mammals insects wildlife behaviour prey predators zoo bees ants
genes: gene genes genome genetic dna mutation embryos crispr
outbreak: outbreak virus ebola vaccine vaccination epidemic infected infection infections cases quarantine contagious
medicine: patients hospital doctors disease surgery treatment cancer clinical medical drug brain health
microbes: bacteria bacterial antibiotics superbug resistant microbes coli hygiene
engineering: engineers engineering material materials robot robots coating device sensor nanotubes
brain: brain neurons psychology psychologists neuroscience memory cognitive
earth: earthquake earthquakes quake volcano volcanic eruption seismology magnitude aftershocks tsunami geologists
ecology: forest forests rainforest ecosystem ecosystems trees biodiversity deforestation conservation habitat plants
economics: inflation economy economists unemployment inequality income wages tariffs trade growth gdp
religion: church bishop pope religious catholic faith cathedral muslims mosque archdiocese
royal: prince princess queen royal duke duchess palace king monarch
film: film films movie actor actress director oscar cinema screenplay starring
music: song album singer band concert music musician recording orchestra
author: novel author writer book books literature poet published literary
television: television broadcast episode series channel show viewers presenter
football: football soccer goal goals striker midfielder penalty premier fifa uefa defender
cricket: cricket wickets wicket innings batsman bowler odi overs
tennis: tennis wimbledon sets seed
motor racing: formula qualifying lap laps pit pole driver drivers circuit prix
rugby: rugby scrum tries
athletics: marathon sprint athletics runner metres athletes
swimming: swimming freestyle swimmers swimmer backstroke butterfly breaststroke
chess: chess grandmaster bishop pawn
charity: charity charities refugees migrants humanitarian activists ngo campaigners
rights: rights freedom discrimination activists lgbt equality
nature: environmental environment activists sustainability pollution
internet: wikipedia wiki encyclopedia copyright internet censorship
"""


@cache
def _topics() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in _TABLE.strip().splitlines():
        name, _, told = row.partition(": ")
        for word in told.split():
            found[word] = (*found.get(word, ()), name)
    return found


TOPIC_WORDS = _topics()
"""A word to the topics it speaks of."""

OFFICE_TAGS: dict[str, tuple[str, ...]] = {
    "president": ("politics",),
    "prime minister": ("politics",),
    "vice president": ("politics", "vice president"),
    "minister": ("politics",),
    "leader": ("politics",),
    "party leader": ("politics",),
    "opposition leader": ("politics",),
    "secretary": ("politics", "cabinet"),
    "senator": ("politics", "senator"),
    "congressman": ("politics", "representative"),
    "congresswoman": ("politics", "representative"),
    "MP": ("politics",),
    "governor": ("politics", "governor"),
    "premier": ("politics", "premier"),
    "mayor": ("politics", "mayor"),
    "speaker": ("politics", "speaker"),
    "attorney general": ("law", "state attorney general"),
    "judge": ("law", "judge"),
    "chief justice": ("law", "judge"),
    "prosecutor": ("law",),
    "lawyer": ("law", "lawyer"),
    "police chief": ("police", "chief"),
    "police commissioner": ("police", "chief"),
    "detective": ("police",),
    "officer": ("police",),
    "ambassador": ("diplomacy",),
    "envoy": ("diplomacy",),
    "secretary general": ("diplomacy",),
    "secretary-general": ("diplomacy",),
    "general": ("military", "general"),
    "commander": ("military",),
    "chief executive": ("business",),
    "chief executive officer": ("business",),
    "CEO": ("business",),
    "chairman": ("business",),
    "founder": ("business",),
    "coach": ("sport", "coach"),
    "head coach": ("sport", "coach"),
    "captain": ("sport",),
    "skipper": ("sport",),
    "driver": ("sport", "motor racing"),
    "archbishop": ("religion",),
    "bishop": ("religion",),
    "cardinal": ("religion",),
    "professor": ("science",),
    "researcher": ("science",),
    "scientist": ("science",),
    "lead author": ("science",),
    "co-author": ("science",),
    "astronomer": ("science", "space"),
    "physicist": ("science", "physics"),
    "biologist": ("science", "biology"),
    "geologist": ("science", "earth"),
    "economist": ("economics",),
    "actor": ("actor",),
    "actress": ("actress",),
    "singer": ("music", "singer"),
    "film director": ("film director",),
    "novelist": ("author",),
    "writer": ("author",),
    "composer": ("music", "composer"),
    "journalist": ("media",),
    "astronaut": ("astronaut",),
    "activist": ("rights", "charity"),
    "sheriff": ("police", "sheriff"),
    "chief superintendent": ("police",),
    "inspector": ("police",),
    "sergeant": ("police",),
    "mp": ("politics",),
    "representative": ("politics", "representative"),
    "justice": ("law", "judge"),
    "prof": ("science",),
    "pope": ("religion", "pope"),
    "colonel": ("military", "general"),
    "admiral": ("military", "general"),
}
"""An office to the tags of the families that hold its like."""

BODY_TAGS: dict[str, tuple[str, ...]] = {
    "learning": ("science",),
    "research": ("science",),
    "party": ("politics",),
    "legislature": ("politics",),
    "company": ("business",),
    "airline": ("business", "transport"),
    "bank": ("business", "finance"),
    "court": ("law",),
    "media": ("media",),
    "force": ("police",),
}
"""The sort of a body to the tags of those who speak for it."""
