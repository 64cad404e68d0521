-- Takes from a load in bulk what is done for every row and need not be: a pattern for flags that nearly
-- always are one letter, columns that are the same in all rows, a second look for the year of a table
-- whose rows the loader has just seen, and statistics of columns that no question compares.
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
        'create %s table staging.%I (like warehouse.observation including defaults including constraints including comments)',
        case when may_become_partition then '' else 'unlogged' end, name);
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

drop function ops.adopt_staging(text, timestamptz);

-- Makes a staging table the partition of the year that begins on first_day, if that has none and no merge
-- came between, so that moments and commits keep one order; null for a table of several years, or of none.
-- Nobody else sees the table before the commit. Returns the moment, or null where the rows are to be
-- merged instead. Rows of one key raise unique_violation, rows of another year check_violation. Either way
-- the caller holds the lock of merges, which comes before those that making a partition takes: two
-- transactions that do both can then not wait for each other.
create function ops.adopt_staging(name text, opened timestamptz, first_day date) returns timestamptz
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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

-- Brings the planner's statistics up to what loads have changed. The server's own autovacuum comes
-- later than the next question, with the columns that are only shown.
create or replace function ops.refresh_statistics() returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    analyze catalog.place, catalog.place_alias, catalog.indicator, catalog.edition, catalog.comparability,
        catalog.series, catalog.source,
        warehouse.observation (province_id, place_id, series_id, period, slot_id, load_id),
        warehouse.target;
end
$$;
