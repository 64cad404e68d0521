-- Merges the statements that a document says: new keys begin, changed ones are superseded, missing ones
-- are withdrawn, equal ones are left alone. Where they stand and how sure the reader is are no facts: they
-- follow the text that is here now. One row: the counts.
--   $1 jsonb        array of rows
--   $2 int4         load
--   $3 int4         slot
--   $4 int4         province; null where the document is taken back
--   $5 int4         plan
--   $6 timestamptz  moment of the merge
with told as materialized (
    select
        $4 as province_id,
        $5 as plan_id,
        i.indicator_id,
        case when x.decision is null then 'read' else 'decision' end as origin,
        x.*
    from jsonb_to_recordset($1) as x (
        target_key text, kind text, ordinal int4, section text, line_from int4, line_to int4, area text,
        indicator text, subject text, level text, scope text, comparator text, value float8,
        value_high float8, unit text, measure text, baseline_year int4, period_start int4,
        period_end int4, grp text, repeat_of text, quote text, confidence float8, decision text,
        read_value float8, note text)
    left join catalog.indicator as i on i.indicator = x.indicator
),
same as materialized (
    select
        t.target_key,
        h.plan_id
    from told as t
    join warehouse.target as h
        on h.province_id = t.province_id and h.plan_id = t.plan_id
        and h.target_key = t.target_key and h.recorded_to = 'infinity' and h.slot_id = $3
    where (h.kind, h.section, h.area, h.indicator_id, h.subject,
            h.level, h.scope, h.comparator, h.value, h.value_high, h.unit, h.measure, h.baseline_year,
            h.period_start, h.period_end, h.grp, h.repeat_of, h.quote, h.decision,
            h.read_value, h.note)
        is not distinct from (t.kind, t.section, t.area,
            t.indicator_id, t.subject, t.level, t.scope, t.comparator, t.value, t.value_high, t.unit,
            t.measure, t.baseline_year, t.period_start, t.period_end, t.grp, t.repeat_of, t.quote,
            t.decision, t.read_value, t.note)
),
moved as (
    update warehouse.target as h
    set ordinal = t.ordinal, line_from = t.line_from, line_to = t.line_to, confidence = t.confidence
    from told as t
    join same as s on s.plan_id = t.plan_id and s.target_key = t.target_key
    where h.province_id = t.province_id
        and h.plan_id = t.plan_id
        and h.target_key = t.target_key
        and h.recorded_to = 'infinity'
        and h.slot_id = $3
        and (h.ordinal, h.line_from, h.line_to, h.confidence)
            is distinct from (t.ordinal, t.line_from, t.line_to, t.confidence)
),
ended as (
    update warehouse.target as h
    set recorded_to = $6
    where h.slot_id = $3
        and h.recorded_to = 'infinity'
        and not exists (
            select from same as s where s.plan_id = h.plan_id and s.target_key = h.target_key
        )
    returning h.plan_id, h.target_key
),
begun as (
    insert into warehouse.target (
        province_id, plan_id, target_key, recorded_from, origin, kind, ordinal, section, line_from,
        line_to, area, indicator_id, subject, level, scope, comparator, value, value_high, unit, measure,
        baseline_year, period_start, period_end, grp, repeat_of, quote, confidence, decision, read_value,
        note, load_id, slot_id)
    select
        t.province_id, t.plan_id, t.target_key, $6, t.origin, t.kind, t.ordinal, t.section, t.line_from,
        t.line_to, t.area, t.indicator_id, t.subject, t.level, t.scope, t.comparator, t.value,
        t.value_high, t.unit, t.measure, t.baseline_year, t.period_start, t.period_end, t.grp,
        t.repeat_of, t.quote, t.confidence, t.decision, t.read_value, t.note, $2, $3
    from told as t
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
    (select count(*) from begun) - (select count(*) from revised) as loaded,
    (select count(*) from revised) as revised,
    (select count(*) from same) as unchanged,
    (select count(*) from ended) - (select count(*) from revised) as withdrawn;
