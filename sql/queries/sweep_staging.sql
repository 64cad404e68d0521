-- Drops what loads that died left in staging; one row with the number of tables.
select ops.sweep_staging() as swept;
