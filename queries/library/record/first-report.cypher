// Who reported a claim first, and who followed
// @name first-report
// @tags articles, time, outlets
// @description For each claim the day on which it was first reported, the outlets that did so, and how many followed,
//   one row each. Articles of the same day are all first: their hours are seldom known. Undated articles are counted
//   apart, since any of them may be earlier. Denials and headlines that their own article contradicts are no reports.
//   An article without an outlet counts as an outlet of its own, by its name.
// @time
// @param claim claim = null: Only the claim with this id.
// @param entity within = null: Only claims in which this entity has a part.
// @param outlet text = null: Only claims that this outlet was among the first to report.
// @param relation list(relation) = null: Only these relations, e.g. SUPPLIED,MET; without it
//   all but sayings, offices and memberships.
// @param articles int = 2: Only claims that at least so many articles report.
// @param since date = null: Only what was first reported on or after this day, month or year.
// @param until date-end = null: Only what was first reported on or before this day, month or year.
// @param status list(status) = accepted,asserted,attributed,alleged,disputed: Only claims of this status.
// @param evidence bool = false: A row for every sentence, in the order of publication, instead of one for the first.
// @param limit limit = null: At most so many rows.
// @column first date: The day of the first report; empty where no article has a date.
// @column outlets list: Who reported it on that day.
// @column claim claims: What is claimed, with its status.
// @column articles int: Articles that report it.
// @column followed int: Outlets that reported it later.
// @column last date: The day of the last report.
// @column undated int: Articles without a date, which may be earlier than the first.
// @column sentence sentence: The sentence that reports it first.
// @column source source: Where the sentence stands.
// @detail status status: The status of the claim.
// @detail relation text: The relation, as the ontology names it.
// @detail claims list: The id of the claim.
// @example dossier query first-report --entity "North Korea"
// @example dossier query first-report --relation SUPPLIED --articles 1 --evidence
UNWIND COLLECT {
    MATCH (c:Claim {id: $claim})
    RETURN c
  UNION
    WITH $claim AS id
    WHERE id IS NULL
    MATCH (e:Entity)<-[:SUBJECT|OBJECT|RECIPIENT|FROM|TARGET|WEAPON|PLACE|OF|TRANSFER|EVENT]-(c)
    WHERE e.id IN $entity
    RETURN c
  UNION
    WITH $claim AS id, $entity AS names
    WHERE id IS NULL AND names IS NULL
    MATCH (c:Claim)
    WHERE c.relation IS NOT NULL
    RETURN c
} AS c
WITH c
WHERE CASE WHEN $relation IS NOT NULL THEN c.relation IN $relation
           ELSE $claim IS NOT NULL OR NOT c.relation IN ['STATED', 'DENIED', 'DECLINED_TO_COMMENT', 'HOLDS_POSITION', 'LOCATED_IN', 'MEMBER_OF'] END
WITH c, seen(c) AS fact
WHERE fact.status IN $status AND happened(fact) AND fact.articles >= $articles
MATCH (a)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(c)
WHERE visible(ev, fact) AND ev.standing <> 'denied' AND NOT coalesce(ev.contradictedByBody, false)
WITH c, fact, ev, s, a
ORDER BY a.published, s.part = 'headline', a.name, a.id, s.index, ev.id
WITH c, fact,
     collect(DISTINCT a) AS papers,
     collect(DISTINCT {a: a, s: s, standing: ev.standing, speakers: coalesce(ev.speakers, [])}) AS found,
     min(left(a.published, 10)) AS first,
     max(left(a.published, 10)) AS last
WHERE size(papers) >= $articles
  AND ($since IS NULL OR first >= $since)
  AND ($until IS NULL OR first <= $until)
WITH *, [p IN papers WHERE left(p.published, 10) = first | coalesce(p.outlet, p.name)] AS outlets
WHERE $outlet IS NULL OR any(o IN outlets WHERE toLower(o) = toLower($outlet))
UNWIND range(0, CASE WHEN $evidence THEN size(found) - 1 ELSE 0 END) AS i
WITH *, found[i].a AS a, found[i].s AS s, found[i].standing AS standing, found[i].speakers AS speakers
RETURN first,
       outlets,
       [c.id] AS claim,
       size(papers) AS articles,
       CASE WHEN first IS NOT NULL THEN COUNT {
           UNWIND papers AS p
           WITH coalesce(p.outlet, p.name) AS outlet
           WHERE p.published IS NOT NULL AND NOT outlet IN outlets
           RETURN DISTINCT outlet
       } END AS followed,
       last,
       size([p IN papers WHERE p.published IS NULL]) AS undated,
       s.text AS sentence,
       {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published, url: a.url,
        sentence: s.id, part: s.part, start: s.start, end: s.end, standing: standing,
        speakers: speakers} AS source,
       fact.status AS status,
       c.relation AS relation,
       [c.id] AS claims
ORDER BY first, articles DESC, found[0].a.name, found[0].a.id, found[0].s.index, relation, c.id, i
LIMIT $limit
