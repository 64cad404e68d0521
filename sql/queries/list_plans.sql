-- Plans as known now, for mapping targets and for names of plans; one row per plan.
select
    l.plan,
    l.place,
    l.number,
    l.text_sha256
from mart.plan as l;
