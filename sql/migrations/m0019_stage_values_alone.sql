-- A table of values is staged as its file says it: a value, its keys and its line. What else an observation
-- may say is the same in all rows, comes when they have come, and touches none of them; nor does a period
-- that all have. What rows may say is still said of all observations, and every row that comes is held
-- against it. Only it is not marked as proven, since no scan has looked at a year of values: there the
-- columns prove it, whose values are never null when they come and whose other columns are their defaults.
alter table warehouse.observation
    drop constraint observation_flags_check,
    drop constraint observation_rank_check,
    drop constraint observation_rank_of_check,
    drop constraint observation_something_check,
    add constraint observation_flags_check check (flags = 'A' or flags ~ '^[ABEPM]{1,5}$') not valid,
    add constraint observation_rank_check check (rank > 0) not valid,
    add constraint observation_rank_of_check check (rank_of >= rank) not valid,
    add constraint observation_something_check
        check (value is not null or rank is not null or grp is not null or flags like '%M%') not valid;

-- Makes a staging table of values one of observations: gives it the columns that it does not have. Its rows
-- have in them what is the same in all: the load, the slot, the moment, the defaults of observations. That
-- is said once, in the table, and no row is touched. Rows that come later are held against what observations
-- are held against.
create or replace function ops.complete_staging(name text, opened timestamptz) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    said jsonb := jsonb_build_object(
        'load_id', split_part(name, '_', 2), 'slot_id', split_part(name, '_', 3), 'recorded_from', opened);
    additions text;
    checks text;
begin
    select string_agg(
        format(
            'add column %I %s %s default %s',
            a.attname,
            format_type(a.atttypid, a.atttypmod),
            case when a.attnotnull then 'not null' end,
            coalesce(quote_literal(said ->> a.attname), pg_get_expr(d.adbin, d.adrelid), 'null')),
        ', ' order by a.attnum)
    into additions
    from pg_attribute as a
    left join pg_attrdef as d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = 'warehouse.observation'::regclass
        and a.attnum > 0
        and not a.attisdropped
        and not exists (
            select
            from pg_attribute as s
            where s.attrelid = ('staging.' || name)::regclass and s.attname = a.attname);
    if additions is null then
        return;
    end if;
    select string_agg(format('add constraint %I %s', c.conname, pg_get_constraintdef(c.oid)), ', ')
    into checks
    from pg_constraint as c
    where c.conrelid = 'warehouse.observation'::regclass and c.contype = 'c';
    execute format(
        'alter table staging.%I alter column value drop not null, alter column period drop default, %s, %s',
        name, additions, checks);
end
$$;
comment on function ops.complete_staging(text, timestamptz) is
    'makes a staging table of values one of observations; the owner''s own';

drop function ops.open_staging(text, date, boolean);

-- Creates the staging table of one file: observation_<load>_<slot>, with the columns of observations.
-- Load, slot and moment stand in its defaults and need not be sent with each row. A row whose line is null
-- is one that the slot holds and the file did not confirm. An unlogged table is for a merge; a logged one,
-- made in the transaction of the load for a year, may become its partition and takes no other year. If its
-- file says values only, the other columns come when the rows have come, see ops.complete_staging; if all
-- its rows are of one period, that is a default, too, and no other is taken. Returns the moment, which is
-- the recorded_from of rows that become a partition.
create function ops.open_staging(name text, of_year date, of_values boolean, of_period date) returns timestamptz
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    opened timestamptz := clock_timestamp();
    next_year date := (of_year + interval '1 year')::date;
    said text[] := array['value', 'province_id', 'place_id', 'series_id', 'period', 'line'];
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
        -- It goes to the disk as it comes, not all at the commit.
        perform set_config('backend_flush_after', '128', true);
        select string_agg(
            format(
                '%I %s %s',
                a.attname,
                format_type(a.atttypid, a.atttypmod),
                case when a.attnotnull or a.attname = 'value' then 'not null' end),
            ', ' order by a.attnum)
        into columns
        from pg_attribute as a
        where a.attrelid = 'warehouse.observation'::regclass and a.attname = any (said);
        execute format(
            'create table staging.%I (%s, constraint %I check (%s)) with (fillfactor = 95)',
            name,
            columns,
            'observation_y' || extract(year from of_year)::int4 || '_period_check',
            case
                when of_period is null then format('period >= %L and period < %L', of_year, next_year)
                else format('period = %L', of_period)
            end);
        if of_period is not null then
            execute format('alter table staging.%I alter column period set default %L', name, of_period);
        end if;
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
comment on function ops.open_staging(text, date, boolean, date) is
    'creates a staging table for one file of a load; returns the moment';

-- Merges a staging table into the observations of its slot: new keys are inserted, changed ones
-- superseded, held ones that the file no longer says withdrawn, equal ones left alone, also where they
-- stand on another line or in another cell now: what is cited are the bytes of the load that said it
-- first. What differs is known from the staged rows alone; of the observations only those are looked
-- up, and once: what is superseded goes to the past as it is found. Merges wait for one another, so that
-- their moments and their commits have one order. Keys must be unique; one that another slot holds raises
-- unique_violation, after which ops.staged_conflicts tells who holds it.
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
begin
    perform pg_advisory_xact_lock(1667785589);
    recorded_at := clock_timestamp();
    update ops.merge_clock set moment = recorded_at;

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

-- What a merge joins staged rows by, and which of them are held: more the planner does not ask.
create or replace function ops.analyze_staging(name text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp set default_statistics_target = 16 as $$
begin
    if name !~ '^observation_[0-9]+_[0-9]+$' then
        raise exception 'staging name % is not allowed', name;
    end if;
    execute format('analyze staging.%I (series_id, place_id, period, province_id, line)', name);
end
$$;
