-- Takes from a load in bulk what is done for every row and need not be: a pattern for flags that nearly
-- always are one letter, columns that are the same in all rows, a second look for the year of a table
-- whose rows the loader has just seen, and statistics of columns that no question compares. And from a
-- revision of few rows what would be done as if all were new: pages keep room for it, so that the index
-- need not be told, and rows that the slot itself holds are not looked for among those of others.
alter table warehouse.observation drop constraint observation_flags_check;
alter table warehouse.observation
    add constraint observation_flags_check check (flags = 'A' or flags ~ '^[ABEPM]{1,5}$');

-- Creates the staging table of one file: observation_<load>_<slot>, with the columns of observations.
-- Load, slot and moment stand in its defaults and need not be sent with each row. A row whose line is null
-- is one that the slot holds and the file did not confirm. An unlogged table is for a merge; a logged one,
-- made in the transaction of the load, may become a partition. Returns the moment, which is the
-- recorded_from of rows that become a partition.
create or replace function ops.open_staging(name text, may_become_partition boolean) returns timestamptz
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    opened timestamptz := clock_timestamp();
begin
    if name !~ '^observation_[0-9]+_[0-9]+$' then
        raise exception 'staging name % is not allowed', name;
    end if;
    execute format(
        'create %s table staging.%I (like warehouse.observation including defaults including constraints including comments) %s',
        case when may_become_partition then '' else 'unlogged' end,
        name,
        case when may_become_partition then 'with (fillfactor = 95)' else '' end);
    execute format(
        'alter table staging.%I
             alter column load_id set default %s,
             alter column slot_id set default %s,
             alter column recorded_from set default %L',
        name, split_part(name, '_', 2)::int4, split_part(name, '_', 3)::int4, opened);
    if pg_catalog.to_regrole('chiso_loader') is not null then
        execute format('grant select, insert on staging.%I to chiso_loader', name);
    end if;
    return opened;
end
$$;

-- Creates the partition of a year where it is missing. It is built apart and attached, which readers
-- need not wait for. Returns whether it was missing.
create or replace function ops.ensure_partition_of(parent text, first_day date, built text default null) returns boolean
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
        -- What is past is never changed, and needs no room for it.
        execute format(
            'create table warehouse.%I (like warehouse.%I including defaults including constraints including comments) %s',
            part, parent, case when parent = 'observation' then 'with (fillfactor = 95)' else '' end);
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

drop function ops.adopt_staging(text, timestamptz);

-- Makes a staging table the partition of the year that begins on first_day, if that has none and no merge
-- came between, so that moments and commits keep one order; null for a table of several years, or of none.
-- Nobody else sees the table before the commit. Returns the moment, or null where the rows are to be
-- merged instead. Rows of one key raise unique_violation, rows of another year check_violation. Either way
-- the caller holds the lock of merges, which comes before those that making a partition takes: two
-- transactions that do both can then not wait for each other. The key of
-- two million rows is sorted in 90 MB, which are taken as they are needed.
create function ops.adopt_staging(name text, opened timestamptz, first_day date) returns timestamptz
language plpgsql security definer set search_path = pg_catalog, pg_temp set maintenance_work_mem = '256MB' as $$
declare
    part text;
    last_merge timestamptz;
begin
    if name !~ '^observation_[0-9]+_[0-9]+$' then
        raise exception 'staging name % is not allowed', name;
    end if;
    if first_day <> date_trunc('year', first_day)::date then
        raise exception 'no year begins on %', first_day;
    end if;
    part := 'observation_y' || extract(year from first_day)::int4;
    if first_day is null or to_regclass('warehouse.' || part) is not null then
        perform pg_advisory_xact_lock(1667785589);
        return null;
    end if;
    execute format(
        'alter table staging.%I
             alter column load_id drop default,
             alter column slot_id drop default,
             alter column recorded_from drop default,
             add constraint %I primary key (series_id, place_id, period, province_id)',
        name, part || '_pkey');
    perform pg_advisory_xact_lock(1667785589);
    select c.moment into last_merge from ops.merge_clock as c;
    if last_merge >= opened then
        return null;
    end if;
    if not ops.ensure_partition_of('observation', first_day, name) then
        return null;  -- another load has made it meanwhile
    end if;
    if pg_catalog.to_regrole('chiso_loader') is not null then
        execute format('revoke all on warehouse.%I from chiso_loader', part);
    end if;
    perform ops.ensure_partition_of('observation_past', first_day);
    update ops.merge_clock set moment = opened;
    return opened;
end
$$;
comment on function ops.adopt_staging(text, timestamptz, date) is
    'makes a staging table the partition of its year; null where it has to be merged';

-- Puts beside the staged rows what the slot holds, where it was not compared while the file was read.
create or replace function ops.stage_held(name text, for_slot int4) returns int8
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    held int8;
begin
    execute format(
        'insert into staging.%I (
             value, province_id, place_id, series_id, period, recorded_from, rank, rank_of,
             load_id, slot_id, line, flags, grp, note, document, page)
         select
             o.value, o.province_id, o.place_id, o.series_id, o.period, o.recorded_from, o.rank, o.rank_of,
             o.load_id, o.slot_id, null, o.flags, o.grp, o.note, o.document, o.page
         from warehouse.observation as o
         where o.slot_id = $1', name)
    using for_slot;
    get diagnostics held = row_count;
    return held;
end
$$;

-- Lines of a staging table whose place, series and period another slot holds. What the slot itself
-- holds, as a row beside says, no other does.
create or replace function ops.staged_conflicts(name text, for_slot int4)
returns table (line int4, job text, file text)
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    has_held boolean;
begin
    execute format('select exists (select from staging.%I as s where s.line is null)', name)
    into has_held;
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
    using for_slot;
end
$$;

-- Merges a staging table into the observations of its slot: new keys are inserted, changed ones
-- superseded, held ones that the file no longer says withdrawn, equal ones left alone, also where they
-- stand on another line or in another cell now: what is cited are the bytes of the load that said it
-- first. What differs is known from the staged rows alone; of the observations only those are looked
-- up. Merges wait for one another, so that their moments and their commits have one order. Keys must be
-- unique; one that another slot holds stops the merge, since two loads may have been checked before
-- either merged.
create or replace function ops.merge_observations(name text, for_load int4, for_slot int4)
returns table (recorded_at timestamptz, loaded int8, revised int8, withdrawn int8)
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    same_key text := 'o.series_id = s.series_id and o.place_id = s.place_id and o.period = s.period and o.province_id = s.province_id';
    held_key text := 'h.series_id = s.series_id and h.place_id = s.place_id and h.period = s.period and h.province_id = s.province_id';
    differs text := '(h.value, h.rank, h.rank_of, h.flags, h.grp, h.note, h.document, h.page)
        is distinct from (s.value, s.rank, s.rank_of, s.flags, s.grp, s.note, s.document, s.page)';
    past text := 'insert into warehouse.observation_past (
            value, province_id, place_id, series_id, period, recorded_from, rank, rank_of,
            load_id, slot_id, line, flags, grp, note, sheet, cell, document, page, recorded_to)
        select
            o.value, o.province_id, o.place_id, o.series_id, o.period, o.recorded_from, o.rank, o.rank_of,
            o.load_id, o.slot_id, o.line, o.flags, o.grp, o.note, o.sheet, o.cell, o.document, o.page, $1
        from warehouse.observation as o ';
    changed text := format(
        'select s.*
         from staging.%1$I as s
         join staging.%1$I as h on %2$s
         where s.line is not null and h.line is null and %3$s', name, held_key, differs);
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

    execute format('with changed as materialized (%s) ', changed) || past || 'join changed as s on ' || same_key
    using recorded_at;
    get diagnostics revised = row_count;
    if revised > 0 then
        execute format(
            'with changed as materialized (%s)
             update warehouse.observation as o
             set value = s.value, rank = s.rank, rank_of = s.rank_of, flags = s.flags, grp = s.grp,
                 note = s.note, line = s.line, sheet = s.sheet, cell = s.cell, document = s.document,
                 page = s.page, load_id = $2, recorded_from = $1
             from changed as s
             where %s', changed, same_key)
        using recorded_at, for_load;
    end if;

    execute format(
        'insert into warehouse.observation (
             value, province_id, place_id, series_id, period, recorded_from, rank, rank_of,
             load_id, slot_id, line, flags, grp, note, sheet, cell, document, page)
         select
             s.value, s.province_id, s.place_id, s.series_id, s.period, $1, s.rank, s.rank_of,
             $2, $3, s.line, s.flags, s.grp, s.note, s.sheet, s.cell, s.document, s.page
         from staging.%1$I as s
         where s.line is not null
             and not exists (select from staging.%1$I as h where h.line is null and %2$s)', name, held_key)
    using recorded_at, for_load, for_slot;
    get diagnostics loaded = row_count;
    return next;
end
$$;

-- Rows of both sides of a file may be as many as those of the file: joined in the memory of a small
-- question they would go through the disk again and again.
alter function ops.merge_observations(text, int4, int4) set work_mem = '64MB';
alter function ops.staged_conflicts(text, int4) set work_mem = '64MB';
alter function ops.staged_duplicates(text) set work_mem = '64MB';
alter function ops.staged_repeats(text, int4) set work_mem = '64MB';

-- Partitions that stand keep room from now on, in pages that are written anew.
do $$
declare
    part regclass;
begin
    for part in
        select i.inhrelid
        from pg_inherits as i
        where i.inhparent = 'warehouse.observation'::regclass
    loop
        execute format('alter table %s set (fillfactor = 95)', part);
    end loop;
end
$$;

drop function ops.refresh_statistics();

-- Brings the planner's statistics up to what loads have changed, those of the catalog where it has, or
-- where there are none. The server's own autovacuum comes later than the next question, with the columns
-- that are only shown. Ten thousand observations, of each partition and of all, say what the planner
-- asks; to read three times as many takes as long as the rest of a load's end.
create function ops.refresh_statistics(of_catalog boolean) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp set default_statistics_target = 33 as $$
begin
    if of_catalog or exists (
        select from pg_class as c where c.oid = 'catalog.place'::regclass and c.reltuples < 0
    ) then
        analyze catalog.place, catalog.place_alias, catalog.indicator, catalog.edition, catalog.comparability,
            catalog.source;
    end if;
    analyze catalog.series,
        warehouse.observation (province_id, place_id, series_id, period, slot_id, load_id),
        warehouse.target;
end
$$;
comment on function ops.refresh_statistics(boolean) is 'analyzes the tables that loads change';
