# A second reading of the publishers' files, made without any of this project's code or declarations: columns
# are known by what their headings say, places by the nearest name on the left. Prints one figure a line:
# file, year, place, indicator, value or rank or group, what stands there. Argument: the folder of the files.
import csv
import re
import sys
import unicodedata
import warnings

import openpyxl
import xlrd

warnings.simplefilter("ignore")
ROOT = sys.argv[1]


def folded(text):
    text = unicodedata.normalize("NFD", str(text).lower().replace("đ", "d"))
    text = "".join(c for c in text if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^a-z0-9.]+", " ", text).split())


def table(name):
    with open(f"{ROOT}/{name}", encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


CODEBOOK = {row[0]: row[1] for row in table("papi-panel/codebook_provinces.csv")[1:]}
SPELT = {
    "brvt": "bariavungtau", "tthue": "thuathienhue", "hcm": "hochiminh", "hcmc": "hochiminh",
    "hochiminhcity": "hochiminh", "baccan": "backan", "daclak": "daklak", "haaiduong": "haiduong",
}


def place(cell):
    if not isinstance(cell, str):
        return None
    key = re.sub(r"^tp\.? ?", "", folded(cell)).replace(" ", "").replace(".", "")
    key = SPELT.get(key, key)
    return key if key in PLACES else None


PLACES = {"hatay"} | set(SPELT.values())
for name in CODEBOOK.values():
    key = folded(name).replace(" ", "")
    PLACES.add(SPELT.get(key, key))


def sheets(name):
    path = f"{ROOT}/{name}"
    if name.endswith(".xls"):
        for sheet in xlrd.open_workbook(path).sheets():
            yield sheet.name.strip(), [
                [None if sheet.cell_type(r, c) in (0, 6) else sheet.cell_value(r, c)
                 for c in range(sheet.ncols)] for r in range(sheet.nrows)]
    else:
        for sheet in openpyxl.load_workbook(path, data_only=True).worksheets:
            yield sheet.title.strip(), [
                list(row) for row in sheet.iter_rows(values_only=True, max_col=256)]


def tell(file, year, where, code, part, cell):
    if cell is None or cell == "" or cell == "KCDL":
        return
    text = repr(float(cell)) if part == "value" else str(int(cell)) if part == "rank" else cell.strip()
    print("\t".join([file, str(year), where, code, part, text]))


# Which heading is which component of the PCI; the first that fits.
COMPONENTS = [
    ("entry_costs", r"gia nhap|^entry|sub index 1 |chi so 1 "), ("land", r"dat dai|tiep can dat|land"),
    ("transparency", r"minh bach|transparen"), ("time_costs", r"thoi gian|ve tho|time|regulatory"),
    ("informal_charges", r"khong chinh|informal"), ("policy_implementation", r"^thuc hien"),
    ("soe_bias", r"doanh nghiep nha nuoc|dnnn|soe bias|uu dai"),
    ("policy_bias", r"canh tranh binh dang|bias"), ("proactivity", r"nang dong|proactiv"),
    ("business_support", r"chinh sach phat|kttn|kinh te tu nhan|ho tro|private|business"),
    ("labor_training", r"dao tao|labor"), ("law_and_order", r"phap ly|legal|law"),
]


def pci_heading(heading):
    text = folded(heading)
    if re.search(r"^nhom xep hang|tier", text):
        return "pci", "group"
    if re.search(r"xep hang|thu hang|rank", text):
        return "pci", "rank"
    if re.search(r"chua co trong so|chua trong so|unweighted", text):
        return "pci.unweighted", "value"
    for code, pattern in COMPONENTS:
        if re.search(pattern, text):
            return "pci." + code, "value"
    if re.search(r"pci", text) and "ma pci" not in text:
        return "pci", "value"
    return None


# Sheet and row of the headings.
PCI = {
    2005: ("Bảng tóm tắt chỉ số", 2), 2006: ("PCI Tóm tắt", 2), 2007: ("Tóm tắt các chỉ số PCI", 1),
    2008: ("Tổng hợp", 1), 2009: ("Tong Hop", 3), 2010: ("Tong hop", 1), 2011: ("Tong hop", 1),
    2012: ("Tong hop", 1), 2013: ("Summary", 1), 2014: ("Summary_VN", 1), 2015: ("Summary_VN", 1),
    2016: ("Summary_VN", 1), 2017: ("Summary", 1), 2018: ("Summary", 1), 2019: ("Summary", 1),
}


def data(rows, first):
    """The rows with places, up to the first one without any."""
    found = []
    for row in rows[first:]:
        if any(place(cell) for cell in row):
            found.append(row)
        elif found:
            break
    return found


def pci(year):
    file = f"pci/PCI {year}.{'xls' if year < 2012 else 'xlsx'}"
    book = dict(sheets(file))
    name, line = PCI[year]
    rows = book[name]
    headings = list(rows[line - 1])
    if year == 2009:  # rank and total are headed one row above
        headings = [below if below else above for above, below in zip(rows[1], rows[2])]
    columns = {c: pci_heading(h) for c, h in enumerate(headings) if h and pci_heading(h)}
    if year == 2006:  # the first column has no heading
        columns[0] = ("pci", "rank")
    for row in data(rows, line):
        names = [place(cell) for cell in row]
        for column, (code, part) in columns.items():
            left = [n for n in names[:column] if n]
            where = left[-1] if left else next(n for n in names if n)
            tell(file, year, where, code, part, row[column])
    if year == 2005:
        tier = None
        for row in data(book["Xếp hạng theo chỉ số PCI"], 1):
            tier = row[3] or tier
            tell(file, year, place(row[0]), "pci", "rank", row[2])
            tell(file, year, place(row[0]), "pci", "group", tier)


# What was asked under a number in a year; README, trap P2.
def asked(number, year):
    if year < 2018 and number in ("2.1", "2.2", "2.3"):
        return "papi.2." + str(int(number[2]) + 1)
    if year < 2016 and number in ("3.2", "3.3"):
        return {"3.2": "papi.3.inspection_boards", "3.3": "papi.3.investment_boards"}[number]
    if 2016 <= year < 2018 and number == "3.3":
        return "papi.3.inspection_boards"
    return "papi." + number


def numbered(heading, year):
    text = str(heading).strip()
    number = re.match(r"(\d(?:\.\d)?):", text) or re.match(r"Chỉ số nội dung (\d):", text)
    if number:
        return asked(number.group(1), year)
    if re.fullmatch(r"Unweighted PAPI Score|Chỉ số PAPI( 2018| tổng hợp)? \(không có trọng số\)", text):
        return "papi"
    return "papi.weighted" if text == "Chỉ số PAPI tổng hợp (có trọng số)" else None


def by_rows(file, year, rows, code_of, first=1):
    headings = [(c, code_of(h)) for c, h in enumerate(rows[0]) if h]
    for row in data(rows, first):
        where = next(n for n in map(place, row) if n)
        for column, code in headings:
            if code:
                tell(file, year, where, code, "value", row[column])


def by_columns(file, year, rows, names):
    places = [place(cell) for cell in rows[names]]
    for row in rows[names + 1:]:
        code = numbered(row[0], year) if row[0] else None
        for column, where in enumerate(places):
            if code and where:
                tell(file, year, where, code, "value", row[column])


# The compiled workbooks and the full one of 2019 have headings without numbers.
NAMES = [
    ("papi.1", r"^(dimension 1 )?participation"), ("papi.1.1", "^civic knowledge$"),
    ("papi.1.2", "^opport"), ("papi.1.3", "^quality of (local |village head )?elections"),
    ("papi.1.4", "^voluntary contributions$"), ("papi.2", "^(dimension 2 )?transparency"),
    ("papi.2.1", "^access to information$"), ("papi.2.2", "^poverty list"),
    ("papi.2.3", "^communal budget (and|transparency)"), ("papi.2.4", "^(transparent )?land use plan"),
    ("papi.3", "^(dimension 3 )?vertical"), ("papi.3.1", "^interactions with"),
    ("papi.3.2", "^(responsive|local government s r|governments responsive)"),
    ("papi.3.3", "^access to justice"), ("papi.3.inspection_boards", "inspection board"),
    ("papi.3.investment_boards", "investment board"), ("papi.4", "^(dimension 4 )?control of"),
    ("papi.4.1", "^limits on (public sector|corruption in local)"),
    ("papi.4.2", "^limits on corruption in service"), ("papi.4.3", "^equity in"),
    ("papi.4.4", "^willingness"), ("papi.5", "^public administrative"),
    ("papi.5.1", "^certification procedures"), ("papi.5.2", "^construction permits"),
    ("papi.5.3", "^land (use rights|tittle) proc"), ("papi.5.4", "^personal procedures"),
    ("papi.6", "^(dimension 6 )?public service"), ("papi.6.1", "^public health"),
    ("papi.6.2", "^(public )?primary education"), ("papi.6.3", "^basic infra"),
    ("papi.6.4", "^law and order"), ("papi.7", "^(dimension 7 )?environmental gov"),
    ("papi.7.1", "^(seriousness in envir|environmental protection$)"), ("papi.7.2", "^quality of air"),
    ("papi.7.3", "^quality of water"), ("papi.8", "^(dimension 8 )?e governance"),
    ("papi.8.1", "^access to e government"), ("papi.8.2", "^access to the internet"),
    ("papi.8.3", "^e re"), ("papi", "^(un weighted2015papi|unweighted papi score)"),
    ("papi.weighted", "^weighted papi score"),
]


def named():
    seen = set()

    def code_of(heading):
        for code, pattern in NAMES:
            if code not in seen and re.search(pattern, folded(heading)):
                seen.add(code)  # the survey questions further on repeat some headings
                return code
        return None
    return code_of


def papi():
    for year in range(2011, 2018):
        for language in ("eng", "vie"):
            file = f"papi/PAPI {year} {language}.xlsx"
            rows = next(r for n, r in sheets(file) if "ALL Dimensions" in n or "tổng hợp" in n)
            by_rows(file, year, rows, lambda heading: numbered(heading, year))
    for last in range(2016, 2020):
        file = f"papi/PAPI 2011-{last}.xlsx"
        for name, rows in sheets(file):
            year = int(name[:4])
            kept = []
            for row in rows:  # a total of blank cells is a formula that makes 0 of nothing
                blank = row[3] is None and place(row[1])
                kept.append([None if blank and c == 0 and i > 2 else c for i, c in enumerate(row)])
            by_rows(file, year, kept, named(), 2)
    eng = "papi/PAPI 2018 eng.xlsx"
    by_rows(eng, 2018, dict(sheets(eng))["2018PAPI-ALLDimentions"], lambda h: numbered(h, 2018))
    eng = "papi/PAPI 2019 eng.xlsx"
    by_rows(eng, 2019, dict(sheets(eng))["2019PAPI_Dims_Sub-dims_ENG"], lambda h: numbered(h, 2019))
    full = "papi/PAPI 2018 FULL vie.xlsx"
    by_columns(full, 2018, dict(sheets(full))["ProvincialIndicators_VIE"], 0)
    full = "papi/PAPI 2019 FULL vie.xlsx"
    by_rows(full, 2019, dict(sheets(full))["Sheet1"], named())
    full = "papi/2019_PAPI_Provincial_indicators2019_VIE_ENG.xlsx"
    by_columns(full, 2019, dict(sheets(full))["2019PAPI_Indicators_VIE"], 1)


def panel():
    for year in range(2011, 2025):
        file = f"papi-panel/{year}.csv"
        rows = table(file)
        for row in rows[1:]:
            for heading, cell in list(zip(rows[0], row))[1:]:
                code = asked(f"{heading[2]}.{heading[3]}", year)
                tell(file, year, place(CODEBOOK[row[0]]), code, "value", cell)


for edition in PCI:
    pci(edition)
papi()
panel()
