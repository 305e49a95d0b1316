// Who said what
// @name who-said
// @tags speech, attribution
// @description What somebody said, asserted, denied, declined to comment on, accused or threatened, one row for each
//   speaker and sentence, and the claims that the words make.
// @time
// @param speaker within = null: Only this speaker.
// @param about within = null: Only sentences that mention this entity or make a claim about it.
// @param word text = null: Only sentences with this word or phrase in them.
// @param since date = null: Only from articles published on or after this day, month or year.
// @param until date-end = null: Only from articles published on or before this day, month or year.
// @param limit limit = null: At most so many rows.
// @column speaker text: Who speaks.
// @column how list: How: stated, denied, declined to comment, asserted, accused, threatened.
// @column claims claims: What the words claim, or else the words.
// @column sentence sentence: The sentence.
// @column source source: Where the sentence stands.
// @detail words list: The words of the saying, or the topic of the silence.
// @detail speaker_id text: The id of the speaker.
// @detail claim_ids list: The ids of the claims behind the row.
// @example dossier query who-said --speaker Kirby
// @example dossier query who-said --speaker Moscow --about "North Korea"
UNWIND COLLECT {
    MATCH (speaker:Entity)<-[:SUBJECT]-(c)<-[ev:EVIDENCES]-(s)
    WHERE speaker.id IN $speaker AND c.relation IN ['STATED', 'DENIED', 'DECLINED_TO_COMMENT', 'ACCUSED', 'THREATENED'] AND visible(ev)
    RETURN {speaker: speaker, s: s, c: c, ev: ev, how: toLower(replace(c.relation, '_', ' '))} AS saying
  UNION
    MATCH (speaker:Entity)-[r:ASSERTS|DENIES]->(c)
    WHERE speaker.id IN $speaker AND visible(r)
    WITH speaker, c, type(r) AS r, r.sentence AS sentence, r.evidence AS evidence
    MATCH (s:Sentence {id: sentence})-[ev:EVIDENCES {id: evidence}]->(c)
    USING INDEX s:Sentence(id)
    WHERE visible(ev)
    RETURN {speaker: speaker, s: s, c: c, ev: ev, how: CASE r WHEN 'DENIES' THEN 'denied' ELSE 'asserted' END} AS saying
  UNION
    WITH $speaker AS speakers
    WHERE speakers IS NULL
    MATCH (c:Claim)
    WHERE c.relation IN ['STATED', 'DENIED', 'DECLINED_TO_COMMENT', 'ACCUSED', 'THREATENED']
    MATCH (speaker:Entity)<-[:SUBJECT]-(c)<-[ev:EVIDENCES]-(s)
    WHERE visible(ev)
    RETURN {speaker: speaker, s: s, c: c, ev: ev, how: toLower(replace(c.relation, '_', ' '))} AS saying
  UNION
    WITH $speaker AS speakers
    WHERE speakers IS NULL
    MATCH (speaker:Entity)-[r:ASSERTS|DENIES]->(c)
    WHERE visible(r)
    WITH speaker, c, type(r) AS r, r.sentence AS sentence, r.evidence AS evidence
    MATCH (s:Sentence {id: sentence})-[ev:EVIDENCES {id: evidence}]->(c)
    USING INDEX s:Sentence(id)
    WHERE visible(ev)
    RETURN {speaker: speaker, s: s, c: c, ev: ev, how: CASE r WHEN 'DENIES' THEN 'denied' ELSE 'asserted' END} AS saying
} AS saying
WITH saying.speaker AS speaker, saying.s AS s, saying.c AS c, saying.ev AS ev, saying.how AS how
MATCH (a)-[:HAS_SENTENCE]->(s)
WHERE ($since IS NULL OR left(a.published, 10) >= $since)
  AND ($until IS NULL OR left(a.published, 10) <= $until)
  AND ($word IS NULL OR toLower(s.text) CONTAINS toLower($word))
WITH *, seen(c) AS claim
WHERE happened(claim) AND claim.status <> 'rejected'
WITH speaker, a, s, c, claim, ev, how
ORDER BY how, c.id, ev.id
WITH speaker, a, s,
     collect(DISTINCT how) AS how,
     collect(DISTINCT c) AS claims,
     collect(DISTINCT claim.content) AS words,
     collect(DISTINCT ev.standing) AS standings,
     head(collect(coalesce(ev.speakers, []))) AS speakers
WITH *, [c IN claims WHERE NOT c.relation IN ['STATED', 'DENIED', 'DECLINED_TO_COMMENT'] | c.id] AS made
WHERE $about IS NULL
   OR EXISTS { (s)-[:MENTIONS]->(x) WHERE x.id IN $about }
   OR any(c IN claims WHERE EXISTS { (c)-->(x:Entity) WHERE x.id IN $about AND x <> speaker })
RETURN speaker.name AS speaker,
       how,
       CASE made WHEN [] THEN [c IN claims | c.id] ELSE made END AS claims,
       s.text AS sentence,
       {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published, url: a.url,
        sentence: s.id, part: s.part, start: s.start, end: s.end,
        standing: head([x IN ['affirmed', 'alleged', 'denied', 'hypothetical'] WHERE x IN standings]),
        speakers: [id IN speakers WHERE id <> speaker.id]} AS source,
       words,
       speaker.id AS speaker_id,
       [x IN claims | x.id] AS claim_ids
ORDER BY speaker, speaker_id, a.published, a.name, a.id, s.index
LIMIT $limit
