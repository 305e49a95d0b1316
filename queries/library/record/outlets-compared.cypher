// What one outlet reports and another does not
// @name outlets-compared
// @tags articles, outlets
// @description Claims that one outlet reports, in whatever way, and another has not a word of, one row each. Without
//   --other, what no other outlet reports. instead lists what comes near it there: the same parties in the same
//   relation, told of the same object, of a kind of it, from the other side (supplied, procured), or with another date
//   or number. Sayings, offices and memberships are left out unless --relation asks for them. An article without an
//   outlet is an outlet of its own, by its name.
// @time
// @param outlet text = null: Only what this outlet reports; without it, of every outlet.
// @param other text = null: Only what this other outlet does not report.
// @param entity within = null: Only claims in which this entity has a part.
// @param relation list(relation) = null: Only these relations, e.g. SUPPLIED,MET.
// @param since date = null: Only what the outlet published on or after this day, month or year.
// @param until date-end = null: Only what the outlet published on or before this day, month or year.
// @param status list(status) = accepted,asserted,attributed,alleged,disputed: Only claims of this status.
// @param limit limit = null: At most so many rows.
// @column outlet text: Who reports it.
// @column claim claims: What is claimed, with its status.
// @column others list: Which other outlets report it.
// @column instead claims: What the other outlet, or any other, reports that comes nearest.
// @column sentence sentence: The outlet's sentence that says so best.
// @column source source: Where the sentence stands.
// @detail status status: The status of the claim.
// @detail relation text: The relation, as the ontology names it.
// @detail claims list: The id of the claim.
// @example dossier query outlets-compared --outlet "Daily Compass" --other "Northgate Wire"
// @example dossier query outlets-compared --entity "North Korea" --relation SUPPLIED,PROCURED
UNWIND COLLECT {
    MATCH (e:Entity)<-[:SUBJECT|OBJECT|RECIPIENT|FROM|TARGET|WEAPON|PLACE|OF|TRANSFER|EVENT]-(c)
    WHERE e.id IN $entity
    RETURN c
  UNION
    WITH $entity AS names
    WHERE names IS NULL
    MATCH (c:Claim)
    WHERE c.relation IS NOT NULL
    RETURN c
} AS c
WITH c
WHERE CASE WHEN $relation IS NULL THEN NOT c.relation IN ['STATED', 'DENIED', 'DECLINED_TO_COMMENT', 'HOLDS_POSITION', 'LOCATED_IN', 'MEMBER_OF'] ELSE c.relation IN $relation END
WITH c, seen(c) AS fact
WHERE fact.status IN $status AND happened(fact)
MATCH (c)-[:SUBJECT]->(subject)
OPTIONAL MATCH (c)-[:OBJECT]->(object)
MATCH (a)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(c)
WHERE visible(ev, fact) AND NOT coalesce(ev.contradictedByBody, false)
WITH c, fact, subject, object, coalesce(a.outlet, a.name) AS outlet, ev, s, a
ORDER BY CASE ev.standing WHEN 'affirmed' THEN 0 WHEN 'alleged' THEN 1 WHEN 'denied' THEN 2 ELSE 3 END,
         s.part = 'headline', a.published, a.name, a.id, s.index, ev.id
WITH c, fact, subject, object, outlet,
     collect({a: a, s: s, standing: ev.standing, speakers: coalesce(ev.speakers, []), day: left(a.published, 10)}) AS found
WITH c, fact, subject, object, collect({outlet: outlet, found: found}) AS reports, collect(outlet) AS outlets
WITH *, CASE WHEN c.relation = 'PROCURED' THEN head([(c)-[:FROM]->(giver) | giver]) END AS giver
WITH CASE WHEN giver IS NULL THEN c.relation ELSE 'SUPPLIED' END AS kind, coalesce(giver, subject) AS party,
     collect({c: c, status: fact.status, reports: reports, outlets: outlets, subject: subject, object: object, kin: [(object)-[:KIND_OF*0..]->(k) | k]}) AS alike
UNWIND alike AS one
UNWIND one.reports AS report
WITH one.c.relation AS relation, one.subject AS subject, one.object AS object, alike, one, report.outlet AS outlet,
     [f IN report.found WHERE ($since IS NULL OR f.day >= $since) AND ($until IS NULL OR f.day <= $until)] AS found
WHERE found <> []
  AND ($outlet IS NULL OR toLower(outlet) = toLower($outlet))
  AND CASE WHEN $other IS NULL THEN size(one.outlets) = 1 ELSE NOT any(o IN one.outlets WHERE toLower(o) = toLower($other)) END
WITH *, one.c AS c, found[0].a AS a, found[0].s AS s
RETURN outlet,
       [c.id] AS claim,
       [o IN one.outlets WHERE o <> outlet] AS others,
       [x IN alike WHERE x.c <> c AND (object IS NULL AND x.object IS NULL OR x.object IN one.kin OR object IN x.kin)
        AND any(o IN x.outlets WHERE o <> outlet AND toLower(o) = toLower(coalesce($other, o))) | x.c.id] AS instead,
       s.text AS sentence,
       {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published, url: a.url,
        sentence: s.id, part: s.part, start: s.start, end: s.end, standing: found[0].standing,
        speakers: found[0].speakers} AS source,
       one.status AS status,
       relation,
       [c.id] AS claims
ORDER BY outlet, a.published, a.name, a.id, s.index, relation, subject.name, object.name, c.id
LIMIT $limit
