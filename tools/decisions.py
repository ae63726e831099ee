#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The decisions named by the lists of decrees 2.22.387, 2.22.141, 2.22.386 and 2.22.385, as facts.

    tools/decisions.py LINES.csv > modules/procedures/data/decisions.tsv

LINES.csv holds one line of an annex a row (list, no, administration, decision, deadline_days,
cap_days, silence_is_approval, extension_for_expertise, investment), as read from the Bulletin
officiel. The same act stands in several lists, and sometimes twice in one; here it stands once,
with every decree and line that names it. Spellings that the extraction broke are put right below,
each judged against the text of its decree; the amount of line 42 of decree 2.22.387, whose first
digit is gone there too, against the line before it.
"""
import csv
import re
import sys

DECREES = {
    "silence_approval": "2.22.387",
    "communes_2.22.141": "2.22.141",
    "expertise": "2.22.386",
    "investment30": "2.22.385",
}
# What the extraction broke: letters in the wrong order, brackets that moved, a full stop inside.
REPAIRS = [
    ("ألخ أو أخت", "لأخ أو أخت"),
    ("ألب أو أم", "لأب أو أم"),
    ("عالجا طويل", "علاجا طويل"),
    ("مخول لهم لاحق في حالة عدم التوفر على لاحق", "مخول لهم الحق في حالة عدم التوفر على الحق"),
    ("للأمرين بالمهام", "للآمرين بالمهام"),
    ("()CNOPS-CNSS", "(CNOPS-CNSS)"),
    ("()NM 21.5.201", "(NM 21.5.201)"),
    ("()NM 21.5.200", "(NM 21.5.200)"),
    ("(نسبة العجز تتجاوز )% 70", "(نسبة العجز تتجاوز 70 %)"),
    ("%75", "75 %"),
    ("بالنسبة المؤمن", "بالنسبة للمؤمن"),
    ("الترخيص الاستغلال من أجل", "الترخيص بالاستغلال من أجل"),
    ("دون تغيير في. طول", "دون تغيير في طول"),
    ("رخصة مسبقة ترميم", "رخصة مسبقة لترميم"),
    ("اقتناءها", "اقتنائها"),
    ("المحرك و/أو أضلع", "المحرك و/أو إزالة أضلع"),
    ("الفيزيائية الكيميائية", "الفيزيائية والكيميائية"),
    ("الحاصلون على إدن", "الحاصلة على إذن"),
    ("لا يتعدى ثمن بيعها 50.000 درهم", "لا يتعدى ثمن بيعها 250.000 درهم"),
]
COLUMNS = ["code", "name", "administration", "term_days", "cap_days", "silence", "extension",
           "investment", "sources"]


def repaired(text):
    for broken, right in REPAIRS:
        text = text.replace(broken, right)
    text = text.replace("ˏ", "")
    return re.sub(r"\s+", " ", text).strip(" .-،")


def folded(text):
    """Spellings that differ in punctuation or hamza alone name the same act."""
    text = re.sub(r"[إأآا]", "ا", text)
    return re.sub(r"[^\w]", "", text)


def office(text):
    text = re.sub(r"\s+", " ", text).strip(" .-،")
    return text.replace("وزارة الصحة والحماية الاجتماعية - الصحة", "وزارة الصحة والحماية الاجتماعية")\
        .replace("وكالات الأحواض المائية", "وكالة الأحواض المائية")


def main(path):
    acts = {}
    with open(path, encoding="utf-8") as lines:
        for line in csv.DictReader(lines):
            name, where = repaired(line["decision"]), office(line["administration"])
            source = f'{DECREES[line["list"]]}-{line["no"]}'
            act = acts.setdefault((folded(where), folded(name)), {
                "name": name, "administration": where, "terms": [], "cap_days": 60,
                "silence": 0, "extension": 0, "investment": 0, "sources": []})
            if line["deadline_days"]:
                act["terms"].append(int(line["deadline_days"]))
            act["cap_days"] = min(act["cap_days"], int(line["cap_days"]))
            for column, of in [("silence", "silence_is_approval"),
                               ("extension", "extension_for_expertise"),
                               ("investment", "investment")]:
                act[column] |= int(line[of] == "True")
            if source not in act["sources"]:
                act["sources"].append(source)
    out = []
    for act in acts.values():
        # Where two lists give two terms, the shorter one protects the user.
        act["term_days"] = min(act.pop("terms"), default=0)
        act["code"] = act["sources"][0]
        act["sources"] = " ".join(act["sources"])
        out.append(act)
    codes = [act["code"] for act in out]
    assert len(codes) == len(set(codes)), "two acts on one line of a decree"
    print("\t".join(COLUMNS))
    for act in out:
        print("\t".join(str(act[column]) for column in COLUMNS))


if __name__ == "__main__":
    main(sys.argv[1])
