# ruff: noqa: E501  (tables read best with one row a line)
"""Countries: their names, demonyms and neighbours in options."""

__all__ = ["ALIASES", "COUNTRIES", "DEMONYMS", "GROUPS"]

_TABLE = """
east asia: China Chinese|Japan Japanese|South Korea South Korean|North Korea North Korean|Mongolia Mongolian|Kazakhstan Kazakh
southeast asia: Vietnam Vietnamese|Thailand Thai|Malaysia Malaysian|Indonesia Indonesian|the Philippines Filipino|Singapore Singaporean|Cambodia Cambodian|Myanmar Burmese
south asia: India Indian|Pakistan Pakistani|Bangladesh Bangladeshi|Sri Lanka Sri Lankan|Nepal Nepalese|Afghanistan Afghan
middle east: Israel Israeli|Iran Iranian|Iraq Iraqi|Saudi Arabia Saudi|Syria Syrian|Lebanon Lebanese|Jordan Jordanian|Yemen Yemeni|Turkey Turkish|Qatar Qatari|Kuwait Kuwaiti|the United Arab Emirates Emirati
western europe: the United Kingdom British|France French|Germany German|the Netherlands Dutch|Belgium Belgian|Ireland Irish|Switzerland Swiss|Austria Austrian|Italy Italian|Spain Spanish|Portugal Portuguese
northern europe: Sweden Swedish|Norway Norwegian|Denmark Danish|Finland Finnish|Iceland Icelandic|Estonia Estonian|Latvia Latvian|Lithuania Lithuanian
eastern europe: Russia Russian|Ukraine Ukrainian|Poland Polish|Hungary Hungarian|the Czech Republic Czech|Slovakia Slovak|Romania Romanian|Bulgaria Bulgarian|Serbia Serbian|Croatia Croatian|Slovenia Slovenian|Greece Greek|Belarus Belarusian|Moldova Moldovan|Albania Albanian
north america: the United States American|Canada Canadian|Mexico Mexican
latin america: Brazil Brazilian|Argentina Argentine|Chile Chilean|Peru Peruvian|Colombia Colombian|Venezuela Venezuelan|Ecuador Ecuadorian|Bolivia Bolivian|Uruguay Uruguayan|Paraguay Paraguayan|Cuba Cuban|Haiti Haitian|Guatemala Guatemalan|Honduras Honduran|El Salvador Salvadoran|Nicaragua Nicaraguan|Panama Panamanian|Jamaica Jamaican|Costa Rica Costa Rican
africa: Egypt Egyptian|South Africa South African|Nigeria Nigerian|Kenya Kenyan|Ethiopia Ethiopian|Ghana Ghanaian|Morocco Moroccan|Algeria Algerian|Tunisia Tunisian|Libya Libyan|Sudan Sudanese|Uganda Ugandan|Tanzania Tanzanian|Rwanda Rwandan|Zimbabwe Zimbabwean|Zambia Zambian|Cameroon Cameroonian|Senegal Senegalese|Mali Malian|Somalia Somali|Namibia Namibian|Botswana Botswanan|Mozambique Mozambican|Angola Angolan|Burkina Faso Burkinabe|Gabon Gabonese
oceania: Australia Australian|New Zealand New Zealand|Fiji Fijian|Papua New Guinea Papua New Guinean|Samoa Samoan
"""

GROUPS: dict[str, tuple[str, ...]] = {}
"""A part of the world, and its countries as they stand in a sentence ("the Netherlands")."""
COUNTRIES: dict[str, str] = {}
"""A country's name to the part of the world it lies in."""
DEMONYMS: dict[str, str] = {}
"""A demonym to its country."""


def _load() -> None:
    for row in _TABLE.strip().splitlines():
        group, _, told = row.partition(": ")
        names = []
        for pair in told.split("|"):
            name, demonym = _split(pair)
            names.append(name)
            COUNTRIES[name] = group
            DEMONYMS[demonym] = name
        GROUPS[group] = tuple(names)


def _split(pair: str) -> tuple[str, str]:
    words = pair.split()
    long = {"Sri Lanka", "South Korea", "North Korea", "New Zealand", "South Africa", "Papua New", "Costa Rica"}
    size = 1
    if words[0] == "the":
        size = len(words) - 1
    elif " ".join(words[:2]) in long:
        size = len(words) // 2
    elif len(words) > 2:
        size = len(words) - 1
    return " ".join(words[:size]), " ".join(words[size:])


_load()

ALIASES: dict[str, str] = {
    "US": "the United States",
    "U.S.": "the United States",
    "USA": "the United States",
    "United States": "the United States",
    "United States of America": "the United States",
    "America": "the United States",
    "UK": "the United Kingdom",
    "U.K.": "the United Kingdom",
    "Britain": "the United Kingdom",
    "Great Britain": "the United Kingdom",
    "United Kingdom": "the United Kingdom",
    "England": "England",
    "Scotland": "Scotland",
    "Wales": "Wales",
    "Northern Ireland": "Northern Ireland",
    "Netherlands": "the Netherlands",
    "Holland": "the Netherlands",
    "Philippines": "the Philippines",
    "United Arab Emirates": "the United Arab Emirates",
    "UAE": "the United Arab Emirates",
    "Czech Republic": "the Czech Republic",
    "Czechia": "the Czech Republic",
    "Republic of Ireland": "Ireland",
    "Republic of Korea": "South Korea",
    "People's Republic of China": "China",
    "Russian Federation": "Russia",
    "Burma": "Myanmar",
}
"""Other names of countries; the home nations of the United Kingdom stand for themselves."""

GROUPS["home nations"] = ("England", "Scotland", "Wales", "Northern Ireland")
COUNTRIES.update(dict.fromkeys(GROUPS["home nations"], "home nations"))
DEMONYMS.update({"English": "England", "Scottish": "Scotland", "Welsh": "Wales"})
DEMONYMS["Philippine"] = "the Philippines"
