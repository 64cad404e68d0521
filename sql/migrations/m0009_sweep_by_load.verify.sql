-- Divides by zero unless staging is swept by the number of the load, with the owner's rights.
select 1 / (count(*) = 1)::int
from pg_proc
where oid = 'ops.sweep_staging()'::regprocedure and prosecdef and prosrc like '%<> all (alive)%';
