-- Divides by zero unless the loader's functions stand and run with the owner's rights.
select 1 / (count(*) = 5)::int
from pg_proc
where pronamespace = 'ops'::regnamespace
    and proname in ('open_staging', 'close_staging', 'sweep_staging', 'ensure_partition', 'refresh_statistics')
    and prosecdef;
