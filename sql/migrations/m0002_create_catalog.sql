-- Creates the catalog: small tables that facts refer to by number. They come from etl/catalog and may
-- be reference tables on a distributed server. Foreign keys wait for the commit, so that a load can
-- bring a whole new catalog table by table.
create table catalog.source (
    source_id int4 generated always as identity constraint source_pkey primary key,
    source text not null constraint source_source_key unique,
    publisher text not null,
    title text not null,
    url text,
    read_on date,
    tier int2 not null constraint source_tier_check check (tier between 1 and 3),
    preference int4 not null,
    note text
);
comment on table catalog.source is 'who says so, one row per publication; source: etl/catalog/sources.csv';
comment on column catalog.source.source_id is 'number used by series and plans; means nothing outside this database';
comment on column catalog.source.source is 'stable name, as in sources.csv';
comment on column catalog.source.publisher is 'who published the figure';
comment on column catalog.source.title is 'title of the publication, as printed';
comment on column catalog.source.url is 'where it was read; null where it has no address';
comment on column catalog.source.read_on is 'the day on which it was read';
comment on column catalog.source.tier is '1 the publisher itself, 2 a ministry or province, 3 press or a research copy';
comment on column catalog.source.preference is 'order within a tier, lowest first: the line of sources.csv';
comment on column catalog.source.note is 'what a reader should know about it';

create table catalog.geography (
    geography text constraint geography_pkey primary key,
    valid_from date not null,
    valid_to date not null,
    name_vi text not null,
    name_en text not null,
    constraint geography_validity_check check (valid_from <= valid_to)
);
comment on table catalog.geography is 'which set of provinces a figure is about; source: resolutions 15/2008/QH12 and 202/2025/QH15';
comment on column catalog.geography.geography is 'code: vn-64, vn-63, vn-34';
comment on column catalog.geography.valid_from is 'first day of the set';
comment on column catalog.geography.valid_to is 'last day of the set, infinity while it holds';
comment on column catalog.geography.name_vi is 'name in Vietnamese';
comment on column catalog.geography.name_en is 'name in English';

insert into catalog.geography (geography, valid_from, valid_to, name_vi, name_en)
values
    ('vn-64', '2004-01-01', '2008-07-31', '64 tỉnh, thành phố', '64 provinces'),
    ('vn-63', '2008-08-01', '2025-06-30', '63 tỉnh, thành phố', '63 provinces'),
    ('vn-34', '2025-07-01', 'infinity', '34 tỉnh, thành phố', '34 provinces');

create table catalog.place (
    place_id int4 generated always as identity constraint place_pkey primary key,
    place text not null constraint place_place_key unique,
    name_vi text not null,
    name_en text not null,
    kind text not null
        constraint place_kind_check check (kind in ('country', 'region', 'province', 'municipality', 'district', 'commune')),
    province_id int4 not null,
    region_id int4 constraint place_region_fkey references catalog.place deferrable initially deferred,
    region_2025_id int4 constraint place_region_2025_fkey references catalog.place deferrable initially deferred,
    lineage_id int4 not null,
    gso_code text,
    iso_3166_2 text,
    valid_from date not null,
    valid_to date not null,
    note text,
    source text,
    constraint place_validity_check check (valid_from <= valid_to)
);
comment on table catalog.place is 'administrative units with their dates, the country and the regions; source: etl/catalog/places.csv';
comment on column catalog.place.place_id is 'number used by facts; means nothing outside this database';
comment on column catalog.place.place is 'stable id, as in places.csv';
comment on column catalog.place.name_vi is 'name in Vietnamese';
comment on column catalog.place.name_en is 'name in English';
comment on column catalog.place.kind is 'country, region, province (tỉnh), municipality (thành phố trực thuộc trung ương), district, commune';
comment on column catalog.place.province_id is 'the province it lies in; its own number for provinces, regions and the country';
comment on column catalog.place.region_id is 'socio-economic region until 2025-06-30';
comment on column catalog.place.region_2025_id is 'socio-economic region since 2025-07-01';
comment on column catalog.place.lineage_id is 'the oldest place of its line: a line follows renames and the successor that keeps the name';
comment on column catalog.place.gso_code is 'code of the General Statistics Office during its validity';
comment on column catalog.place.iso_3166_2 is 'ISO 3166-2 code, where there is one';
comment on column catalog.place.valid_from is 'first day; 2004-01-01 is the start of this register';
comment on column catalog.place.valid_to is 'last day, infinity while it exists';
comment on column catalog.place.note is 'what a reader should know about it';
comment on column catalog.place.source is 'where the entry was read';

create table catalog.place_succession (
    predecessor_id int4 not null constraint place_succession_predecessor_fkey references catalog.place deferrable initially deferred,
    successor_id int4 not null constraint place_succession_successor_fkey references catalog.place deferrable initially deferred,
    effective_date date not null,
    relation text not null constraint place_succession_relation_check
        check (relation in ('merger', 'rename_and_status', 'rename', 'split', 'partial_transfer', 'rearranged')),
    legal_basis text,
    note text,
    constraint place_succession_pkey primary key (predecessor_id, successor_id, effective_date)
);
comment on table catalog.place_succession is 'which place followed which; source: etl/catalog/mergers.csv';
comment on column catalog.place_succession.predecessor_id is 'the place before';
comment on column catalog.place_succession.successor_id is 'the place after';
comment on column catalog.place_succession.effective_date is 'first day of the new state';
comment on column catalog.place_succession.relation is 'merger, rename, rename_and_status and split end a place; partial_transfer does not; rearranged is for regions';
comment on column catalog.place_succession.legal_basis is 'resolution that ordered it';
comment on column catalog.place_succession.note is 'what a reader should know about it';

create table catalog.place_alias (
    key text not null,
    alias text not null,
    place_id int4 not null constraint place_alias_place_fkey references catalog.place deferrable initially deferred,
    kind text not null,
    valid_from date not null,
    valid_to date not null,
    source text,
    constraint place_alias_pkey primary key (key, place_id, kind, alias)
);
comment on table catalog.place_alias is 'names and codes that mean a place; source: places.csv and aliases.csv';
comment on column catalog.place_alias.key is 'the name without marks, case, prefix and punctuation, as chiso folds it';
comment on column catalog.place_alias.alias is 'the name as written';
comment on column catalog.place_alias.place_id is 'the place meant';
comment on column catalog.place_alias.kind is 'id, official, english, abbreviation, iso, gso, panel_code and others';
comment on column catalog.place_alias.valid_from is 'first day on which the name means this place';
comment on column catalog.place_alias.valid_to is 'last day on which the name means this place';
comment on column catalog.place_alias.source is 'where the spelling was seen';

create table catalog.indicator (
    indicator_id int4 generated always as identity constraint indicator_pkey primary key,
    indicator text not null constraint indicator_indicator_key unique,
    parent_id int4 constraint indicator_parent_fkey references catalog.indicator deferrable initially deferred,
    index text,
    name_vi text not null,
    name_en text not null,
    unit text constraint indicator_unit_check
        check (unit in ('percent', 'points', 'ratio', 'rank', 'count', 'people', 'days', 'gbps', 'boolean')),
    decimals int2 not null constraint indicator_decimals_check check (decimals between 0 and 9),
    min float8,
    max float8,
    direction text not null constraint indicator_direction_check
        check (direction in ('higher_is_better', 'lower_is_better', 'not_applicable')),
    area text constraint indicator_area_check check (area in (
        'steering', 'institutions', 'procedures', 'organisation', 'civil_service', 'finance', 'digital', 'index')),
    aggregate text constraint indicator_aggregate_check check (aggregate in ('sum')),
    owner text,
    valid_from date,
    valid_to date,
    preference int4 not null,
    note text,
    source text
);
comment on table catalog.indicator is 'what is measured; source: etl/catalog/indicators.csv';
comment on column catalog.indicator.indicator_id is 'number used by series and targets; means nothing outside this database';
comment on column catalog.indicator.indicator is 'dotted code in a tree';
comment on column catalog.indicator.parent_id is 'the indicator that it is a part of';
comment on column catalog.indicator.index is 'par, sipas, papi, pci or dti; null for what only plans set';
comment on column catalog.indicator.name_vi is 'name in Vietnamese';
comment on column catalog.indicator.name_en is 'name in English';
comment on column catalog.indicator.unit is 'unit of its values; null for a heading';
comment on column catalog.indicator.decimals is 'digits after the mark that are usually printed';
comment on column catalog.indicator.min is 'least possible value, in its unit; the widest of all years';
comment on column catalog.indicator.max is 'greatest possible value, in its unit; the widest of all years';
comment on column catalog.indicator.direction is 'which way is better';
comment on column catalog.indicator.area is 'area of reform, for what plans set';
comment on column catalog.indicator.aggregate is 'sum: may be derived as the sum of all its parts of the year';
comment on column catalog.indicator.owner is 'who measures it';
comment on column catalog.indicator.valid_from is 'first day of the first year measured';
comment on column catalog.indicator.valid_to is 'last day of the last year measured';
comment on column catalog.indicator.preference is 'order of listing: the line of indicators.csv';
comment on column catalog.indicator.note is 'what a reader should know about it';
comment on column catalog.indicator.source is 'where the definition was read';

create table catalog.indicator_alias (
    key text not null,
    alias text not null,
    indicator_id int4 not null constraint indicator_alias_indicator_fkey references catalog.indicator deferrable initially deferred,
    source text,
    constraint indicator_alias_pkey primary key (key, indicator_id, alias)
);
comment on table catalog.indicator_alias is 'names that mean an indicator; source: etl/catalog/indicator_aliases.csv';
comment on column catalog.indicator_alias.key is 'the name without marks, case and punctuation, as chiso folds it';
comment on column catalog.indicator_alias.alias is 'the name as written';
comment on column catalog.indicator_alias.indicator_id is 'the indicator meant';
comment on column catalog.indicator_alias.source is 'where the name was seen';

create table catalog.edition (
    edition_id int4 generated always as identity constraint edition_pkey primary key,
    edition text not null constraint edition_edition_key unique,
    index text not null,
    geography text not null constraint edition_geography_fkey references catalog.geography deferrable initially deferred,
    period date not null,
    reference_date date not null,
    previous_id int4 constraint edition_previous_fkey references catalog.edition deferrable initially deferred,
    published_on date,
    places_covered int4 constraint edition_places_covered_check check (places_covered > 0),
    complete boolean not null,
    method text,
    verification text,
    note text,
    source text,
    constraint edition_index_geography_period_key unique (index, geography, period)
);
comment on table catalog.edition is 'one publication of an index for one geography and period; source: etl/catalog/editions.csv';
comment on column catalog.edition.edition_id is 'number used by the catalog; means nothing outside this database';
comment on column catalog.edition.edition is 'stable code, such as pci-2012';
comment on column catalog.edition.index is 'par, sipas, papi, pci or dti';
comment on column catalog.edition.geography is 'which set of provinces it ranks';
comment on column catalog.edition.period is 'first day of the period assessed';
comment on column catalog.edition.reference_date is 'the day whose places its names mean: the end of the period, within the geography''s dates';
comment on column catalog.edition.previous_id is 'the edition before, that comparability is stated against';
comment on column catalog.edition.published_on is 'when the world could know; null where the day is not known';
comment on column catalog.edition.places_covered is 'places that the publisher ranked or scored';
comment on column catalog.edition.complete is 'whether this catalog expects a total or a rank of every place covered';
comment on column catalog.edition.method is 'criteria set, weights or decision that it follows';
comment on column catalog.edition.verification is 'verified, partly_verified or unverified';
comment on column catalog.edition.note is 'what a reader should know about it';
comment on column catalog.edition.source is 'where the entry was read';

create table catalog.comparability (
    edition_id int4 not null constraint comparability_edition_fkey references catalog.edition deferrable initially deferred,
    indicator_id int4 not null constraint comparability_indicator_fkey references catalog.indicator deferrable initially deferred,
    comparable text not null constraint comparability_comparable_check
        check (comparable in ('yes', 'partly', 'no', 'unknown')),
    reason text,
    stated_for text not null,
    constraint comparability_pkey primary key (edition_id, indicator_id)
);
comment on table catalog.comparability is 'whether an indicator of an edition compares with the edition before; source: etl/catalog/comparability.csv, spread over the parts';
comment on column catalog.comparability.edition_id is 'the later edition';
comment on column catalog.comparability.indicator_id is 'the indicator';
comment on column catalog.comparability.comparable is 'yes, partly, no or unknown';
comment on column catalog.comparability.reason is 'why not, in a few words';
comment on column catalog.comparability.stated_for is 'the code whose line in comparability.csv says so: its own or the nearest above it';

create table catalog.scale (
    edition_id int4 not null constraint scale_edition_fkey references catalog.edition deferrable initially deferred,
    indicator_id int4 not null constraint scale_indicator_fkey references catalog.indicator deferrable initially deferred,
    min float8,
    max float8,
    weight float8 constraint scale_weight_check check (weight >= 0 and weight <= 1),
    source text,
    constraint scale_pkey primary key (edition_id, indicator_id),
    constraint scale_bounds_check check (min <= max)
);
comment on table catalog.scale is 'bounds and weight of an indicator in one edition; source: etl/catalog/scale.csv';
comment on column catalog.scale.edition_id is 'the edition';
comment on column catalog.scale.indicator_id is 'the indicator';
comment on column catalog.scale.min is 'least possible value in the indicator''s unit';
comment on column catalog.scale.max is 'greatest possible value in the indicator''s unit';
comment on column catalog.scale.weight is 'share of the total, a fraction 0-1';
comment on column catalog.scale.source is 'where it was read or how it was found';

create table catalog.series (
    series_id int4 generated always as identity constraint series_pkey primary key,
    indicator_id int4 not null constraint series_indicator_fkey references catalog.indicator deferrable initially deferred,
    level text not null constraint series_level_check check (level in ('', 'province', 'district', 'commune', 'all')),
    freq text not null constraint series_freq_check check (freq in ('A', 'Q', 'M')),
    geography text not null constraint series_geography_fkey references catalog.geography deferrable initially deferred,
    source_id int4 not null constraint series_source_fkey references catalog.source deferrable initially deferred,
    constraint series_dimensions_key unique (indicator_id, level, freq, geography, source_id)
);
comment on table catalog.series is 'one indicator, at one level, with one frequency, for one geography, as told by one source; source: loads';
comment on column catalog.series.series_id is 'number used by observations; means nothing outside this database';
comment on column catalog.series.indicator_id is 'what is measured';
comment on column catalog.series.level is 'a cut of the place''s own figure by administrative level; empty for none';
comment on column catalog.series.freq is 'A yearly, Q quarterly, M monthly';
comment on column catalog.series.geography is 'which set of provinces the figures are about';
comment on column catalog.series.source_id is 'who says so';
