-- Makes catalog.place_succession say what mergers.csv says.
--   $1 jsonb  array of rows
with told as (
    select
        p.place_id as predecessor_id,
        s.place_id as successor_id,
        x.effective_date,
        x.relation,
        x.legal_basis,
        x.note
    from jsonb_to_recordset($1) as x (
        predecessor text, successor text, effective_date date, relation text, legal_basis text, note text)
    join catalog.place as p on p.place = x.predecessor
    join catalog.place as s on s.place = x.successor
),
gone as (
    delete from catalog.place_succession as s
    where not exists (
        select
        from told as t
        where t.predecessor_id = s.predecessor_id
            and t.successor_id = s.successor_id
            and t.effective_date = s.effective_date
    )
)
insert into catalog.place_succession (predecessor_id, successor_id, effective_date, relation, legal_basis, note)
select t.predecessor_id, t.successor_id, t.effective_date, t.relation, t.legal_basis, t.note
from told as t
on conflict (predecessor_id, successor_id, effective_date) do update
set relation = excluded.relation,
    legal_basis = excluded.legal_basis,
    note = excluded.note;
