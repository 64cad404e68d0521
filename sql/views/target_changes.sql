-- What becomes of the targets of one plan in another, between years of a place or between places: one row
-- per pair of targets that ask the same, and per target that only one plan has. Targets ask the same where
-- indicator, level, measure and unit are equal; of several, those of one scope first, then in the order of
-- the plans. Targets without an indicator, repeats, references and deadlines are left out.
--   from_plan, to_plan  text  the plans
-- No order is promised.
-- Example:
--   select c.indicator, c.change, c.from_value, c.to_value
--   from mart.target_changes('lang-son-2021-2025', 'lang-son-2024') as c;
create function mart.target_changes(from_plan text, to_plan text) returns table (
    change text,  -- new, dropped, raised, lowered, kept or changed
    is_harder boolean,  -- whether the second asks more; null where that cannot be said
    indicator text,
    indicator_name_vi text,
    indicator_name_en text,
    direction text,
    level text,
    measure text,
    unit text,
    from_subject text,  -- what the first is about, in its words
    from_scope text,  -- its scope
    from_comparator text,  -- its comparator
    from_value float8,  -- what the first plan sets, in the target's unit
    from_value_high float8,  -- its upper bound
    from_grp text,  -- its group
    from_period_end int4,  -- last year of the first
    from_line int4,  -- its line in the plan
    from_ordinal int4,  -- its place in the line
    to_subject text,  -- what the second is about, in its words
    to_scope text,  -- its scope
    to_comparator text,  -- its comparator
    to_value float8,  -- what the second sets, in the target's unit
    to_value_high float8,  -- its upper bound
    to_grp text,  -- its group
    to_period_end int4,  -- last year of the second
    to_line int4,  -- its line in the plan
    to_ordinal int4  -- its place in the line
)
language sql stable
as $$
    with asked as (
        select
            t.*,
            coalesce(t.unit, '') as unit_key,
            row_number() over (
                partition by t.plan, t.indicator, t.level, t.measure, t.unit, t.scope
                order by t.line_from, t.ordinal
            ) as nth
        from mart.target as t
        where t.plan in (target_changes.from_plan, target_changes.to_plan)
            and t.repeat_of is null
            and t.indicator is not null
    ),
    exact as (
        select
            f.target_key as from_key,
            t.target_key as to_key
        from asked as f
        join asked as t
            on (t.indicator, t.level, t.measure, t.unit_key, t.scope, t.nth)
                = (f.indicator, f.level, f.measure, f.unit_key, f.scope, f.nth)
        where f.plan = target_changes.from_plan
            and t.plan = target_changes.to_plan
    ),
    rest as (
        select
            a.*,
            row_number() over (
                partition by a.plan, a.indicator, a.level, a.measure, a.unit
                order by a.line_from, a.ordinal
            ) as turn
        from asked as a
        where not exists (
            select
            from exact as e
            where (a.plan = target_changes.from_plan and e.from_key = a.target_key)
                or (a.plan = target_changes.to_plan and e.to_key = a.target_key)
        )
    ),
    paired as (
        select e.from_key, e.to_key
        from exact as e
        union all
        select
            f.target_key,
            t.target_key
        from (select r.* from rest as r where r.plan = target_changes.from_plan) as f
        full join (select r.* from rest as r where r.plan = target_changes.to_plan) as t
            on (t.indicator, t.level, t.measure, t.unit_key, t.turn)
                = (f.indicator, f.level, f.measure, f.unit_key, f.turn)
    ),
    compared as (
        select
            f.target_key as from_key,
            t.target_key as to_key,
            coalesce(t.indicator, f.indicator) as indicator,
            coalesce(t.measure, f.measure) as measure,
            coalesce(t.unit, f.unit) as unit,
            case
                when f.target_key is null then 'new'
                when t.target_key is null then 'dropped'
                when (f.value, f.value_high, f.grp) is not distinct from (t.value, t.value_high, t.grp)
                    then 'kept'
                when f.value is null or t.value is null then 'changed'
                when (t.value, coalesce(t.value_high, t.value)) > (f.value, coalesce(f.value_high, f.value))
                    then 'raised'
                else 'lowered'
            end as change
        from paired as p
        left join asked as f on f.target_key = p.from_key and f.plan = target_changes.from_plan
        left join asked as t on t.target_key = p.to_key and t.plan = target_changes.to_plan
    )
    select
        c.change,
        case
            when c.change not in ('raised', 'lowered') then null
            when c.unit = 'rank' then c.change = 'lowered'
            when c.measure in ('increase', 'decrease') then c.change = 'raised'
            when i.direction = 'higher_is_better' then c.change = 'raised'
            when i.direction = 'lower_is_better' then c.change = 'lowered'
        end,
        c.indicator,
        i.name_vi,
        i.name_en,
        i.direction,
        coalesce(t.level, f.level),
        c.measure,
        c.unit,
        f.subject,
        f.scope,
        f.comparator,
        f.value,
        f.value_high,
        f.grp,
        f.period_end,
        f.line_from,
        f.ordinal,
        t.subject,
        t.scope,
        t.comparator,
        t.value,
        t.value_high,
        t.grp,
        t.period_end,
        t.line_from,
        t.ordinal
    from compared as c
    join mart.indicator as i on i.indicator = c.indicator
    left join asked as f on f.target_key = c.from_key and f.plan = target_changes.from_plan
    left join asked as t on t.target_key = c.to_key and t.plan = target_changes.to_plan
$$;

comment on function mart.target_changes(text, text) is
    'targets of one plan beside those of another: raised, lowered, kept, changed, new or dropped';
