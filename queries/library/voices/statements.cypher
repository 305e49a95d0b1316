// Statements and agreements, and who stands behind them
// @name statements
// @tags diplomacy, speech
// @description Every joint statement, communique, declaration and agreement that the articles speak of, one
//   row each: when, by whom, and what it condemns. What such a text says is in who-said --speaker "its name",
//   its list of names in signatories --statement "its name".
// @time
// @param statement entity(Statement|Agreement) = null: Only this one.
// @param by within(State|Organization|Person) = null: Only those that it signed, issued or adopted.
// @param since date = null: Only those dated on or after this day, month or year.
// @param until date-end = null: Only those dated on or before this day, month or year.
// @param status list(status) = accepted,asserted,attributed,alleged,disputed: Only claims of this status.
// @param evidence bool = false: A row for every sentence instead of one for the best.
// @param limit limit = null: At most so many rows.
// @column statement text: The statement or agreement.
// @column date date: The day it was signed, issued or adopted.
// @column issued_by list: Who issued, signed or adopted it.
// @column parties int: How many those are.
// @column condemns list: What or whom it condemns.
// @column articles int: Articles that speak of it.
// @column origins int: Articles that do not merely reprint another's words.
// @column sentence sentence: The sentence that tells of it best.
// @column source source: Where the sentence stands.
// @detail id text: The id of the statement.
// @detail claims list: The ids of the claims behind the row.
// @example dossier query statements
// @example dossier query statements --by "United States" --since 2024-01
MATCH (statement:Statement|Agreement)
WHERE $statement IS NULL OR statement.id IN $statement
MATCH (statement)<-[:SUBJECT|OBJECT]-(c:Claim)
WITH statement, c, seen(c) AS claim
WHERE claim.status IN $status AND happened(claim)
MATCH (a)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(c)
WHERE visible(ev, claim)
WITH statement, c, claim, ev, s, a
ORDER BY coalesce(ev.contradictedByBody, false),
         CASE ev.standing WHEN 'affirmed' THEN 0 WHEN 'alleged' THEN 1 WHEN 'denied' THEN 2 ELSE 3 END,
         s.part = 'headline',
         CASE WHEN c.relation IN ['SIGNED', 'ISSUED', 'ADOPTED', 'AGREED_WITH'] THEN 0 ELSE 1 END,
         a.published, a.name, a.id, s.index, ev.id
WITH statement,
     collect(DISTINCT c) AS claims,
     collect(DISTINCT {c: c, seen: claim}) AS seen,
     count(DISTINCT a) AS articles,
     collect(DISTINCT {a: a, s: s, standing: ev.standing, speakers: coalesce(ev.speakers, [])}) AS found
WITH *, [x IN seen WHERE x.c.relation IN ['SIGNED', 'ISSUED', 'ADOPTED', 'AGREED_WITH']] AS making
WITH *,
     [(statement)<-[:OBJECT]-(c)-[:SUBJECT]->(party) WHERE c IN [x IN making | x.c] | party] AS named,
     [(statement)<-[:SUBJECT]-(c)-[:OBJECT]->(x) WHERE c.relation = 'CONDEMNED' AND c IN claims | x.name] AS condemns
UNWIND CASE WHEN named = [] THEN [null] ELSE named END AS party
WITH statement, claims, articles, found, making, condemns, collect(DISTINCT party) AS parties
UNWIND making + [null] AS made
WITH *, made.seen AS claim
ORDER BY claim.date IS NULL, claim.datePrecision <> 'day', claim.date, claim.dateTo, made.c.id
WITH statement, claims, articles, found, condemns, parties, 
     head(collect({from: claim.date, to: coalesce(claim.dateTo, claim.date), unit: claim.datePrecision})) AS day
WHERE ($by IS NULL OR any(p IN parties WHERE p.id IN $by))
  AND ($since IS NULL OR day.to >= $since)
  AND ($until IS NULL OR day.from <= $until)
WITH *, COUNT { UNWIND found AS f WITH f.a.origin AS paper, min(f.s.origin) AS origin RETURN DISTINCT origin } AS origins
UNWIND range(0, CASE WHEN $evidence THEN size(found) - 1 ELSE 0 END) AS i
WITH *, found[i].a AS a, found[i].s AS s, found[i].standing AS standing, found[i].speakers AS speakers
RETURN statement.name AS statement,
       CASE day.unit WHEN 'day' THEN day.from WHEN 'month' THEN left(day.from, 7) WHEN 'year' THEN left(day.from, 4)
            ELSE day.from + '/' + day.to END AS date,
       [p IN parties | p.name] AS issued_by,
       size(parties) AS parties,
       condemns,
       articles,
       origins,
       s.text AS sentence,
       {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published, url: a.url,
        sentence: s.id, part: s.part, start: s.start, end: s.end, standing: standing,
        speakers: speakers} AS source,
       statement.id AS id,
       [x IN claims | x.id] AS claims
ORDER BY date, statement, id, i
LIMIT $limit
