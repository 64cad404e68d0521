-- Brings the planner's statistics up to what a load has changed.
--   $1 boolean  whether the catalog is among it
select ops.refresh_statistics($1);
