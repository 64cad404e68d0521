-- Statements of plans with every vintage, one row per plan, statement and moment: also what a person
-- rejected and what another origin says again. mart.target_at chooses.
-- Example:
--   select t.plan, t.value, t.recorded_from from mart.target_vintage as t where t.indicator = 'sipas';
create view mart.target_vintage as
select
    l.plan,
    p.place_id,
    p.place,
    p.lineage_id,
    t.target_key,
    t.origin,
    t.ordinal,
    t.section,
    t.line_from,
    t.line_to,
    t.area,
    i.indicator_id,
    i.indicator,
    t.subject,
    t.level,
    t.scope,
    t.comparator,
    t.value,
    t.value_high,
    t.unit,
    t.measure,
    t.baseline_year,
    t.period_start,
    t.period_end,
    t.grp,
    t.repeat_of,
    t.quote,
    t.confidence,
    t.note,
    l.issued_on,
    s.source,
    t.load_id,
    t.slot_id,
    t.line,
    t.recorded_from,
    t.recorded_to,
    t.kind,
    t.decision,
    t.read_value
from warehouse.target as t
join warehouse.plan as l on l.province_id = t.province_id and l.plan_id = t.plan_id
join catalog.place as p on p.place_id = l.place_id
left join catalog.indicator as i on i.indicator_id = t.indicator_id
left join catalog.source as s on s.source_id = l.source_id;

comment on view mart.target_vintage is 'targets of plans with every vintage; source: etl/targets and plan documents';
comment on column mart.target_vintage.plan is 'the plan';
comment on column mart.target_vintage.place_id is 'number of the place';
comment on column mart.target_vintage.place is 'id of the place';
comment on column mart.target_vintage.lineage_id is 'the same for places of one line';
comment on column mart.target_vintage.target_key is 'what stays the same when it is read again';
comment on column mart.target_vintage.origin is 'decision, carried or read';
comment on column mart.target_vintage.ordinal is 'order in the document';
comment on column mart.target_vintage.section is 'section of the document';
comment on column mart.target_vintage.line_from is 'first line of the text, from 1';
comment on column mart.target_vintage.line_to is 'last line of the text';
comment on column mart.target_vintage.area is 'area of reform';
comment on column mart.target_vintage.indicator_id is 'number of the indicator';
comment on column mart.target_vintage.indicator is 'code of the indicator; null while it is not linked';
comment on column mart.target_vintage.subject is 'what is measured, in words';
comment on column mart.target_vintage.level is 'administrative level it is set for; empty for none';
comment on column mart.target_vintage.scope is 'what it is limited to';
comment on column mart.target_vintage.comparator is '>=, >, =, <=, < or between';
comment on column mart.target_vintage.value is 'the wanted figure, in unit';
comment on column mart.target_vintage.value_high is 'the upper bound of between, in unit';
comment on column mart.target_vintage.unit is 'unit of value';
comment on column mart.target_vintage.measure is 'level, increase or decrease';
comment on column mart.target_vintage.baseline_year is 'year an increase or decrease is counted from, where named';
comment on column mart.target_vintage.period_start is 'first year it is set for';
comment on column mart.target_vintage.period_end is 'year by which it is to be reached';
comment on column mart.target_vintage.grp is 'named group without a number';
comment on column mart.target_vintage.repeat_of is 'key of the first mention; null for a first mention';
comment on column mart.target_vintage.quote is 'words of the document; null for carried targets';
comment on column mart.target_vintage.confidence is 'of the reader, 0-1; null for carried targets';
comment on column mart.target_vintage.note is 'what the compiler noted';
comment on column mart.target_vintage.issued_on is 'date of issue of the plan; null when unknown';
comment on column mart.target_vintage.source is 'catalog entry of the document';
comment on column mart.target_vintage.load_id is 'the load that said so';
comment on column mart.target_vintage.slot_id is 'the slot that said so';
comment on column mart.target_vintage.line is 'line of the file that carries it';
comment on column mart.target_vintage.recorded_from is 'when the warehouse learned it';
comment on column mart.target_vintage.recorded_to is 'when it was superseded or withdrawn; infinity while it holds';
comment on column mart.target_vintage.kind is 'target, reference (somebody else''s figure, or a fact) or deadline';
comment on column mart.target_vintage.decision is 'what a person decided: accept, correct or reject; null where nobody did';
comment on column mart.target_vintage.read_value is 'the value as read, where a person decided; null else';
