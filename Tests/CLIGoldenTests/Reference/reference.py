"""The analyst's questions answered again, from a dump of the facts: python3 reference.py CHISO COUNT SEED.

Written from what the answers mean, not from the SQL that makes them. Asks COUNT random questions through the
program and compares every row; prints what differs and exits with 1.
"""

import collections
import csv
import datetime
import io
import json
import random
import statistics
import subprocess
import sys

PROGRAM, COUNT, SEED = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])


def run(*arguments):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{arguments}: exit {done.returncode}: {done.stderr}")
    return done.stdout


def table(query):
    text = run("psql", "--", "-XAtc", f"copy ({query}) to stdout (format csv, header)")
    return list(csv.DictReader(io.StringIO(text)))


def number(text):
    return None if text == "" else float(text)


def whole(text):
    return None if text == "" else int(text)


PLACES = {
    row["place"]: row
    for row in table(
        "select place, kind, lineage_id, region, region_2025, valid_from, valid_to from mart.place"
    )
}
INDICATORS = {row["indicator"]: row for row in table("select * from mart.indicator")}
SOURCES = {
    row["source"]: (int(row["tier"]), int(row["preference"]))
    for row in table("select source, tier, preference from mart.source")
}
EDITIONS = {
    (row["index"], row["geography"], row["period"]): row for row in table("select * from mart.edition")
}
COMPARABLE = {
    (row["edition"], row["indicator"]): row["comparable"]
    for row in table("select edition, indicator, comparable from mart.comparability")
}
MOVED = collections.defaultdict(list)
for row in table(
    "select p.place, m.effective_date, m.is_partial from mart.boundary_change m join mart.place p using (place_id)"
):
    MOVED[row["place"]].append((row["effective_date"], row["is_partial"] == "t"))
SUCCESSOR = {
    row["before"]: row["after"]
    for row in table(
        "select b.place as before, a.place as after from catalog.place_succession s"
        " join catalog.place b on b.place_id = s.predecessor_id"
        " join catalog.place a on a.place_id = s.successor_id"
        " where s.relation in ('merger', 'rename', 'rename_and_status')"
    )
}

Key = collections.namedtuple("Key", "place indicator level freq period geography")


def is_province(place):
    return PLACES[place]["kind"] in ("province", "municipality")


def edition(key):
    if key.freq != "A":
        return None
    return EDITIONS.get((INDICATORS[key.indicator]["index"], key.geography, key.period))


class Figure:
    def __init__(self):
        self.value = self.rank = self.rank_of = self.source = self.rank_source = None
        self.derived = self.reported = self.mean = False
        self.low = self.high = None


def chosen():
    """Value and rank of each key, each from the source that comes first."""
    said = collections.defaultdict(list)
    for row in table(
        "select place, indicator, level, freq, geography, period, value, rank, rank_of, source, document"
        " from mart.observation"
    ):
        key = Key(*(row[name] for name in Key._fields))
        # A province's own result in an index stands behind what anybody publishes.
        reported = row["document"] != "" and INDICATORS[key.indicator]["index"] != ""
        said[key].append(((reported, *SOURCES[row["source"]]), row))
    figures = {}
    for key, rows in said.items():
        rows.sort(key=lambda pair: pair[0])
        figure = figures[key] = Figure()
        figure.source = rows[0][1]["source"]
        for order, row in rows:
            if row["value"] != "":
                figure.value, figure.source, figure.reported = number(row["value"]), row["source"], order[0]
                break
        for order, row in rows:
            if row["rank"] != "":
                figure.rank, figure.rank_of = int(row["rank"]), whole(row["rank_of"])
                figure.rank_source = row["source"]
                if figure.value is None:
                    figure.source = row["source"]
                break
    return figures


def add_sums(figures):
    """Sums where nobody prints one, of parts that are all known: dimensions, then totals."""
    children = collections.defaultdict(list)
    for code, row in INDICATORS.items():
        if row["parent"] and INDICATORS[row["parent"]]["aggregate"] == "sum":
            children[row["parent"]].append(code)
    inner = [code for code in children if any(part in children for part in children[code])]
    for code in [code for code in children if code not in inner] + inner:
        keys = {key._replace(indicator=code) for key in figures if key.indicator in children[code]}
        for key in keys:
            year = key.period[:4]
            parts = [
                part
                for part in children[code]
                if (INDICATORS[part]["valid_from"] or "0000") <= f"{year}-12-31"
                and (INDICATORS[part]["valid_to"] or "9999") >= f"{year}-01-01"
            ]
            values = [figures.get(key._replace(indicator=part)) for part in parts]
            if key in figures and figures[key].value is not None:
                continue
            if any(part is None or part.value is None for part in values):
                continue
            figure = figures.setdefault(key, Figure())
            figure.value = sum(part.value for part in values)
            figure.derived = True
            figure.reported = any(part.reported for part in values)


def add_ranks(figures):
    """Ranks where nobody prints one and every place of the edition is known."""
    lists = collections.defaultdict(list)
    for key, figure in figures.items():
        if figure.value is not None and not figure.reported and is_province(key.place):
            lists[key._replace(place="")].append((key, figure))
    for listed, members in lists.items():
        whole_list = edition(listed)
        direction = INDICATORS[listed.indicator]["direction"]
        if not whole_list or not whole_list["places_covered"] or direction == "not_applicable":
            continue
        if len(members) < int(whole_list["places_covered"]):
            continue
        sign = 1 if direction == "lower_is_better" else -1
        for key, figure in members:
            if figure.rank is None:
                better = sum(1 for _, other in members if sign * other.value < sign * figure.value)
                figure.rank, figure.rank_of, figure.rank_source = better + 1, len(members), "computed"
    for key, figure in figures.items():
        known = edition(key)
        if figure.rank is not None and figure.rank_of is None and known and known["places_covered"]:
            figure.rank_of = int(known["places_covered"])


def today(place):
    """The province of today in which a province lies; None where it was split."""
    while place in SUCCESSOR:
        place = SUCCESSOR[place]
    return place if PLACES[place]["valid_to"] == "" else None


def carried(figures):
    """The figures by the provinces of today: means of all that became one, else what was published."""
    groups = collections.defaultdict(dict)
    answer = {}
    for key, figure in figures.items():
        if not is_province(key.place):
            answer[key] = figure
        elif today(key.place):
            groups[key._replace(place=today(key.place))][key.place] = figure
    for key, members in groups.items():
        known = edition(key)
        day = known["reference_date"] if known else key.period
        former = [
            place
            for place, row in PLACES.items()
            if is_province(place)
            and today(place) == key.place
            and row["valid_from"] <= day <= (row["valid_to"] or "9999-12-31")
        ]
        if not former:
            continue
        if len(former) == 1:
            answer[key] = next(iter(members.values()))
            continue
        mean = answer[key] = Figure()
        mean.derived = mean.mean = True
        values = [members[place].value for place in former if place in members]
        if len(values) == len(former) and None not in values:
            mean.value, mean.low, mean.high = sum(values) / len(values), min(values), max(values)
    native = {key._replace(geography="") for key in answer if key.geography == "vn-34"}
    return {
        key: figure
        for key, figure in answer.items()
        if key.geography == "vn-34" or key._replace(geography="") not in native
    }


class World:
    """The figures by one set of boundaries."""

    def __init__(self, boundaries, figures):
        self.boundaries, self.figures = boundaries, figures
        self.series = collections.defaultdict(list)
        for key in figures:
            self.series[self.line(key)].append(key)
        for keys in self.series.values():
            keys.sort(key=lambda key: (key.period, [-ord(letter) for letter in key.geography]))

    @staticmethod
    def line(key):
        return (PLACES[key.place]["lineage_id"], key.indicator, key.level, key.freq)

    def moved(self, place, first, last):
        return any(
            first < day <= last and (is_partial or self.boundaries == "published")
            for day, is_partial in MOVED[place]
        )


FIGURES = chosen()
add_sums(FIGURES)
add_ranks(FIGURES)
PUBLISHED = World("published", FIGURES)
TODAY = World("2025", carried(FIGURES))


def before(key, world):
    """The key of the edition or year before, and what is known of the comparison with it."""
    here = edition(key)
    if here is None:
        day = datetime.date.fromisoformat(key.period)
        if key.freq != "A":
            return None, None
        return (day.replace(year=day.year - 1).isoformat(), key.geography), None
    if here["previous"] == "":
        return None, None
    line = world.series[world.line(key)]
    comparable = COMPARABLE.get((here["edition"], key.indicator), "unknown")
    # A mean that cannot be made is no figure.
    earlier = [
        other.period
        for other in line
        if other.period < key.period and not (world.figures[other].mean and world.figures[other].value is None)
    ]
    last = max(earlier) if earlier else None
    if last and last < here["previous_period"]:
        for (index, _, period), other in EDITIONS.items():
            if index == here["index"] and last < period < key.period:
                if COMPARABLE.get((other["edition"], key.indicator)) == "no":
                    comparable = "no"
    return (here["previous_period"], here["previous_geography"]), comparable


def row(key, across, world):
    figure = world.figures[key]
    then, comparable = before(key, world)
    previous = None
    if then:
        for other in world.series[world.line(key)]:
            if (other.period, other.geography) == then:
                previous = (other, world.figures[other])
    says = comparable != "no" or across
    change = percent = moved = None
    if previous and says and figure.value is not None and previous[1].value is not None:
        change = figure.value - previous[1].value
        if previous[1].value != 0:
            percent = 100 * change / abs(previous[1].value)
    if previous and says and figure.rank is not None and previous[1].rank is not None:
        if previous[0].geography == key.geography and previous[1].rank_of == figure.rank_of:
            if figure.rank_of is not None:
                moved = previous[1].rank - figure.rank
    here = edition(key)
    kinds = [{"no": "method", "partly": "partly", "unknown": "unknown"}.get(comparable)]
    if here and here["previous"]:
        if world.moved(key.place, here["previous_reference_date"], here["reference_date"]):
            kinds.append("boundary")
    return {
        "value": figure.value,
        "rank": figure.rank,
        "rank_of": figure.rank_of,
        "change": change,
        "change_pct": percent,
        "rank_change": moved,
        "break": "+".join(kind for kind in kinds if kind) or None,
        "derived": figure.derived,
        "value_low": figure.low,
        "value_high": figure.high,
        "source": None if figure.derived else figure.source,
        "rank_source": None if figure.derived or figure.rank_source == figure.source else figure.rank_source,
    }


def trend(places, indicators, first, last, across, world):
    answer = {}
    for key in world.figures:
        year = int(key.period[:4])
        if key.freq == "A" and key.place in places and key.indicator in indicators and first <= year <= last:
            answer[(key.place, key.indicator, key.level, key.period[:4], key.geography)] = row(key, across, world)
    return answer


def summary(rows, indicators, first, last, world):
    """Mean, median and best of all provinces, empty where one is missing, for what rows are there."""
    lists = collections.defaultdict(list)
    for key, figure in world.figures.items():
        year = int(key.period[:4])
        if not is_province(key.place) or figure.value is None or figure.reported or key.freq != "A":
            continue
        if key.indicator in indicators and first <= year <= last:
            known = edition(key)
            count = int(known["places_covered"]) if known and known["places_covered"] else None
            geography = key.geography
            if world is TODAY:
                count, geography = 34, "vn-34"
            lists[(key.indicator, key.level, key.period[:4], geography)].append((figure.value, count))
    shown = {
        (indicator, level, period, "vn-34" if world is TODAY else geography)
        for _, indicator, level, period, geography in rows
    }
    answer = {}
    for name, members in lists.items():
        if name not in shown:
            continue
        values = [value for value, _ in members]
        counts = [count for _, count in members if count is not None]
        whole_list = bool(counts) and len(values) >= min(counts)
        direction = INDICATORS[name[0]]["direction"]
        best = {"lower_is_better": min, "higher_is_better": max}.get(direction)
        for statistic, value in (
            ("mean", statistics.fmean(values)),
            ("median", statistics.median(values)),
            ("best", best(values) if best else None),
        ):
            answer[(statistic, *name)] = {
                "value": value if whole_list else None,
                "places": len(values),
                "places_of": min(counts) if counts else None,
            }
    return answer


def ranking(indicator, year, world):
    answer = {}
    for key in world.figures:
        if key.freq == "A" and key.indicator == indicator and int(key.period[:4]) == year:
            if is_province(key.place):
                figure = world.figures[key]
                if figure.value is not None or figure.rank is not None:
                    name = (key.place, key.indicator, key.level, key.period[:4], key.geography)
                    answer[name] = row(key, False, world)
    return answer


def asked(arguments):
    rows = json.loads(run(*arguments, "--format", "json"))
    answer = {}
    for found in rows:
        if found["freq"] != "A":
            continue
        if found["value"] is None and found["rank"] is None and arguments[0] == "rank":
            continue
        who = found.get("statistic") or found["place"]
        name = (who, found["indicator"], found["level"], found["period"], found["geography"])
        if found["derived"]:
            found["source"] = found["rank_source"] = None
        answer[name] = found
    return answer


def differences(expected, found):
    for name in sorted(expected.keys() | found.keys()):
        if name not in found or name not in expected:
            yield f"{name}: {'missing' if name in expected else 'unexpected'}"
            continue
        for field, value in expected[name].items():
            other = found[name][field]
            if isinstance(value, float) or isinstance(other, float):
                same = value is not None and other is not None and abs(value - other) <= 1e-9 * max(1, abs(value))
            else:
                same = value == other
            if not same:
                yield f"{name} {field}: {other} instead of {value}"


def main():
    chance = random.Random(SEED)
    provinces = sorted(place for place in PLACES if is_province(place))
    codes = sorted({key.indicator for key in FIGURES if key.freq == "A"})
    indices = ["par", "sipas", "papi", "pci", "dti"]
    years = sorted({int(key.period[:4]) for key in FIGURES})
    rows = failed = 0
    for _ in range(COUNT):
        pool = indices if chance.random() < 0.4 else codes
        across = chance.random() < 0.2
        world = TODAY if chance.random() < 0.25 else PUBLISHED
        if chance.random() < 0.3:
            indicator = chance.choice(pool)
            known = sorted({int(key.period[:4]) for key in FIGURES if key.indicator == indicator})
            year = chance.choice(known)
            arguments = ["rank", "--indicator", indicator, "--year", str(year)]
            expected = ranking(indicator, year, world)
        else:
            places = chance.sample(provinces, chance.randint(1, 4))
            wanted = chance.sample(pool, chance.randint(1, 3))
            first, last = sorted(chance.choices(years, k=2))
            verb = chance.choice(["trend", "trend", "compare"])
            arguments = [
                verb, "--place", ",".join(places), "--indicator", ",".join(wanted),
                "--years", f"{first}..{last}", *(["--across-breaks"] if across else []),
            ]
            meant = places if world is PUBLISHED else {today(place) or place for place in places}
            expected = trend(meant, wanted, first, last, across, world)
            if verb == "compare" and chance.random() < 0.5:
                arguments += ["--with", "mean,median,best"]
                expected |= summary(expected, wanted, first, last, world)
        if world is TODAY:
            arguments += ["--boundaries", "2025"]
        rows += len(expected)
        wrong = list(differences(expected, asked(arguments)))
        if wrong:
            failed += 1
            print(" ".join(arguments))
            for line in wrong[:5]:
                print("   ", line)
    print(f"{COUNT} questions, seed {SEED}, {rows} rows, {failed} answered otherwise")
    sys.exit(1 if failed else 0)


main()
