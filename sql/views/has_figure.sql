-- Whether a figure is known of an indicator in the line of a place from a day on and before another: its own
-- or, of a sum, those of all its parts.
--   lineage_id, indicator_id int4, level text, freq text   the series
--   from_day   date  first day; null: from the beginning
--   before_day date  the day after the last
--   as_of      date  what the warehouse knew at the end of that day in Việt Nam; null: now
-- Example:
--   select p.place from mart.place as p join mart.indicator as i on i.indicator = 'pci'
--   where mart.has_figure(p.lineage_id, i.indicator_id, '', 'A', '2019-01-01', '2020-01-01', null)
--   limit 5;
create function mart.has_figure(
    lineage_id int4,
    indicator_id int4,
    level text,
    freq text,
    from_day date,
    before_day date,
    as_of date
) returns boolean
language sql stable as $$
    -- The indicator and, of a sum, its parts and theirs.
    with family as (
        select
            i.indicator_id,
            i.parent_id,
            i.aggregate = 'sum' as is_sum,
            i.valid_from,
            i.valid_to
        from mart.indicator as i
        left join mart.indicator as up on up.indicator_id = i.parent_id and up.aggregate = 'sum'
        left join mart.indicator as top on top.indicator_id = up.parent_id and top.aggregate = 'sum'
        where has_figure.indicator_id in (i.indicator_id, up.indicator_id, top.indicator_id)
    ),
    known as materialized (
        select distinct
            f.indicator_id,
            t.period
        from family as f
        join mart.series as s on s.indicator_id = f.indicator_id
        join mart.place as p on p.lineage_id = has_figure.lineage_id
        cross join mart.told_between(
            s.series_id, has_figure.from_day, has_figure.before_day, has_figure.as_of
        ) as t
        where s.level = has_figure.level
            and s.freq = has_figure.freq
            and t.place_id = p.place_id
    ),
    -- Every member of the family in every period of which something is known.
    member as (
        select
            f.indicator_id,
            f.parent_id,
            f.is_sum,
            q.period,
            k.indicator_id is not null as is_told
        from (select distinct period from known) as q
        join family as f
            on coalesce(f.valid_from, '-infinity') <= q.period + 364
            and coalesce(f.valid_to, 'infinity') >= q.period
        left join known as k on k.indicator_id = f.indicator_id and k.period = q.period
    ),
    -- A dimension is known where it is told or all of its parts are.
    dimension as (
        select
            m.period,
            m.is_told or (m.is_sum and coalesce(bool_and(d.is_told), false)) as is_known
        from member as m
        left join member as d on d.parent_id = m.indicator_id and d.period = m.period
        where m.parent_id = has_figure.indicator_id
        group by m.indicator_id, m.period, m.is_told, m.is_sum
    )
    select exists (select from known as k where k.indicator_id = has_figure.indicator_id)
        or exists (
            select
            from dimension as d
            where exists (
                select from family as f where f.indicator_id = has_figure.indicator_id and f.is_sum
            )
            group by d.period
            having bool_and(d.is_known)
        )
$$;

comment on function mart.has_figure(int4, int4, text, text, date, date, date) is
    'whether a figure is known of an indicator in the line of a place between two days';
