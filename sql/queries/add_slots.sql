-- Makes sure that the files of a job have slots; one row per file asked for.
--   $1 text    job
--   $2 text[]  files
with added as (
    insert into ops.slot (job, file)
    select $1, f.file
    from unnest($2) as f (file)
    where not exists (select from ops.slot as s where s.job = $1 and s.file = f.file)
    on conflict (job, file) do nothing
    returning slot_id, file
)
select a.slot_id, a.file
from added as a
union all
select s.slot_id, s.file
from ops.slot as s
where s.job = $1 and s.file = any ($2);
