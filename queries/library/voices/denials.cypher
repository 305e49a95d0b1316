// Denials and declined comments
// @name denials
// @tags speech, denial
// @description Who denied what, who would not comment, and which claims the articles themselves negate, one row for
//   each denier and sentence. A negation by the article ("have not arrived") has no denier.
// @time
// @param who within = null: Only denials and silences of this entity.
// @param about within = null: Only sentences that mention this entity or deny a claim about it.
// @param how list(choice(denied|declined-to-comment|negated)) = denied,declined-to-comment,negated: Only these kinds.
// @param since date = null: Only from articles published on or after this day, month or year.
// @param until date-end = null: Only from articles published on or before this day, month or year.
// @param limit limit = null: At most so many rows.
// @column who text: Who denies or is silent; empty when the article itself negates.
// @column how list: denied, declined-to-comment or negated.
// @column what claims: The claims that are denied, or the words of the denial.
// @column sentence sentence: The sentence.
// @column source source: Where the sentence stands.
// @detail who_id text: The id of the denier.
// @detail claim_ids list: The ids of the claims behind the row, denied ones and sayings.
// @example dossier query denials
// @example dossier query denials --who Pyongyang
// @example dossier query denials --about missiles --how denied
UNWIND COLLECT {
    MATCH (who:Entity)<-[:SUBJECT]-(c)<-[ev:EVIDENCES]-(s)
    WHERE who.id IN $who AND c.relation IN ['DENIED', 'DECLINED_TO_COMMENT'] AND visible(ev)
    RETURN {who: who, s: s, c: c, ev: ev, how: toLower(replace(c.relation, '_', '-'))} AS denial
  UNION
    MATCH (who:Entity)-[r:DENIES]->(c)
    WHERE who.id IN $who AND visible(r)
    WITH who, c, r.sentence AS sentence, r.evidence AS evidence
    MATCH (s:Sentence {id: sentence})-[ev:EVIDENCES {id: evidence}]->(c)
    WHERE visible(ev)
    RETURN {who: who, s: s, c: c, ev: ev, how: 'denied'} AS denial
  UNION
    WITH $who AS names
    WHERE names IS NULL
    MATCH (c:Claim)
    WHERE c.relation IN ['DENIED', 'DECLINED_TO_COMMENT']
    MATCH (who:Entity)<-[:SUBJECT]-(c)<-[ev:EVIDENCES]-(s)
    WHERE visible(ev)
    RETURN {who: who, s: s, c: c, ev: ev, how: toLower(replace(c.relation, '_', '-'))} AS denial
  UNION
    WITH $who AS names
    WHERE names IS NULL
    MATCH (c)<-[ev:EVIDENCES]-(s)
    WHERE ev.stance = 'denied' AND visible(ev)
    OPTIONAL MATCH (who:Entity {id: head(ev.speakers)})
    RETURN {who: who, s: s, c: c, ev: ev, how: ev.polarity} AS denial
} AS denial
WITH denial.who AS who, denial.s AS s, denial.c AS c, denial.ev AS ev, denial.how AS how
WHERE how IN $how
WITH *, seen(c) AS claim
WHERE happened(claim) AND claim.status <> 'rejected'
MATCH (a)-[:HAS_SENTENCE]->(s)
WHERE ($since IS NULL OR left(a.published, 10) >= $since)
  AND ($until IS NULL OR left(a.published, 10) <= $until)
WITH who, a, s, c, ev, how
ORDER BY how, c.id, ev.id
WITH who, a, s,
     collect(DISTINCT how) AS how,
     collect(DISTINCT c) AS claims,
     head(collect(coalesce(ev.speakers, []))) AS speakers
WHERE $about IS NULL
   OR EXISTS { (s)-[:MENTIONS]->(x) WHERE x.id IN $about }
   OR any(c IN claims WHERE EXISTS { (c)-[:CONTENT*0..1]->()-->(x:Entity) WHERE x.id IN $about AND coalesce(x <> who, true) })
UNWIND claims AS saying
OPTIONAL MATCH (saying)-[:CONTENT]->(meant)
WHERE seen(meant).status IS NOT NULL
WITH who, a, s, how, claims, speakers, collect(DISTINCT meant) AS meant
WITH *, [c IN claims + meant WHERE NOT c.relation IN ['DENIED', 'DECLINED_TO_COMMENT'] | c.id] AS denied
RETURN who.name AS who,
       how,
       CASE denied WHEN [] THEN [c IN claims | c.id] ELSE denied END AS what,
       s.text AS sentence,
       {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published, url: a.url,
        sentence: s.id, part: s.part, start: s.start, end: s.end,
        speakers: [id IN speakers WHERE id <> coalesce(who.id, '')]} AS source,
       who.id AS who_id,
       [c IN claims + meant | c.id] AS claim_ids
ORDER BY who, who_id, a.published, a.name, a.id, s.index
LIMIT $limit
