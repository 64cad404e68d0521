-- Merges the tasks that a document orders: new keys begin, changed ones are superseded, missing ones are
-- withdrawn, equal ones are left alone but for where they stand. One row: the counts.
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
        x.*
    from jsonb_to_recordset($1) as x (
        task_key text, ordinal int4, line_from int4, line_to int4, section text, item text,
        objective text, task text, activity text, product text, lead text, coordinating text, due text,
        due_from date, due_to date, budget text)
),
same as materialized (
    select
        t.task_key,
        h.plan_id
    from told as t
    join warehouse.task as h
        on h.province_id = t.province_id and h.plan_id = t.plan_id
        and h.task_key = t.task_key and h.recorded_to = 'infinity' and h.slot_id = $3
    where (h.section, h.item, h.objective, h.task, h.activity,
            h.product, h.lead, h.coordinating, h.due, h.due_from, h.due_to, h.budget)
        is not distinct from (t.section, t.item, t.objective, t.task,
            t.activity, t.product, t.lead, t.coordinating, t.due, t.due_from, t.due_to, t.budget)
),
moved as (
    update warehouse.task as h
    set ordinal = t.ordinal, line_from = t.line_from, line_to = t.line_to
    from told as t
    join same as s on s.plan_id = t.plan_id and s.task_key = t.task_key
    where h.province_id = t.province_id
        and h.plan_id = t.plan_id
        and h.task_key = t.task_key
        and h.recorded_to = 'infinity'
        and h.slot_id = $3
        and (h.ordinal, h.line_from, h.line_to) is distinct from (t.ordinal, t.line_from, t.line_to)
),
ended as (
    update warehouse.task as h
    set recorded_to = $6
    where h.slot_id = $3
        and h.recorded_to = 'infinity'
        and not exists (
            select from same as s where s.plan_id = h.plan_id and s.task_key = h.task_key
        )
    returning h.plan_id, h.task_key
),
begun as (
    insert into warehouse.task (
        province_id, plan_id, task_key, recorded_from, ordinal, line_from, line_to, section, item,
        objective, task, activity, product, lead, coordinating, due, due_from, due_to, budget, load_id,
        slot_id)
    select
        t.province_id, t.plan_id, t.task_key, $6, t.ordinal, t.line_from, t.line_to, t.section, t.item,
        t.objective, t.task, t.activity, t.product, t.lead, t.coordinating, t.due, t.due_from, t.due_to,
        t.budget, $2, $3
    from told as t
    where not exists (
        select from same as s where s.plan_id = t.plan_id and s.task_key = t.task_key
    )
    returning plan_id, task_key
),
revised as (
    select b.task_key
    from begun as b
    join ended as e on e.plan_id = b.plan_id and e.task_key = b.task_key
)
select
    (select count(*) from begun) - (select count(*) from revised) as loaded,
    (select count(*) from revised) as revised,
    (select count(*) from same) as unchanged,
    (select count(*) from ended) - (select count(*) from revised) as withdrawn;
