#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes modules/directory/data/territory.tsv from a list of divisions in CSV:

    tools/territory_table.py DIVISIONS.csv > modules/directory/data/territory.tsv

Run once for each new vintage of the High Commission for Planning's codes; the table is then
checked in. Regions come first, then provinces and prefectures, then communes, each by code, so
that every parent stands before its parts. Arrondissements are left out: they are no collectivity.

The positions of the list come from a map sheet of the sphere (EPSG:3857) that was read as one of the
ellipsoid (EPSG:3395): every latitude is some 13 to 20 km too far north, the more the nearer to 45
degrees. What was read is undone here: the latitude on the ellipsoid becomes the one whose Mercator
ordinate on the sphere is the same. Tried against the known positions of 25 towns from Tanger to
Dakhla: 0.11 to 0.20 degrees off before, within the town after.
"""
import csv
import math
import sys

ECCENTRICITY = 0.0818191908426  # of WGS 84

KINDS = {
    ("region", "region"): "region",
    ("province", "prefecture"): "prefecture",
    ("province", "province"): "province",
    ("commune", "urban"): "municipality",
    ("commune", "rural"): "commune",
}
RANK = {"region": 0, "prefecture": 1, "province": 1, "municipality": 2, "commune": 2}


def degrees(text):
    return f"{float(text):.4f}" if text else ""


def latitude(text):
    """The conformal latitude of what was read."""
    if not text:
        return ""
    read = math.radians(float(text))
    bend = ((1 - ECCENTRICITY * math.sin(read)) / (1 + ECCENTRICITY * math.sin(read))) ** (ECCENTRICITY / 2)
    return degrees(math.degrees(2 * math.atan(math.tan(math.pi / 4 + read / 2) * bend) - math.pi / 2))


def main(path):
    rows = []
    with open(path, encoding="utf-8-sig", newline="") as source:
        for row in csv.DictReader(source):
            kind = KINDS.get((row["level"], row["type"]))
            if not kind:
                continue
            checked = "0" if row["ar_needs_review"].strip() == "1" else "1"
            parent = "" if kind == "region" else row["parent_code"]
            rows.append((RANK[kind], row["code_hcp"], kind, parent, row["name_ar"].strip(),
                         row["name_fr"].strip(), latitude(row["lat"]), degrees(row["lon"]),
                         checked))
    rows.sort()
    print("# Regions, provinces, prefectures and communes of the Kingdom: decree 2.15.402 (names)"
          " and the High Commission for Planning (codes of 2014, positions to four decimals).")
    print("kind\tcode\tparent\tname_ar\tname_fr\tlat\tlon\tchecked")
    for row in rows:
        print("\t".join(row[2:3] + row[1:2] + row[3:]))


main(sys.argv[1])
