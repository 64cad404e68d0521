-- Names of the jobs that have loaded a file, in their order.
select distinct s.job
from ops.slot as s
where s.job <> 'catalog'
order by s.job;
