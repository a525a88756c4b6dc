"""The last words of names, by what they tell of the thing that is named."""

__all__ = ["EVENT_HEADS", "ORG_HEADS", "REGION_HEADS", "SPORTS_VENUES", "VENUE_HEADS"]

EVENT_HEADS = frozenset(
    "Games Olympics Paralympics Cup Championship Championships Open Summit Prix Festival Marathon Olympiad Trophy "
    "Universiade Worlds Playoffs Bowl Derby Masters Expo Biennale Awards League Final "
    "Finals Tournament Tour Regatta Qualifier Classic".split()
)
VENUE_HEADS = frozenset(
    "Stadium Hall Center Centre Arena Palace Rink Oval Museum Airport Theatre Theater Gymnasium Dome Cathedral "
    "Church Temple Mosque Hospital Hotel Velodrome Circuit Speedway Racecourse Square Park Gardens Zoo Library "
    "Station Plaza Coliseum Auditorium Track Ground Garden Tower Castle Prison Bridge Wall Gate Monument".split()
)
SPORTS_VENUES = frozenset(
    "Stadium Hall Center Centre Arena Palace Rink Oval Gymnasium Dome Velodrome Park Track Ground Garden "
    "Coliseum".split()
)
"""Those that people compete and train at: options for one another."""
ORG_HEADS = frozenset(
    "University College School Academy Institute Union Federation Association Committee Ministry Department Party "
    "Company Inc Corporation Corp Bank Group Court Agency Council Commission Board Authority Bureau Office Service "
    "Society Foundation Organization Organisation Parliament Senate Congress Assembly House Army Navy Force Forces "
    "Police Club Team Airlines Airways Railways Press News Times Post Journal Magazine Ltd PLC LLC Partners "
    "Administration Government Cabinet Network Trust Alliance Movement Front Front Democrats Republicans United "
    "FC AFC City's Guard Corps Laboratory Observatory Studios Records Entertainment Motors Industries Systems "
    "Telescope Mission Program Programme Project Probe Report Bill Act Accord Treaty Prize Award Medal Order Agreement "
    "Constitution Amendment Protocol Code Fund Index Initiative Plan Factory".split()
)
REGION_HEADS: dict[str, str] = {
    "Province": "province",
    "State": "state",
    "County": "county",
    "Region": "region",
    "City": "city",
    "Island": "island",
    "Islands": "islands",
    "River": "river",
    "Lake": "lake",
    "Mountain": "mountain",
    "Mountains": "mountains",
    "Sea": "sea",
    "Ocean": "ocean",
    "District": "district",
    "Prefecture": "prefecture",
    "Valley": "valley",
    "Bay": "bay",
    "Peninsula": "peninsula",
    "Street": "street",
    "Avenue": "street",
    "Road": "street",
}
"""The last word of a place's name, and what a question calls it."""
