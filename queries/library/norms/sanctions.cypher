// Who put whom under sanctions
// @name sanctions
// @tags sanctions
// @description Sanctions, embargoes and blacklistings that were imposed according to the articles, one row for each
//   imposer and target. Those that are only planned or denied are shown with --status planned,denied. What a
//   sanctions regime forbids is in prohibitions, who breaks it in violations.
// @time
// @param by within(State|Organization|Person) = null: Only imposed by this state or body.
// @param target within = null: Only on this target.
// @param since date = null: Only sanctions dated on or after this day, month or year.
// @param until date-end = null: Only sanctions dated on or before this day, month or year.
// @param status list(status) = accepted,asserted,attributed,alleged,disputed: Only claims of this status.
// @param evidence bool = false: A row for every sentence instead of one for the best.
// @param limit limit = null: At most so many rows.
// @column by text: Who imposed them.
// @column target text: Whom or what they hit.
// @column kind text: What the target is: State, Organization, Person ...
// @column dates list: When, as far as the articles say.
// @column status status: The status of the claim.
// @column articles int: Articles that say so.
// @column origins int: Articles that do not merely reprint another's words.
// @column sentence sentence: The sentence that says so best.
// @column source source: Where the sentence stands.
// @detail by_id text: The id of the imposer.
// @detail target_id text: The id of the target.
// @detail claims list: The id of the claim.
// @example dossier query sanctions --target "North Korea"
// @example dossier query sanctions --by "United States" --status planned
UNWIND COLLECT {
    MATCH (target:Entity)<-[:OBJECT]-(c)
    WHERE target.id IN $target
    RETURN c
  UNION
    WITH $target AS targets, $by AS names
    WHERE targets IS NULL
    MATCH (who:Entity)<-[:SUBJECT]-(c)
    WHERE who.id IN names
    RETURN c
  UNION
    WITH $target AS targets, $by AS names
    WHERE targets IS NULL AND names IS NULL
    MATCH (c:Claim)
    WHERE c.relation = 'SANCTIONED'
    RETURN c
} AS c
WITH c
WHERE c.relation = 'SANCTIONED'
WITH c, seen(c) AS claim
WHERE claim.status IN $status AND happened(claim)
MATCH (who)<-[:SUBJECT]-(c)-[:OBJECT]->(target)
WHERE $by IS NULL OR who.id IN $by
MATCH (a)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(c)
WHERE visible(ev, claim)
  AND ($since IS NULL OR coalesce(ev.dateTo, ev.date) >= $since)
  AND ($until IS NULL OR ev.date <= $until)
WITH c, claim, who, target, ev, s, a
ORDER BY coalesce(ev.contradictedByBody, false),
         CASE ev.standing WHEN 'affirmed' THEN 0 WHEN 'alleged' THEN 1 WHEN 'denied' THEN 2 ELSE 3 END,
         s.part = 'headline', a.published, a.name, a.id, s.index, ev.id
WITH c, claim, who, target,
     count(DISTINCT a) AS articles,
     collect(DISTINCT CASE ev.datePrecision WHEN 'day' THEN ev.date WHEN 'month' THEN left(ev.date, 7) WHEN 'year' THEN left(ev.date, 4)
             ELSE ev.date + '/' + coalesce(ev.dateTo, ev.date) END) AS dates,
     collect(DISTINCT {a: a, s: s, standing: ev.standing, speakers: coalesce(ev.speakers, [])}) AS found
WITH *, COUNT { UNWIND found AS f WITH f.a.origin AS paper, min(f.s.origin) AS origin RETURN DISTINCT origin } AS origins
UNWIND range(0, CASE WHEN $evidence THEN size(found) - 1 ELSE 0 END) AS i
WITH *, found[i].a AS a, found[i].s AS s, found[i].standing AS standing, found[i].speakers AS speakers
RETURN who.name AS by,
       target.name AS target,
       target.label AS kind,
       dates,
       claim.status AS status,
       articles,
       origins,
       s.text AS sentence,
       {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published, url: a.url,
        sentence: s.id, part: s.part, start: s.start, end: s.end, standing: standing,
        speakers: speakers} AS source,
       who.id AS by_id,
       target.id AS target_id,
       [c.id] AS claims
ORDER BY articles DESC, by, target, by_id, target_id, c.id, i
LIMIT $limit
