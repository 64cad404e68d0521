-- Tasks that plans order, by place in the order asked for, plan and order in the plan.
--   $1 text[]  places; null for all
--   $2 int4    plans for years from it on; null for all
--   $3 int4    plans for years up to it; null for all
--   $4 text    one plan; null for all
select
    t.plan,
    t.place,
    p.name_vi,
    p.name_en,
    t.period_start,
    t.period_end,
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
    t.due_from::text as due_from,
    t.due_to::text as due_to,
    t.budget
from mart.task as t
join mart.place as p on p.place = t.place
where ($1::text[] is null or t.place = any ($1))
    and ($2::int4 is null or t.period_end >= $2)
    and ($3::int4 is null or t.period_start <= $3)
    and ($4::text is null or t.plan = $4)
order by array_position($1, t.place), t.place, t.period_start, t.period_end desc, t.plan, t.ordinal;
