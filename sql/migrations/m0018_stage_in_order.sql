-- A large file is staged in the order of the key, and what it says twice is known before: nothing is left
-- to be found out here. Which year its rows are of is known, too, and is checked as they come, so that the
-- table need not be read once more before it becomes a partition. Nor is it read to find the rows of its
-- slot, as long as all are: the index of slots comes when another slot does.
drop function ops.staged_repeats(text, int4);
drop index warehouse.observation_slot_index;

-- Makes sure that all partitions of observations have the index that finds the rows of a slot, but those
-- that are the given slot's alone: there it finds nothing. A slot's rows lie together, as they were loaded:
-- a summary of each range of pages finds them. A partition without it holds the rows of one slot only. Merges
-- hold locks that this would wait for, and so it waits for their lock first, as they do.
create function ops.ensure_slot_indexes(for_slot int4) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    part text;
    holder int4;
begin
    for part in
        select c.relname
        from pg_inherits as i
        join pg_class as c on c.oid = i.inhrelid
        where i.inhparent = 'warehouse.observation'::regclass
            and to_regclass('warehouse.' || c.relname || '_slot_id_idx') is null
        order by c.relname
    loop
        execute format('select o.slot_id from warehouse.%I as o limit 1', part) into holder;
        if holder is distinct from for_slot then
            perform pg_advisory_xact_lock(1667785589);
            execute format(
                'create index if not exists %I on warehouse.%I using brin (slot_id) with (autosummarize = on)',
                part || '_slot_id_idx', part);
        end if;
    end loop;
end
$$;
comment on function ops.ensure_slot_indexes(int4) is
    'creates the index of slots on partitions where another slot than the given one has rows';

select ops.ensure_slot_indexes(0);

drop function ops.open_staging(text, boolean);

-- Gives a staging table the columns of observations that it does not have. Its rows have in them what is the
-- same in all: the load, the slot, the moment, and nothing else. That is said once, in the table, and no row
-- is touched.
create function ops.complete_staging(name text, opened timestamptz) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    said jsonb := jsonb_build_object(
        'load_id', split_part(name, '_', 2), 'slot_id', split_part(name, '_', 3), 'recorded_from', opened);
    additions text;
begin
    select string_agg(
        format(
            'add column %I %s %s default %L',
            a.attname,
            format_type(a.atttypid, a.atttypmod),
            case when a.attnotnull then 'not null' end,
            said ->> a.attname),
        ', ' order by a.attnum)
    into additions
    from pg_attribute as a
    where a.attrelid = 'warehouse.observation'::regclass
        and a.attnum > 0
        and not a.attisdropped
        and not exists (
            select
            from pg_attribute as s
            where s.attrelid = ('staging.' || name)::regclass and s.attname = a.attname);
    if additions is not null then
        execute format('alter table staging.%I %s', name, additions);
    end if;
end
$$;
comment on function ops.complete_staging(text, timestamptz) is
    'adds to a staging table the columns that are the same in all its rows; the owner''s own';

-- Creates the staging table of one file: observation_<load>_<slot>, with the columns of observations.
-- Load, slot and moment stand in its defaults and need not be sent with each row. A row whose line is null
-- is one that the slot holds and the file did not confirm. An unlogged table is for a merge; a logged one,
-- made in the transaction of the load for a year, may become its partition and takes no other year. If its
-- file says values only, the columns that are then the same in all rows come when the rows have come, see
-- ops.complete_staging: no row carries them. Returns the moment, which is the recorded_from of rows that
-- become a partition.
create function ops.open_staging(name text, of_year date, of_values boolean) returns timestamptz
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    opened timestamptz := clock_timestamp();
    -- What a file of values says, and what the constraints speak of.
    early text[] := array[
        'value', 'province_id', 'place_id', 'series_id', 'period', 'line', 'rank', 'rank_of', 'flags', 'grp'];
    columns text;
begin
    if name !~ '^observation_[0-9]+_[0-9]+$' then
        raise exception 'staging name % is not allowed', name;
    end if;
    if of_year <> date_trunc('year', of_year)::date then
        raise exception 'no year begins on %', of_year;
    end if;
    if of_year is null then
        execute format(
            'create unlogged table staging.%I (like warehouse.observation including defaults including constraints including comments)',
            name);
        execute format(
            'alter table staging.%I
                 alter column load_id set default %s,
                 alter column slot_id set default %s,
                 alter column recorded_from set default %L',
            name, split_part(name, '_', 2)::int4, split_part(name, '_', 3)::int4, opened);
    else
        select string_agg(
            format(
                '%I %s %s %s',
                a.attname,
                format_type(a.atttypid, a.atttypmod),
                case when a.attnotnull then 'not null' end,
                'default ' || pg_get_expr(d.adbin, d.adrelid)),
            ', ' order by a.attnum)
        into columns
        from pg_attribute as a
        left join pg_attrdef as d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = 'warehouse.observation'::regclass and a.attname = any (early);
        select columns || string_agg(format(', constraint %I %s', c.conname, pg_get_constraintdef(c.oid)), '')
        into columns
        from pg_constraint as c
        where c.conrelid = 'warehouse.observation'::regclass and c.contype = 'c';
        execute format(
            'create table staging.%I (%s, constraint %I check (period >= %L and period < %L)) with (fillfactor = 95)',
            name,
            columns,
            'observation_y' || extract(year from of_year)::int4 || '_period_check',
            of_year,
            (of_year + interval '1 year')::date);
        if not of_values then
            perform ops.complete_staging(name, opened);
        end if;
    end if;
    if pg_catalog.to_regrole('chiso_loader') is not null then
        execute format('grant select, insert on staging.%I to chiso_loader', name);
    end if;
    return opened;
end
$$;
comment on function ops.open_staging(text, date, boolean) is 'creates a staging table for one file of a load; returns the moment';

-- Creates the partition of a year where it is missing. It is built apart and attached, which readers
-- need not wait for. A table that was built for the year has said so in a constraint. Returns whether it
-- was missing.
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
        execute format(
            'alter table warehouse.%I add constraint %I check (period >= %L and period < %L)',
            part, part || '_period_check', first_day, next_year);
        if parent = 'observation' then
            execute format(
                'create index %I on warehouse.%I using brin (slot_id) with (autosummarize = on)',
                part || '_slot_id_idx', part);
        end if;
    else
        execute format('alter table staging.%I set schema warehouse', built);
        execute format('alter table warehouse.%I rename to %I', built, part);
    end if;
    execute format(
        'alter table warehouse.%I attach partition warehouse.%I for values from (%L) to (%L)',
        parent, part, first_day, next_year);
    execute format('alter table warehouse.%I drop constraint %I', part, part || '_period_check');
    return true;
end
$$;

-- Makes a staging table the partition of the year that it was opened for, if that has none and no merge
-- came between, so that moments and commits keep one order. Nobody else sees the table before the commit.
-- Returns the moment, or null where the rows are to be merged instead. Rows of one key raise
-- unique_violation. Either way the caller holds the lock of merges, which comes before those that making a
-- partition takes: two transactions that do both can then not wait for each other. The key of two million
-- rows is sorted in 90 MB, which are taken as they are needed.
create or replace function ops.adopt_staging(name text, opened timestamptz, first_day date) returns timestamptz
language plpgsql security definer set search_path = pg_catalog, pg_temp set maintenance_work_mem = '256MB' as $$
declare
    part text := 'observation_y' || extract(year from first_day)::int4;
    last_merge timestamptz;
    meaning record;
begin
    if name !~ '^observation_[0-9]+_[0-9]+$' then
        raise exception 'staging name % is not allowed', name;
    end if;
    perform ops.complete_staging(name, opened);
    if to_regclass('warehouse.' || part) is not null then
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
    for meaning in
        select
            a.attname as column,
            col_description(a.attrelid, a.attnum) as text
        from pg_attribute as a
        where a.attrelid = 'warehouse.observation'::regclass and a.attnum > 0 and not a.attisdropped
    loop
        execute format('comment on column warehouse.%I.%I is %L', part, meaning.column, meaning.text);
    end loop;
    perform ops.ensure_partition_of('observation_past', first_day);
    update ops.merge_clock set moment = opened;
    return opened;
end
$$;

-- Merges a staging table into the observations of its slot: new keys are inserted, changed ones
-- superseded, held ones that the file no longer says withdrawn, equal ones left alone, also where they
-- stand on another line or in another cell now: what is cited are the bytes of the load that said it
-- first. What differs is known from the staged rows alone; of the observations only those are looked
-- up, and once: what is superseded goes to the past as it is found. Merges wait for one another, so that
-- their moments and their commits have one order. Keys must be unique; one that another slot holds stops the
-- merge, since two loads may have been checked before either merged.
create or replace function ops.merge_observations(name text, for_load int4, for_slot int4)
returns table (recorded_at timestamptz, loaded int8, revised int8, withdrawn int8)
language plpgsql set search_path = pg_catalog, pg_temp set work_mem = '64MB' as $$
declare
    same_key text := 'o.series_id = s.series_id and o.place_id = s.place_id and o.period = s.period and o.province_id = s.province_id';
    held_key text := 'h.series_id = s.series_id and h.place_id = s.place_id and h.period = s.period and h.province_id = s.province_id';
    past_columns text := 'value, province_id, place_id, series_id, period, recorded_from, rank, rank_of,
        load_id, slot_id, line, flags, grp, note, sheet, cell, document, page';
    before_columns text := 'b.value, b.province_id, b.place_id, b.series_id, b.period, b.recorded_from, b.rank, b.rank_of,
        b.load_id, b.slot_id, b.line, b.flags, b.grp, b.note, b.sheet, b.cell, b.document, b.page';
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

    execute format(
        'with gone as materialized (
             select s.series_id, s.place_id, s.period, s.province_id
             from staging.%1$I as s
             where s.line is null
                 and not exists (select from staging.%1$I as h where h.line is not null and %2$s)
         ),
         withdrawn as (
             delete from warehouse.observation as b
             using gone as s
             where %3$s
             returning %4$s
         )
         insert into warehouse.observation_past (%5$s, recorded_to)
         select w.*, $1
         from withdrawn as w',
        name, held_key, replace(same_key, 'o.', 'b.'), before_columns, past_columns)
    using recorded_at;
    get diagnostics withdrawn = row_count;

    execute format(
        'with changed as materialized (
             select s.*
             from staging.%1$I as s
             join staging.%1$I as h on %2$s
             where s.line is not null
                 and h.line is null
                 and (h.value, h.rank, h.rank_of, h.flags, h.grp, h.note, h.document, h.page)
                     is distinct from (s.value, s.rank, s.rank_of, s.flags, s.grp, s.note, s.document, s.page)
         ),
         revised as (
             update warehouse.observation as o
             set value = s.value, rank = s.rank, rank_of = s.rank_of, flags = s.flags, grp = s.grp,
                 note = s.note, line = s.line, sheet = s.sheet, cell = s.cell, document = s.document,
                 page = s.page, load_id = $2, recorded_from = $1
             from changed as s
             join warehouse.observation as b on %3$s
             where %4$s
             returning %5$s
         )
         insert into warehouse.observation_past (%6$s, recorded_to)
         select r.*, $1
         from revised as r',
        name, held_key, replace(same_key, 'o.', 'b.'), same_key, before_columns, past_columns)
    using recorded_at, for_load;
    get diagnostics revised = row_count;

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

-- Five thousand observations, of each partition and of all, say what the planner asks; to read twice as
-- many takes as long as all the checks of a load.
alter function ops.refresh_statistics(boolean) set default_statistics_target = 16;
