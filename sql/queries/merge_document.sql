-- Merges the head of a plan that a document says. A head of another slot, that is of a table of heads,
-- stays as it is: the document only gives it its text. Plans that the document was before are
-- withdrawn, or lose their text. One row: the moment, the plan, and whether its lines are here already.
--   $1 jsonb  array of one row; of none, where the document is taken back
--   $2 int4   load
--   $3 int4   slot
with moment as materialized (
    select clock_timestamp() as at
    from pg_advisory_xact_lock(1667785589)
),
told as materialized (
    select
        p.province_id,
        p.place_id,
        x.plan,
        x.kind,
        x.number,
        x.title,
        x.issuer,
        x.issued_on,
        x.period_start,
        x.period_end,
        s.source_id,
        decode(x.text_sha256, 'hex') as text_sha256,
        x.note
    from jsonb_to_recordset($1) as x (
        plan text, place text, kind text, number text, title text, issuer text, issued_on date,
        period_start int4, period_end int4, source text, text_sha256 text, note text)
    join catalog.place as p on p.place = x.place
    left join catalog.source as s on s.source = x.source
),
held as materialized (
    select
        l.*,
        l.slot_id = $3 or l.recorded_to <> 'infinity' as is_ours
    from told as t
    join warehouse.plan as l on l.province_id = t.province_id and l.plan = t.plan
),
changed as materialized (
    select h.plan_id, t.*
    from told as t
    join held as h on h.province_id = t.province_id and h.plan = t.plan
    where h.is_ours
        and (h.place_id, h.kind, h.number, h.title, h.issuer, h.issued_on, h.period_start, h.period_end,
            h.source_id, h.text_sha256, h.note, h.recorded_to, h.slot_id)
        is distinct from (t.place_id, t.kind, t.number, t.title, t.issuer, t.issued_on, t.period_start,
            t.period_end, t.source_id, t.text_sha256, t.note, 'infinity'::timestamptz, $3)
),
past as (
    insert into warehouse.plan_past (
        province_id, plan_id, plan, place_id, kind, number, title, issuer, issued_on,
        period_start, period_end, source_id, text_sha256, note, load_id, slot_id, text_slot_id,
        lines_sha256, recorded_from, recorded_to)
    select
        h.province_id, h.plan_id, h.plan, h.place_id, h.kind, h.number, h.title, h.issuer, h.issued_on,
        h.period_start, h.period_end, h.source_id, h.text_sha256, h.note, h.load_id, h.slot_id,
        h.text_slot_id, h.lines_sha256, h.recorded_from, least(h.recorded_to, m.at)
    from held as h
    join changed as c on c.plan_id = h.plan_id
    cross join moment as m
),
revised as (
    update warehouse.plan as l
    set place_id = c.place_id, kind = c.kind, number = c.number, title = c.title, issuer = c.issuer,
        issued_on = c.issued_on, period_start = c.period_start, period_end = c.period_end,
        source_id = c.source_id, text_sha256 = c.text_sha256, lines_sha256 = c.text_sha256,
        note = c.note, load_id = $2, slot_id = $3, text_slot_id = $3, recorded_from = m.at,
        recorded_to = 'infinity'
    from changed as c
    cross join moment as m
    where c.province_id = l.province_id and c.plan_id = l.plan_id
),
given as (
    update warehouse.plan as l
    set text_slot_id = $3, lines_sha256 = t.text_sha256
    from held as h
    join told as t on t.province_id = h.province_id and t.plan = h.plan
    where l.province_id = h.province_id
        and l.plan_id = h.plan_id
        and not exists (select from changed as c where c.plan_id = h.plan_id)
        and (h.text_slot_id, h.lines_sha256) is distinct from ($3, t.text_sha256)
),
left_behind as (
    update warehouse.plan as l
    set recorded_to = case when l.slot_id = $3 then least(l.recorded_to, m.at) else l.recorded_to end,
        text_slot_id = null, lines_sha256 = null
    from moment as m
    where (l.text_slot_id = $3 or l.slot_id = $3 and l.recorded_to = 'infinity')
        and not exists (select from told as t where t.province_id = l.province_id and t.plan = l.plan)
),
loaded as (
    insert into warehouse.plan (
        province_id, plan, place_id, kind, number, title, issuer, issued_on, period_start, period_end,
        source_id, text_sha256, lines_sha256, note, load_id, slot_id, text_slot_id, recorded_from)
    select
        t.province_id, t.plan, t.place_id, t.kind, t.number, t.title, t.issuer, t.issued_on,
        t.period_start, t.period_end, t.source_id, t.text_sha256, t.text_sha256, t.note, $2, $3, $3, m.at
    from told as t
    cross join moment as m
    where not exists (select from held as h where h.province_id = t.province_id and h.plan = t.plan)
    returning province_id, plan_id
)
select
    m.at::text as recorded_at,
    coalesce(h.province_id, n.province_id) as province_id,
    coalesce(h.plan_id, n.plan_id) as plan_id,
    coalesce(h.text_slot_id = $3 and h.lines_sha256 = t.text_sha256, false) as has_lines
from moment as m
left join told as t on true
left join held as h on true
left join loaded as n on true;
