// Conduct and the norms that it breaks
// @name violations
// @tags law, sanctions, arms
// @description Acts against the norms that forbid them, one row for each act and norm, joined with the parties and
//   with what the norm forbids, and with a sentence for either side. how tells "said", where somebody says that the
//   act violates the norm, from "derived", where an article tells of a transfer that a norm forbids by its goods and
//   by who gives or takes, and that was in force on that day: the law is then this program's reading, and dossier
//   load --reference loads it. norm_sentence is empty where nothing says what the norm forbids.
// @time
// @param by within = null: Only acts of this party, or this act.
// @param norm entity = null: Only violations of this norm.
// @param how list(choice(said|derived)) = said,derived: Only violations known so.
// @param status list(status) = accepted,asserted,attributed,alleged,disputed: Only claims of this status.
// @param evidence bool = false: A row for every sentence instead of one for the best.
// @param limit limit = null: At most so many rows.
// @column conduct text: What breaks the norm: an act, or whoever committed it.
// @column parties list: Who takes part in the act.
// @column norm text: What is broken.
// @column how text: said or derived.
// @column forbids list: What the norm forbids.
// @column status status: The status of the claim.
// @column articles int: Articles that say so, or that tell of the act.
// @column origins int: Articles that do not merely reprint another's words.
// @column sentence sentence: The sentence that says so best.
// @column source source: Where the sentence stands.
// @column norm_sentence sentence: The sentence that tells best what the norm forbids.
// @column norm_source source: Where that sentence stands.
// @detail conduct_id text: The id of the conduct; empty for a derived one that is no act of its own.
// @detail norm_id text: The id of the norm.
// @detail claims list: The ids of the claims that say so, or that tell of the act.
// @example dossier query violations
// @example dossier query violations --by Russia --norm "resolution 1718"
// @example dossier query violations --how derived --by "North Korea"
WITH COLLECT {
    MATCH (c:Claim)
    WHERE c.relation = 'VIOLATES' AND 'said' IN $how
    WITH c, seen(c) AS claim
    WHERE claim.status IN $status AND happened(claim)
    MATCH (conduct)<-[:SUBJECT]-(c)-[:OBJECT]->(norm)
    WHERE $norm IS NULL OR norm.id IN $norm
    RETURN {how: 'said', conduct: conduct, name: conduct.name, norm: norm, claims: [{c: c, seen: claim}],
            acts: [(conduct)<-[:TRANSFER]-(act:Claim) | act]} AS violation
  UNION
    MATCH (norm)<-[:SUBJECT]-(rule:Claim {relation: 'PROHIBITS'})-[:FROM|RECIPIENT]->()
    WHERE 'derived' IN $how AND ($norm IS NULL OR norm.id IN $norm)
    WITH DISTINCT norm, rule, seen(rule) AS law
    WHERE law.status IN ['accepted', 'asserted', 'attributed', 'alleged', 'disputed', 'reference']
    MATCH (rule)-[:OBJECT]->()<-[:KIND_OF*0..]-(goods)<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(subject)
    WHERE c.relation IN ['SUPPLIED', 'PROCURED']
    OPTIONAL MATCH (c)-[:RECIPIENT|FROM]->(other)
    WITH norm, rule, law, goods, c,
         CASE c.relation WHEN 'SUPPLIED' THEN subject ELSE other END AS giver,
         CASE c.relation WHEN 'SUPPLIED' THEN other ELSE subject END AS taker
    WHERE NOT EXISTS { (rule)-[:FROM]->(x) WHERE NOT EXISTS { (giver)-[:PART_OF*0..]->(y) WHERE y = x } }
      AND NOT EXISTS { (rule)-[:RECIPIENT]->(x) WHERE NOT EXISTS { (taker)-[:PART_OF*0..]->(y) WHERE y = x } }
    WITH norm, law, goods, giver, taker, c, seen(c) AS claim
    WHERE claim.status IN $status AND happened(claim)
      AND CASE WHEN claim.date IS NULL THEN law.datePrecision = 'day'
               ELSE law.date <= coalesce(claim.dateTo, claim.date) AND (law.datePrecision = 'day' OR claim.date <= law.dateTo) END
    WITH norm, goods, giver, taker, collect(DISTINCT {c: c, seen: claim}) AS claims
    WITH *, [x IN claims | x.c] AS acts
    WITH *, head(COLLECT { UNWIND acts AS act MATCH (act)-[:TRANSFER]->(transfer) RETURN transfer ORDER BY transfer.id }) AS conduct
    RETURN {how: 'derived', conduct: conduct, norm: norm, claims: claims, acts: acts,
            name: coalesce(giver.name + ' to ' + taker.name, giver.name, 'somebody to ' + taker.name) + ': ' + goods.name} AS violation
} AS all
UNWIND [v IN all WHERE v.how = 'said' OR none(said IN all WHERE said.how = 'said' AND said.norm = v.norm
        AND any(act IN v.acts WHERE act IN said.acts))] AS violation
WITH violation.how AS how, violation.conduct AS conduct, violation.name AS name, violation.norm AS norm,
     violation.claims AS claims, violation.acts AS acts
WITH *, COLLECT { UNWIND acts AS act MATCH (act)-[:SUBJECT|RECIPIENT|FROM]->(party) RETURN DISTINCT party } AS parties
WHERE $by IS NULL OR conduct.id IN $by OR any(p IN parties WHERE p.id IN $by)
UNWIND claims AS one
WITH *, one.c AS c, one.seen AS claim
MATCH (a)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(c)
WHERE visible(ev, claim)
WITH how, conduct, name, norm, claims, acts, parties, ev, s, a
ORDER BY coalesce(ev.contradictedByBody, false),
         CASE ev.standing WHEN 'affirmed' THEN 0 WHEN 'alleged' THEN 1 WHEN 'denied' THEN 2 ELSE 3 END,
         s.part = 'headline', a.published, a.name, a.id, s.index, ev.id
WITH how, conduct, name, norm, claims, acts, parties,
     count(DISTINCT a) AS articles,
     collect(DISTINCT {a: a, s: s, standing: ev.standing, speakers: coalesce(ev.speakers, [])}) AS found
WITH *, [x IN claims | x.seen.status] AS statuses,
     COLLECT {
         MATCH (norm)<-[:SUBJECT]-(rule:Claim {relation: 'PROHIBITS'})-[:OBJECT]->(object)
         WITH rule, object, seen(rule) AS law, EXISTS {
             UNWIND acts AS act
             MATCH (act)-[:OBJECT]->()-[:KIND_OF*0..]->(kind)
             WHERE kind = object
               AND NOT EXISTS { (rule)-[:FROM]->(x) WHERE NOT EXISTS { (act)-[:FROM]->()-[:PART_OF*0..]->(y) WHERE y = x }
                   AND NOT EXISTS { (act)-[:SUBJECT]->()-[:PART_OF*0..]->(y) WHERE y = x AND act.relation = 'SUPPLIED' } }
               AND NOT EXISTS { (rule)-[:RECIPIENT]->(x) WHERE NOT EXISTS { (act)-[:RECIPIENT]->()-[:PART_OF*0..]->(y) WHERE y = x }
                   AND NOT EXISTS { (act)-[:SUBJECT]->()-[:PART_OF*0..]->(y) WHERE y = x AND act.relation = 'PROCURED' } }
         } AS fits
         WHERE law.status IN ['accepted', 'asserted', 'attributed', 'alleged', 'disputed', 'reference']
           AND (fits OR how = 'said')
         RETURN {rule: rule, object: object, fit: CASE WHEN fits THEN 0 WHEN law.status <> 'reference' THEN 1 ELSE 2 END} AS r
         ORDER BY r.fit
     } AS rules
WITH *, [r IN rules WHERE r.fit = rules[0].fit] AS rules
WITH *,
     head(COLLECT {
         UNWIND rules AS r
         WITH r.rule AS rule
         MATCH (rule)<-[ev:EVIDENCES]-(s)<-[:HAS_SENTENCE]-(a:Article)
         WHERE cited(ev)
         RETURN {a: a, s: s, standing: ev.standing, speakers: coalesce(ev.speakers, [])}
         ORDER BY coalesce(ev.contradictedByBody, false),
                  CASE ev.standing WHEN 'affirmed' THEN 0 WHEN 'alleged' THEN 1 WHEN 'denied' THEN 2 ELSE 3 END,
                  s.part = 'headline', a.published, a.name, a.id, s.index, ev.id
     }) AS law
WITH *, COUNT { UNWIND found AS f WITH f.a.origin AS paper, min(f.s.origin) AS origin RETURN DISTINCT origin } AS origins
UNWIND range(0, CASE WHEN $evidence THEN size(found) - 1 ELSE 0 END) AS i
WITH *, found[i].a AS a, found[i].s AS s, found[i].standing AS standing, found[i].speakers AS speakers,
     law.a AS la, law.s AS ls, law.speakers AS voices
RETURN coalesce(conduct.name, name) AS conduct,
       [p IN parties | p.name] AS parties,
       norm.name AS norm,
       how,
       [r IN rules | r.object.name] AS forbids,
       CASE WHEN 'disputed' IN statuses THEN 'disputed' ELSE surest(statuses) END AS status,
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
       [x IN claims | x.c.id] AS claims
ORDER BY how DESC, articles DESC, conduct, norm, conduct_id, norm_id, claims, i
LIMIT $limit
