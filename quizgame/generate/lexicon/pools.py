# ruff: noqa: E501  (tables read best with one row a line)
"""Things of one class, to stand beside a key where the articles name too few of its like."""

__all__ = ["COMPETITIONS", "EVENT_FAMILIES", "LANDMARKS", "ORGANISATIONS", "PEOPLE", "VENUES"]


def _rows(table: str) -> dict[str, tuple[str, ...]]:
    parted = (row.partition(": ") for row in table.strip().splitlines())
    return {head: tuple(told.split("|")) for head, _, told in parted}


VENUES = _rows("""
China ice: Capital Indoor Stadium|National Speed Skating Stadium|Wukesong Sports Center|Xinjiang Ice Sports Center|National Indoor Stadium|Heilongjiang Speed Skating Hall|Jilin Speed Skating Hall
the Netherlands ice: Thialf Ice Arena|Jaap Eden Rink|IJsbaan Twente Oval
South Korea ice: Gangneung Ice Arena|Gangneung Oval|Mokdong Ice Rink|Taereung Ice Rink
Japan ice: M-Wave Arena|Makomanai Ice Arena|White Ring Arena
the United States ice: Utah Olympic Oval|Pettit National Ice Center|Delta Center
Canada ice: Richmond Olympic Oval|Pacific Coliseum|Calgary Olympic Oval
the United Kingdom: Wembley Stadium|Old Trafford Stadium|Twickenham Stadium|Millennium Stadium|Hampden Park|Emirates Stadium|Anfield Stadium
the United States: Madison Square Garden|Yankee Stadium|Soldier Field Stadium|Lambeau Field Stadium|MetLife Stadium|Staples Center
Australia: Melbourne Cricket Ground|Sydney Cricket Ground|Adelaide Oval|Bellerive Oval|Rod Laver Arena
India: Eden Gardens Stadium|Wankhede Stadium|Feroz Shah Kotla Ground|M. Chinnaswamy Stadium
""")
"""Venues by country, and by what is done there."""

LANDMARKS = _rows("""
Wall: Wall of Fame|Champions Wall|Wall of Honour|Memorial Wall
Bridge: Tower Bridge|Rialto Bridge|Brooklyn Bridge|Charles Bridge
""")
"""Landmarks by the last word of their names."""

EVENT_FAMILIES: tuple[tuple[str, ...], ...] = tuple(
    tuple(row.split("|"))
    for row in """
Salt Lake City Winter Olympics|French Alps Winter Olympics|Milan Winter Olympics|Milan-Cortina Winter Olympics|Beijing Winter Olympics|Pyeongchang Winter Olympics|Sochi Winter Olympics|Vancouver Winter Olympics|Turin Winter Olympics
2026 Milan-Cortina Winter Olympics|2022 Beijing Winter Olympics|2018 Pyeongchang Winter Olympics|2014 Sochi Winter Olympics|2010 Vancouver Winter Olympics|2006 Turin Winter Olympics
Paris Olympics|Tokyo Olympics|Rio Olympics|London Olympics|Beijing Olympics|Athens Olympics
2024 Summer Olympics|2020 Summer Olympics|2016 Summer Olympics|2012 Summer Olympics
Harbin Asian Winter Games|Sapporo Asian Winter Games|Almaty Asian Winter Games|Changchun Asian Winter Games|Aomori Asian Winter Games
Hangzhou Asian Games|Jakarta Asian Games|Incheon Asian Games|Guangzhou Asian Games
Birmingham Commonwealth Games|Gold Coast Commonwealth Games|Glasgow Commonwealth Games|Delhi Commonwealth Games
Australian Open|French Open|US Open|Wimbledon Championships
Premier League|La Liga|Serie A|Bundesliga
Champions League|Europa League|FA Cup|League Cup
Cricket World Cup|Champions Trophy|Asia Cup|T20 World Cup
Monaco Grand Prix|British Grand Prix|Italian Grand Prix|Belgian Grand Prix|Australian Grand Prix|Canadian Grand Prix
Boston Marathon|London Marathon|Berlin Marathon|Chicago Marathon|New York City Marathon
Cannes Film Festival|Venice Film Festival|Berlin Film Festival|Sundance Film Festival
ISU Speed Skating World Cup|World Speed Skating Championships|European Speed Skating Championships|Four Continents Speed Skating Championships
""".strip().splitlines()
)
"""Events of one family, written in one way, those next to each other in time or rank side by side; a family fits a key that is written like its members."""

COMPETITIONS = _rows("""
speed skating China: China National Speed Skating Championships|China Speed Skating Grand Prix|Chinese National Winter Games|China Speed Skating Challenge Cup
short-track speed skating China: China National Short Track Championships|China Short Track Grand Prix|Chinese National Winter Games
football the United Kingdom: Premier League|FA Cup|League Cup|Championship League|Community Shield
football Germany: Bundesliga|DFB Cup|German Super Cup
cricket India: Ranji Trophy|Indian Premier League|Duleep Trophy|Irani Cup
cricket Australia: Sheffield Shield|Big Bash League|Marsh Cup
basketball the United States: NBA Cup|NCAA Tournament|Summer League
""")
"""Competitions by sport and country."""

ORGANISATIONS = _rows("""
China College: Heilongjiang Vocational College|Daqing Vocational College|Harbin Vocational College|Jilin Vocational College|Liaoning Vocational College
China University: Harbin Sport University|Beijing Sport University|Jilin Sport University|Shenyang Sport University|Tsinghua University|Peking University
the United States University: Stanford University|Princeton University|Yale University|Cornell University|Duke University|Brown University|Columbia University
the United Kingdom University: Durham University|Lancaster University|Newcastle University|Cardiff University
Australia University: Monash University|Macquarie University|Deakin University|Curtin University
""")
"""Organisations by country and by the last word of their names."""

PEOPLE = _rows("""
short-track speed skating coach China: Xin Qingshan|Kim Sun-tae|Wang Chunlu|Li Jiajun|Zhang Jianbo
short-track speed skating women China: Zhou Yang|Li Jianrou|Zhang Yuting|Qu Chunyu|Liu Qiuhong|Zhang Hui
short-track speed skating men China: Wu Dajing|Ren Ziwei|Han Tianyu|Li Wenlong|Sun Long|Li Jiajun
short-track speed skating women South Korea: Shim Suk-hee|Kim A-lang|Chun Lee-kyung|Park Seung-hi|Noh Do-hee
short-track speed skating men South Korea: Hwang Dae-heon|Park Ji-won|Kwak Yoon-gy|Lee June-seo|Kim Dong-sung
speed skating coach China: Wang Manli|Xin Qingshan|Wang Chunlu|Li Jiajun|Ye Qiaobo
speed skating women China: Zhang Hong|Yu Jing|Wang Beixing|Han Mei|Ye Qiaobo|Yin Qi|Li Qishi
speed skating men China: Ning Zhongyan|Xu Fu|Lian Ziwen|Yu Fengtong|Liu Hongbo|Cai Jinlong
speed skating women the Netherlands: Ireen Wüst|Jutta Leerdam|Femke Kok|Antoinette Rijpma-de Jong
speed skating men the Netherlands: Sven Kramer|Kjeld Nuis|Patrick Roest|Thomas Krol
tennis men: Novak Djokovic|Rafael Nadal|Roger Federer|Andy Murray|Stan Wawrinka|Dominic Thiem
""")
"""Persons by sport, by office or by whom they compete with, and by country."""
