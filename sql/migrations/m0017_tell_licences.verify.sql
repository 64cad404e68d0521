-- Fails unless sources tell their licence.
select s.licence from catalog.source as s where false;
