-- Sets the parents of indicators, and takes away indicators that indicators.csv no longer names.
--   $1 jsonb  array of rows
with told as (
    select x.*
    from jsonb_to_recordset($1) as x (indicator text, parent text)
),
gone as (
    delete from catalog.indicator as i
    where not exists (select from told as t where t.indicator = i.indicator)
)
update catalog.indicator as i
set parent_id = p.indicator_id
from told as t
left join catalog.indicator as p on p.indicator = t.parent
where i.indicator = t.indicator
    and i.parent_id is distinct from p.indicator_id;
