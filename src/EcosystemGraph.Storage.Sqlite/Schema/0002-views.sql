-- For people who open the file: what holds now, with a mutation before the bundle. The program reads the tables.
CREATE VIEW current_fact AS
SELECT f.row, f.type, f.subject, f.citations, f.origin, f.ordinal, f.content, f.revision_from
FROM fact f
WHERE f.revision_to IS NULL
  AND f.content IS NOT NULL
  AND (f.origin = 1 OR NOT EXISTS (
    SELECT 1 FROM fact m
    WHERE m.subject = f.subject AND m.citations = f.citations AND m.type = f.type AND m.origin = 1 AND m.revision_to IS NULL));

CREATE VIEW entity_statement AS
SELECT subject AS id,
       content ->> '$.kind' AS kind,
       content ->> '$.name' AS name,
       content ->> '$.nameZh' AS name_zh,
       content -> '$.aliases' AS aliases,
       content ->> '$.description' AS description,
       content -> '$.properties' AS properties,
       coalesce(content ->> '$.certainty', 'stated') AS certainty,
       citations,
       content ->> '$.note' AS note,
       CASE origin WHEN 0 THEN 'bundle' ELSE 'mutation' END AS origin,
       ordinal
FROM current_fact
WHERE type = 1;

CREATE VIEW relation_statement AS
SELECT subject AS id,
       content ->> '$.kind' AS kind,
       content ->> '$.from' AS from_id,
       content ->> '$.to' AS to_id,
       coalesce(content ->> '$.key', '') AS key,
       content ->> '$.validFrom' AS valid_from,
       content ->> '$.validTo' AS valid_to,
       content -> '$.properties' AS properties,
       coalesce(content ->> '$.certainty', 'stated') AS certainty,
       citations,
       content ->> '$.note' AS note,
       CASE origin WHEN 0 THEN 'bundle' ELSE 'mutation' END AS origin,
       ordinal
FROM current_fact
WHERE type = 2;

CREATE VIEW observation_statement AS
SELECT subject AS id,
       content ->> '$.subject' AS subject_id,
       content ->> '$.indicator' AS indicator,
       content ->> '$.by' AS by_id,
       content ->> '$.period' AS period,
       coalesce(content ->> '$.qualifier', 'Exact') AS qualifier,
       content ->> '$.value' AS value,
       content ->> '$.high' AS high,
       coalesce(content ->> '$.unit', '') AS unit,
       coalesce(content ->> '$.nature', 'Stated') AS nature,
       coalesce(content ->> '$.certainty', 'stated') AS certainty,
       citations,
       content ->> '$.note' AS note,
       CASE origin WHEN 0 THEN 'bundle' ELSE 'mutation' END AS origin,
       ordinal
FROM current_fact
WHERE type = 3;
