-- Whether there is a load of this number; one row.
--   $1 int8  load
select exists (select from mart.load as l where l.load_id = $1) as is_known;
