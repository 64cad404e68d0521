-- Holds staged rows against the observations of their own years: a join by key alone reads every year that
-- the warehouse knows, and a load became slower with each year that was there before.

-- Lines of a staging table whose place, series and period another slot holds. What the slot itself
-- holds, as a row beside says, no other does.
create or replace function ops.staged_conflicts(name text, for_slot int4)
returns table (line int4, job text, file text)
language plpgsql set search_path = pg_catalog, pg_temp set work_mem = '64MB' as $$
declare
    has_held boolean;
    first_period date;
    last_period date;
begin
    execute format(
        'select coalesce(bool_or(s.line is null), false), min(s.period), max(s.period) from staging.%I as s', name)
    into has_held, first_period, last_period;
    return query execute format(
        'with fresh as materialized (
             select s.line, s.series_id, s.place_id, s.period, s.province_id
             from staging.%1$I as s
             where s.line is not null %2$s
         )
         select s.line, c.job, c.file
         from fresh as s
         join warehouse.observation as o
             on o.series_id = s.series_id and o.place_id = s.place_id
             and o.period = s.period and o.province_id = s.province_id
         join ops.slot as c on c.slot_id = o.slot_id
         where o.slot_id <> $1
             and o.period between $2 and $3
         order by s.line
         limit 1001',
        name,
        case
            when has_held
                then format(
                    'and not exists (
                         select
                         from staging.%I as h
                         where h.line is null
                             and h.series_id = s.series_id and h.place_id = s.place_id
                             and h.period = s.period and h.province_id = s.province_id)', name)
            else ''
        end)
    using for_slot, first_period, last_period;
end
$$;
