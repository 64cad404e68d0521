-- Merges the targets that one slot carries: new keys begin, changed ones are superseded, missing ones
-- are withdrawn, equal ones are left alone. One row: the moment and the counts.
--   $1 jsonb  array of rows
--   $2 int4   load
--   $3 int4   slot
with moment as materialized (
    select clock_timestamp() as at
    from pg_advisory_xact_lock(1667785589)
),
told as (
    select
        l.province_id,
        l.plan_id,
        i.indicator_id,
        x.*
    from jsonb_to_recordset($1) as x (
        plan text, target_key text, ordinal int4, section text, line_from int4, line_to int4, area text,
        indicator text, subject text, level text, scope text, comparator text, value float8,
        value_high float8, unit text, measure text, baseline_year int4, period_start int4,
        period_end int4, grp text, repeat_of text, note text, line int4)
    join warehouse.plan as l on l.plan = x.plan and l.recorded_to = 'infinity'
    left join catalog.indicator as i on i.indicator = x.indicator
),
same as (
    select
        t.target_key,
        h.plan_id,
        h.recorded_from
    from told as t
    join warehouse.target as h
        on h.province_id = t.province_id and h.plan_id = t.plan_id
        and h.target_key = t.target_key and h.recorded_to = 'infinity' and h.slot_id = $3
    where (h.ordinal, h.section, h.line_from, h.line_to, h.area, h.indicator_id, h.subject, h.level, h.scope,
            h.comparator, h.value, h.value_high, h.unit, h.measure, h.baseline_year, h.period_start,
            h.period_end, h.grp, h.repeat_of, h.note)
        is not distinct from (t.ordinal, t.section, t.line_from, t.line_to, t.area, t.indicator_id, t.subject,
            t.level, t.scope, t.comparator, t.value, t.value_high, t.unit, t.measure, t.baseline_year,
            t.period_start, t.period_end, t.grp, t.repeat_of, t.note)
),
ended as (
    update warehouse.target as h
    set recorded_to = m.at
    from moment as m
    where h.slot_id = $3
        and h.recorded_to = 'infinity'
        and not exists (
            select from same as s where s.plan_id = h.plan_id and s.target_key = h.target_key
        )
    returning h.plan_id, h.target_key
),
begun as (
    insert into warehouse.target (
        province_id, plan_id, target_key, recorded_from, origin, ordinal, section, line_from, line_to, area,
        indicator_id, subject, level, scope, comparator, value, value_high, unit, measure, baseline_year,
        period_start, period_end, grp, repeat_of, note, load_id, slot_id, line)
    select
        t.province_id, t.plan_id, t.target_key, m.at, 'carried', t.ordinal, t.section, t.line_from, t.line_to,
        t.area, t.indicator_id, t.subject, t.level, t.scope, t.comparator, t.value, t.value_high, t.unit,
        t.measure, t.baseline_year, t.period_start, t.period_end, t.grp, t.repeat_of, t.note, $2, $3, t.line
    from told as t
    cross join moment as m
    where not exists (
        select from same as s where s.plan_id = t.plan_id and s.target_key = t.target_key
    )
    returning plan_id, target_key
),
revised as (
    select b.target_key
    from begun as b
    join ended as e on e.plan_id = b.plan_id and e.target_key = b.target_key
)
select
    m.at::text as recorded_at,
    (select count(*) from begun) - (select count(*) from revised) as loaded,
    (select count(*) from revised) as revised,
    (select count(*) from same) as unchanged,
    (select count(*) from ended) - (select count(*) from revised) as withdrawn
from moment as m;
