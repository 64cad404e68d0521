-- Keeps where in its file a figure stands, and the document and page that a province names for a result
-- of its own. All are null in long tables, where the line says enough.
alter table warehouse.observation
    add column sheet text,
    add column cell text,
    add column document text,
    add column page int4;
comment on column warehouse.observation.sheet is 'sheet of the workbook; null in files without sheets';
comment on column warehouse.observation.cell is 'cell of the value, else of the rank or the group, as C12; null where columns have names';
comment on column warehouse.observation.document is 'the document that a province names for a result of its own';
comment on column warehouse.observation.page is 'page of the document, from 1';
alter table warehouse.observation_past
    add column sheet text,
    add column cell text,
    add column document text,
    add column page int4;
comment on column warehouse.observation_past.sheet is 'sheet of the workbook; null in files without sheets';
comment on column warehouse.observation_past.cell is 'cell of the value, else of the rank or the group, as C12; null where columns have names';
comment on column warehouse.observation_past.document is 'the document that a province names for a result of its own';
comment on column warehouse.observation_past.page is 'page of the document, from 1';

-- Merges a staging table into the observations of its slot: new keys are inserted, changed ones
-- superseded, held ones that the file no longer says withdrawn, equal ones left alone, also where they
-- stand on another line or in another cell now: what is cited are the bytes of the load that said it
-- first. Merges wait for one another, so that their moments and their commits have one order. Keys must
-- be unique; one that another slot holds stops the merge, since two loads may have been checked before
-- either merged.
create or replace function ops.merge_observations(name text, for_load int4, for_slot int4)
returns table (recorded_at timestamptz, loaded int8, revised int8, withdrawn int8)
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    same_key text := 'o.series_id = s.series_id and o.place_id = s.place_id and o.period = s.period and o.province_id = s.province_id';
    held_key text := 'h.series_id = s.series_id and h.place_id = s.place_id and h.period = s.period and h.province_id = s.province_id';
    differs text := '(o.value, o.rank, o.rank_of, o.flags, o.grp, o.note, o.document, o.page)
        is distinct from (s.value, s.rank, s.rank_of, s.flags, s.grp, s.note, s.document, s.page)';
    past text := 'insert into warehouse.observation_past (
            value, province_id, place_id, series_id, period, recorded_from, rank, rank_of,
            load_id, slot_id, line, flags, grp, note, sheet, cell, document, page, recorded_to)
        select
            o.value, o.province_id, o.place_id, o.series_id, o.period, o.recorded_from, o.rank, o.rank_of,
            o.load_id, o.slot_id, o.line, o.flags, o.grp, o.note, o.sheet, o.cell, o.document, o.page, $1
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
                 note = s.note, line = s.line, sheet = s.sheet, cell = s.cell, document = s.document,
                 page = s.page, load_id = $2, recorded_from = $1
             from staging.%1$I as s
             join staging.%1$I as h on %3$s
             where %2$s and s.line is not null and h.line is null and %4$s', name, same_key, held_key, differs)
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
comment on function ops.merge_observations(text, int4, int4) is
    'merges a staging table into the observations of its slot; returns the moment and the counts';
