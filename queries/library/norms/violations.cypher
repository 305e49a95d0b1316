// Conduct and the norms it is said to break
// @name violations
// @tags law, sanctions, arms
// @description Every act that is said to violate a resolution, sanction, treaty or airspace, one row each, joined
//   with its parties and with what the norm forbids, and with a sentence for either side. norm_sentence is empty
//   where no article says what the norm forbids.
// @time
// @param by within = null: Only acts of this party, or this act.
// @param norm entity = null: Only violations of this norm.
// @param status list(status) = accepted,asserted,attributed,alleged,disputed: Only claims of this status.
// @param evidence bool = false: A row for every sentence instead of one for the best.
// @param limit limit = null: At most so many rows.
// @column conduct text: What breaks the norm: an act, or whoever committed it.
// @column parties list: Who takes part in the act.
// @column norm text: What is broken.
// @column forbids list: What the norm forbids.
// @column status status: The status of the claim.
// @column articles int: Articles that say so.
// @column origins int: Articles that do not merely reprint another's words.
// @column sentence sentence: The sentence that says so best.
// @column source source: Where the sentence stands.
// @column norm_sentence sentence: The sentence that tells best what the norm forbids.
// @column norm_source source: Where that sentence stands.
// @detail conduct_id text: The id of the conduct.
// @detail norm_id text: The id of the norm.
// @detail claim text: The id of the claim.
// @example dossier query violations
// @example dossier query violations --by Russia --norm "resolution 1718"
MATCH (c:Claim)
WHERE c.relation = 'VIOLATES'
WITH c, seen(c) AS claim
WHERE claim.status IN $status AND happened(claim)
MATCH (conduct)<-[:SUBJECT]-(c)-[:OBJECT]->(norm)
WHERE $norm IS NULL OR norm.id IN $norm
WITH c, claim, conduct, norm,
     [(conduct)<-[:TRANSFER]-()-[:SUBJECT|RECIPIENT|FROM]->(party) | party] AS parties
WHERE $by IS NULL OR conduct.id IN $by OR any(p IN parties WHERE p.id IN $by)
MATCH (a)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(c)
WHERE visible(ev, claim)
WITH c, claim, conduct, norm, parties, ev, s, a
ORDER BY coalesce(ev.contradictedByBody, false),
         CASE ev.standing WHEN 'affirmed' THEN 0 WHEN 'alleged' THEN 1 WHEN 'denied' THEN 2 ELSE 3 END,
         s.part = 'headline', a.published, a.name, a.id, s.index, ev.id
WITH c, claim, conduct, norm, parties,
     count(DISTINCT a) AS articles,
     collect(DISTINCT {a: a, s: s, standing: ev.standing, speakers: coalesce(ev.speakers, [])}) AS found
WITH *,
     head(COLLECT {
         MATCH (norm)<-[:SUBJECT]-(rule:Claim {relation: 'PROHIBITS'})<-[ev:EVIDENCES]-(s)<-[:HAS_SENTENCE]-(a:Article)
         WHERE visible(ev)
         RETURN {a: a, s: s, standing: ev.standing, speakers: coalesce(ev.speakers, [])}
         ORDER BY coalesce(ev.contradictedByBody, false),
                  CASE ev.standing WHEN 'affirmed' THEN 0 WHEN 'alleged' THEN 1 WHEN 'denied' THEN 2 ELSE 3 END,
                  s.part = 'headline', a.published, a.name, a.id, s.index, ev.id
     }) AS law
WITH *, COUNT { UNWIND found AS f WITH f.a.origin AS paper, min(f.s.origin) AS origin RETURN DISTINCT origin } AS origins
UNWIND range(0, CASE WHEN $evidence THEN size(found) - 1 ELSE 0 END) AS i
WITH *, found[i].a AS a, found[i].s AS s, found[i].standing AS standing, found[i].speakers AS speakers,
     law.a AS la, law.s AS ls, law.speakers AS voices
RETURN conduct.name AS conduct,
       [p IN parties | p.name] AS parties,
       norm.name AS norm,
       COLLECT {
           MATCH (norm)<-[:SUBJECT]-(rule:Claim {relation: 'PROHIBITS'})-[:OBJECT]->(act)
           WITH act, seen(rule) AS forbidden
           WHERE forbidden.status IN ['accepted', 'asserted', 'attributed', 'alleged', 'disputed']
           RETURN act.name
       } AS forbids,
       claim.status AS status,
       articles,
       origins,
       s.text AS sentence,
       {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published, url: a.url,
        sentence: s.id, part: s.part, start: s.start, end: s.end, standing: standing,
        speakers: speakers} AS source,
       ls.text AS norm_sentence,
       CASE WHEN ls IS NOT NULL THEN
       {article: la.id, name: la.name, title: la.title, outlet: la.outlet, published: la.published, url: la.url,
        sentence: ls.id, part: ls.part, start: ls.start, end: ls.end, standing: law.standing,
        speakers: voices}
       END AS norm_source,
       conduct.id AS conduct_id,
       norm.id AS norm_id,
       c.id AS claim
ORDER BY articles DESC, conduct, norm, conduct_id, norm_id, claim, i
LIMIT $limit
