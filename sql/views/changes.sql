-- What the warehouse learned between the ends of two days: figures and targets that are new, that hold
-- otherwise than before (revised, with the old and the new value), and that were taken back (withdrawn); one
-- row each. What changed and changed back in between is left out; so are changes of a remark or a line.
--   from_day    date    end of that day in Việt Nam; null: from the beginning
--   to_day      date    end of that day; null: now
--   places      text[]  ids; null for all
--   indicators  text[]  codes; null for all, targets without an indicator among them
--   jobs        text[]  names of jobs; null for all
-- No order is promised.
-- Example:
--   select c.change, count(*) from mart.changes('2020-01-01', null, null, array['pci']) as c
--   group by c.change;
create function mart.changes(
    from_day date,
    to_day date,
    places text[],
    indicators text[],
    jobs text[] default null
) returns table (
    job text,  -- name of the job
    kind text,  -- figure or target
    change text,  -- new, revised or withdrawn
    place text,
    place_name_vi text,
    place_name_en text,
    indicator text,
    indicator_name_vi text,
    indicator_name_en text,
    decimals int2,
    unit text,
    level text,
    freq text,
    period date,
    geography text,
    source text,
    plan text,  -- the plan of a target
    subject text,
    old_value float8,  -- value before, in the unit
    new_value float8,  -- value after
    old_rank int4,  -- rank before
    new_rank int4,  -- rank after
    old_grp text,  -- group before
    new_grp text,  -- group after
    old_flags text,  -- flags before
    new_flags text,  -- flags after
    old_load int4,  -- the load that said it before
    new_load int4,  -- the load that says it, or took it back
    recorded_at timestamptz  -- when the warehouse learned it
)
language sql stable
as $$
    with load as (
        select distinct
            l.load_id,
            l.job
        from mart.load as l
    ),
    -- Where something is asked for, facts are found by their series and place, however many there are.
    asked as materialized (
        select s.*
        from mart.series as s
        where (changes.indicators is null or s.indicator = any (changes.indicators))
            and (
                changes.places is null
                or s.place_level in (select p.place_level from mart.place as p where p.place = any (changes.places))
            )
    ),
    figure_before as (
        select t.*
        from mart.told as t
        where t.recorded_from < mart.end_of_day(changes.from_day)
            and t.recorded_to >= mart.end_of_day(changes.from_day)
            and t.recorded_to < coalesce(mart.end_of_day(changes.to_day), 'infinity')
            and (
                changes.indicators is null and changes.places is null
                or t.series_id = any (array(select s.series_id from asked as s))
            )
            and (
                changes.places is null
                or t.place_id = any (array(select p.place_id from mart.place as p where p.place = any (changes.places)))
            )
    ),
    -- Only slots to which loads of those days brought something are read: their facts are found by number.
    slot as materialized (
        select distinct l.slot_id
        from mart.load as l
        where changes.indicators is null and changes.places is null
            and (changes.jobs is null or l.job = any (changes.jobs))
            and l.started_at < coalesce(mart.end_of_day(changes.to_day), 'infinity')
            and coalesce(l.finished_at, 'infinity') >= coalesce(mart.end_of_day(changes.from_day), '-infinity')
            and (l.rows_loaded > 0 or l.rows_revised > 0)
    ),
    held_after as (
        select t.*
        from slot as l
        cross join lateral (
            select t.*
            from mart.told as t
            where t.slot_id = l.slot_id
            offset 0  -- slot by slot: the planner takes any few slots for all facts
        ) as t
        union all
        select t.*
        from mart.told as t
        where not (changes.indicators is null and changes.places is null)
            and t.series_id = any (array(select s.series_id from asked as s))
            and (
                changes.places is null
                or t.place_id = any (array(select p.place_id from mart.place as p where p.place = any (changes.places)))
            )
    ),
    figure_after as (
        select t.*
        from held_after as t
        where t.recorded_from >= coalesce(mart.end_of_day(changes.from_day), '-infinity')
            and t.recorded_from < coalesce(mart.end_of_day(changes.to_day), 'infinity')
            and t.recorded_to >= coalesce(mart.end_of_day(changes.to_day), 'infinity')
    ),
    figure as (
        select
            coalesce(a.place_id, b.place_id) as place_id,
            coalesce(a.series_id, b.series_id) as series_id,
            coalesce(a.period, b.period) as period,
            case when b.place_id is null then 'new' when a.place_id is null then 'withdrawn' else 'revised' end as change,
            b.value as old_value,
            a.value as new_value,
            b.rank as old_rank,
            a.rank as new_rank,
            b.grp as old_grp,
            a.grp as new_grp,
            b.flags as old_flags,
            a.flags as new_flags,
            b.load_id as old_load,
            a.load_id as new_load,
            coalesce(a.recorded_from, b.recorded_to) as recorded_at
        from figure_before as b
        full join figure_after as a on a.place_id = b.place_id and a.series_id = b.series_id and a.period = b.period
        where (a.value, a.rank, a.rank_of, a.grp, a.flags) is distinct from (b.value, b.rank, b.rank_of, b.grp, b.flags)
    ),
    target_before as (
        select v.*
        from mart.target_vintage as v
        where v.recorded_from < mart.end_of_day(changes.from_day)
            and v.recorded_to >= mart.end_of_day(changes.from_day)
            and v.recorded_to < coalesce(mart.end_of_day(changes.to_day), 'infinity')
    ),
    target_after as (
        select v.*
        from mart.target_vintage as v
        where v.recorded_from >= coalesce(mart.end_of_day(changes.from_day), '-infinity')
            and v.recorded_from < coalesce(mart.end_of_day(changes.to_day), 'infinity')
            and v.recorded_to >= coalesce(mart.end_of_day(changes.to_day), 'infinity')
    ),
    target as (
        select
            coalesce(a.place_id, b.place_id) as place_id,
            coalesce(a.indicator_id, b.indicator_id) as indicator_id,
            coalesce(a.plan, b.plan) as plan,
            coalesce(a.subject, b.subject) as subject,
            coalesce(a.level, b.level) as level,
            coalesce(a.unit, b.unit) as unit,
            make_date(coalesce(a.period_end, b.period_end), 1, 1) as period,
            coalesce(a.source, b.source) as source,
            case when b.plan is null then 'new' when a.plan is null then 'withdrawn' else 'revised' end as change,
            b.value as old_value,
            a.value as new_value,
            b.grp as old_grp,
            a.grp as new_grp,
            b.load_id as old_load,
            a.load_id as new_load,
            coalesce(a.recorded_from, b.recorded_to) as recorded_at
        from target_before as b
        full join target_after as a on a.plan = b.plan and a.place_id = b.place_id and a.target_key = b.target_key
        where (
                a.indicator_id, a.level, a.comparator, a.value, a.value_high, a.unit, a.measure, a.baseline_year,
                a.period_start, a.period_end, a.grp, a.kind
            ) is distinct from (
                b.indicator_id, b.level, b.comparator, b.value, b.value_high, b.unit, b.measure, b.baseline_year,
                b.period_start, b.period_end, b.grp, b.kind
            )
    )
    select
        l.job,
        'figure',
        f.change,
        p.place,
        p.name_vi,
        p.name_en,
        i.indicator,
        i.name_vi,
        i.name_en,
        i.decimals,
        i.unit,
        s.level,
        s.freq,
        f.period,
        s.geography,
        s.source,
        null,
        null,
        f.old_value,
        f.new_value,
        f.old_rank,
        f.new_rank,
        f.old_grp,
        f.new_grp,
        f.old_flags,
        f.new_flags,
        f.old_load,
        f.new_load,
        f.recorded_at
    from figure as f
    join asked as s on s.series_id = f.series_id
    join mart.place as p on p.place_id = f.place_id
    join mart.indicator as i on i.indicator_id = s.indicator_id
    join load as l on l.load_id = coalesce(f.new_load, f.old_load)
    where (changes.places is null or p.place = any (changes.places))
        and (changes.jobs is null or l.job = any (changes.jobs))
    union all
    select
        l.job,
        'target',
        t.change,
        p.place,
        p.name_vi,
        p.name_en,
        i.indicator,
        i.name_vi,
        i.name_en,
        i.decimals,
        t.unit,
        t.level,
        'A',
        t.period,
        null,
        t.source,
        t.plan,
        t.subject,
        t.old_value,
        t.new_value,
        null,
        null,
        t.old_grp,
        t.new_grp,
        null,
        null,
        t.old_load,
        t.new_load,
        t.recorded_at
    from target as t
    join mart.place as p on p.place_id = t.place_id
    left join mart.indicator as i on i.indicator_id = t.indicator_id
    join load as l on l.load_id = coalesce(t.new_load, t.old_load)
    where (changes.places is null or p.place = any (changes.places))
        and (changes.indicators is null or i.indicator = any (changes.indicators))
        and (changes.jobs is null or l.job = any (changes.jobs))
$$;

comment on function mart.changes(date, date, text[], text[], text[]) is
    'figures and targets that the warehouse learned, learned otherwise or took back between two days';
