-- Brings the planner's statistics up to what a load has changed.
select ops.refresh_statistics();
