-- Passages of plans that hold all words of a question, newest plans first. Each line is searched with the
-- next one, so a line that holds all words is found from the line before it, too: lines that follow one
-- another are one passage, which begins at the second of them.
--   $1 text    the question, folded as plan_line.folded is; "words in quotes" stand together, -word must
--              not be there
--   $2 text[]  places; null for all
--   $3 int4    plans for years from it on; null for all
--   $4 int4    plans for years up to it; null for all
--   $5 int4    how many passages at most
with found as (
    select
        n.plan,
        n.place,
        n.line
    from mart.plan_line as n
    where to_tsvector('simple'::regconfig, n.folded) @@ websearch_to_tsquery('simple'::regconfig, $1)
        and ($2::text[] is null or n.place = any ($2))
),
meant as (
    select
        f.plan,
        f.place,
        f.line,
        l.period_start,
        l.period_end,
        (select min(n.line) from mart.plan_line as n where n.plan = f.plan and n.place = f.place and n.line > f.line) as next_line
    from found as f
    join mart.plan as l on l.plan = f.plan and l.place = f.place
    where ($3::int4 is null or l.period_end >= $3)
        and ($4::int4 is null or l.period_start <= $4)
    order by l.period_end desc, f.place, f.plan, f.line
    limit 3 * $5
),
marked as (
    select
        m.*,
        m.line is distinct from lag(m.next_line) over (partition by m.place, m.plan order by m.line) as begins
    from meant as m
),
grouped as (
    select
        k.*,
        count(*) filter (where k.begins) over (partition by k.place, k.plan order by k.line) as passage
    from marked as k
),
passage as (
    select
        g.plan,
        g.place,
        g.period_start,
        g.period_end,
        case when count(*) > 1 then (array_agg(g.line order by g.line))[2] else min(g.line) end as line_from,
        case when count(*) > 1 then max(g.line) else coalesce(min(g.next_line), min(g.line)) end as line_to
    from grouped as g
    group by g.plan, g.place, g.period_start, g.period_end, g.passage
)
select
    s.plan,
    s.place,
    p.name_vi,
    p.name_en,
    s.period_start,
    s.period_end,
    s.line_from,
    s.line_to,
    (
        select string_agg(n.text, ' ' order by n.line)
        from mart.plan_line as n
        where n.plan = s.plan and n.place = s.place and n.line between s.line_from and s.line_to
    ) as passage
from passage as s
join mart.place as p on p.place = s.place
order by s.period_end desc, s.place, s.plan, s.line_from
limit $5;
