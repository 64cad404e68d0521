-- Tasks that plans order, as known now, one row each.
-- Example:
--   select count(*) from mart.task as t;
create view mart.task as
select
    l.plan,
    p.place,
    t.task_key,
    t.ordinal,
    t.line_from,
    t.line_to,
    t.section,
    t.item,
    t.objective,
    t.task,
    t.activity,
    t.product,
    t.lead,
    t.coordinating,
    t.due,
    t.due_from,
    t.due_to,
    t.budget,
    l.period_start,
    l.period_end,
    t.load_id,
    t.recorded_from
from warehouse.task as t
join warehouse.plan as l on l.province_id = t.province_id and l.plan_id = t.plan_id
join catalog.place as p on p.place_id = l.place_id
where t.recorded_to = 'infinity';

comment on view mart.task is 'tasks that plans order, as known now; source: plan documents';
comment on column mart.task.plan is 'the plan';
comment on column mart.task.place is 'id of the place';
comment on column mart.task.task_key is 'what stays the same when it is read again';
comment on column mart.task.ordinal is 'order in the document, from 1';
comment on column mart.task.line_from is 'first line of the text, from 1';
comment on column mart.task.line_to is 'last line of the text';
comment on column mart.task.section is 'part of the table';
comment on column mart.task.item is 'number in the table';
comment on column mart.task.objective is 'objective it serves';
comment on column mart.task.task is 'the task';
comment on column mart.task.activity is 'the activity';
comment on column mart.task.product is 'what is to be delivered';
comment on column mart.task.lead is 'lead agency';
comment on column mart.task.coordinating is 'coordinating agencies';
comment on column mart.task.due is 'when, as written';
comment on column mart.task.due_from is 'first day meant, where it is a date';
comment on column mart.task.due_to is 'last day meant, where it is a date';
comment on column mart.task.budget is 'budget as written';
comment on column mart.task.period_start is 'first year of the plan';
comment on column mart.task.period_end is 'last year of the plan';
comment on column mart.task.load_id is 'the load that said so';
comment on column mart.task.recorded_from is 'when the warehouse learned it';
