-- Merges the heads of plans of one slot: new ones are inserted, changed ones superseded, missing ones
-- withdrawn (their row stays, for the targets that they once had). One row: the moment and the counts.
--   $1 jsonb  array of rows
--   $2 int4   load
--   $3 int4   slot
with moment as materialized (
    select clock_timestamp() as at
    from pg_advisory_xact_lock(1667785589)
),
told as (
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
changed as (
    select
        l.plan_id,
        t.*
    from told as t
    join warehouse.plan as l on l.province_id = t.province_id and l.plan = t.plan
    where (l.place_id, l.kind, l.number, l.title, l.issuer, l.issued_on, l.period_start, l.period_end,
            l.source_id, l.text_sha256, l.note, l.recorded_to)
        is distinct from (t.place_id, t.kind, t.number, t.title, t.issuer, t.issued_on, t.period_start,
            t.period_end, t.source_id, t.text_sha256, t.note, 'infinity'::timestamptz)
        -- A table of heads takes over what a document said of itself.
        or l.slot_id = l.text_slot_id and l.slot_id <> $3
),
past as (
    insert into warehouse.plan_past (
        province_id, plan_id, plan, place_id, kind, number, title, issuer, issued_on,
        period_start, period_end, source_id, text_sha256, note, load_id, slot_id,
        recorded_from, recorded_to)
    select
        l.province_id, l.plan_id, l.plan, l.place_id, l.kind, l.number, l.title, l.issuer, l.issued_on,
        l.period_start, l.period_end, l.source_id, l.text_sha256, l.note, l.load_id, l.slot_id,
        l.recorded_from, least(l.recorded_to, m.at)
    from warehouse.plan as l
    join changed as c on c.province_id = l.province_id and c.plan_id = l.plan_id
    cross join moment as m
),
revised as (
    update warehouse.plan as l
    set place_id = c.place_id, kind = c.kind, number = c.number, title = c.title, issuer = c.issuer,
        issued_on = c.issued_on, period_start = c.period_start, period_end = c.period_end,
        source_id = c.source_id, text_sha256 = c.text_sha256, note = c.note,
        load_id = $2, slot_id = $3, recorded_from = m.at, recorded_to = 'infinity'
    from changed as c
    cross join moment as m
    where c.province_id = l.province_id and c.plan_id = l.plan_id
    returning l.plan_id
),
withdrawn as (
    update warehouse.plan as l
    set recorded_to = m.at
    from moment as m
    where l.slot_id = $3
        and l.recorded_to = 'infinity'
        and not exists (select from told as t where t.province_id = l.province_id and t.plan = l.plan)
    returning l.plan_id
),
loaded as (
    insert into warehouse.plan (
        province_id, plan, place_id, kind, number, title, issuer, issued_on, period_start, period_end,
        source_id, text_sha256, note, load_id, slot_id, recorded_from)
    select
        t.province_id, t.plan, t.place_id, t.kind, t.number, t.title, t.issuer, t.issued_on,
        t.period_start, t.period_end, t.source_id, t.text_sha256, t.note, $2, $3, m.at
    from told as t
    cross join moment as m
    where not exists (
        select from warehouse.plan as l where l.province_id = t.province_id and l.plan = t.plan
    )
    returning plan_id
)
select
    m.at::text as recorded_at,
    (select count(*) from loaded) as loaded,
    (select count(*) from revised) as revised,
    (select count(*) from told) - (select count(*) from loaded) - (select count(*) from revised) as unchanged,
    (select count(*) from withdrawn) as withdrawn
from moment as m;
