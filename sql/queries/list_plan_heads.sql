-- Plans as known now, with how much each holds, by place in the order asked for and by years.
--   $1 text[]  places; null for all
--   $2 int4    plans for years from it on; null for all
--   $3 int4    plans for years up to it; null for all
--   $4 text    one plan; null for all
with statement as (
    select
        t.plan,
        count(*) filter (where t.kind = 'target' and t.repeat_of is null) as targets,
        count(*) filter (where t.kind = 'target' and t.repeat_of is null and t.indicator is null) as unlinked,
        count(*) filter (where t.decision is not null) as decided
    from mart.target_at(null) as t
    where $4::text is null or t.plan = $4
    group by t.plan
)
select
    l.plan,
    l.place,
    p.name_vi,
    p.name_en,
    l.kind,
    l.number,
    l.title,
    l.issuer,
    l.issued_on::text as issued_on,
    l.period_start,
    l.period_end,
    coalesce(s.targets, 0) as targets,
    coalesce(s.unlinked, 0) as unlinked,
    coalesce(s.decided, 0) as decided,
    (select count(*) from mart.task as t where t.plan = l.plan) as tasks,
    l.job,
    l.file,
    l.source
from mart.plan as l
join mart.place as p on p.place = l.place
left join statement as s on s.plan = l.plan
where ($1::text[] is null or l.place = any ($1))
    and ($2::int4 is null or l.period_end >= $2)
    and ($3::int4 is null or l.period_start <= $3)
    and ($4::text is null or l.plan = $4)
order by array_position($1, l.place), l.place, l.period_start, l.period_end desc, l.plan;
