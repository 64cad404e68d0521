-- Sets the regions of places, and takes away places that places.csv no longer names.
--   $1 jsonb  array of rows
with told as (
    select x.*
    from jsonb_to_recordset($1) as x (place text, region text, region_2025 text)
),
gone as (
    delete from catalog.place as p
    where not exists (select from told as t where t.place = p.place)
)
update catalog.place as p
set region_id = r.place_id,
    region_2025_id = r_2025.place_id
from told as t
left join catalog.place as r on r.place = t.region
left join catalog.place as r_2025 on r_2025.place = t.region_2025
where p.place = t.place
    and (p.region_id, p.region_2025_id) is distinct from (r.place_id, r_2025.place_id);
