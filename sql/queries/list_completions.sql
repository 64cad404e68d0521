-- Words of the catalog that complete what is being typed, in order.
--   $1 text  what they name: place, indicator, plan or job
--   $2 text  how they begin
select w.word
from (
    select 'place' as kind, p.place as word from mart.place as p
    union all
    select 'indicator', i.indicator from mart.indicator as i
    union all
    select 'plan', p.plan from mart.plan as p
    union all
    select 'job', j.job from mart.job as j
) as w
where w.kind = $1 and starts_with(w.word, $2)
order by w.word collate "C"
limit 1000;
