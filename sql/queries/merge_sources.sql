-- Makes catalog.source say what sources.csv says; sources that facts refer to cannot go. Series without
-- facts, which a refused load leaves, go with their source.
--   $1 jsonb  array of rows
with told as (
    select x.*
    from jsonb_to_recordset($1) as x (
        source text, publisher text, title text, url text, read_on date, tier int2, preference int4, note text,
        licence text)
),
empty as (
    delete from catalog.series as s
    using catalog.source as c
    where c.source_id = s.source_id
        and not exists (select from told as t where t.source = c.source)
        and not exists (select from warehouse.observation as o where o.series_id = s.series_id)
        and not exists (select from warehouse.observation_past as o where o.series_id = s.series_id)
),
gone as (
    delete from catalog.source as s
    where not exists (select from told as t where t.source = s.source)
)
insert into catalog.source (source, publisher, title, url, read_on, tier, preference, note, licence)
select t.source, t.publisher, t.title, t.url, t.read_on, t.tier, t.preference, t.note, t.licence
from told as t
on conflict (source) do update
set publisher = excluded.publisher,
    title = excluded.title,
    url = excluded.url,
    read_on = excluded.read_on,
    tier = excluded.tier,
    preference = excluded.preference,
    note = excluded.note,
    licence = excluded.licence;
