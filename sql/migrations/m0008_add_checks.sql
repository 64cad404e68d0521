-- Adds what checks allow, as the catalog says, what they found in loads, and what files need that add to
-- their slot.
create table catalog.allowance (
    allowance_id int4 generated always as identity constraint allowance_pkey primary key,
    check_name text not null,
    source_id int4 constraint allowance_source_fkey references catalog.source deferrable initially deferred,
    edition_id int4 constraint allowance_edition_fkey references catalog.edition deferrable initially deferred,
    indicator_id int4 constraint allowance_indicator_fkey references catalog.indicator deferrable initially deferred,
    place_id int4 constraint allowance_place_fkey references catalog.place deferrable initially deferred,
    tolerance float8 constraint allowance_tolerance_check check (tolerance >= 0),
    reason text not null
);
comment on table catalog.allowance is 'what a check lets pass, and why; source: etl/catalog/allowances.csv';
comment on column catalog.allowance.allowance_id is 'number used by the database; means nothing outside it';
comment on column catalog.allowance.check_name is 'name of the check';
comment on column catalog.allowance.source_id is 'what this source says; null for every source';
comment on column catalog.allowance.edition_id is 'of this edition; null for all';
comment on column catalog.allowance.indicator_id is 'of this indicator; null for every one';
comment on column catalog.allowance.place_id is 'of this place; null for every one';
comment on column catalog.allowance.tolerance is 'greatest difference that passes, in the indicator''s unit; null for any';
comment on column catalog.allowance.reason is 'why it passes';

create table ops.finding (
    load_id int4 not null,
    slot_id int4 not null,
    number int4 not null,
    check_name text not null,
    severity text not null constraint finding_severity_check check (severity in ('warning', 'error')),
    place text,
    indicator text,
    level text,
    period date,
    source text,
    line int4,
    arguments text[] not null,
    constraint finding_pkey primary key (load_id, slot_id, number),
    constraint finding_load_file_fkey foreign key (load_id, slot_id) references ops.load_file
);
comment on table ops.finding is 'what checks found in the files of a load, at most 1,000 per file and check; source: loads';
comment on column ops.finding.load_id is 'the load';
comment on column ops.finding.slot_id is 'the slot';
comment on column ops.finding.number is 'order of the findings of the file';
comment on column ops.finding.check_name is 'name of the check: its file in sql/checks';
comment on column ops.finding.severity is 'warning: it was loaded; error: the file was refused';
comment on column ops.finding.place is 'id of the place; null where a whole list is meant';
comment on column ops.finding.indicator is 'code of the indicator';
comment on column ops.finding.level is 'cut by administrative level; empty for none';
comment on column ops.finding.period is 'first day of the period';
comment on column ops.finding.source is 'who says so';
comment on column ops.finding.line is 'line of the file, from 1';
comment on column ops.finding.arguments is 'what the message of the check names, in its order';

-- Takes from a staging table what its slot holds and its file does not say: a file that adds to its slot
-- takes nothing back.
create function ops.keep_unsaid(name text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if name !~ '^observation_[0-9]+_[0-9]+$' then
        raise exception 'staging name % is not allowed', name;
    end if;
    execute format(
        'delete from staging.%1$I as h
         where h.line is null
             and not exists (
                 select
                 from staging.%1$I as s
                 where s.line is not null
                     and s.series_id = h.series_id and s.place_id = h.place_id
                     and s.period = h.period and s.province_id = h.province_id)', name);
end
$$;
comment on function ops.keep_unsaid(text) is 'lets a slot keep what its file does not say';

-- Leaves of the rows that say the same figure the one that was staged first: a table that is only copied
-- into keeps the order. Returns how many rows are left.
create function ops.keep_first(name text) returns int8
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    remaining int8;
begin
    if name !~ '^observation_[0-9]+_[0-9]+$' then
        raise exception 'staging name % is not allowed', name;
    end if;
    execute format(
        'delete from staging.%1$I as s
         using staging.%1$I as f
         where f.series_id = s.series_id and f.place_id = s.place_id
             and f.period = s.period and f.province_id = s.province_id
             and f.ctid < s.ctid', name);
    execute format('select count(*) from staging.%I', name) into remaining;
    return remaining;
end
$$;
comment on function ops.keep_first(text) is 'leaves of the rows of one figure the one that was staged first';
