-- Statements of plans as a person, a carried table or the reader says them: a person's decision outranks
-- a carried target, that outranks a read one; what a person rejected is left out. Two say the same where
-- their values are equal and their lines meet; a decision stands for a carried target of its level, and
-- for one of another level where the lines and the value leave no other.
--   as_of  date  what the warehouse knew at the end of that day; null: now
-- One row per statement.
-- No order is promised.
-- Example:
--   select t.plan, t.value from mart.target_at('2099-12-31') as t where t.indicator = 'par';
create function mart.target_at(
    as_of date
) returns table (
    plan text,
    place_id int4,
    place text,
    lineage_id int4,
    target_key text,
    origin text,
    ordinal int4,
    section text,
    line_from int4,
    line_to int4,
    area text,
    indicator_id int4,
    indicator text,
    subject text,
    level text,
    scope text,
    comparator text,
    value float8,
    value_high float8,
    unit text,
    measure text,
    baseline_year int4,
    period_start int4,
    period_end int4,
    grp text,
    repeat_of text,
    quote text,
    confidence float8,
    note text,
    issued_on date,
    source text,
    load_id int4,
    slot_id int4,
    line int4,
    recorded_from timestamptz,
    recorded_to timestamptz,
    kind text,
    decision text,
    read_value float8
)
language sql stable
as $$
    with known as (
        select v.*
        from mart.target_vintage as v
        where (target_at.as_of is null and v.recorded_to = 'infinity')
            or (
                v.recorded_from < mart.end_of_day(target_at.as_of)
                and v.recorded_to >= mart.end_of_day(target_at.as_of)
            )
    ),
    -- Pairs of statements of one plan whose lines meet and whose values are equal.
    pair as (
        select
            strong.plan,
            strong.origin,
            strong.target_key as strong_key,
            weak.target_key as weak_key,
            strong.level = weak.level as has_same_level
        from known as strong
        join known as weak
            on weak.plan = strong.plan
            and weak.place_id = strong.place_id
            and (strong.origin, weak.origin) in (('decision', 'carried'), ('carried', 'read'))
            and strong.line_from <= coalesce(weak.line_to, weak.line_from)
            and coalesce(strong.line_to, strong.line_from) >= weak.line_from
            and (
                strong.value is not distinct from weak.value
                or strong.read_value = weak.value
            )
    )
    select k.*
    from known as k
    where k.decision is distinct from 'reject'
        and not exists (
            select
            from pair as p
            where p.plan = k.plan
                and p.weak_key = k.target_key
                and (
                    p.origin = 'carried'
                    or p.has_same_level
                    or not exists (
                        select
                        from pair as o
                        where o.plan = p.plan and o.strong_key = p.strong_key and o.has_same_level
                    )
                )
        )
$$;

comment on function mart.target_at(date) is
    'statements of plans, each once: a decision before a carried target before a read one';
