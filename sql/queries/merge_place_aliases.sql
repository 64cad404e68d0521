-- Makes catalog.place_alias say what places.csv and aliases.csv say.
--   $1 jsonb  array of rows
with told as (
    select distinct
        x.key,
        x.alias,
        p.place_id,
        x.kind,
        coalesce(x.valid_from, p.valid_from) as valid_from,
        coalesce(x.valid_to, p.valid_to) as valid_to,
        x.source
    from jsonb_to_recordset($1) as x (
        key text, alias text, place text, kind text, valid_from date, valid_to date, source text)
    join catalog.place as p on p.place = x.place
),
gone as (
    delete from catalog.place_alias as a
    where not exists (
        select
        from told as t
        where t.key = a.key and t.place_id = a.place_id and t.kind = a.kind and t.alias = a.alias
    )
)
insert into catalog.place_alias (key, alias, place_id, kind, valid_from, valid_to, source)
select t.key, t.alias, t.place_id, t.kind, t.valid_from, t.valid_to, t.source
from told as t
on conflict (key, place_id, kind, alias) do update
set valid_from = excluded.valid_from,
    valid_to = excluded.valid_to,
    source = excluded.source;
