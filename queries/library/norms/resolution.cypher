// What a resolution forbids, who voted for it, who broke it
// @name resolution
// @tags law, sanctions
// @description All that the articles say of a resolution, sanctions regime or treaty: who adopted it, who supported or
//   voted for it, what it forbids and to whom, and who is said to have broken it by which act. One row for each thing
//   said; without --resolution, of every resolution.
// @time
// @param resolution entity(Resolution|Sanction|Agreement) = null: Only this one.
// @param what list(choice(adopted|supported|forbids|broken)) = adopted,supported,forbids,broken: Only these things.
// @param who within = null: Only what this party adopted, supported, is forbidden or broke.
// @param status list(status) = accepted,asserted,attributed,alleged,disputed,reference: Only claims of this status.
// @param evidence bool = false: A row for every sentence instead of one for the best.
// @param limit limit = null: At most so many rows.
// @column resolution text: The resolution, sanctions regime or treaty.
// @column what text: adopted, supported, forbids or broken.
// @column who list: Who adopted or supported it; to whom it forbids something; who broke it, as far as known.
// @column act text: What it forbids, or the act that broke it.
// @column date date: When, as far as the articles say.
// @column status status: The status of the claim.
// @column articles int: Articles that say so.
// @column origins int: Articles that do not merely reprint another's words.
// @column sentence sentence: The sentence that says so best.
// @column source source: Where the sentence stands.
// @detail resolution_id text: The id of the resolution.
// @detail who_ids list: The ids of the parties.
// @detail act_id text: The id of the act.
// @detail claims list: The id of the claim.
// @example dossier query resolution --resolution 1718
// @example dossier query resolution --what broken --who Russia
UNWIND COLLECT {
    MATCH (norm:Entity)<-[r:SUBJECT|OBJECT]-(c)
    WHERE norm.id IN $resolution
    RETURN {norm: norm, c: c, rules: type(r) = 'SUBJECT'} AS entry
  UNION
    WITH $resolution AS ids
    WHERE ids IS NULL
    MATCH (c:Claim)
    WHERE c.relation IN ['ADOPTED', 'SUPPORTED', 'PROHIBITS', 'VIOLATES']
    MATCH (c)-[r:SUBJECT|OBJECT]->(norm:Resolution|Sanction|Agreement)
    RETURN {norm: norm, c: c, rules: type(r) = 'SUBJECT'} AS entry
} AS entry
WITH entry.norm AS norm, entry.c AS c,
     CASE WHEN entry.rules AND entry.c.relation = 'PROHIBITS' THEN 'forbids'
          WHEN entry.rules THEN null
          ELSE {ADOPTED: 'adopted', SUPPORTED: 'supported', VIOLATES: 'broken'}[entry.c.relation] END AS what
WHERE what IN $what
WITH norm, c, what, seen(c) AS claim
WHERE claim.status IN $status AND happened(claim)
MATCH (c)-[:SUBJECT]->(subject)
OPTIONAL MATCH (c)-[:OBJECT]->(object)
WITH *,
     CASE what WHEN 'forbids' THEN [(c)-[:TARGET|FROM|RECIPIENT]->(x:Entity) WHERE told(c, x) | x]
               WHEN 'broken' THEN [(subject)<-[:TRANSFER]-()-[:SUBJECT|RECIPIENT|FROM]->(x:Entity) | x]
               ELSE [] END AS parties,
     CASE what WHEN 'forbids' THEN object WHEN 'broken' THEN subject END AS act
WITH norm, c, what, claim, subject,
     CASE WHEN what IN ['adopted', 'supported'] OR act:State OR act:Organization OR act:Person THEN [subject] ELSE parties END AS who,
     CASE WHEN NOT (act:State OR act:Organization OR act:Person) THEN act END AS act
WHERE $who IS NULL OR any(x IN who WHERE x.id IN $who)
MATCH (a)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(c)
WHERE visible(ev, claim)
WITH norm, c, what, claim, who, act, ev, s, a
ORDER BY coalesce(ev.contradictedByBody, false),
         CASE ev.standing WHEN 'affirmed' THEN 0 WHEN 'alleged' THEN 1 WHEN 'denied' THEN 2 ELSE 3 END,
         s.part = 'headline', a.published, a.name, a.id, s.index, ev.id
WITH norm, c, what, claim, who, act,
     count(DISTINCT CASE WHEN a.reference IS NULL THEN a END) AS articles,
     collect(DISTINCT {a: a, s: s, standing: ev.standing, speakers: coalesce(ev.speakers, [])}) AS found
WITH *, COUNT { UNWIND found AS f WITH f WHERE f.a.reference IS NULL WITH f.a.origin AS paper, min(f.s.origin) AS origin RETURN DISTINCT origin } AS origins
UNWIND range(0, CASE WHEN $evidence THEN size(found) - 1 ELSE 0 END) AS i
WITH *, found[i].a AS a, found[i].s AS s, found[i].standing AS standing, found[i].speakers AS speakers
RETURN norm.name AS resolution,
       what,
       [x IN who | x.name] AS who,
       act.name AS act,
       CASE claim.datePrecision WHEN 'day' THEN claim.date WHEN 'month' THEN left(claim.date, 7) WHEN 'year' THEN left(claim.date, 4)
            ELSE claim.date + '/' + coalesce(claim.dateTo, claim.date) END AS date,
       claim.status AS status,
       articles,
       origins,
       s.text AS sentence,
       {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published, url: a.url,
        sentence: s.id, part: s.part, start: s.start, end: s.end, standing: standing,
        speakers: speakers} AS source,
       norm.id AS resolution_id,
       [x IN who | x.id] AS who_ids,
       act.id AS act_id,
       [c.id] AS claims
ORDER BY resolution, resolution_id, CASE what WHEN 'adopted' THEN 0 WHEN 'supported' THEN 1 WHEN 'forbids' THEN 2 ELSE 3 END,
         articles DESC, act, act_id, c.id, i
LIMIT $limit
