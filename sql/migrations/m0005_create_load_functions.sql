-- Creates what the loader may ask of the owner: staging tables and partitions. The loader has no DDL
-- of its own; each function runs with the owner's rights, a fixed search path and checked names.

-- Creates the unlogged staging table of one file: observation_<load>_<slot>.
create function ops.open_staging(name text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if name !~ '^observation_[0-9]+_[0-9]+$' then
        raise exception 'staging name % is not allowed', name;
    end if;
    execute format(
        'create unlogged table staging.%I (value float8, province_id int4, place_id int4, series_id int4,
            period date, rank int4, rank_of int4, line int4, flags text, grp text, note text)', name);
    if pg_catalog.to_regrole('chiso_loader') is not null then
        execute format('grant select, insert on staging.%I to chiso_loader', name);
    end if;
end
$$;
comment on function ops.open_staging(text) is 'creates an unlogged staging table for one file of a load';

-- Drops a staging table.
create function ops.close_staging(name text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if name !~ '^observation_[0-9]+_[0-9]+$' then
        raise exception 'staging name % is not allowed', name;
    end if;
    execute format('drop table if exists staging.%I', name);
end
$$;
comment on function ops.close_staging(text) is 'drops a staging table';

-- Drops the staging tables of loads whose server process is gone; returns how many.
create function ops.sweep_staging() returns int4
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    swept int4 := 0;
    stale name;
begin
    for stale in
        select t.tablename
        from pg_tables as t
        left join ops.load as l
            on l.load_id = split_part(t.tablename, '_', 2)::int4
        where t.schemaname = 'staging'
            and t.tablename ~ '^observation_[0-9]+_[0-9]+$'
            and not exists (
                select
                from pg_locks as k
                where k.locktype = 'advisory'
                    and k.database = (select d.oid from pg_database as d where d.datname = current_database())
                    and k.classid = 1667785587
                    and k.objid = hashtext(l.job)::oid
                    and k.pid = l.backend_pid
            )
    loop
        execute format('drop table if exists staging.%I', stale);
        swept := swept + 1;
    end loop;
    update ops.load as l
    set status = 'failed'
    where l.status = 'running'
        and l.finished_at is null
        and not exists (
            select
            from pg_locks as k
            where k.locktype = 'advisory'
                and k.database = (select d.oid from pg_database as d where d.datname = current_database())
                and k.classid = 1667785587
                and k.objid = hashtext(l.job)::oid
                and k.pid = l.backend_pid
        );
    return swept;
end
$$;
comment on function ops.sweep_staging() is 'drops staging of loads that died and marks them failed; returns tables dropped';

-- Makes sure that observations of the period's year have a partition. It is built apart and attached,
-- which readers need not wait for.
create function ops.ensure_partition(period date) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    first_day date := date_trunc('year', period)::date;
    next_year date := (date_trunc('year', period) + interval '1 year')::date;
    parent text;
    part text;
begin
    if period < '1900-01-01' or period > '2199-12-31' then
        raise exception 'period % is outside 1900-2199', period;
    end if;
    foreach parent in array array['observation', 'observation_past'] loop
        part := parent || '_y' || extract(year from period)::int4;
        if to_regclass('warehouse.' || part) is null then
            -- Two loads may want the same year; the second waits and finds it made.
            perform pg_advisory_xact_lock(1667785588, extract(year from period)::int4);
            if to_regclass('warehouse.' || part) is null then
                execute format(
                    'create table warehouse.%I (like warehouse.%I including defaults including constraints including comments)',
                    part, parent);
                execute format(
                    'alter table warehouse.%I add constraint %I check (period >= %L and period < %L)',
                    part, part || '_period_check', first_day, next_year);
                execute format(
                    'alter table warehouse.%I attach partition warehouse.%I for values from (%L) to (%L)',
                    parent, part, first_day, next_year);
                execute format('alter table warehouse.%I drop constraint %I', part, part || '_period_check');
            end if;
        end if;
    end loop;
end
$$;
comment on function ops.ensure_partition(date) is 'creates and attaches the yearly partitions of observations where they are missing';

-- Rows of a staging table whose place, series and period stand in an earlier line too.
create function ops.staged_duplicates(name text)
returns table (line int4, first_line int4)
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    return query execute format(
        'select d.line, d.first_line
         from (
             select s.line, min(s.line) over (partition by s.province_id, s.place_id, s.series_id, s.period) as first_line
             from staging.%I as s
         ) as d
         where d.line > d.first_line
         order by d.line
         limit 1001', name);
end
$$;
comment on function ops.staged_duplicates(text) is 'lines of a staging table that say what an earlier line said';

-- Rows of a staging table whose place, series and period another slot holds.
create function ops.staged_conflicts(name text, for_slot int4)
returns table (line int4, job text, file text)
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    return query execute format(
        'select s.line, c.job, c.file
         from staging.%I as s
         join warehouse.observation as o
             on o.province_id = s.province_id and o.place_id = s.place_id
             and o.series_id = s.series_id and o.period = s.period
         join ops.slot as c on c.slot_id = o.slot_id
         where o.slot_id <> $1
         order by s.line
         limit 1001', name) using for_slot;
end
$$;
comment on function ops.staged_conflicts(text, int4) is 'lines of a staging table that another file of a job already says';

-- Merges a staging table into the observations of its slot: new keys are inserted, changed ones
-- superseded, missing ones withdrawn, equal ones left alone. Merges wait for one another, so that their
-- moments and their commits have one order. Keys must be unique; one that another slot holds stops the
-- merge, since two loads may have been checked before either merged.
create function ops.merge_observations(name text, for_load int4, for_slot int4)
returns table (recorded_at timestamptz, loaded int8, revised int8, unchanged int8, withdrawn int8)
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    staged int8;
    foreign_line int4;
begin
    perform pg_advisory_xact_lock(1667785589);
    recorded_at := clock_timestamp();
    execute format('select count(*) from staging.%I', name) into staged;
    select c.line into foreign_line
    from ops.staged_conflicts(name, for_slot) as c
    limit 1;
    if found then
        raise exception 'line % says what another file says', foreign_line
            using errcode = 'unique_violation';
    end if;

    execute format(
        'insert into warehouse.observation_past (
             value, province_id, place_id, series_id, period, recorded_from, rank, rank_of,
             load_id, slot_id, line, flags, grp, note, recorded_to)
         select
             o.value, o.province_id, o.place_id, o.series_id, o.period, o.recorded_from, o.rank, o.rank_of,
             o.load_id, o.slot_id, o.line, o.flags, o.grp, o.note, $1
         from warehouse.observation as o
         where o.slot_id = $2
             and not exists (
                 select
                 from staging.%I as s
                 where s.province_id = o.province_id and s.place_id = o.place_id
                     and s.series_id = o.series_id and s.period = o.period)', name)
    using recorded_at, for_slot;
    get diagnostics withdrawn = row_count;
    if withdrawn > 0 then
        execute format(
            'delete from warehouse.observation as o
             where o.slot_id = $1
                 and not exists (
                     select
                     from staging.%I as s
                     where s.province_id = o.province_id and s.place_id = o.place_id
                         and s.series_id = o.series_id and s.period = o.period)', name)
        using for_slot;
    end if;

    execute format(
        'insert into warehouse.observation_past (
             value, province_id, place_id, series_id, period, recorded_from, rank, rank_of,
             load_id, slot_id, line, flags, grp, note, recorded_to)
         select
             o.value, o.province_id, o.place_id, o.series_id, o.period, o.recorded_from, o.rank, o.rank_of,
             o.load_id, o.slot_id, o.line, o.flags, o.grp, o.note, $1
         from warehouse.observation as o
         join staging.%I as s
             on s.province_id = o.province_id and s.place_id = o.place_id
             and s.series_id = o.series_id and s.period = o.period
         where (o.value, o.rank, o.rank_of, o.flags, o.grp, o.note)
             is distinct from (s.value, s.rank, s.rank_of, s.flags, s.grp, s.note)', name)
    using recorded_at;
    get diagnostics revised = row_count;
    if revised > 0 then
        execute format(
            'update warehouse.observation as o
             set value = s.value, rank = s.rank, rank_of = s.rank_of, flags = s.flags, grp = s.grp,
                 note = s.note, line = s.line, load_id = $2, recorded_from = $1
             from staging.%I as s
             where s.province_id = o.province_id and s.place_id = o.place_id
                 and s.series_id = o.series_id and s.period = o.period
                 and (o.value, o.rank, o.rank_of, o.flags, o.grp, o.note)
                     is distinct from (s.value, s.rank, s.rank_of, s.flags, s.grp, s.note)', name)
        using recorded_at, for_load;
    end if;

    execute format(
        'insert into warehouse.observation (
             value, province_id, place_id, series_id, period, recorded_from, rank, rank_of,
             load_id, slot_id, line, flags, grp, note)
         select
             s.value, s.province_id, s.place_id, s.series_id, s.period, $1, s.rank, s.rank_of,
             $2, $3, s.line, s.flags, s.grp, s.note
         from staging.%I as s
         where not exists (
             select
             from warehouse.observation as o
             where o.province_id = s.province_id and o.place_id = s.place_id
                 and o.series_id = s.series_id and o.period = s.period)', name)
    using recorded_at, for_load, for_slot;
    get diagnostics loaded = row_count;

    unchanged := staged - loaded - revised;
    return next;
end
$$;
comment on function ops.merge_observations(text, int4, int4) is
    'merges a staging table into the observations of its slot; returns the moment and the counts';

-- Brings the planner's statistics up to what loads have changed. The server's own autovacuum comes
-- later than the next question.
create function ops.refresh_statistics() returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    analyze catalog.place, catalog.place_alias, catalog.indicator, catalog.edition, catalog.comparability,
        catalog.series, catalog.source, warehouse.observation, warehouse.target;
end
$$;
comment on function ops.refresh_statistics() is 'analyzes the tables that loads change';
