-- Makes catalog.indicator_alias say what indicators.csv and indicator_aliases.csv say.
--   $1 jsonb  array of rows
with told as (
    select distinct
        x.key,
        x.alias,
        i.indicator_id,
        x.source
    from jsonb_to_recordset($1) as x (key text, alias text, indicator text, source text)
    join catalog.indicator as i on i.indicator = x.indicator
),
gone as (
    delete from catalog.indicator_alias as a
    where not exists (
        select
        from told as t
        where t.key = a.key and t.indicator_id = a.indicator_id and t.alias = a.alias
    )
)
insert into catalog.indicator_alias (key, alias, indicator_id, source)
select t.key, t.alias, t.indicator_id, min(t.source)
from told as t
group by t.key, t.alias, t.indicator_id
on conflict (key, indicator_id, alias) do update
set source = excluded.source;
