-- Targets beside the latest result: one row per target, repeats left out. The result is the figure of
-- the year by which the target is to be reached or, where nobody has published it, the last one before;
-- of the target's own level, and for a province of the place itself too; whole years only.
--   places        text[]  ids; null for all
--   indicators    text[]  codes; null for all, targets without an indicator among them
--   first_year    int4    targets to be reached in or after it; null: all
--   last_year     int4    targets set for a period that begins in or before it; null: all
--   levels        text[]  administrative levels; null for all
--   as_of, published_by date   as in mart.figures; published_by asks the plan's date of issue
-- No order is promised.
-- Example:
--   select t.plan, t.value, t.result_value
--   from mart.targets(array['lang-son'], array['par'], null, null, null, null, null) as t;
create function mart.targets(
    places text[],
    indicators text[],
    first_year int4,
    last_year int4,
    levels text[],
    as_of date,
    published_by date
) returns table (
    plan text,
    place text,
    place_name_vi text,
    place_name_en text,
    ordinal int4,
    section text,
    line_from int4,
    line_to int4,
    area text,
    indicator text,
    indicator_name_vi text,
    indicator_name_en text,
    decimals int2,
    subject text,
    level text,
    scope text,
    comparator text,
    value float8,  -- what is to be reached, in the unit of the target
    value_high float8,
    unit text,
    measure text,
    baseline_year int4,
    period_start int4,
    period_end int4,
    grp text,
    origin text,
    result_period date,  -- first day of the year of the result
    result_value float8,  -- the result, in the indicator's unit
    result_rank int4,  -- its rank
    result_rank_of int4,  -- number of places ranked
    result_source text,  -- who says it
    result_derived boolean,  -- whether it was made here
    source text  -- who sets it
)
language sql stable
as $$
    with held as (
        select v.*
        from mart.target_at(targets.as_of) as v
        where v.repeat_of is null
            and v.kind = 'target'
            and (targets.places is null or v.place = any (targets.places))
            and (targets.indicators is null or v.indicator = any (targets.indicators))
            and (targets.first_year is null or v.period_end >= targets.first_year)
            and (targets.last_year is null or v.period_start <= targets.last_year)
            and (targets.levels is null or v.level = any (targets.levels))
            and (targets.published_by is null or v.issued_on <= targets.published_by)
    ),
    -- Asked once, not for every target.
    result as materialized (
        select
            f.*,
            p.lineage_id
        from mart.figures(
            (select array_agg(distinct h.place) from held as h),
            (select array_agg(distinct h.indicator) from held as h where h.indicator is not null),
            null, (select max(h.period_end) from held as h),
            (select array_agg(distinct h.level) || '{""}' from held as h), targets.as_of, targets.published_by
        ) as f
        join mart.place as p on p.place_id = f.place_id
        where exists (select from held as h where h.indicator is not null)
    )
    select
        h.plan,
        h.place,
        p.name_vi,
        p.name_en,
        h.ordinal,
        h.section,
        h.line_from,
        h.line_to,
        h.area,
        h.indicator,
        i.name_vi,
        i.name_en,
        i.decimals,
        h.subject,
        h.level,
        h.scope,
        h.comparator,
        h.value,
        h.value_high,
        h.unit,
        h.measure,
        h.baseline_year,
        h.period_start,
        h.period_end,
        h.grp,
        h.origin,
        r.period,
        r.value,
        r.rank,
        r.rank_of,
        case when h.unit = 'rank' then coalesce(r.rank_source, r.source) else r.source end,
        r.derived,
        h.source
    from held as h
    join mart.place as p on p.place_id = h.place_id
    left join mart.indicator as i on i.indicator_id = h.indicator_id
    left join lateral (
        select f.*
        from result as f
        where f.lineage_id = h.lineage_id
            and f.indicator_id = h.indicator_id
            and (f.level = h.level or f.level = '' and h.level = 'province')
            and f.freq = 'A'
            and extract(year from f.period) <= h.period_end
            and case when h.unit = 'rank' then f.rank is not null else f.value is not null end
        order by
            extract(year from f.period) desc,
            f.level desc,
            f.geography desc
        limit 1
    ) as r on true
$$;

comment on function mart.targets(text[], text[], int4, int4, text[], date, date) is
    'targets of plans beside the latest result on the same indicator';
