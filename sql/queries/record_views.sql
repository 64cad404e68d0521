-- Writes which text the views were built from.
--   $1 text  digest
with gone as (
    delete from ops.view_set
)
insert into ops.view_set (digest)
values ($1);
