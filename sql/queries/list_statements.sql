-- Statements of a plan that hold, in the order of its text: targets, references and deadlines.
--   $1 text     the plan
--   $2 boolean  whether those are meant that its document says, with what a person rejected and whatever
--               a table carries; else each is told once
select
    v.target_key,
    v.origin,
    v.kind,
    v.ordinal,
    v.section,
    v.line_from,
    v.line_to,
    v.area,
    v.indicator,
    v.subject,
    v.level,
    v.scope,
    v.comparator,
    v.value,
    v.value_high,
    v.unit,
    v.measure,
    v.baseline_year,
    v.period_start,
    v.period_end,
    v.grp,
    v.repeat_of,
    v.quote,
    v.confidence,
    v.decision,
    v.note
from (
    select t.* from mart.target_at(null) as t where not $2
    union all
    select t.*
    from mart.target_vintage as t
    where $2 and t.recorded_to = 'infinity' and t.origin <> 'carried'
) as v
where v.plan = $1
order by v.line_from, v.ordinal, v.target_key;
