// In one list of signatories, not in the other
// @name missing-signatories
// @tags diplomacy, list
// @description With --other, who signed or issued one of two statements and not the other, one row each; the other
//   may be an organization, whose list is its members as far as the articles name them. Without it, who is among
//   the signatories of a statement in some articles and missing from other articles that name at least two: most
//   lists in the news end in "among others", so a name that is missing is no refusal.
// @time
// @param statement entity(Statement|Agreement) = null: Only lists of this statement or agreement.
// @param other entity(Statement|Agreement|Organization) = null: The list to compare with.
// @param who entity(State|Organization|Person) = null: Only this signatory.
// @param described bool = false: Also those known only by a description, such as "a deputy minister".
// @param status list(status) = accepted,asserted,attributed,alleged,disputed: Only claims of this status.
// @param evidence bool = false: A row for every sentence instead of one for the best.
// @param limit limit = null: At most so many rows.
// @column signatory text: Who is missing from a list.
// @column kind text: What it is: State, Organization or Person.
// @column statement text: The statement whose lists differ; empty where two statements are compared.
// @column listed_in list: The lists with the name: statements, or articles by outlet and day.
// @column missing_from list: The lists without it.
// @column sentence sentence: The sentence that names the signatory best.
// @column source source: Where the sentence stands.
// @detail id text: The id of the signatory.
// @detail statement_id text: The id of the statement.
// @detail missing_articles list: The ids of the articles without the name.
// @detail claims list: The ids of the claims behind the row.
// @example dossier query missing-signatories --statement "joint statement"
// @example dossier query missing-signatories --statement "joint statement" --other NATO
UNWIND COLLECT {
    MATCH (list:Entity)<-[:OBJECT]-(c)
    WHERE list.id IN $statement
    RETURN {list: list, c: c, first: true} AS entry
  UNION
    MATCH (list:Entity)<-[:OBJECT]-(c)
    WHERE list.id IN $other AND NOT list.id IN coalesce($statement, [])
    RETURN {list: list, c: c, first: false} AS entry
  UNION
    WITH $statement AS ids, $other AS others
    WHERE ids IS NULL AND others IS NULL
    MATCH (c:Claim)
    WHERE c.relation IN ['SIGNED', 'ISSUED']
    MATCH (c)-[:OBJECT]->(list)
    RETURN {list: list, c: c, first: true} AS entry
} AS entry
WITH entry.list AS list, entry.c AS c, entry.first AS first
WHERE (c.relation IN ['SIGNED', 'ISSUED'] OR c.relation = 'MEMBER_OF' AND list:Organization)
WITH list, c, first, seen(c) AS claim
WHERE claim.status IN $status AND happened(claim)
MATCH (who)<-[:SUBJECT]-(c)
MATCH (a)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(c)
WHERE visible(ev, claim) AND NOT coalesce(ev.contradictedByBody, false)
WITH CASE WHEN $other IS NULL THEN list END AS statement,
     CASE WHEN $other IS NULL THEN a.id ELSE toString(first) END AS key,
     CASE WHEN $other IS NULL THEN coalesce(a.outlet, a.name) + coalesce(' ' + left(a.published, 10), '')
          ELSE list.name END AS called,
     who, c, ev, s, a
ORDER BY CASE ev.standing WHEN 'affirmed' THEN 0 WHEN 'alleged' THEN 1 WHEN 'denied' THEN 2 ELSE 3 END,
         s.part = 'headline', a.published, a.name, a.id, s.index, ev.id
WITH statement, key, collect(DISTINCT called) AS called, collect(DISTINCT CASE WHEN $described OR NOT coalesce(who.described, false) THEN who END) AS names,
     collect({who: who, c: c, a: a, s: s, standing: ev.standing, speakers: coalesce(ev.speakers, [])}) AS entries
WITH statement, collect({key: key, called: called, names: names, entries: entries}) AS lists
UNWIND COLLECT { UNWIND lists AS l UNWIND l.names AS who RETURN DISTINCT who } AS who
WITH statement, who, [l IN lists WHERE who IN l.names] AS with,
     [l IN lists WHERE NOT who IN l.names AND ($other IS NOT NULL OR size(l.names) > 1)] AS without
WHERE without <> []
  AND ($who IS NULL OR who.id IN $who)
WITH *, COLLECT { UNWIND with AS l UNWIND l.entries AS e WITH e WHERE e.who = who RETURN e } AS entries
WITH *, COLLECT {
         UNWIND entries AS e
         WITH DISTINCT e.a AS a, e.s AS s, e.standing AS standing, e.speakers AS speakers
         RETURN {a: a, s: s, standing: standing, speakers: speakers}
         ORDER BY CASE standing WHEN 'affirmed' THEN 0 WHEN 'alleged' THEN 1 WHEN 'denied' THEN 2 ELSE 3 END,
                  s.part = 'headline', a.published, a.name, a.id, s.index
     } AS found
UNWIND range(0, CASE WHEN $evidence THEN size(found) - 1 ELSE 0 END) AS i
WITH *, found[i].a AS a, found[i].s AS s, found[i].standing AS standing, found[i].speakers AS speakers
RETURN who.name AS signatory,
       who.label AS kind,
       statement.name AS statement,
       COLLECT { UNWIND with AS l UNWIND l.called AS called RETURN called } AS listed_in,
       COLLECT { UNWIND without AS l UNWIND l.called AS called RETURN called } AS missing_from,
       s.text AS sentence,
       {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published, url: a.url,
        sentence: s.id, part: s.part, start: s.start, end: s.end, standing: standing,
        speakers: speakers} AS source,
       who.id AS id,
       statement.id AS statement_id,
       CASE WHEN $other IS NULL THEN [l IN without | l.key] ELSE [] END AS missing_articles,
       [e IN entries | e.c.id] AS claims
ORDER BY statement, statement_id, size(without) DESC, signatory, id, i
LIMIT $limit
