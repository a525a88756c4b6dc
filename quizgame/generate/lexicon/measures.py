"""What stands around numbers: money, units, and words whose number is no count."""

__all__ = ["AT_LEAST", "AT_MOST", "CURRENCIES", "CURRENCY_CODES", "LABELS", "ROUGHLY", "UNITS"]

AT_LEAST = frozenset(
    ["over", "more than", "at least", "no fewer than", "no less than", "not less than", "well over", "just over"]
)
"""What makes any larger number wrong, and no smaller one."""
AT_MOST = frozenset(
    ["fewer than", "less than", "up to", "under", "just under", "as many as", "as much as", "no more than", "at most"]
)
ROUGHLY = frozenset(
    ["about", "around", "nearly", "almost", "some", "roughly", "approximately", "an estimated", "close to", "circa"]
)

CURRENCIES = (
    "dollars euros? yuan yen rubles? roubles? rupees? francs? kronor kroner pesos reais rand lira dirhams? shekels? "
    "cents pence riyals? dinars? naira shillings? baht ringgit rupiah forints? zlotys? zloty bitcoins?"
).split()
"""Words for money, as patterns."""
CURRENCY_CODES = (
    r"USD EUR GBP SEK NOK DKK CHF JPY CNY RMB INR AUD CAD NZD HKD SGD ZAR KRW BRL RUB PKR BDT NGN KES PHP Rs\.? US\$"
).split()
"""Codes that stand before an amount of money, as patterns."""
_ONE_WORD = (
    "km km2 kms kilometers kilometres kilometer kilometre miles mile mi m metres meters metre meter cm centimetres "
    "centimeters mm millimetres millimeters light-years yards yard feet foot ft inches inch kg kgs kilograms kilogram "
    "grams gram tonnes tonne tons ton pounds lbs lb ounces litres liters litre liter gallons gallon hectares hectare "
    "acres acre km/h kph mph knots m/s °C °F degrees megawatts gigawatts kilowatts MW GW kW kWh volts hertz Hz kHz MHz "
    "GHz bytes kilobytes megabytes gigabytes terabytes GB MB TB barrels horsepower hp megapixels"
)
_MORE_WORDS = (
    "nautical miles|nautical mile|light years|square kilometres|square kilometers|square miles|square metres|"
    "square meters|square feet|cubic metres|cubic meters|cubic feet|sq km|sq mi|kilometres per hour|"
    "kilometers per hour|miles per hour|metres per second|meters per second|degrees Celsius|degrees Fahrenheit|"
    "metric tons|metric tonnes"
)
UNITS = (*_ONE_WORD.split(), *_MORE_WORDS.split("|"))
"""Units of measure, as they stand behind a number."""
LABELS = frozenset(
    "phase series flight route article chapter section stage step level category class grade number no nos page game "
    "episode season volume part type model room gate terminal region district zone unit platform lane channel size age "
    "aged figure table version windows group pool block apollo act title round division tier heat leg ward precinct "
    "interstate highway runway pier berth column verse psalm amendment form clause paragraph proposition resolution "
    "decree protocol mark mk week day quarter year century magnitude scale top".split()
)
"""Words whose number only labels a thing."""
