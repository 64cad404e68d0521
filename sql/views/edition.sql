-- Editions, one row each, with the edition that they are compared with.
-- Example:
--   select e.edition, e.comparable, e.reason from mart.edition as e where e.index = 'pci'
--   order by e.period;
create view mart.edition as
select
    e.edition_id,
    e.edition,
    e.index,
    e.geography,
    e.period,
    e.reference_date,
    before.edition as previous,
    before.period as previous_period,
    before.geography as previous_geography,
    before.reference_date as previous_reference_date,
    c.comparable,
    c.reason,
    e.published_on,
    e.places_covered,
    e.complete,
    e.method,
    e.verification,
    e.note
from catalog.edition as e
left join catalog.edition as before on before.edition_id = e.previous_id
left join catalog.indicator as i on i.indicator = e.index
left join catalog.comparability as c on c.edition_id = e.edition_id and c.indicator_id = i.indicator_id;

comment on view mart.edition is 'publications of an index, one row each; source: etl/catalog/editions.csv';
comment on column mart.edition.edition_id is 'number of the edition in this database';
comment on column mart.edition.edition is 'stable code';
comment on column mart.edition.index is 'par, sipas, papi, pci or dti';
comment on column mart.edition.geography is 'set of provinces it ranks: vn-64, vn-63, vn-34';
comment on column mart.edition.period is 'first day of the period assessed';
comment on column mart.edition.reference_date is 'the day whose places its names mean';
comment on column mart.edition.previous is 'the edition before; null for the first';
comment on column mart.edition.previous_period is 'first day of the edition before';
comment on column mart.edition.previous_geography is 'geography of the edition before';
comment on column mart.edition.previous_reference_date is 'the day whose places the names of the edition before mean';
comment on column mart.edition.comparable is 'whether the index as a whole compares with the edition before: yes, partly, no, unknown';
comment on column mart.edition.reason is 'why not';
comment on column mart.edition.published_on is 'when the world could know; null when not known';
comment on column mart.edition.places_covered is 'places that the publisher ranked or scored';
comment on column mart.edition.complete is 'whether every place covered is expected here';
comment on column mart.edition.method is 'criteria set, weights or decision';
comment on column mart.edition.verification is 'verified, partly_verified or unverified';
comment on column mart.edition.note is 'what a reader should know about it';
