// Who would not comment, and on what
// @name unanswered
// @tags speech, denial
// @description Everybody who declined to comment or could not be reached, one row each, and whether they, or the
//   state or body that they speak for, denied anything elsewhere: a silence in one article can be a denial in
//   another.
// @time
// @param who within(State|Organization|Person) = null: Only silences of this entity.
// @param about within = null: Only silences in sentences that mention this entity or bear on a claim about it.
// @param since date = null: Only from articles published on or after this day, month or year.
// @param until date-end = null: Only from articles published on or before this day, month or year.
// @param evidence bool = false: A row for every sentence instead of one for the first.
// @param limit limit = null: At most so many rows.
// @column who text: Who is silent.
// @column speaks_for list: At what they hold an office.
// @column topics list: What they were asked about, as written.
// @column articles int: Articles that say that there was no answer.
// @column outlets int: Outlets of those articles; an article without an outlet is one of its own.
// @column denied claims: What they, or those they speak for, deny elsewhere.
// @column sentence sentence: The first sentence that says so.
// @column source source: Where the sentence stands.
// @detail who_id text: The id of who is silent.
// @detail about_claims list: The ids of the claims that the question was about.
// @detail claims list: The ids of the silences.
// @example dossier query unanswered
// @example dossier query unanswered --about "North Korea" --evidence
UNWIND COLLECT {
    MATCH (who:Entity)<-[:SUBJECT]-(c)
    WHERE who.id IN $who AND c.relation = 'DECLINED_TO_COMMENT'
    RETURN c
  UNION
    WITH $who AS names
    WHERE names IS NULL
    MATCH (c:Claim)
    WHERE c.relation = 'DECLINED_TO_COMMENT'
    RETURN c
} AS c
WITH c, seen(c) AS claim
WHERE claim.status <> 'rejected' AND happened(claim)
MATCH (who)<-[:SUBJECT]-(c)
MATCH (a)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(c)
WHERE visible(ev, claim)
  AND ($since IS NULL OR left(a.published, 10) >= $since)
  AND ($until IS NULL OR left(a.published, 10) <= $until)
  AND ($about IS NULL
       OR EXISTS { (s)-[:MENTIONS]->(x) WHERE x.id IN $about AND x <> who }
       OR EXISTS { (c)-[:CONTENT]->()-->(x:Entity) WHERE x.id IN $about AND x <> who })
WITH who, c, claim, s, a
ORDER BY s.part = 'headline', a.published, a.name, a.id, s.index
WITH who,
     collect(DISTINCT c) AS silences,
     collect(DISTINCT claim.content) AS topics,
     count(DISTINCT a) AS articles,
     count(DISTINCT coalesce(a.outlet, a.name)) AS outlets,
     collect(DISTINCT {a: a, s: s}) AS found
WITH *, COLLECT {
         MATCH (who)-[office:HOLDS_POSITION]->()
         WITH DISTINCT office.claim AS held
         MATCH (:Claim {id: held})-[:OF]->(body)
         RETURN DISTINCT body
     } AS bodies
WITH *, COLLECT { UNWIND [who] + bodies AS x MATCH (x)-[:PART_OF*0..2]->(voice) RETURN DISTINCT voice } AS voices
WITH *,
     COLLECT {
         UNWIND voices AS voice
         MATCH (voice)<-[:SUBJECT]-(denial:Claim {relation: 'DENIED'})
         WITH denial, seen(denial) AS said
         WHERE said.status IS NOT NULL AND said.status <> 'rejected' AND happened(said)
         OPTIONAL MATCH (denial)-[:CONTENT]->(meant)
         WITH denial, collect(meant.id) AS meant
         UNWIND CASE meant WHEN [] THEN [denial.id] ELSE meant END AS id
         RETURN id
       UNION
         UNWIND voices AS voice
         MATCH (voice)-[r:DENIES]->(denied:Claim)
         WHERE visible(r)
         RETURN denied.id AS id
     } AS denied
UNWIND range(0, CASE WHEN $evidence THEN size(found) - 1 ELSE 0 END) AS i
WITH *, found[i].a AS a, found[i].s AS s
RETURN who.name AS who,
       [b IN bodies | b.name] AS speaks_for,
       topics,
       articles,
       outlets,
       denied,
       s.text AS sentence,
       {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published, url: a.url,
        sentence: s.id, part: s.part, start: s.start, end: s.end} AS source,
       who.id AS who_id,
       COLLECT { UNWIND silences AS c MATCH (c)-[:CONTENT]->(about) RETURN about.id } AS about_claims,
       [c IN silences | c.id] AS claims
ORDER BY articles DESC, who, who_id, i
LIMIT $limit
