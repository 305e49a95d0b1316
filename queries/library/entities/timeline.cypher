// What happened when
// @name timeline
// @tags time
// @description Every dated claim, or every one about an entity, in the order in which things happened, one row each.
//   Claims without a date are left out unless --undated is given; they come last.
// @time
// @param entity within = null: Only claims in which this entity has a part.
// @param relation list(relation) = null: Only these relations, e.g. SUPPLIED,MET.
// @param since date = null: Only what is dated on or after this day, month or year.
// @param until date-end = null: Only what is dated on or before this day, month or year.
// @param undated bool = false: Also claims without a date.
// @param status list(status) = accepted,asserted,attributed,alleged,disputed: Only claims of this status.
// @param evidence bool = false: A row for every sentence instead of one for the best.
// @param limit limit = null: At most so many rows.
// @column date date: When it happened.
// @column subject text: Who or what.
// @column did text: The relation, in words.
// @column object text: To whom or what.
// @column details list: The other parts: recipient, target, weapon, place, number.
// @column status status: The status of the fact.
// @column articles int: Articles that speak of it.
// @column origins int: Articles that do not merely reprint another's words.
// @column sentence sentence: The sentence that says so best.
// @column source source: Where the sentence stands.
// @detail relation text: The relation, as the ontology names it.
// @detail subject_id text: The id of the subject.
// @detail object_id text: The id of the object.
// @detail claim text: The id of the claim.
// @example dossier query timeline --entity "North Korea"
// @example dossier query timeline --since 2023-12 --until 2024-01 --relation ATTACKED,FIRED_AT,USED
UNWIND COLLECT {
    MATCH (e:Entity)<-[:SUBJECT|OBJECT|RECIPIENT|FROM|TARGET|WEAPON|PLACE|OF|TRANSFER|EVENT]-(c)
    WHERE e.id IN $entity
    RETURN c
  UNION
    WITH $entity AS names
    WHERE names IS NULL
    MATCH (dated:Claim)
    WHERE dated.date >= coalesce($since, '')
    RETURN dated AS c
  UNION
    WITH $entity AS names
    WHERE names IS NULL
    MATCH (dated:Claim)
    WHERE dated.date < $since AND dated.dateTo >= $since
    RETURN dated AS c
  UNION
    WITH $entity AS names
    WHERE names IS NULL AND $undated
    MATCH (undated:Claim)
    WHERE undated.date IS NULL
    RETURN undated AS c
  UNION
    WITH $entity AS names
    WHERE names IS NULL AND $known_by IS NOT NULL
    MATCH (dated:Claim)
    WHERE dated.date IS NOT NULL
    RETURN dated AS c
} AS c
WITH c
WHERE $relation IS NULL OR c.relation IN $relation
WITH c, seen(c) AS fact
WHERE fact.status IN $status AND happened(fact)
  AND CASE WHEN fact.date IS NULL THEN $undated
           ELSE ($since IS NULL OR coalesce(fact.dateTo, fact.date) >= $since) AND ($until IS NULL OR fact.date <= $until) END
MATCH (c)-[:SUBJECT]->(subject)
OPTIONAL MATCH (c)-[:OBJECT]->(object)
MATCH (a)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(c)
WHERE visible(ev, fact)
WITH c, fact, subject, object, ev, s, a
ORDER BY coalesce(ev.contradictedByBody, false),
         CASE ev.standing WHEN 'affirmed' THEN 0 WHEN 'alleged' THEN 1 WHEN 'denied' THEN 2 ELSE 3 END,
         s.part = 'headline', a.published, a.name, a.id, s.index, ev.id
WITH c, fact, subject, object,
     count(DISTINCT a) AS articles,
     collect(DISTINCT {a: a, s: s, standing: ev.standing, speakers: coalesce(ev.speakers, [])}) AS found
WITH *, COUNT { UNWIND found AS f WITH f.a.origin AS paper, min(f.s.origin) AS origin RETURN DISTINCT origin } AS origins
UNWIND range(0, CASE WHEN $evidence THEN size(found) - 1 ELSE 0 END) AS i
WITH *, found[i].a AS a, found[i].s AS s, found[i].standing AS standing, found[i].speakers AS speakers
RETURN CASE fact.datePrecision WHEN 'day' THEN fact.date WHEN 'month' THEN left(fact.date, 7) WHEN 'year' THEN left(fact.date, 4)
            ELSE fact.date + '/' + coalesce(fact.dateTo, fact.date) END AS date,
       subject.name AS subject,
       toLower(replace(c.relation, '_', ' ')) AS did,
       object.name AS object,
       [(c)-[r:RECIPIENT|FROM|TARGET|WEAPON|PLACE|OF|TRANSFER]->(x:Entity) WHERE told(c, x) | toLower(type(r)) + ' ' + x.name] + CASE
           WHEN fact.countMin IS NULL THEN []
           WHEN fact.countMin = fact.countMax THEN [fact.countMin + coalesce(' ' + fact.countUnit, '')]
           WHEN coalesce(fact.countMax, -1) < 0 THEN [fact.countMin + '+' + coalesce(' ' + fact.countUnit, '')]
           ELSE [fact.countMin + '-' + fact.countMax + coalesce(' ' + fact.countUnit, '')]
       END + CASE WHEN fact.content IS NULL THEN [] ELSE [fact.content] END AS details,
       fact.status AS status,
       articles,
       origins,
       s.text AS sentence,
       {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published, url: a.url,
        sentence: s.id, part: s.part, start: s.start, end: s.end, standing: standing,
        speakers: speakers} AS source,
       c.relation AS relation,
       subject.id AS subject_id,
       object.id AS object_id,
       c.id AS claim
ORDER BY date IS NULL, fact.date, fact.dateTo, articles DESC, subject, did, object, claim, i
LIMIT $limit
