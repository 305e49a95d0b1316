// Every claim that joins two entities
// @name between
// @tags relations
// @description All that the articles say of two entities together, one row for each claim in which both have a part.
//   With --sayings also what one of them says about the other: those rows show its own sentences only.
// @time
// @param one within: The one entity.
// @param other within: The other.
// @param relation list(relation) = null: Only these relations, e.g. SUPPLIED,MET.
// @param sayings bool = false: Also claims about the one that the other asserts or denies.
// @param since date = null: Only what is dated on or after this day, month or year.
// @param until date-end = null: Only what is dated on or before this day, month or year.
// @param status list(status) = accepted,asserted,attributed,alleged,disputed: Only claims of this status.
// @param evidence bool = false: A row for every sentence instead of one for the best.
// @param limit limit = null: At most so many rows.
// @column date date: When it happened.
// @column claim claims: What is claimed, with its status.
// @column how text: How it joins them: "parties", or which of them "asserts" or "denies" it.
// @column articles int: Articles that speak of it, or in which it is asserted or denied so.
// @column origins int: Articles that do not merely reprint another's words.
// @column sentence sentence: The sentence that says so best.
// @column source source: Where the sentence stands.
// @detail status status: The status of the claim.
// @detail relation text: The relation, as the ontology names it.
// @detail parts list: The entities with a part in the claim, by id.
// @detail claims list: The id of the claim.
// @example dossier query between --one "North Korea" --other Russia
// @example dossier query between --one Kirby --other Russia --sayings
UNWIND COLLECT {
    MATCH (x:Entity)<-[:SUBJECT|OBJECT|RECIPIENT|FROM|TARGET|WEAPON|PLACE|OF|TRANSFER|EVENT]-(c)
    WHERE x.id IN $one
    MATCH (c)-[:SUBJECT|OBJECT|RECIPIENT|FROM|TARGET|WEAPON|PLACE|OF|TRANSFER|EVENT]->(y:Entity)
    WHERE y.id IN $other AND x <> y
    RETURN {c: c, how: 'parties', evidence: null} AS joint
  UNION
    MATCH (x:Entity)-[r:ASSERTS|DENIES]->(c)
    WHERE x.id IN $one AND $sayings AND visible(r)
    MATCH (c)-[:SUBJECT|OBJECT|RECIPIENT|FROM|TARGET|WEAPON|PLACE|OF|TRANSFER|EVENT]->(y:Entity)
    WHERE y.id IN $other AND x <> y
    RETURN {c: c, how: x.name + ' ' + toLower(type(r)), evidence: r.evidence} AS joint
  UNION
    MATCH (y:Entity)-[r:ASSERTS|DENIES]->(c)
    WHERE y.id IN $other AND $sayings AND visible(r)
    MATCH (c)-[:SUBJECT|OBJECT|RECIPIENT|FROM|TARGET|WEAPON|PLACE|OF|TRANSFER|EVENT]->(x:Entity)
    WHERE x.id IN $one AND x <> y
    RETURN {c: c, how: y.name + ' ' + toLower(type(r)), evidence: r.evidence} AS joint
} AS joint
WITH joint.c AS c, joint.how AS how, collect(joint.evidence) AS words
WHERE $relation IS NULL OR c.relation IN $relation
WITH c, how, words, seen(c) AS fact
WHERE fact.status IN $status AND happened(fact)
  AND ($since IS NULL OR coalesce(fact.dateTo, fact.date) >= $since)
  AND ($until IS NULL OR fact.date <= $until)
MATCH (a)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(c)
WHERE visible(ev, fact) AND (words = [] OR ev.id IN words)
WITH c, fact, how, ev, s, a
ORDER BY coalesce(ev.contradictedByBody, false),
         CASE ev.standing WHEN 'affirmed' THEN 0 WHEN 'alleged' THEN 1 WHEN 'denied' THEN 2 ELSE 3 END,
         s.part = 'headline', a.published, a.name, a.id, s.index, ev.id
WITH c, fact, how,
     count(DISTINCT a) AS articles,
     collect(DISTINCT {a: a, s: s, standing: ev.standing, speakers: coalesce(ev.speakers, [])}) AS found
WITH *, COUNT { UNWIND found AS f WITH f.a.origin AS paper, min(f.s.origin) AS origin RETURN DISTINCT origin } AS origins
UNWIND range(0, CASE WHEN $evidence THEN size(found) - 1 ELSE 0 END) AS i
WITH *, found[i].a AS a, found[i].s AS s, found[i].standing AS standing, found[i].speakers AS speakers
RETURN CASE fact.datePrecision WHEN 'day' THEN fact.date WHEN 'month' THEN left(fact.date, 7) WHEN 'year' THEN left(fact.date, 4)
            ELSE fact.date + '/' + coalesce(fact.dateTo, fact.date) END AS date,
       [c.id] AS claim,
       how,
       articles,
       origins,
       s.text AS sentence,
       {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published, url: a.url,
        sentence: s.id, part: s.part, start: s.start, end: s.end, standing: standing,
        speakers: speakers} AS source,
       fact.status AS status,
       c.relation AS relation,
       [(c)-[:SUBJECT|OBJECT|RECIPIENT|FROM|TARGET|WEAPON|PLACE|OF|TRANSFER|EVENT]->(x:Entity) | x.id] AS parts,
       [c.id] AS claims
ORDER BY fact.date, fact.dateTo, articles DESC, relation, c.id, how <> 'parties', how, i
LIMIT $limit
