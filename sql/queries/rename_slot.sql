-- Gives a slot the path under which its file is declared now.
--   $1 int4  slot
--   $2 text  path
update ops.slot
set file = $2
where slot_id = $1;
