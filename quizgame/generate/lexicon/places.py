# ruff: noqa: E501  (tables read best with one row a line)
"""Cities, and the states and provinces of large countries, to know them by; what stands beside them is in families/."""

__all__ = ["CITIES", "REGIONS", "REGION_CLASS"]

_CITIES = """
China: Beijing|Shanghai|Guangzhou|Shenzhen|Chengdu|Wuhan|Nanjing|Tianjin|Chongqing|Xi'an|Hangzhou|Harbin|Changchun|Shenyang|Dalian|Qingdao|Jilin|Mudanjiang|Jiamusi|Daqing|Qiqihar|Kunming|Lanzhou
Japan: Tokyo|Osaka|Nagoya|Sapporo|Nagano|Kyoto|Fukuoka|Hiroshima|Sendai|Kobe|Yokohama|Kawasaki|Niigata|Okayama
South Korea: Seoul|Busan|Incheon|Daegu|Gangneung|Daejeon|Gwangju|Pyeongchang
India: Mumbai|Delhi|New Delhi|Kolkata|Chennai|Bengaluru|Hyderabad|Pune|Ahmedabad|Jaipur|Lucknow|Kanpur
the United Kingdom: London|Manchester|Birmingham|Liverpool|Leeds|Glasgow|Edinburgh|Bristol|Sheffield|Cardiff|Belfast|Newcastle
France: Paris|Lyon|Marseille|Toulouse|Nice|Bordeaux|Lille|Nantes|Strasbourg|Montpellier
Germany: Berlin|Hamburg|Munich|Cologne|Frankfurt|Stuttgart|Leipzig|Dresden|Dortmund|Düsseldorf
Italy: Rome|Milan|Turin|Naples|Florence|Venice|Bologna|Genoa|Palermo|Verona
Spain: Madrid|Barcelona|Valencia|Seville|Bilbao|Zaragoza|Málaga
the Netherlands: Amsterdam|Rotterdam|The Hague|Utrecht|Eindhoven|Heerenveen|Groningen
Russia: Moscow|Saint Petersburg|Kazan|Sochi|Novosibirsk|Yekaterinburg|Chelyabinsk|Magnitogorsk
the United States: New York|Los Angeles|Chicago|Houston|Philadelphia|Phoenix|San Diego|Dallas|San Francisco|Seattle|Denver|Boston|Detroit|Atlanta|Miami|Minneapolis|Portland|Las Vegas|Baltimore|Milwaukee|Cleveland|New Orleans|Pittsburgh|Cincinnati
Canada: Toronto|Montreal|Vancouver|Calgary|Ottawa|Edmonton|Winnipeg|Quebec City|Halifax
Australia: Sydney|Melbourne|Brisbane|Perth|Adelaide|Canberra|Hobart|Darwin|Newcastle
New Zealand: Auckland|Wellington|Christchurch|Hamilton|Dunedin
Brazil: Rio de Janeiro|São Paulo|Brasília|Salvador|Fortaleza|Recife|Porto Alegre
South Africa: Cape Town|Johannesburg|Durban|Pretoria|Bloemfontein
Pakistan: Karachi|Lahore|Islamabad|Rawalpindi|Peshawar|Quetta|Multan
Turkey: Istanbul|Ankara|Izmir|Antalya|Bursa
Israel: Jerusalem|Tel Aviv|Haifa
Belgium: Brussels|Antwerp|Ghent|Bruges
Ireland: Dublin|Cork|Galway|Limerick
Switzerland: Zürich|Geneva|Basel|Bern|Lausanne|Davos
Norway: Oslo|Bergen|Trondheim|Stavanger|Lillehammer
Sweden: Stockholm|Gothenburg|Malmö|Uppsala
Poland: Warsaw|Kraków|Gdańsk|Wrocław|Poznań
Mexico: Mexico City|Guadalajara|Monterrey|Tijuana|Puebla
Ukraine: Kyiv|Kiev|Kharkiv|Odessa|Lviv|Donetsk
"""
_REGIONS = """
China province: Heilongjiang|Jilin|Liaoning|Hebei|Shandong|Shanxi|Henan|Jiangsu|Zhejiang|Sichuan|Guangdong|Hunan|Hubei|Yunnan|Fujian|Anhui|Gansu|Qinghai
the United States state: California|Texas|Florida|Ohio|Pennsylvania|Illinois|Michigan|Virginia|Massachusetts|Colorado|Oregon|Nevada|Arizona|Utah|Alabama|Minnesota|Wisconsin|Missouri|Kentucky|Tennessee|Louisiana|Maryland|New Jersey|North Carolina|South Carolina|Indiana|Iowa|Kansas|Oklahoma|Connecticut|Alaska|Hawaii|Montana|Idaho|Vermont|New Mexico|Nebraska
Canada province: Ontario|Quebec|British Columbia|Alberta|Manitoba|Nova Scotia|Saskatchewan|New Brunswick
Australia state: New South Wales|Victoria|Queensland|Tasmania|South Australia|Western Australia
India state: Maharashtra|Karnataka|Kerala|Tamil Nadu|Gujarat|Rajasthan|Punjab|Bihar|Assam|Uttar Pradesh|Madhya Pradesh|West Bengal|Odisha|Haryana
Germany state: Bavaria|Saxony|Hesse|Brandenburg|Lower Saxony|Thuringia
Pakistan province: Sindh|Balochistan|Khyber Pakhtunkhwa
"""


def _rows(table: str) -> list[tuple[str, tuple[str, ...]]]:
    parted = (row.partition(": ") for row in table.strip().splitlines())
    return [(head, tuple(told.split("|"))) for head, _, told in parted]


CITIES: dict[str, str] = {city: country for country, cities in reversed(_rows(_CITIES)) for city in cities}
"""A city to its country."""
REGION_CLASS: dict[str, str] = {head.rpartition(" ")[0]: head.rpartition(" ")[2] for head, _ in _rows(_REGIONS)}
"""A country to what its parts are called."""
REGIONS: dict[str, str] = {
    region: head.rpartition(" ")[0]
    for head, regions in reversed(_rows(_REGIONS))
    for region in regions
    if region not in CITIES
}
"""States and provinces to their country; names that are cities too are read as cities."""
