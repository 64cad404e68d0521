-- Makes catalog.scale say what scale.csv says.
--   $1 jsonb  array of rows
with told as (
    select
        e.edition_id,
        i.indicator_id,
        x.min,
        x.max,
        x.weight,
        x.source
    from jsonb_to_recordset($1) as x (
        edition text, indicator text, min float8, max float8, weight float8, source text)
    join catalog.edition as e on e.edition = x.edition
    join catalog.indicator as i on i.indicator = x.indicator
),
gone as (
    delete from catalog.scale as s
    where not exists (
        select from told as t where t.edition_id = s.edition_id and t.indicator_id = s.indicator_id
    )
)
insert into catalog.scale (edition_id, indicator_id, min, max, weight, source)
select t.edition_id, t.indicator_id, t.min, t.max, t.weight, t.source
from told as t
on conflict (edition_id, indicator_id) do update
set min = excluded.min,
    max = excluded.max,
    weight = excluded.weight,
    source = excluded.source;
