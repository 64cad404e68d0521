-- SHA-256 of a text, by the server; one row.
--   $1 text  the text
select encode(sha256(convert_to($1, 'UTF8')), 'hex') as sha256;
