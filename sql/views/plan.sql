-- Plans as known now, one row each.
-- Example:
--   select p.plan, p.number, p.issued_on from mart.plan as p order by p.plan;
create view mart.plan as
select
    l.plan,
    p.place,
    l.kind,
    l.number,
    l.title,
    l.issuer,
    l.issued_on,
    l.period_start,
    l.period_end,
    s.source,
    encode(l.text_sha256, 'hex') as text_sha256,
    l.note,
    l.load_id,
    l.recorded_from,
    o.job,
    o.file
from warehouse.plan as l
join catalog.place as p on p.place_id = l.place_id
left join catalog.source as s on s.source_id = l.source_id
left join ops.slot as o on o.slot_id = l.text_slot_id
where l.recorded_to = 'infinity';

comment on view mart.plan is 'plans as known now; source: etl/targets/plans.csv and plan documents';
comment on column mart.plan.plan is 'stable name';
comment on column mart.plan.place is 'id of the place that issued it';
comment on column mart.plan.kind is 'KH kế hoạch, QĐ quyết định and others; null when unknown';
comment on column mart.plan.number is 'number as printed; null when unknown';
comment on column mart.plan.title is 'title in short';
comment on column mart.plan.issuer is 'who signed it';
comment on column mart.plan.issued_on is 'date of issue; null when unknown';
comment on column mart.plan.period_start is 'first year';
comment on column mart.plan.period_end is 'last year';
comment on column mart.plan.source is 'catalog entry of the document';
comment on column mart.plan.text_sha256 is 'SHA-256 of the text whose lines targets name';
comment on column mart.plan.note is 'where its head was found';
comment on column mart.plan.load_id is 'the load that said so';
comment on column mart.plan.recorded_from is 'when the warehouse learned this head';
comment on column mart.plan.job is 'the job that read its document; null where none was read';
comment on column mart.plan.file is 'the document that was read, as declared';
