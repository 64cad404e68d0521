# python duckdb.py CSV SOCKET_FOLDER: loads the table of the benchmark by DuckDB's postgres extension, with a
# lookup of places and indicators, into a table like warehouse.observation that has no key.
import sys

# The folder of this file comes first in the path of modules, and this file has the name of one.
sys.path.pop(0)
import duckdb  # noqa: E402
from duckdb_extensions import import_extension  # noqa: E402

path, socket = sys.argv[1:]
connection = duckdb.connect()
import_extension("postgres_scanner", con=connection)
connection.sql("load postgres_scanner")
connection.sql(f"attach 'host={socket} user=postgres dbname=chiso' as pg (type postgres)")
connection.execute(
    """
    insert into pg.public.duckdb
        (province_id, place_id, series_id, period, recorded_from, load_id, slot_id, line, flags, value)
    select
        p.province_id,
        p.place_id,
        i.indicator_id,
        make_date(c.period, 1, 1),
        now(),
        1,
        1,
        1,
        'A',
        c.value
    from read_csv(?, header = true, columns = {
        'place': 'varchar', 'indicator': 'varchar', 'level': 'varchar', 'freq': 'varchar',
        'period': 'integer', 'value': 'double'}) as c
    join pg.catalog.place as p on p.place = c.place
    join pg.catalog.indicator as i on i.indicator = c.indicator
    """,
    [path],
)
