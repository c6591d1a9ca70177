// Takes the next part of a large change set; a part that was committed is not taken again.
// Parameters: $writer, $part. Returns mine (the part is to be written now), done (it was written before).
MATCH (s:EcosystemGraph {id: 'store'})
SET s._locked = true
WITH s
REMOVE s._locked
WITH s, coalesce(s._writer = $writer AND s._part = $part, false) AS mine, coalesce(s._writer = $writer AND s._part > $part, false) AS done
SET s._part = CASE WHEN mine THEN $part + 1 ELSE s._part END, s._writerAt = CASE WHEN mine THEN timestamp() ELSE s._writerAt END
RETURN mine, done
