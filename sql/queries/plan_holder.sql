-- The plans that bear a name, with the files that say so; one row per place, usually one or none.
--   $1 text   the plan
select
    p.place,
    l.slot_id,
    l.text_slot_id,
    l.period_start,
    l.period_end,
    encode(l.text_sha256, 'hex') as text_sha256,
    s.job,
    s.file
from warehouse.plan as l
join catalog.place as p on p.place_id = l.place_id
left join ops.slot as s on s.slot_id = l.text_slot_id
where l.plan = $1
    and l.recorded_to = 'infinity'
order by p.place;
