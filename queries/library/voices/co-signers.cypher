// Who signs with whom
// @name co-signers
// @tags diplomacy, list
// @description Pairs that signed or issued the same statement or agreement, one row each, those with most of them
//   together first. A sentence that names both is shown alone; where no sentence does, each has its own. Crowds
//   without names ("dozens of countries") have no row.
// @time
// @param who entity(State|Organization|Person) = null: Only pairs with this signatory, named first.
// @param with entity(State|Organization|Person) = null: Only pairs with this one, named second.
// @param statement entity(Statement|Agreement) = null: Only signatories of this statement or agreement.
// @param described bool = false: Also those known only by a description, such as "a deputy minister".
// @param status list(status) = accepted,asserted,attributed,alleged,disputed: Only claims of this status.
// @param limit limit = null: At most so many rows.
// @column signatory text: Who signed or issued.
// @column co_signer text: Who did so, too.
// @column together int: Statements and agreements that both put their name to.
// @column statements list: Which ones.
// @column articles int: Articles that name both.
// @column sentence sentence: The sentence that says so best, of both if there is one, else of the first.
// @column source source: Where the sentence stands.
// @column other_sentence sentence: The sentence for the second, where none names both.
// @column other_source source: Where that sentence stands.
// @detail signatory_id text: The id of the first.
// @detail co_signer_id text: The id of the second.
// @detail claims list: The ids of the claims behind the row.
// @example dossier query co-signers --who Norway
// @example dossier query co-signers --who Norway --with Japan
UNWIND COLLECT {
    MATCH (statement:Entity)
    WHERE statement.id IN $statement
    RETURN statement
  UNION
    WITH $statement AS ids, $who AS names
    WHERE ids IS NULL
    MATCH (who:Entity)<-[:SUBJECT]-(c)-[:OBJECT]->(statement)
    WHERE who.id IN names AND c.relation IN ['SIGNED', 'ISSUED']
    RETURN statement
  UNION
    WITH $statement AS ids, $who AS names
    WHERE ids IS NULL AND names IS NULL
    MATCH (c:Claim)
    WHERE c.relation IN ['SIGNED', 'ISSUED']
    MATCH (c)-[:OBJECT]->(statement)
    RETURN statement
} AS statement
MATCH (who)<-[:SUBJECT]-(c)-[:OBJECT]->(statement)
WHERE c.relation IN ['SIGNED', 'ISSUED'] AND ($described OR NOT coalesce(who.described, false))
WITH statement, who, c, seen(c) AS claim
WHERE claim.status IN $status AND happened(claim)
WITH statement, who, collect({c: c, seen: claim}) AS claims
WITH statement, collect({who: who, claims: claims}) AS signed
UNWIND signed AS one
UNWIND signed AS two
WITH statement, one, two, one.who AS x, two.who AS y
WHERE x <> y
  AND ($who IS NULL OR x.id IN $who)
  AND ($with IS NULL OR y.id IN $with)
  AND (x.id < y.id OR NOT (($who IS NULL OR y.id IN $who) AND ($with IS NULL OR x.id IN $with)))
WITH x, y, count(statement) AS together, collect(statement.name) AS statements,
     collect({one: one.claims, two: two.claims}) AS signings
ORDER BY together DESC, x.name, y.name, x.id, y.id
LIMIT $limit
WITH *,
     COLLECT {
         UNWIND signings AS signing
         UNWIND signing.one AS told
         WITH told.c AS c, told.seen AS claim, [other IN signing.two | other.c] AS theirs
         MATCH (a)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(c)
         WHERE visible(ev, claim)
         WITH a, s, ev, EXISTS { (s)-[same:EVIDENCES]->(d) WHERE d IN theirs AND visible(same) } AS both,
              EXISTS { (a)-[:HAS_SENTENCE]->()-[besides:EVIDENCES]->(d) WHERE d IN theirs AND visible(besides) } AS paper
         RETURN {a: a, s: s, standing: ev.standing, speakers: coalesce(ev.speakers, []), both: both, paper: paper}
         ORDER BY coalesce(ev.contradictedByBody, false), both DESC,
                  CASE ev.standing WHEN 'affirmed' THEN 0 WHEN 'alleged' THEN 1 WHEN 'denied' THEN 2 ELSE 3 END,
                  s.part = 'headline', a.published, a.name, a.id, s.index, ev.id
     } AS found,
     head(COLLECT {
         UNWIND signings AS signing
         UNWIND signing.two AS told
         WITH told.c AS c, told.seen AS claim
         MATCH (a)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(c)
         WHERE visible(ev, claim)
         RETURN {a: a, s: s, standing: ev.standing, speakers: coalesce(ev.speakers, [])}
         ORDER BY coalesce(ev.contradictedByBody, false),
                  CASE ev.standing WHEN 'affirmed' THEN 0 WHEN 'alleged' THEN 1 WHEN 'denied' THEN 2 ELSE 3 END,
                  s.part = 'headline', a.published, a.name, a.id, s.index, ev.id
     }) AS second
WITH *, found[0].a AS a, found[0].s AS s, found[0].standing AS standing, found[0].speakers AS speakers,
     CASE WHEN found[0].both THEN null ELSE second END AS second
WITH *, second.a AS sa, second.s AS ss, second.standing AS second_standing, second.speakers AS voices
RETURN x.name AS signatory,
       y.name AS co_signer,
       together,
       statements,
       COUNT { UNWIND found AS f WITH f WHERE f.paper RETURN DISTINCT f.a } AS articles,
       s.text AS sentence,
       {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published, url: a.url,
        sentence: s.id, part: s.part, start: s.start, end: s.end, standing: standing,
        speakers: speakers} AS source,
       ss.text AS other_sentence,
       CASE WHEN ss IS NOT NULL THEN
       {article: sa.id, name: sa.name, title: sa.title, outlet: sa.outlet, published: sa.published, url: sa.url,
        sentence: ss.id, part: ss.part, start: ss.start, end: ss.end, standing: second_standing,
        speakers: voices}
       END AS other_source,
       x.id AS signatory_id,
       y.id AS co_signer_id,
       COLLECT { UNWIND signings AS signing UNWIND signing.one + signing.two AS told RETURN told.c.id } AS claims
ORDER BY together DESC, signatory, co_signer, signatory_id, co_signer_id
