// Who held which office, and when they were named so
// @name positions
// @tags people, time
// @description Offices and their holders, one row for each holder and office. A date in the text ("minister since
//   2012") is in dates; else the articles that name somebody so show that the office was theirs when they were
//   published: first_named and last_named. Nobody is taken for a predecessor or successor.
// @time
// @param who within(Person) = null: Only this person.
// @param of within(State|Organization|Place) = null: Only offices at this state or body.
// @param office text = null: Only offices with this word or phrase in their title.
// @param on date-end = null: Only what was published, or is dated, on or before this day, month or year.
// @param status list(status) = accepted,asserted,attributed,alleged,disputed: Only claims of this status.
// @param evidence bool = false: A row for every sentence instead of one for the best.
// @param limit limit = null: At most so many rows.
// @column of text: The state or body.
// @column office text: The office.
// @column holder text: Who holds it.
// @column first_named date: The day of the first article that names them so.
// @column last_named date: The day of the last one.
// @column dates list: When they held it, where an article says so.
// @column status status: The status of the claim.
// @column articles int: Articles that name them so.
// @column sentence sentence: The sentence that says so best.
// @column source source: Where the sentence stands.
// @detail of_id text: The id of the state or body.
// @detail office_id text: The id of the office.
// @detail holder_id text: The id of the holder.
// @detail claims list: The id of the claim.
// @example dossier query positions --of Russia
// @example dossier query positions --office spokesman --on 2024-01
UNWIND COLLECT {
    MATCH (who:Entity)<-[:SUBJECT]-(c)
    WHERE who.id IN $who
    RETURN c
  UNION
    WITH $who AS names, $of AS bodies
    WHERE names IS NULL
    MATCH (body:Entity)<-[:OF]-(c)
    WHERE body.id IN bodies
    RETURN c
  UNION
    WITH $who AS names, $of AS bodies
    WHERE names IS NULL AND bodies IS NULL
    MATCH (c:Claim)
    WHERE c.relation = 'HOLDS_POSITION'
    RETURN c
} AS c
WITH c
WHERE c.relation = 'HOLDS_POSITION'
WITH c, seen(c) AS claim
WHERE claim.status IN $status AND happened(claim)
MATCH (who)<-[:SUBJECT]-(c)-[:OBJECT]->(office)
WHERE $office IS NULL OR toLower(office.name) CONTAINS toLower($office)
OPTIONAL MATCH (c)-[:OF]->(body)
WHERE told(c, body)
WITH c, claim, who, office, body
WHERE $of IS NULL OR body.id IN $of
MATCH (a)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(c)
WHERE visible(ev, claim) AND ($on IS NULL OR coalesce(ev.date, left(a.published, 10)) <= $on)
WITH c, claim, who, office, body, ev, s, a
ORDER BY coalesce(ev.contradictedByBody, false),
         CASE ev.standing WHEN 'affirmed' THEN 0 WHEN 'alleged' THEN 1 WHEN 'denied' THEN 2 ELSE 3 END,
         s.part = 'headline', a.published, a.name, a.id, s.index, ev.id
WITH c, claim, who, office, body,
     count(DISTINCT a) AS articles,
     min(CASE WHEN ev.date IS NULL AND ev.standing = 'affirmed' THEN left(a.published, 10) END) AS first,
     max(CASE WHEN ev.date IS NULL AND ev.standing = 'affirmed' THEN left(a.published, 10) END) AS last,
     collect(DISTINCT CASE ev.datePrecision WHEN 'day' THEN ev.date WHEN 'month' THEN left(ev.date, 7) WHEN 'year' THEN left(ev.date, 4)
             ELSE ev.date + '/' + coalesce(ev.dateTo, ev.date) END) AS dates,
     collect(DISTINCT {a: a, s: s, standing: ev.standing, speakers: coalesce(ev.speakers, [])}) AS found
UNWIND range(0, CASE WHEN $evidence THEN size(found) - 1 ELSE 0 END) AS i
WITH *, found[i].a AS a, found[i].s AS s, found[i].standing AS standing, found[i].speakers AS speakers
RETURN body.name AS of,
       office.name AS office,
       who.name AS holder,
       first AS first_named,
       last AS last_named,
       dates,
       claim.status AS status,
       articles,
       s.text AS sentence,
       {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published, url: a.url,
        sentence: s.id, part: s.part, start: s.start, end: s.end, standing: standing,
        speakers: speakers} AS source,
       body.id AS of_id,
       office.id AS office_id,
       who.id AS holder_id,
       [c.id] AS claims
ORDER BY of, of_id, office, last DESC, first DESC, holder, holder_id, c.id, i
LIMIT $limit
