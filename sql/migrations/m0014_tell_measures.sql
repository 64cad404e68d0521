-- Tells indicators that are a change themselves ("reduction of units since 2021") from those that have a
-- level: of the first a target names the figure to be reached, of the second what to add to a base.
alter table catalog.indicator
    add column measure text not null default 'level'
    constraint indicator_measure_check check (measure in ('level', 'increase', 'decrease'));
comment on column catalog.indicator.measure is 'what its values are: level, or themselves an increase or a decrease';
