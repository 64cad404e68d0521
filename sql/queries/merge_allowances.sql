-- Makes catalog.allowance say what allowances.csv says.
--   $1 jsonb  array of rows
with gone as (
    delete from catalog.allowance
)
insert into catalog.allowance (check_name, source_id, edition_id, indicator_id, place_id, tolerance, reason)
select
    x."check",
    s.source_id,
    e.edition_id,
    i.indicator_id,
    p.place_id,
    x.tolerance,
    x.reason
from jsonb_to_recordset($1) as x (
    "check" text, source text, edition text, indicator text, place text, tolerance float8, reason text)
left join catalog.source as s on s.source = x.source
left join catalog.edition as e on e.edition = x.edition
left join catalog.indicator as i on i.indicator = x.indicator
left join catalog.place as p on p.place = x.place;
