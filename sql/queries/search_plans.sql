-- Passages of plans that hold all words of a question, newest plans first, of three lines at most. Each
-- line is searched with the next one, so a line that holds all words is found from the line before it, too:
-- of lines that follow one another the first is left out.
--   $1 text    the question, without marks, in lower case; "words in quotes" stand together, -word must
--              not be there
--   $2 text[]  places; null for all
--   $3 int4    plans for years from it on; null for all
--   $4 int4    plans for years up to it; null for all
--   $5 int4    how many passages at most
with meant as (
    select
        l.plan,
        l.place,
        l.period_start,
        l.period_end,
        n.line
    from mart.plan_line as n
    join mart.plan as l on l.plan = n.plan and l.place = n.place
    where n.words @@ websearch_to_tsquery('simple'::regconfig, $1)
        and ($2::text[] is null or n.place = any ($2))
        and ($3::int4 is null or l.period_end >= $3)
        and ($4::int4 is null or l.period_start <= $4)
    order by l.period_end desc, l.place, l.plan, n.line
    limit 4 * $5
),
followed as (
    select
        m.*,
        (select min(n.line) from mart.plan_line as n where n.plan = m.plan and n.place = m.place and n.line > m.line) as next_line
    from meant as m
),
marked as (
    select
        f.*,
        f.line is distinct from lag(f.next_line) over (partition by f.place, f.plan order by f.line) as begins
    from followed as f
),
joined as (
    select
        k.*,
        count(*) filter (where k.begins) over (partition by k.place, k.plan order by k.line) as stretch
    from marked as k
),
counted as (
    select
        j.*,
        row_number() over (partition by j.place, j.plan, j.stretch order by j.line) as nth,
        count(*) over (partition by j.place, j.plan, j.stretch) as total
    from joined as j
),
passage as (
    select
        c.plan,
        c.place,
        c.period_start,
        c.period_end,
        min(c.line) as line_from,
        case when max(c.total) = 1 then coalesce(max(c.next_line), max(c.line)) else max(c.line) end as line_to
    from counted as c
    where c.total = 1 or c.nth > 1
    group by c.plan, c.place, c.period_start, c.period_end, c.stretch, (c.nth - 2) / 3
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
