// What do the regional hubs hold, and how do they tie to each other? Plain Cypher: degree is the measure. Places, documents and the relations of place
// are left out, or membership would make itself central.
// Returns region, members, degree (sum over the members), share (of the degree of all located ones), within, across (relations that stay in the region or leave it),
// top (the three members with the most relations).
MATCH (member:Entity)-[:LOCATED_IN]->(region:Region)
WHERE NOT member:City AND NOT member:Province AND NOT member:Country AND NOT member:Document AND NOT member:Region
WITH region, collect(DISTINCT member) AS members
UNWIND members AS member
OPTIONAL MATCH (member)-[r]-(other:Entity)
WHERE NOT type(r) IN ['PART_OF', 'LOCATED_IN', 'HEADQUARTERED_IN'] AND NOT other:City AND NOT other:Province AND NOT other:Country AND NOT other:Region AND NOT other:Document
WITH region, members, member, count(r) AS degree, count(CASE WHEN other IN members THEN 1 END) AS within
ORDER BY degree DESC, member.name
WITH region, size(members) AS count, sum(degree) AS degree, sum(within) / 2 AS within, sum(degree) - sum(within) AS across,
  collect(member.name + ' ' + degree)[..3] AS top
WITH collect({region: region.name, members: count, degree: degree, within: within, across: across, top: top}) AS regions, sum(degree) AS all
UNWIND regions AS region
RETURN region.region AS region, region.members AS members, region.degree AS degree,
  CASE WHEN all = 0 THEN 0.0 ELSE round(1.0 * region.degree / all, 3) END AS share, region.within AS within, region.across AS across, region.top AS top
ORDER BY degree DESC, region
