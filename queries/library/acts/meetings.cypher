// Who met whom, when and where
// @name meetings
// @tags diplomacy
// @description Meetings, visits and talks that took place according to the articles, one row each, however many claims
//   tell of one meeting. Those that are
//   only planned or denied are shown with --status planned,denied; a row that is dated says when it happened, not
//   when it was reported.
// @time
// @param who within(State|Organization|Person) = null: Only with this participant.
// @param with within(State|Organization|Person|Place) = null: Only with this participant, too.
// @param place within(State|Place) = null: Only at this place.
// @param how list(choice(met|visited|negotiated)) = met,visited,negotiated: Only these kinds.
// @param since date = null: Only what is dated on or after this day, month or year.
// @param until date-end = null: Only what is dated on or before this day, month or year.
// @param status list(status) = accepted,asserted,attributed,alleged,disputed: Only claims of this status.
// @param evidence bool = false: A row for every sentence instead of one for the best.
// @param limit limit = null: At most so many rows.
// @column date date: When it happened, as far as the articles say.
// @column how text: met, visited or negotiated.
// @column who text: Who met, visited or negotiated; of a meeting and of talks the order means nothing.
// @column with text: Whom or what.
// @column place text: Where a meeting or talks took place, as far as the articles say.
// @column status status: The surest status among the claims.
// @column articles int: Articles that tell of it.
// @column origins int: Articles that do not merely reprint another's words.
// @column sentence sentence: The sentence that tells of it best.
// @column source source: Where the sentence stands.
// @detail who_id text: The id of the first.
// @detail with_id text: The id of the second.
// @detail place_id text: The id of the place.
// @detail claims list: The ids of the claims behind the row.
// @example dossier query meetings --who Putin
// @example dossier query meetings --who "North Korea" --with Russia --status planned,denied
UNWIND COLLECT {
    MATCH (party:Entity)<-[:SUBJECT|OBJECT]-(c)
    WHERE party.id IN $who
    RETURN c
  UNION
    WITH $who AS names, $place AS places
    WHERE names IS NULL
    MATCH (place:Entity)<-[:PLACE|OBJECT]-(c)
    WHERE place.id IN places
    RETURN c
  UNION
    WITH $who AS names, $place AS places
    WHERE names IS NULL AND places IS NULL
    MATCH (c:Claim)
    WHERE c.relation IN ['MET', 'VISITED', 'NEGOTIATED_WITH']
    RETURN c
} AS c
WITH c, CASE c.relation WHEN 'MET' THEN 'met' WHEN 'VISITED' THEN 'visited' WHEN 'NEGOTIATED_WITH' THEN 'negotiated' END AS how
WHERE how IN $how
WITH c, how, seen(c) AS claim
WHERE claim.status IN $status AND happened(claim)
  AND ($since IS NULL OR coalesce(claim.dateTo, claim.date) >= $since)
  AND ($until IS NULL OR claim.date <= $until)
MATCH (one)<-[:SUBJECT]-(c)-[:OBJECT]->(two)
OPTIONAL MATCH (c)-[:PLACE]->(place)
WHERE told(c, place)
WITH c, claim, how, one, two, place
ORDER BY place.id
WITH c, claim, how, one, two, head(collect(place)) AS named
WITH c, claim, how, one, two, named AS place
WHERE ($who IS NULL OR one.id IN $who OR two.id IN $who)
  AND ($with IS NULL OR one.id IN $with OR two.id IN $with)
  AND ($who IS NULL OR $with IS NULL OR one.id IN $who AND two.id IN $with OR two.id IN $who AND one.id IN $with)
  AND ($place IS NULL OR place.id IN $place OR how = 'visited' AND two.id IN $place)
WITH *, how <> 'visited' AND NOT one.id IN coalesce($who, [one.id]) AS turned
OPTIONAL MATCH (c)-[:EVENT]->(event)
WITH c, claim, how, place, coalesce(event, c).id AS key, CASE WHEN turned THEN two ELSE one END AS one, CASE WHEN turned THEN one ELSE two END AS two
ORDER BY claim.date IS NULL, claim.dateTo IS NULL, claim.date <> claim.dateTo, claim.date, claim.dateTo, c.id
WITH key, how, one, two, head(collect(place)) AS place, collect({c: c, seen: claim}) AS claims
UNWIND claims AS told
WITH key, how, one, two, place, claims, told.c AS c, told.seen AS claim
MATCH (a)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(c)
WHERE visible(ev, claim)
WITH key, how, one, two, place, claims, ev, s, a
ORDER BY coalesce(ev.contradictedByBody, false),
         CASE ev.standing WHEN 'affirmed' THEN 0 WHEN 'alleged' THEN 1 WHEN 'denied' THEN 2 ELSE 3 END,
         s.part = 'headline', a.published, a.name, a.id, s.index, ev.id
WITH key, how, one, two, place, claims, claims[0].seen AS day, [x IN claims | x.seen.status] AS statuses,
     count(DISTINCT a) AS articles,
     collect(DISTINCT {a: a, s: s, standing: ev.standing, speakers: coalesce(ev.speakers, [])}) AS found
WITH *, COUNT { UNWIND found AS f WITH f.a.origin AS paper, min(f.s.origin) AS origin RETURN DISTINCT origin } AS origins
UNWIND range(0, CASE WHEN $evidence THEN size(found) - 1 ELSE 0 END) AS i
WITH *, found[i].a AS a, found[i].s AS s, found[i].standing AS standing, found[i].speakers AS speakers
RETURN CASE day.datePrecision WHEN 'day' THEN day.date WHEN 'month' THEN left(day.date, 7) WHEN 'year' THEN left(day.date, 4)
            ELSE day.date + '/' + coalesce(day.dateTo, day.date) END AS date,
       how,
       one.name AS who,
       two.name AS with,
       place.name AS place,
       surest(statuses) AS status,
       articles,
       origins,
       s.text AS sentence,
       {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published, url: a.url,
        sentence: s.id, part: s.part, start: s.start, end: s.end, standing: standing,
        speakers: speakers} AS source,
       one.id AS who_id,
       two.id AS with_id,
       place.id AS place_id,
       [x IN claims | x.c.id] AS claims
ORDER BY day.date, day.dateTo, articles DESC, who, how, with, key, i
LIMIT $limit
