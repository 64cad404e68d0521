-- What a series says of the periods from a day on and before another, as the warehouse knew it on a day.
--   series_id  int4  the series
--   from_day   date  first day; null: from the beginning
--   before_day date  the day after the last; null: to the end
--   as_of      date  what the warehouse knew at the end of that day in Việt Nam; null: now
-- One row per place and period.
-- No order is promised.
-- Example:
--   select t.period, t.value from mart.series as s cross
--   join lateral mart.told_between(s.series_id, '2019-01-01', '2020-01-01', null) as t
--   where s.indicator = 'pci' limit 5;
create function mart.told_between(
    series_id int4,
    from_day date,
    before_day date,
    as_of date
) returns setof mart.told
language sql stable
as $$
    select t.*
    from mart.told as t
    where t.series_id = told_between.series_id
        -- Plain bounds: by an "or" the server would look into every year where it does not know the days yet.
        and t.period >= coalesce(told_between.from_day, '-infinity')
        and t.period < coalesce(told_between.before_day, 'infinity')
        and t.recorded_from < coalesce(mart.end_of_day(told_between.as_of), 'infinity')
        and t.recorded_to >= coalesce(mart.end_of_day(told_between.as_of), 'infinity')
$$;

comment on function mart.told_between(int4, date, date, date) is
    'what a series says of periods between two days, as the warehouse knew it on a day';
