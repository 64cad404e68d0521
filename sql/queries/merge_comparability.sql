-- Makes catalog.comparability say what comparability.csv says, spread over the parts: each indicator of
-- an index takes the line of its own code or of the nearest code above it.
--   $1 jsonb  array of rows
with told as (
    select x.*
    from jsonb_to_recordset($1) as x (edition text, indicator text, comparable text, reason text)
),
spread as (
    select distinct on (e.edition_id, i.indicator_id)
        e.edition_id,
        i.indicator_id,
        t.comparable,
        t.reason,
        t.indicator as stated_for
    from told as t
    join catalog.edition as e on e.edition = t.edition
    join catalog.indicator as i
        on i.index = e.index
        and (i.indicator = t.indicator or starts_with(i.indicator, t.indicator || '.'))
    order by e.edition_id, i.indicator_id, length(t.indicator) desc
),
gone as (
    delete from catalog.comparability as c
    where not exists (
        select from spread as s where s.edition_id = c.edition_id and s.indicator_id = c.indicator_id
    )
)
insert into catalog.comparability (edition_id, indicator_id, comparable, reason, stated_for)
select s.edition_id, s.indicator_id, s.comparable, s.reason, s.stated_for
from spread as s
on conflict (edition_id, indicator_id) do update
set comparable = excluded.comparable,
    reason = excluded.reason,
    stated_for = excluded.stated_for;
