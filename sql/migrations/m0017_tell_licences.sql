-- Tells under which licence a source gives its figures, where it names one.
alter table catalog.source
    add column licence text;
comment on column catalog.source.licence is 'licence under which it is published, by its SPDX id where it has one; null where none is stated';
