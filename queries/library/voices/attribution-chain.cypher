// Through whose mouths a claim comes
// @name attribution-chain
// @tags speech, attribution
// @description For every sentence that passes a claim on in somebody's name, who says so to whom to whom: "Kim Jong Un
//   via KCNA via The Weekly" is a newspaper that quotes an agency that quotes Kim. One row for each chain of a claim; a
//   party that speaks about itself is marked.
// @time
// @param speaker within(State|Organization|Person|Statement) = null: Only chains with this speaker in them.
// @param about within = null: Only claims in which this entity has a part.
// @param claim claim = null: Only the claim with this id.
// @param speakers int = 1: Only chains of at least so many speakers, the outlet not counted.
// @param since date = null: Only from articles published on or after this day, month or year.
// @param until date-end = null: Only from articles published on or before this day, month or year.
// @param status list(status) = accepted,asserted,attributed,alleged,disputed,planned,denied,headline: Only claims of this status.
// @param evidence bool = false: A row for every sentence instead of one for the first.
// @param limit limit = null: At most so many rows.
// @column chain text: Who says so, nearest to the claim first, and the outlet last.
// @column standing text: How the first of them puts it: affirmed, alleged, denied or hypothetical.
// @column about_self text: "yes" where the first of them has a part in the claim.
// @column claim claims: What is claimed, with its status.
// @column articles int: Articles with this chain.
// @column sentence sentence: The first sentence that says so.
// @column source source: Where the sentence stands.
// @detail speaker_ids text: The ids of the speakers, nearest to the claim first, with spaces between them.
// @detail claims list: The id of the claim.
// @example dossier query attribution-chain --speaker KCNA
// @example dossier query attribution-chain --about Russia --speakers 2
UNWIND COLLECT {
    MATCH (c:Claim {id: $claim})
    RETURN c
  UNION
    WITH $claim AS id
    WHERE id IS NULL
    MATCH (e:Entity)<-[:SUBJECT|OBJECT|RECIPIENT|FROM|TARGET|WEAPON|PLACE|OF|TRANSFER|EVENT]-(c)
    WHERE e.id IN $about
    RETURN c
  UNION
    WITH $claim AS id, $about AS names
    WHERE id IS NULL AND names IS NULL
    MATCH (c:Claim)
    WHERE c.relation IS NOT NULL
    RETURN c
} AS c
WITH c
WHERE NOT c.relation IN ['STATED', 'DENIED', 'DECLINED_TO_COMMENT']
  AND ($about IS NULL OR EXISTS { (c)-[:SUBJECT|OBJECT|RECIPIENT|FROM|TARGET|WEAPON|PLACE|OF|TRANSFER|EVENT]->(x:Entity) WHERE x.id IN $about })
WITH c, seen(c) AS fact
WHERE fact.status IN $status AND happened(fact)
MATCH (s)-[ev:EVIDENCES]->(c)
WHERE visible(ev, fact) AND size(ev.speakers) >= $speakers
  AND ($speaker IS NULL OR any(id IN ev.speakers WHERE id IN $speaker))
MATCH (a)-[:HAS_SENTENCE]->(s)
WHERE ($since IS NULL OR left(a.published, 10) >= $since)
  AND ($until IS NULL OR left(a.published, 10) <= $until)
WITH c, ev, s, a
ORDER BY s.part = 'headline', a.published, a.name, a.id, s.index, ev.id
WITH c, ev.speakers AS ids, ev.standing AS standing, coalesce(a.outlet, a.name) AS outlet,
     count(DISTINCT a) AS articles, collect(DISTINCT {a: a, s: s}) AS found
WITH *, [id IN ids | head(COLLECT { MATCH (e:Entity {id: id}) RETURN e.name })] AS names
UNWIND range(0, CASE WHEN $evidence THEN size(found) - 1 ELSE 0 END) AS i
WITH *, found[i].a AS a, found[i].s AS s
RETURN reduce(text = names[0], name IN tail(names) + [outlet] | CASE WHEN name IS NULL OR name = names[-1] AND name = outlet THEN text ELSE text + ' via ' + name END) AS chain,
       standing,
       CASE WHEN EXISTS { (c)-[:SUBJECT|OBJECT|RECIPIENT|FROM|TARGET|WEAPON|PLACE|OF|TRANSFER|EVENT]->(x:Entity) WHERE x.id = ids[0] } THEN 'yes' END AS about_self,
       [c.id] AS claim,
       articles,
       s.text AS sentence,
       {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published, url: a.url,
        sentence: s.id, part: s.part, start: s.start, end: s.end, standing: standing,
        speakers: ids} AS source,
       reduce(text = ids[0], id IN tail(ids) | text + ' ' + id) AS speaker_ids,
       [c.id] AS claims
ORDER BY size(ids) DESC, chain, speaker_ids, a.published, a.name, a.id, s.index, c.relation, c.id, standing, i
LIMIT $limit
