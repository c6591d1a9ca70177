// Takes the next part of a lane of a large change set; a part that was committed is not taken again.
// Parameters: $lane, $writer, $part. Returns mine (the part is to be written now), done (it was written before); no row if nobody writes on that lane.
MATCH (l:EcosystemGraph {id: 'lane ' + $lane})
SET l._locked = true
WITH l
REMOVE l._locked
WITH l, coalesce(l._writer = $writer AND l._part = $part, false) AS mine, coalesce(l._writer = $writer AND l._part > $part, false) AS done
SET l._part = CASE WHEN mine THEN $part + 1 ELSE l._part END, l._writerAt = CASE WHEN mine THEN timestamp() ELSE l._writerAt END
RETURN mine, done
