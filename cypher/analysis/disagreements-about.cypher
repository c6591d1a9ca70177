// On what do the documents disagree about AIIA? Figures of one indicator, period, breakdown and unit that differ, what only a reader sees, and statements
// of the entity that give one property several values. What has to be recomputed is for the service: conflicts(subject: "aiia").
// Returns about, values (each with who says so).
CALL () {
  MATCH (o:Claim {fact: 'Observation', entity: 'aiia'}) WHERE coalesce(o.certainty, '') <> 'denied'
  WITH o.indicator + coalesce(', by ' + o.by, '') + coalesce(', ' + o.period, '') + coalesce(', ' + o.unit, '') AS about, o.value AS value, o.cite AS cite
  RETURN about, toString(value) AS value, cite
UNION ALL
  MATCH (s:Claim {fact: 'ConflictSide', entity: 'aiia'})
  RETURN s.property + ' (' + s.conflict + ')' AS about, coalesce(s.value, 'nothing') AS value, s.cite AS cite
UNION ALL
  MATCH (c:Claim {fact: 'Entity', subject: 'aiia'}) WHERE coalesce(c.certainty, '') <> 'denied'
  UNWIND [key IN keys(c) WHERE NOT key STARTS WITH '_' AND NOT key IN ['fact', 'subject', 'cite', 'kind', 'name', 'aliases', 'description', 'note', 'certainty']] AS key
  RETURN key AS about, toStringOrNull(c[key]) AS value, c.cite AS cite
}
WITH about, value, collect(cite) AS cites
WITH about, collect({value: value, cite: cites}) AS values
WHERE size(values) > 1
RETURN about, values
ORDER BY about
