-- Gives each role what it may do and nothing else. Runs after the views are rebuilt, so that a view
-- made anew has its grants again. The reader sees mart and catalog only; the loader writes facts,
-- catalog and the log of loads; neither owns anything.
grant usage on schema catalog, mart to chiso_reader;
grant select on all tables in schema catalog, mart to chiso_reader;
grant execute on all functions in schema mart to chiso_reader;

grant usage on schema catalog, warehouse, ops, staging, mart to chiso_loader;
grant select on all tables in schema catalog, warehouse, ops, mart to chiso_loader;
grant execute on all functions in schema mart to chiso_loader;
grant insert, update, delete on
    catalog.source,
    catalog.geography,
    catalog.place,
    catalog.place_succession,
    catalog.place_alias,
    catalog.indicator,
    catalog.indicator_alias,
    catalog.edition,
    catalog.comparability,
    catalog.scale,
    catalog.allowance,
    catalog.series,
    warehouse.observation,
    warehouse.plan,
    warehouse.plan_line,
    warehouse.target,
    warehouse.task
    to chiso_loader;
grant insert on warehouse.observation_past, warehouse.plan_past to chiso_loader;
grant insert, update on ops.source_file, ops.slot, ops.load, ops.load_file to chiso_loader;
grant insert on ops.reject, ops.finding to chiso_loader;
grant update on ops.merge_clock to chiso_loader;
grant usage on all sequences in schema catalog, ops, warehouse to chiso_loader;
revoke all on function ops.open_staging(text, date, boolean, date) from public;
revoke all on function ops.analyze_staging(text) from public;
revoke all on function ops.adopt_staging(text, timestamptz, date) from public;
revoke all on function ops.ensure_partition_of(text, date, text) from public;
revoke all on function ops.ensure_slot_indexes(int4) from public;
revoke all on function ops.complete_staging(text, timestamptz) from public;
revoke all on function ops.close_staging(text) from public;
revoke all on function ops.sweep_staging() from public;
revoke all on function ops.ensure_partition(date) from public;
revoke all on function ops.keep_unsaid(text) from public;
revoke all on function ops.keep_first(text) from public;
revoke all on function ops.refresh_statistics(boolean) from public;
grant execute on function ops.refresh_statistics(boolean) to chiso_loader;
grant execute on function ops.open_staging(text, date, boolean, date) to chiso_loader;
grant execute on function ops.analyze_staging(text) to chiso_loader;
grant execute on function ops.adopt_staging(text, timestamptz, date) to chiso_loader;
grant execute on function ops.keep_unsaid(text) to chiso_loader;
grant execute on function ops.keep_first(text) to chiso_loader;
grant execute on function ops.close_staging(text) to chiso_loader;
grant execute on function ops.sweep_staging() to chiso_loader;
grant execute on function ops.ensure_partition(date) to chiso_loader;
grant execute on function ops.ensure_slot_indexes(int4) to chiso_loader;
