"""Printed totals and ranks against the program's answers: python publishers.py CHISO FOLDER.

Reads the publishers' workbooks by themselves (openpyxl, xlrd) and asks `chiso rank` and `chiso compare` for
every year; prints each place whose total or rank is another, and exits with 1 unless all are known below.
"""

import json
import subprocess
import sys
import unicodedata

import openpyxl
import xlrd

PROGRAM, FOLDER = sys.argv[1], sys.argv[2]

# Sheet, first and last row, and the columns of the name, the total and the printed rank, counted from 1.
PCI = {
    2006: ("PCI Tóm tắt", 3, 66, 2, 13, 1),
    2007: ("Tóm tắt các chỉ số PCI ", 2, 65, 1, 16, 2),
    2008: ("Tổng hợp", 3, 66, 24, 25, None),
    2009: ("Tong Hop", 4, 66, 3, 13, 2),
    2010: ("Tong hop", 2, 64, 22, 23, None),
    2011: ("Tong hop", 2, 64, 20, 21, None),
    2012: ("Tong hop", 2, 64, 20, 21, None),
    2013: ("Summary", 2, 64, 22, 23, 24),
    2014: ("Summary_VN", 2, 64, 22, 23, 24),
    2015: ("Summary_VN", 2, 64, 22, 23, 24),
    2016: ("Summary_VN", 2, 64, 22, 23, 24),
    2017: ("Summary", 2, 64, 1, 3, 2),
    2018: ("Summary", 2, 64, 1, 3, 2),
    2019: ("Summary", 2, 64, 1, 3, 2),
}
# Lists of names and printed ranks beside the totals.
PCI_RANKS = {2010: (24, 25), 2011: (22, 23), 2012: (22, 23)}

# What is known to differ, and why.
KNOWN = {
    ("papi", 2016, "quang-binh"): "source 123docz-3873539 prints this rank; the publisher prints none",
    ("papi", 2019, "quang-binh"): "source 123docz-3873539 prints this rank; the publisher prints none",
}


def run(*arguments):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{arguments}: exit {done.returncode}: {done.stderr}")
    return done.stdout


def folded(name):
    text = unicodedata.normalize("NFD", str(name).replace("Đ", "D").replace("đ", "d")).lower()
    letters = "".join(letter for letter in text if "a" <= letter <= "z")
    for title in ("thanhpho", "tinh", "tp"):
        if letters.startswith(title) and len(letters) > len(title) + 2:
            letters = letters[len(title):]
    return letters


def cells(path, sheet):
    """A function of row and column, counted from 1."""
    if path.endswith(".xls"):
        table = xlrd.open_workbook(path).sheet_by_name(sheet)
        return lambda row, column: (
            table.cell_value(row - 1, column - 1) if row <= table.nrows and column <= table.ncols else None
        )
    table = openpyxl.load_workbook(path, data_only=True)[sheet]
    return lambda row, column: table.cell(row, column).value


def names(year):
    """The ids of the places of a year by the names that they bear."""
    found = {}
    for row in json.loads(run("places", "--on", f"{year}-06-30", "--format", "json")):
        for name in (row["place"], row["name_vi"], row["name_en"]):
            found[folded(name)] = row["place"]
    extra = {
        "brvt": "bariavungtau", "bariavt": "bariavungtau", "tthue": "thuathienhue", "hcmc": "hochiminh",
        "hue": "thuathienhue", "hochiminhcity": "hochiminh", "baria": "bariavungtau", "backan": "backan",
        "baccan": "backan", "daklac": "daklak", "daclac": "daklak", "daclak": "daklak", "dacnong": "daknong",
        "thanhphohochiminh": "hochiminh", "hcm": "hochiminh", "thuathienhue": "thuathienhue",
        "binhdinh": "binhdinh", "vungtau": "bariavungtau", "tphochiminh": "hochiminh",
    }
    for name, other in extra.items():
        if other in found:
            found.setdefault(name, found[other])
    return found


def printed(year):
    """Total and rank of each place, as the workbook prints them."""
    sheet, first, last, who, total, rank = PCI[year]
    suffix = "xls" if year < 2012 else "xlsx"
    cell = cells(f"{FOLDER}/pci/PCI {year}.{suffix}", sheet)
    known = names(year)
    answer, unknown = {}, []

    def place(row, column):
        name = cell(row, column)
        found = known.get(folded(name))
        if found is None:
            unknown.append(name)
        return found

    for row in range(first, last + 1):
        answer[place(row, who)] = [float(cell(row, total)), int(float(cell(row, rank))) if rank else None]
    if year in PCI_RANKS:
        who, rank = PCI_RANKS[year]
        for row in range(first, last + 1):
            answer[place(row, who)][1] = int(float(cell(row, rank)))
    if unknown:
        sys.exit(f"PCI {year}: names that no place bears: {unknown}")
    return answer


def papi(year):
    """The unweighted total; a zero is one that was not published."""
    known = names(year)
    if year == 2018:
        cell = cells(f"{FOLDER}/papi/PAPI 2018 FULL vie.xlsx", "ProvincialIndicators_VIE")
        pairs = [(cell(1, column), cell(2, column)) for column in range(3, 66)]
    elif year == 2019:
        cell = cells(f"{FOLDER}/papi/PAPI 2019 eng.xlsx", "2019PAPI_Dims_Sub-dims_ENG")
        pairs = [(cell(row, 1), cell(row, 39)) for row in range(2, 65)]
    else:
        cell = cells(f"{FOLDER}/papi/PAPI 2011-2019.xlsx", f"{year}_PAPI")
        pairs = [(cell(row, 2), cell(row, 32)) for row in range(3, 66)]
    return {
        known[folded(name)]: [float(total), None]
        for name, total in pairs
        if isinstance(total, (int, float)) and total > 0
    }


# Where a workbook prints the median of all provinces: sheet, row and column of the label, column of the total.
MEDIANS = {
    2007: ("Tóm tắt các chỉ số PCI ", 70, 4, 16),
    2017: ("Summary", 68, 1, 3),
    2018: ("Summary", 68, 1, 3),
    2019: ("Summary", 68, 1, 3),
}


def medians():
    """What differs of the medians that are printed."""
    for year, (sheet, row, label, column) in MEDIANS.items():
        cell = cells(f"{FOLDER}/pci/PCI {year}.{'xls' if year < 2012 else 'xlsx'}", sheet)
        if folded(cell(row, label)) not in ("median", "trungvi"):
            sys.exit(f"PCI {year}: no median in row {row}: {cell(row, label)}")
        rows = json.loads(
            run(
                "compare", "--place", "lang-son", "--indicator", "pci", "--years", str(year), "--with", "median",
                "--format", "json",
            )
        )
        found = next(row["value"] for row in rows if row["statistic"] == "median")
        if found is None or abs(found - float(cell(row, column))) > 1e-6:
            yield f"pci {year}: median {found} instead of {cell(row, column)}"


def asked(indicator, year):
    rows = json.loads(run("rank", "--indicator", indicator, "--year", str(year), "--format", "json"))
    return {row["place"]: row for row in rows}


def main():
    compared = wrong = 0
    for indicator, year, expected in [("pci", year, printed(year)) for year in PCI] + [
        ("papi", year, papi(year)) for year in range(2011, 2020)
    ]:
        found = asked(indicator, year)
        shared = json.loads(
            run(
                "compare", "--place", ",".join(sorted(expected)), "--indicator", indicator, "--years", str(year),
                "--format", "json",
            )
        ) if expected else []
        side = {row["place"]: row for row in shared}
        for place, (total, rank) in sorted(expected.items()):
            row = found.get(place)
            faults = []
            if row is None or row["value"] is None or abs(row["value"] - total) > 0.005:
                faults.append(f"total {row and row['value']} instead of {total}")
            elif side[place]["value"] != row["value"] or side[place]["rank"] != row["rank"]:
                faults.append("compare says otherwise than rank")
            best = sum(1 for other, _ in expected.values() if other > total + 1e-9) + 1
            if row and rank is not None and row["rank"] != rank:
                faults.append(f"rank {row['rank']} instead of {rank}")
            elif row and rank is None and row["rank"] not in (None, best):
                faults.append(f"rank {row['rank']} instead of {best}, counted from the totals")
            compared += 1
            for fault in faults:
                if KNOWN.get((indicator, year, place)) is None:
                    wrong += 1
                    print(f"{indicator} {year} {place}: {fault}")
                else:
                    print(f"known: {indicator} {year} {place}: {fault}: {KNOWN[(indicator, year, place)]}")
    for fault in medians():
        wrong += 1
        print(fault)
    print(f"{compared} printed totals and ranks and {len(MEDIANS)} medians, {wrong} differ")
    sys.exit(1 if wrong else 0)


main()
