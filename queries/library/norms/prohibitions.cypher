// What resolutions, sanctions and treaties forbid
// @name prohibitions
// @tags law, sanctions
// @description Every act or kind of goods that a resolution, sanction, treaty or state forbids, one row each, with
//   the body that adopted it and who is said to have broken it. Whoever says that a transfer violates a resolution
//   says that the resolution forbids such transfers: those rows are told by how "implied".
// @time
// @param norm entity = null: Only what this resolution, sanction, treaty or state forbids.
// @param goods entity = null: Only prohibitions of this act or these goods, and of what they are a kind of.
// @param target within = null: Only prohibitions aimed at this state or body.
// @param status list(status) = accepted,asserted,attributed,alleged,disputed,reference: Only claims of this status.
// @param evidence bool = false: A row for every sentence instead of one for the best.
// @param limit limit = null: At most so many rows.
// @column norm text: What forbids.
// @column forbids text: What is forbidden.
// @column how text: Whether a sentence says so ("said") or says that the act breaks the norm ("implied").
// @column target text: Whom the prohibition is aimed at; of a reference, who may not give or take.
// @column adopted_by list: Who adopted it, and when.
// @column broken_by list: Who is said to break it: the parties of the act as far as they are known, else the act.
// @column status status: The status of the claim.
// @column articles int: Articles that say so.
// @column origins int: Articles that do not merely reprint another's words.
// @column sentence sentence: The sentence that says so best.
// @column source source: Where the sentence stands.
// @detail norm_id text: The id of what forbids.
// @detail forbids_id text: The id of what is forbidden.
// @detail claim text: The id of the claim.
// @example dossier query prohibitions
// @example dossier query prohibitions --norm "resolution 1718"
MATCH (c:Claim)
WHERE c.relation IN ['PROHIBITS', 'VIOLATES']
WITH c, seen(c) AS claim
WHERE claim.status IN $status AND happened(claim)
MATCH (subject)<-[:SUBJECT]-(c)-[:OBJECT]->(object)
WITH c, claim, c.relation = 'PROHIBITS' AS said, subject, object
WITH c, claim, said, CASE WHEN said THEN subject ELSE object END AS norm, CASE WHEN said THEN object ELSE subject END AS act
WHERE said OR act:Transfer OR act:Event
OPTIONAL MATCH (c)-[:TARGET|FROM|RECIPIENT]->(target)
WHERE told(c, target)
WITH c, claim, said, norm, act, target
WHERE ($norm IS NULL OR norm.id IN $norm)
  AND ($goods IS NULL OR EXISTS { (act)<-[:KIND_OF*0..]-(kind) WHERE kind.id IN $goods })
  AND ($target IS NULL OR target.id IN $target)
MATCH (a)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(c)
WHERE visible(ev, claim)
WITH c, claim, said, norm, act, target, ev, s, a
ORDER BY coalesce(ev.contradictedByBody, false),
         CASE ev.standing WHEN 'affirmed' THEN 0 WHEN 'alleged' THEN 1 WHEN 'denied' THEN 2 ELSE 3 END,
         s.part = 'headline', a.published, a.name, a.id, s.index, ev.id
WITH c, claim, said, norm, act, target,
     count(DISTINCT CASE WHEN a.reference IS NULL THEN a END) AS articles,
     collect(DISTINCT {a: a, s: s, standing: ev.standing, speakers: coalesce(ev.speakers, [])}) AS found
WITH *, COUNT { UNWIND found AS f WITH f WHERE f.a.reference IS NULL WITH f.a.origin AS paper, min(f.s.origin) AS origin RETURN DISTINCT origin } AS origins
UNWIND range(0, CASE WHEN $evidence THEN size(found) - 1 ELSE 0 END) AS i
WITH *, found[i].a AS a, found[i].s AS s, found[i].standing AS standing, found[i].speakers AS speakers
RETURN norm.name AS norm,
       act.name AS forbids,
       CASE WHEN said THEN 'said' ELSE 'implied' END AS how,
       target.name AS target,
       COLLECT {
           MATCH (norm)<-[:OBJECT]-(adoption:Claim {relation: 'ADOPTED'})-[:SUBJECT]->(body)
           WITH body, seen(adoption) AS adopted
           WHERE adopted.status IN ['accepted', 'asserted', 'attributed', 'alleged', 'disputed', 'reference'] AND happened(adopted)
           RETURN body.name + coalesce(' ' + CASE adopted.datePrecision WHEN 'day' THEN adopted.date
               WHEN 'month' THEN left(adopted.date, 7) ELSE left(adopted.date, 4) END, '')
       } AS adopted_by,
       COLLECT {
           MATCH (norm)<-[:OBJECT]-(breach:Claim {relation: 'VIOLATES'})-[:SUBJECT]->(conduct)
           WHERE said OR conduct = act
           WITH conduct, seen(breach) AS broken
           WHERE broken.status IN ['accepted', 'asserted', 'attributed', 'alleged', 'disputed'] AND happened(broken)
           OPTIONAL MATCH (conduct)<-[:TRANSFER]-()-[:SUBJECT|RECIPIENT|FROM]->(party)
           WITH DISTINCT CASE WHEN party IS NOT NULL THEN party WHEN conduct <> act THEN conduct END AS breaker
           WHERE breaker IS NOT NULL
           RETURN breaker.name
       } AS broken_by,
       claim.status AS status,
       articles,
       origins,
       s.text AS sentence,
       {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published, url: a.url,
        sentence: s.id, part: s.part, start: s.start, end: s.end, standing: standing,
        speakers: speakers} AS source,
       norm.id AS norm_id,
       act.id AS forbids_id,
       c.id AS claim
ORDER BY norm, said DESC, forbids, target, norm_id, forbids_id, claim, i
LIMIT $limit
