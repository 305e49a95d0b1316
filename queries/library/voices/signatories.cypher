// Who signed or issued a statement
// @name signatories
// @tags diplomacy, list
// @description Every state, organization and person that signed, issued or is listed as taking part in a
//   statement or agreement, one row each. Crowds without names ("dozens of countries") have no row.
// @time
// @param statement entity(Statement|Agreement) = null: Only signatories of this statement or agreement.
// @param who entity(State|Organization|Person) = null: Only this signatory.
// @param described bool = false: Also those known only by a description, such as "a deputy minister".
// @param status list(status) = accepted,asserted,attributed,alleged,disputed: Only claims of this status.
// @param evidence bool = false: A row for every sentence instead of one for the best.
// @param limit limit = null: At most so many rows.
// @column signatory text: Who signed, issued or took part.
// @column kind text: What it is: State, Organization or Person.
// @column did list: How the articles put it: signed, issued.
// @column statements list: What was signed or issued.
// @column status status: The surest status among the claims.
// @column articles int: Articles that say so.
// @column origins int: Articles that do not merely reprint another's words.
// @column sentence sentence: The sentence that says so best.
// @column source source: Where the sentence stands.
// @detail id text: The id of the signatory.
// @detail claims list: The ids of the claims behind the row.
// @example dossier query signatories
// @example dossier query signatories --who Norway --evidence
UNWIND COLLECT {
    MATCH (statement:Entity)<-[:OBJECT]-(c)
    WHERE statement.id IN $statement
    RETURN c
  UNION
    WITH $statement AS statement, $who AS names
    WHERE statement IS NULL
    MATCH (who:Entity)<-[:SUBJECT]-(c)
    WHERE who.id IN names
    RETURN c
  UNION
    WITH $statement AS statement, $who AS names
    WHERE statement IS NULL AND names IS NULL
    MATCH (c:Claim)
    WHERE c.relation IN ['SIGNED', 'ISSUED']
    RETURN c
} AS c
WITH c
WHERE c.relation IN ['SIGNED', 'ISSUED']
WITH c, seen(c) AS claim
WHERE claim.status IN $status AND happened(claim)
MATCH (who)<-[:SUBJECT]-(c)-[:OBJECT]->(statement)
WHERE ($who IS NULL OR who.id IN $who) AND ($described OR NOT coalesce(who.described, false))
MATCH (a)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(c)
WHERE visible(ev, claim)
WITH who, statement, c, claim, ev, s, a
ORDER BY coalesce(ev.contradictedByBody, false),
         CASE ev.standing WHEN 'affirmed' THEN 0 WHEN 'alleged' THEN 1 WHEN 'denied' THEN 2 ELSE 3 END,
         s.part = 'headline', a.published, a.name, a.id, s.index, ev.id
WITH who,
     collect(DISTINCT toLower(c.relation)) AS did,
     collect(DISTINCT statement.name) AS statements,
     collect(DISTINCT claim.status) AS statuses,
     collect(DISTINCT c.id) AS claims,
     count(DISTINCT a) AS articles,
     collect(DISTINCT {a: a, s: s, standing: ev.standing, speakers: coalesce(ev.speakers, [])}) AS found
WITH *, COUNT { UNWIND found AS f WITH f.a.origin AS paper, min(f.s.origin) AS origin RETURN DISTINCT origin } AS origins
UNWIND range(0, CASE WHEN $evidence THEN size(found) - 1 ELSE 0 END) AS i
WITH *, found[i].a AS a, found[i].s AS s, found[i].standing AS standing, found[i].speakers AS speakers
RETURN who.name AS signatory,
       who.label AS kind,
       did,
       statements,
       surest(statuses) AS status,
       articles,
       origins,
       s.text AS sentence,
       {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published, url: a.url,
        sentence: s.id, part: s.part, start: s.start, end: s.end, standing: standing,
        speakers: speakers} AS source,
       who.id AS id,
       claims
ORDER BY articles DESC, signatory, id, i
LIMIT $limit
