-- Targets that hold now, one row each; repeats have repeat_of and are not to be counted. References and
-- deadlines are left out.
-- Example:
--   select t.plan, t.indicator, t.comparator, t.value, t.unit from mart.target as t
--   where t.indicator = 'par';
create view mart.target as
select
    v.plan,
    v.place,
    v.target_key,
    v.origin,
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
    v.note,
    v.source,
    v.decision
from mart.target_at(null) as v
where v.kind = 'target';

comment on view mart.target is 'targets that hold now; source: etl/targets and plan documents';
comment on column mart.target.plan is 'the plan';
comment on column mart.target.place is 'id of the place';
comment on column mart.target.target_key is 'what stays the same when it is read again';
comment on column mart.target.origin is 'decision, carried or read';
comment on column mart.target.ordinal is 'order in the document';
comment on column mart.target.section is 'section of the document';
comment on column mart.target.line_from is 'first line of the text, from 1';
comment on column mart.target.line_to is 'last line of the text';
comment on column mart.target.area is 'area of reform';
comment on column mart.target.indicator is 'code of the indicator; null while it is not linked';
comment on column mart.target.subject is 'what is measured, in words';
comment on column mart.target.level is 'administrative level it is set for; empty for none';
comment on column mart.target.scope is 'what it is limited to';
comment on column mart.target.comparator is '>=, >, =, <=, < or between';
comment on column mart.target.value is 'the wanted figure, in unit';
comment on column mart.target.value_high is 'the upper bound of between, in unit';
comment on column mart.target.unit is 'unit of value';
comment on column mart.target.measure is 'level, increase or decrease';
comment on column mart.target.baseline_year is 'year an increase or decrease is counted from, where named';
comment on column mart.target.period_start is 'first year it is set for';
comment on column mart.target.period_end is 'year by which it is to be reached';
comment on column mart.target.grp is 'named group without a number';
comment on column mart.target.repeat_of is 'key of the first mention; null for a first mention';
comment on column mart.target.quote is 'words of the document; null for carried targets';
comment on column mart.target.confidence is 'of the reader, 0-1; null for carried targets';
comment on column mart.target.note is 'what the compiler noted';
comment on column mart.target.source is 'catalog entry of the document';
comment on column mart.target.decision is 'what a person decided: accept or correct; null where nobody did';
