// Claims that rest on one source
// @name single-source
// @tags articles, outlets
// @description Claims that only one article, one wire story or one outlet makes, however many deny them, one row each.
//   elsewhere lists claims that come near: the same parties in the same relation, told of the same object, of a kind of
//   it, from the other side (supplied, procured), or with another date or number. Sayings, offices and memberships
//   are left out unless --relation asks for them. An article without an outlet is an outlet of its own, by its name.
// @time
// @param by choice(article|origin|outlet) = origin: What counts as one source; reprints of one text are one origin.
// @param entity within = null: Only claims in which this entity has a part.
// @param outlet text = null: Only what rests on this outlet.
// @param relation list(relation) = null: Only these relations, e.g. SUPPLIED,MET.
// @param since date = null: Only claims first published on or after this day, month or year.
// @param until date-end = null: Only claims first published on or before this day, month or year.
// @param status list(status) = accepted,asserted,attributed,alleged,disputed: Only claims of this status.
// @param limit limit = null: At most so many rows.
// @column claim claims: What is claimed, with its status.
// @column outlet list: Who published it.
// @column published date: The day it was first published.
// @column articles int: Articles that say so.
// @column elsewhere claims: What others claim that comes nearest.
// @column sentence sentence: The sentence that says so best.
// @column source source: Where the sentence stands.
// @detail status status: The status of the claim.
// @detail relation text: The relation, as the ontology names it.
// @detail claims list: The id of the claim.
// @example dossier query single-source --entity Iran
// @example dossier query single-source --by outlet --relation SUPPLIED,PROCURED
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
WHERE visible(ev, fact) AND ev.standing <> 'denied' AND NOT coalesce(ev.contradictedByBody, false)
WITH c, fact, subject, object, ev, s, a
ORDER BY CASE ev.standing WHEN 'affirmed' THEN 0 WHEN 'alleged' THEN 1 ELSE 3 END,
         s.part = 'headline', a.published, a.name, a.id, s.index, ev.id
WITH c, fact, subject, object,
     collect(DISTINCT a) AS papers,
     collect(DISTINCT {a: a, s: s, standing: ev.standing, speakers: coalesce(ev.speakers, [])}) AS found
WITH *,
     COUNT { UNWIND found AS f WITH f.a.origin AS paper, min(f.s.origin) AS origin RETURN DISTINCT origin } AS origins,
     COUNT { UNWIND papers AS p RETURN DISTINCT coalesce(p.outlet, p.name) } AS outlets
WITH *, CASE WHEN c.relation = 'PROCURED' THEN head([(c)-[:FROM]->(giver) | giver]) END AS giver
WITH CASE WHEN giver IS NULL THEN c.relation ELSE 'SUPPLIED' END AS kind, coalesce(giver, subject) AS party,
     collect({c: c, status: fact.status, papers: papers, first: found[0], subject: subject, object: object, kin: [(object)-[:KIND_OF*0..]->(k) | k],
              sources: CASE $by WHEN 'article' THEN size(papers) WHEN 'origin' THEN origins ELSE outlets END}) AS alike
UNWIND alike AS one
WITH alike, one, one.c.relation AS relation, one.subject AS subject, one.object AS object
WHERE one.sources = 1
  AND ($outlet IS NULL OR any(p IN one.papers WHERE toLower(coalesce(p.outlet, p.name)) = toLower($outlet)))
WITH *, one.c AS c, one.first.a AS a, one.first.s AS s,
     reduce(day = null, p IN one.papers | CASE WHEN day IS NULL OR left(p.published, 10) < day THEN left(p.published, 10) ELSE day END) AS published
WHERE ($since IS NULL OR published >= $since)
  AND ($until IS NULL OR published <= $until)
RETURN [c.id] AS claim,
       [p IN one.papers | coalesce(p.outlet, p.name)] AS outlet,
       published,
       size(one.papers) AS articles,
       [x IN alike WHERE x.c <> c AND (object IS NULL AND x.object IS NULL OR x.object IN one.kin OR object IN x.kin) | x.c.id] AS elsewhere,
       s.text AS sentence,
       {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published, url: a.url,
        sentence: s.id, part: s.part, start: s.start, end: s.end, standing: one.first.standing,
        speakers: one.first.speakers} AS source,
       one.status AS status,
       relation,
       [c.id] AS claims
ORDER BY published, outlet[0], a.name, a.id, s.index, relation, subject.name, object.name, c.id
LIMIT $limit
