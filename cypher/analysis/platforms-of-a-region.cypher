// Which platforms does the Yangtze River Delta hold, who runs them, and says who?
// Returns platform, placedBy (citations), operators, of each the name and who says that it runs the platform.
MATCH (p:OpenInnovationPlatform)-[l:LOCATED_IN]->(:Region {id: 'yangtze-river-delta'})
OPTIONAL MATCH (p)<-[o:OPERATES]-(c:Entity)
RETURN p.name AS platform, l.cite AS placedBy, collect({name: c.name, cite: o.cite}) AS operators
ORDER BY platform
