# ruff: noqa: E501  (tables read best with one row a line)
"""Countries: their names, demonyms and neighbours in options."""

__all__ = ["ALIASES", "COUNTRIES", "DEMONYMS", "FAME", "GROUPS", "PEERS", "TONGUES"]

_TABLE = """
east asia: !China/Chinese|!Japan/Japanese|!South Korea/South Korean|!North Korea/North Korean|Mongolia/Mongolian
southeast asia: Vietnam/Vietnamese|Thailand/Thai|Malaysia/Malaysian|Indonesia/Indonesian|the Philippines/Filipino|Singapore/Singaporean|Cambodia/Cambodian|Myanmar/Burmese|-Laos/Laotian|-Brunei/Bruneian|-East Timor/Timorese
south asia: !India/Indian|Pakistan/Pakistani|Bangladesh/Bangladeshi|Sri Lanka/Sri Lankan|Nepal/Nepalese|Afghanistan/Afghan|-Bhutan/Bhutanese|-the Maldives/Maldivian
central asia: Kazakhstan/Kazakh|Uzbekistan/Uzbek|-Turkmenistan/Turkmen|-Kyrgyzstan/Kyrgyz|-Tajikistan/Tajik|Azerbaijan/Azerbaijani|Armenia/Armenian
middle east: !Israel/Israeli|Lebanon/Lebanese|Syria/Syrian|Turkey/Turkish|Iraq/Iraqi|Iran/Iranian|Saudi Arabia/Saudi|Jordan/Jordanian|Yemen/Yemeni|the United Arab Emirates/Emirati|Qatar/Qatari|Kuwait/Kuwaiti|-Oman/Omani|-Bahrain/Bahraini
western europe: !the United Kingdom/British|!France/French|!Germany/German|the Netherlands/Dutch|Belgium/Belgian|Ireland/Irish|Switzerland/Swiss|Austria/Austrian|!Italy/Italian|!Spain/Spanish|Portugal/Portuguese|-Luxembourg/Luxembourgish|-Malta/Maltese|-Monaco/Monegasque
northern europe: Sweden/Swedish|Norway/Norwegian|Denmark/Danish|Finland/Finnish|Iceland/Icelandic|Estonia/Estonian|Latvia/Latvian|Lithuania/Lithuanian
eastern europe: !Russia/Russian|Ukraine/Ukrainian|Poland/Polish|Hungary/Hungarian|the Czech Republic/Czech|Slovakia/Slovak|Romania/Romanian|Bulgaria/Bulgarian|Serbia/Serbian|Croatia/Croatian|Slovenia/Slovenian|Greece/Greek|Belarus/Belarusian|Moldova/Moldovan|Albania/Albanian|-Bosnia and Herzegovina/Bosnian|-North Macedonia/Macedonian|-Montenegro/Montenegrin|Cyprus/Cypriot
north america: !the United States/American|!Canada/Canadian|!Mexico/Mexican
south america: !Brazil/Brazilian|Argentina/Argentine|Chile/Chilean|Peru/Peruvian|Colombia/Colombian|Venezuela/Venezuelan|Ecuador/Ecuadorian|Bolivia/Bolivian|Uruguay/Uruguayan|Paraguay/Paraguayan|-Guyana/Guyanese|-Suriname/Surinamese
central america: Cuba/Cuban|Haiti/Haitian|Guatemala/Guatemalan|Honduras/Honduran|El Salvador/Salvadoran|Nicaragua/Nicaraguan|Panama/Panamanian|Jamaica/Jamaican|Costa Rica/Costa Rican|the Dominican Republic/Dominican|-Belize/Belizean|-the Bahamas/Bahamian|-Barbados/Barbadian|-Trinidad and Tobago/Trinidadian
north africa: Egypt/Egyptian|Morocco/Moroccan|Algeria/Algerian|Tunisia/Tunisian|Libya/Libyan|Sudan/Sudanese|-Mauritania/Mauritanian
west africa: Nigeria/Nigerian|Ghana/Ghanaian|Senegal/Senegalese|Mali/Malian|Cameroon/Cameroonian|Burkina Faso/Burkinabe|Ivory Coast/Ivorian|Liberia/Liberian|Sierra Leone/Sierra Leonean|Guinea/Guinean|Niger/Nigerien|Chad/Chadian|-Benin/Beninese|-Togo/Togolese|-Gabon/Gabonese|-Gambia/Gambian
east africa: Kenya/Kenyan|Ethiopia/Ethiopian|Uganda/Ugandan|Tanzania/Tanzanian|Rwanda/Rwandan|Somalia/Somali|South Sudan/South Sudanese|-Burundi/Burundian|-Eritrea/Eritrean|-Djibouti/Djiboutian
southern africa: South Africa/South African|Zimbabwe/Zimbabwean|Zambia/Zambian|Namibia/Namibian|Botswana/Botswanan|Mozambique/Mozambican|Angola/Angolan|Malawi/Malawian|Madagascar/Malagasy|the Democratic Republic of the Congo/Congolese|-Lesotho/Basotho|-Eswatini/Swazi|-Mauritius/Mauritian
oceania: !Australia/Australian|New Zealand/New Zealand|-Fiji/Fijian|-Papua New Guinea/Papua New Guinean|-Samoa/Samoan|-Tonga/Tongan|-Vanuatu/Vanuatuan
"""
"""A part of the world, with a country and its demonym; "!" marks those that everybody knows, "-" those that few do."""

GROUPS: dict[str, tuple[str, ...]] = {}
"""A part of the world, and its countries as they stand in a sentence ("the Netherlands")."""
COUNTRIES: dict[str, str] = {}
"""A country's name to the part of the world it lies in."""
DEMONYMS: dict[str, str] = {}
"""A demonym to its country."""
FAME: dict[str, int] = {}
"""How well known a country is: 2 to everybody, 0 to few."""


def _load() -> None:
    for row in _TABLE.strip().splitlines():
        group, _, told = row.partition(": ")
        names = []
        for pair in told.split("|"):
            name, _, demonym = pair.lstrip("!-").partition("/")
            names.append(name)
            COUNTRIES[name] = group
            DEMONYMS[demonym] = name
            FAME[name] = {"!": 2, "-": 0}.get(pair[0], 1)
        GROUPS[group] = tuple(names)


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
    "Democratic Republic of the Congo": "the Democratic Republic of the Congo",
    "Democratic Republic of Congo": "the Democratic Republic of the Congo",
    "DR Congo": "the Democratic Republic of the Congo",
    "DRC": "the Democratic Republic of the Congo",
    "Dominican Republic": "the Dominican Republic",
    "Côte d'Ivoire": "Ivory Coast",
    "Swaziland": "Eswatini",
    "Macedonia": "North Macedonia",
    "Bosnia": "Bosnia and Herzegovina",
    "Timor-Leste": "East Timor",
}
"""Other names of countries; the home nations of the United Kingdom stand for themselves."""

FAME["England"] = FAME["Scotland"] = FAME["Wales"] = FAME["Northern Ireland"] = 2
GROUPS["home nations"] = ("England", "Scotland", "Wales", "Northern Ireland")
COUNTRIES.update(dict.fromkeys(GROUPS["home nations"], "home nations"))
DEMONYMS.update({"English": "England", "Scottish": "Scotland", "Welsh": "Wales"})
DEMONYMS["Philippine"] = "the Philippines"

PEERS: dict[str, tuple[str, ...]] = {
    "the United States": ("the United Kingdom", "Russia", "China", "France", "Germany", "Canada"),
    "Canada": ("Australia", "the United Kingdom", "the United States", "New Zealand"),
    "Australia": ("New Zealand", "Canada", "the United Kingdom", "South Africa"),
    "New Zealand": ("Australia", "Canada", "Ireland", "South Africa"),
    "Mexico": ("Brazil", "Argentina", "Colombia", "Spain"),
    "China": ("Japan", "South Korea", "India", "Russia"),
    "Russia": ("Ukraine", "China", "Turkey", "Poland"),
    "Afghanistan": ("Pakistan", "Iraq", "Syria", "Yemen"),
    "Iraq": ("Syria", "Afghanistan", "Iran", "Libya"),
    "Iran": ("Iraq", "North Korea", "Pakistan", "Syria"),
    "North Korea": ("Iran", "South Korea", "China", "Pakistan"),
    "Pakistan": ("Afghanistan", "India", "Bangladesh", "Iran"),
    "Israel": ("Egypt", "Lebanon", "Jordan", "Syria"),
}
"""Countries that their neighbours do not compare with, and those that the news could name in their place."""

TONGUES: tuple[tuple[str, ...], ...] = tuple(
    tuple(row.split("|"))
    for row in """
Spain|Mexico|Argentina|Colombia|Chile|Venezuela|Peru|Uruguay|Ecuador|Bolivia|Paraguay|Cuba|Guatemala|Honduras
Portugal|Brazil|Angola|Mozambique
the Philippines|Mexico|Spain|Peru
Russia|Ukraine|Belarus|Bulgaria|Kazakhstan
Serbia|Croatia|Slovenia|Bosnia and Herzegovina|Montenegro|North Macedonia
Poland|the Czech Republic|Slovakia|Ukraine
Germany|Austria|Switzerland|the Netherlands
the Netherlands|Belgium|South Africa|Germany
Sweden|Norway|Denmark|Iceland
Finland|Estonia|Latvia|Lithuania
the United States|the United Kingdom|Canada|Australia|New Zealand|Ireland|South Africa|Jamaica
England|Scotland|Wales|Northern Ireland
Ireland|the United Kingdom|the United States|Australia
France|Belgium|Switzerland|Canada
Italy|Argentina|Spain|Switzerland
Romania|Moldova|Bulgaria
Greece|Cyprus|Albania
Hungary|Romania|Slovakia
Turkey|Azerbaijan|Turkmenistan|Uzbekistan|Kazakhstan
Egypt|Syria|Jordan|Lebanon|Iraq|Saudi Arabia|Kuwait|Yemen|Qatar|the United Arab Emirates|Libya|Sudan
Morocco|Algeria|Tunisia|Libya
Iran|Afghanistan|Tajikistan|Iraq
India|Sri Lanka|Nepal|Bangladesh
Pakistan|Bangladesh|Afghanistan|India
China|Singapore|Malaysia|Vietnam
Indonesia|Malaysia|Brunei|East Timor
Thailand|Laos|Cambodia|Myanmar
Kenya|Ethiopia|Uganda|Tanzania|Rwanda
Ethiopia|Eritrea|Somalia|Kenya
Nigeria|Ghana|Cameroon|Sierra Leone|Liberia
Senegal|Mali|Ivory Coast|Guinea|Burkina Faso|Niger|Benin|Togo
Zimbabwe|Zambia|South Africa|Botswana|Namibia|Malawi|Mozambique
""".strip().splitlines()
)
"""Countries whose people bear names of one sound, so that a name alone does not tell which it is of."""
