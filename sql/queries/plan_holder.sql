-- The plans that bear a name or were read from a text, with the files that say so; usually one or none.
--   $1 text   the plan
--   $2 text   SHA-256 of the text, hex
select
    l.plan,
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
where (l.plan = $1 or l.lines_sha256 = decode($2, 'hex'))
    and l.recorded_to = 'infinity'
order by l.plan, p.place;
