// Denials and declined comments
// @name denials
// @description Who denied what, who would not comment, and which claims the articles themselves negate, one row for
//   each denier and sentence. A negation by the article ("have not arrived") has no denier.
// @param who entity = null: Only denials and silences of this entity.
// @param about entity = null: Only sentences that mention this entity or deny a claim about it.
// @param how list(choice(denied|declined-to-comment|negated)) = denied,declined-to-comment,negated: Only these kinds.
// @param since date = null: Only from articles published on or after this day, month or year.
// @param until date-end = null: Only from articles published on or before this day, month or year.
// @param limit limit = null: At most so many rows.
// @column who text: Who denies or is silent; empty when the article itself negates.
// @column how list: denied, declined-to-comment or negated.
// @column what list: The claims that are denied, with their status, or the words of the denial.
// @column sentence sentence: The sentence.
// @column source source: Where the sentence stands.
// @detail who_id text: The id of the denier.
// @detail claim_ids list: The ids of the claims behind the row, denied ones and sayings.
// @example dossier query denials
// @example dossier query denials --who Pyongyang
// @example dossier query denials --about missiles --how denied
UNWIND COLLECT {
    MATCH (who:Entity)<-[:SUBJECT]-(c:Claim)<-[ev:EVIDENCES]-(s:Sentence)
    WHERE who.id IN $who AND c.relation IN ['DENIED', 'DECLINED_TO_COMMENT']
    RETURN {who: who, s: s, c: c, ev: ev, how: toLower(replace(c.relation, '_', '-'))} AS denial
  UNION
    MATCH (who:Entity)-[r:DENIES]->(c:Claim)<-[ev:EVIDENCES {id: r.evidence}]-(s:Sentence)
    WHERE who.id IN $who
    RETURN {who: who, s: s, c: c, ev: ev, how: 'denied'} AS denial
  UNION
    WITH $who AS names
    WHERE names IS NULL
    MATCH (c:Claim)
    WHERE c.relation IN ['DENIED', 'DECLINED_TO_COMMENT']
    MATCH (who:Entity)<-[:SUBJECT]-(c)<-[ev:EVIDENCES]-(s:Sentence)
    RETURN {who: who, s: s, c: c, ev: ev, how: toLower(replace(c.relation, '_', '-'))} AS denial
  UNION
    WITH $who AS names
    WHERE names IS NULL
    MATCH (c:Claim)<-[ev:EVIDENCES]-(s:Sentence)
    WHERE ev.polarity IN ['denied', 'negated']
    OPTIONAL MATCH (who:Entity {id: head(ev.speakers)})
    RETURN {who: who, s: s, c: c, ev: ev, how: ev.polarity} AS denial
} AS denial
WITH denial.who AS who, denial.s AS s, denial.c AS c, denial.ev AS ev, denial.how AS how
WHERE how IN $how
MATCH (a:Article)-[:HAS_SENTENCE]->(s)
WHERE ($since IS NULL OR left(a.published, 10) >= $since)
  AND ($until IS NULL OR left(a.published, 10) <= $until)
WITH who, a, s, c, ev, how
ORDER BY how, c.id, ev.id
WITH who, a, s,
     collect(DISTINCT how) AS how,
     collect(DISTINCT c) AS claims,
     head(collect(coalesce(ev.speakers, []))) AS speakers
WHERE $about IS NULL
   OR EXISTS { (s)-[:MENTIONS]->(x:Entity) WHERE x.id IN $about }
   OR any(c IN claims WHERE EXISTS { (c)-[:CONTENT*0..1]->(:Claim)-->(x:Entity) WHERE x.id IN $about AND coalesce(x <> who, true) })
WITH *, COLLECT {
        UNWIND claims AS c
        OPTIONAL MATCH (c)-[:CONTENT]->(meant:Claim)
        RETURN DISTINCT coalesce(meant, c) AS denied
    } AS denied
WITH *, COLLECT {
        UNWIND denied AS c
        WITH c WHERE NOT c.relation IN ['DENIED', 'DECLINED_TO_COMMENT']
        MATCH (c)-[:SUBJECT]->(subject:Entity)
        OPTIONAL MATCH (c)-[:OBJECT]->(object:Entity)
        WITH c, subject.name + ' ' + toLower(replace(c.relation, '_', ' ')) + coalesce(' ' + object.name, '') AS line
        OPTIONAL MATCH (c)-[r:RECIPIENT|FROM|TARGET|WEAPON|PLACE|OF]->(x:Entity)
        WITH c, line, r, x ORDER BY type(r), x.name
        WITH c, line, collect(CASE type(r) WHEN 'RECIPIENT' THEN ' to ' WHEN 'FROM' THEN ' from ' WHEN 'TARGET' THEN ' against '
            WHEN 'WEAPON' THEN ' with ' WHEN 'PLACE' THEN ' in ' WHEN 'OF' THEN ' of ' END + x.name) AS roles
        RETURN DISTINCT reduce(text = line, role IN roles | text + role) + ' (' + c.status + ')' AS text ORDER BY text
    } AS lines
RETURN who.name AS who,
       how,
       CASE WHEN size(lines) > 0 THEN lines
            ELSE COLLECT { UNWIND denied AS c WITH c WHERE c.content IS NOT NULL RETURN DISTINCT c.content ORDER BY c.content }
       END AS what,
       s.text AS sentence,
       {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published, url: a.url,
        sentence: s.id, part: s.part, start: s.start, end: s.end,
        speakers: COLLECT {
            UNWIND range(0, size(speakers) - 1) AS n
            MATCH (p:Entity {id: speakers[n]})
            WHERE p <> who
            RETURN p.name ORDER BY n
        }} AS source,
       who.id AS who_id,
       COLLECT { UNWIND claims + denied AS x RETURN DISTINCT x.id AS id ORDER BY id } AS claim_ids
ORDER BY who, who_id, a.published, a.name, a.id, s.index
LIMIT $limit
