// Which pilot zones had been created by 1 June 2019? Dates are EDTF: of "2019-05" the last day counts.
// Returns zone, created, announced, cite.
MATCH (z:PilotZone)
WHERE z.created IS NOT NULL AND CASE size(z.created) WHEN 4 THEN z.created + '-12-31' WHEN 7 THEN z.created + '-31' ELSE z.created END <= '2019-06-01'
RETURN z.name AS zone, z.created AS created, z.announced AS announced, z.cite AS cite
ORDER BY created
