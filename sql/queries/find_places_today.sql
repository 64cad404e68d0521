-- The provinces of today that places lie in, each once, in the order asked for; a place that is no province
-- is itself.
--   $1 text[]  ids of places
select coalesce(q.place, x.place) as place
from unnest($1::text[]) with ordinality as x (place, number)
join mart.place as p on p.place = x.place
left join mart.place_today as t on t.place_id = p.place_id
left join mart.place as q on q.place_id = t.today_id
group by coalesce(q.place, x.place)
order by min(x.number);
