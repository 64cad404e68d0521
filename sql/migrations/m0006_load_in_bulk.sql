-- Lets loads of millions of rows run at the speed of COPY. Staging has the columns of observations, so
-- that a new year can become a partition as it is; a merge looks at what differs instead of at
-- everything; one index leads with the series, which every question knows, and the slot's is small.
alter table warehouse.observation drop constraint observation_pkey;
alter table warehouse.observation
    add constraint observation_pkey primary key (series_id, place_id, period, province_id);
drop index warehouse.observation_series_index;
drop index warehouse.observation_slot_index;
-- A slot's rows lie together, as they were loaded: a summary of each range of pages finds them.
create index observation_slot_index on warehouse.observation using brin (slot_id) with (autosummarize = on);

create table ops.merge_clock (
    moment timestamptz not null
);
insert into ops.merge_clock (moment) values ('-infinity');
comment on table ops.merge_clock is 'the moment of the last merge, one row; source: merges, under the lock that they share';
comment on column ops.merge_clock.moment is 'recorded_from of what the last merge brought';

drop function ops.open_staging(text);
drop function ops.merge_observations(text, int4, int4);
drop function ops.staged_duplicates(text);
drop function ops.ensure_partition(date);

-- Creates the staging table of one file: observation_<load>_<slot>, with the columns of observations.
-- A row whose line is null is one that the slot holds and the file did not confirm. An unlogged table
-- is for a merge; a logged one, made in the transaction of the load, may become a partition. Returns
-- the moment, which is the recorded_from of rows that become a partition.
create function ops.open_staging(name text, may_become_partition boolean) returns timestamptz
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if name !~ '^observation_[0-9]+_[0-9]+$' then
        raise exception 'staging name % is not allowed', name;
    end if;
    execute format(
        'create %s table staging.%I (like warehouse.observation including defaults including constraints including comments)',
        case when may_become_partition then '' else 'unlogged' end, name);
    if pg_catalog.to_regrole('chiso_loader') is not null then
        execute format('grant select, insert on staging.%I to chiso_loader', name);
    end if;
    return clock_timestamp();
end
$$;
comment on function ops.open_staging(text, boolean) is 'creates a staging table for one file of a load; returns the moment';

-- Tells the planner what a staging table holds.
create function ops.analyze_staging(name text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if name !~ '^observation_[0-9]+_[0-9]+$' then
        raise exception 'staging name % is not allowed', name;
    end if;
    execute format('analyze staging.%I', name);
end
$$;
comment on function ops.analyze_staging(text) is 'analyzes a staging table';

-- Creates the partition of a year where it is missing. It is built apart and attached, which readers
-- need not wait for. Returns whether it was missing.
create function ops.ensure_partition_of(parent text, first_day date, built text default null) returns boolean
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    part text := parent || '_y' || extract(year from first_day)::int4;
    next_year date := (first_day + interval '1 year')::date;
begin
    if first_day < '1900-01-01' or first_day > '2199-12-31' then
        raise exception 'period % is outside 1900-2199', first_day;
    end if;
    if to_regclass('warehouse.' || part) is not null then
        return false;
    end if;
    -- Two loads may want the same year; the second waits and finds it made.
    perform pg_advisory_xact_lock(1667785588, extract(year from first_day)::int4);
    if to_regclass('warehouse.' || part) is not null then
        return false;
    end if;
    if built is null then
        execute format(
            'create table warehouse.%I (like warehouse.%I including defaults including constraints including comments)',
            part, parent);
    else
        execute format('alter table staging.%I set schema warehouse', built);
        execute format('alter table warehouse.%I rename to %I', built, part);
    end if;
    execute format(
        'alter table warehouse.%I add constraint %I check (period >= %L and period < %L)',
        part, part || '_period_check', first_day, next_year);
    execute format(
        'alter table warehouse.%I attach partition warehouse.%I for values from (%L) to (%L)',
        parent, part, first_day, next_year);
    execute format('alter table warehouse.%I drop constraint %I', part, part || '_period_check');
    return true;
end
$$;
comment on function ops.ensure_partition_of(text, date, text) is
    'creates the yearly partition of one table, or makes a staging table that; the owner''s own';

-- Makes sure that observations of the period's year have a partition.
create function ops.ensure_partition(period date) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform ops.ensure_partition_of('observation', date_trunc('year', period)::date);
    perform ops.ensure_partition_of('observation_past', date_trunc('year', period)::date);
end
$$;
comment on function ops.ensure_partition(date) is 'creates and attaches the yearly partitions of observations where they are missing';

-- Makes a staging table the partition of its year, if the year is one, has none, and no merge came
-- between, so that moments and commits keep one order. Nobody else sees the table before the commit.
-- Returns the moment, or null where the rows are to be merged instead. Rows of one key raise
-- unique_violation. Either way the caller holds the lock of merges, which comes before those that
-- making a partition takes: two transactions that do both can then not wait for each other.
create function ops.adopt_staging(name text, opened timestamptz) returns timestamptz
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    first_year date;
    last_year date;
    last_merge timestamptz;
begin
    if name !~ '^observation_[0-9]+_[0-9]+$' then
        raise exception 'staging name % is not allowed', name;
    end if;
    execute format(
        'select date_trunc(''year'', min(s.period))::date, date_trunc(''year'', max(s.period))::date from staging.%I as s', name)
    into first_year, last_year;
    if first_year is null or first_year <> last_year
        or to_regclass('warehouse.observation_y' || extract(year from first_year)::int4) is not null
    then
        perform pg_advisory_xact_lock(1667785589);
        return null;
    end if;
    execute format(
        'alter table staging.%I add constraint %I primary key (series_id, place_id, period, province_id)',
        name, 'observation_y' || extract(year from first_year)::int4 || '_pkey');
    perform pg_advisory_xact_lock(1667785589);
    select c.moment into last_merge from ops.merge_clock as c;
    if last_merge >= opened then
        return null;
    end if;
    if not ops.ensure_partition_of('observation', first_year, name) then
        return null;  -- another load has made it meanwhile
    end if;
    if pg_catalog.to_regrole('chiso_loader') is not null then
        execute format(
            'revoke all on warehouse.%I from chiso_loader', 'observation_y' || extract(year from first_year)::int4);
    end if;
    perform ops.ensure_partition_of('observation_past', first_year);
    update ops.merge_clock set moment = opened;
    return opened;
end
$$;
comment on function ops.adopt_staging(text, timestamptz) is
    'makes a staging table the partition of its year; null where it has to be merged';

-- Rows of a staging table whose place, series and period stand in an earlier line too.
create function ops.staged_duplicates(name text)
returns table (line int4, first_line int4)
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    has_some boolean;
begin
    execute format(
        'select exists (
             select
             from staging.%I as s
             where s.line is not null
             group by s.series_id, s.place_id, s.period, s.province_id
             having count(*) > 1)', name)
    into has_some;
    if not has_some then
        return;
    end if;
    return query execute format(
        'select d.line, d.first_line
         from (
             select s.line, min(s.line) over (partition by s.series_id, s.place_id, s.period, s.province_id) as first_line
             from staging.%I as s
             where s.line is not null
         ) as d
         where d.line > d.first_line
         order by d.line
         limit 1001', name);
end
$$;
comment on function ops.staged_duplicates(text) is 'lines of a staging table that say what an earlier line said';

-- How many rows of a staging table say again what the slot holds and another line of the file confirmed.
create function ops.staged_repeats(name text, for_slot int4) returns int8
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    repeats int8;
begin
    execute format(
        'select count(*)
         from staging.%1$I as s
         join warehouse.observation as o
             on o.series_id = s.series_id and o.place_id = s.place_id
             and o.period = s.period and o.province_id = s.province_id
         where s.line is not null
             and o.slot_id = $1
             and not exists (
                 select
                 from staging.%1$I as h
                 where h.line is null
                     and h.series_id = s.series_id and h.place_id = s.place_id
                     and h.period = s.period and h.province_id = s.province_id)', name)
    into repeats using for_slot;
    return repeats;
end
$$;
comment on function ops.staged_repeats(text, int4) is 'rows of a staging table that repeat what a confirmed line said';

-- Puts beside the staged rows what the slot holds, where it was not compared while the file was read.
create function ops.stage_held(name text, for_slot int4) returns int8
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    held int8;
begin
    execute format(
        'insert into staging.%I (
             value, province_id, place_id, series_id, period, recorded_from, rank, rank_of,
             load_id, slot_id, line, flags, grp, note)
         select
             o.value, o.province_id, o.place_id, o.series_id, o.period, o.recorded_from, o.rank, o.rank_of,
             o.load_id, o.slot_id, null, o.flags, o.grp, o.note
         from warehouse.observation as o
         where o.slot_id = $1', name)
    using for_slot;
    get diagnostics held = row_count;
    return held;
end
$$;
comment on function ops.stage_held(text, int4) is 'stages what a slot holds beside what its file says';

-- Merges a staging table into the observations of its slot: new keys are inserted, changed ones
-- superseded, held ones that the file no longer says withdrawn, equal ones left alone. Merges wait for
-- one another, so that their moments and their commits have one order. Keys must be unique; one that
-- another slot holds stops the merge, since two loads may have been checked before either merged.
create function ops.merge_observations(name text, for_load int4, for_slot int4)
returns table (recorded_at timestamptz, loaded int8, revised int8, withdrawn int8)
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    same_key text := 'o.series_id = s.series_id and o.place_id = s.place_id and o.period = s.period and o.province_id = s.province_id';
    held_key text := 'h.series_id = s.series_id and h.place_id = s.place_id and h.period = s.period and h.province_id = s.province_id';
    differs text := '(h.value, h.rank, h.rank_of, h.flags, h.grp, h.note) is distinct from (s.value, s.rank, s.rank_of, s.flags, s.grp, s.note)';
    past text := 'insert into warehouse.observation_past (
            value, province_id, place_id, series_id, period, recorded_from, rank, rank_of,
            load_id, slot_id, line, flags, grp, note, recorded_to)
        select
            o.value, o.province_id, o.place_id, o.series_id, o.period, o.recorded_from, o.rank, o.rank_of,
            o.load_id, o.slot_id, o.line, o.flags, o.grp, o.note, $1
        from warehouse.observation as o ';
    foreign_line int4;
begin
    perform pg_advisory_xact_lock(1667785589);
    recorded_at := clock_timestamp();
    update ops.merge_clock set moment = recorded_at;
    select c.line into foreign_line
    from ops.staged_conflicts(name, for_slot) as c
    limit 1;
    if found then
        raise exception 'line % says what another file says', foreign_line
            using errcode = 'unique_violation';
    end if;

    execute past || format(
        'join staging.%1$I as s on %2$s
         where s.line is null
             and not exists (select from staging.%1$I as h where h.line is not null and %3$s)', name, same_key, held_key)
    using recorded_at;
    get diagnostics withdrawn = row_count;
    if withdrawn > 0 then
        execute format(
            'delete from warehouse.observation as o
             using staging.%1$I as s
             where %2$s
                 and s.line is null
                 and not exists (select from staging.%1$I as h where h.line is not null and %3$s)', name, same_key, held_key);
    end if;

    execute past || format(
        'join staging.%1$I as s on %2$s
         join staging.%1$I as h on %3$s
         where s.line is not null and h.line is null and %4$s', name, same_key, held_key, differs)
    using recorded_at;
    get diagnostics revised = row_count;
    if revised > 0 then
        execute format(
            'update warehouse.observation as o
             set value = s.value, rank = s.rank, rank_of = s.rank_of, flags = s.flags, grp = s.grp,
                 note = s.note, line = s.line, load_id = $2, recorded_from = $1
             from staging.%1$I as s
             join staging.%1$I as h on %3$s
             where %2$s and s.line is not null and h.line is null and %4$s', name, same_key, held_key, differs)
        using recorded_at, for_load;
    end if;

    execute format(
        'insert into warehouse.observation (
             value, province_id, place_id, series_id, period, recorded_from, rank, rank_of,
             load_id, slot_id, line, flags, grp, note)
         select
             s.value, s.province_id, s.place_id, s.series_id, s.period, $1, s.rank, s.rank_of,
             $2, $3, s.line, s.flags, s.grp, s.note
         from staging.%1$I as s
         where s.line is not null
             and not exists (select from staging.%1$I as h where h.line is null and %2$s)', name, held_key)
    using recorded_at, for_load, for_slot;
    get diagnostics loaded = row_count;
    return next;
end
$$;
comment on function ops.merge_observations(text, int4, int4) is
    'merges a staging table into the observations of its slot; returns the moment and the counts';

-- Lines of a staging table whose place, series and period another slot holds.
create or replace function ops.staged_conflicts(name text, for_slot int4)
returns table (line int4, job text, file text)
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    return query execute format(
        'select s.line, c.job, c.file
         from staging.%I as s
         join warehouse.observation as o
             on o.series_id = s.series_id and o.place_id = s.place_id
             and o.period = s.period and o.province_id = s.province_id
         join ops.slot as c on c.slot_id = o.slot_id
         where s.line is not null and o.slot_id <> $1
         order by s.line
         limit 1001', name) using for_slot;
end
$$;
