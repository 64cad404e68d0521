-- Fails unless places and series tell their level.
select p.place_level from catalog.place as p where false;
select s.place_level from catalog.series as s where false;
