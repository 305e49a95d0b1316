// Claims that cannot both be right
// @name contradictions
// @description Every pair of claims that contradict each other, and every claim that is at odds with itself, one row each,
//   with a sentence for either side; a claim and all denials that cover it are one row. Kinds: "polarity", affirmed by one and denied by another, be it in broader words;
//   "direction", the same goods going from A to B and from B to A; "number", counts whose ranges do not overlap; "date",
//   days that differ; "headline", a headline against its own article. Nothing is decided: both sides stay.
// @tags denial, counts, headlines
// @time
// @param kind list(choice(polarity|direction|number|date|headline)) = polarity,direction,number,date,headline: Only these kinds.
// @param about within = null: Only claims in which this entity has a part.
// @param by within(State|Organization|Person|Statement) = null: Only those with this speaker on either side.
// @param relation list(relation) = null: Only claims of these relations, e.g. KILLED,INJURED.
// @param limit limit = null: At most so many rows.
// @column kind text: polarity, direction, number, date or headline.
// @column claim claims: What the one side claims, with its status.
// @column against claims: What the other side claims, or denies in other words; empty where it denies, or dates, the same.
// @column reason text: Why both cannot be right.
// @column articles int: Articles on either side.
// @column sentence sentence: The sentence that tells best of the one side.
// @column source source: Where the sentence stands.
// @column against_sentence sentence: The sentence that tells best of the other side.
// @column against_source source: Where that sentence stands.
// @detail said_by list: Who says the one; an article in its own voice stands under its outlet, or its name.
// @detail against_by list: Who says the other.
// @detail claims list: The ids of the claims.
// @example dossier query contradictions
// @example dossier query contradictions --kind number --about Kharkiv
UNWIND COLLECT {
    MATCH (e:Entity)<-[:SUBJECT|OBJECT|RECIPIENT|FROM|TARGET|WEAPON|PLACE|OF|TRANSFER|EVENT]-(:Claim)-[x:CONTRADICTS]-()
    WHERE e.id IN $about
    RETURN x
  UNION
    WITH $about AS names
    WHERE names IS NULL
    MATCH ()-[x:CONTRADICTS]->()
    RETURN x
} AS x
WITH x.kind AS kind, x.reason AS reason, startNode(x) AS one, endNode(x) AS two
WHERE kind IN $kind AND ($relation IS NULL OR one.relation IN $relation OR two.relation IN $relation)
WITH *, kind = 'polarity' AND EXISTS { (one)<-[denial:EVIDENCES]-() WHERE denial.stance = 'denied' AND visible(denial) } AS turned
WITH kind, reason, CASE WHEN turned THEN two ELSE one END AS one, CASE WHEN turned THEN one ELSE two END AS two
WITH *, seen(one) AS first, seen(two) AS second
WHERE first.status <> 'rejected' AND second.status <> 'rejected' AND happened(first) AND happened(second)
WITH kind, reason, one, two
ORDER BY one = two DESC, two.id
WITH kind, one, CASE kind WHEN 'polarity' THEN null ELSE two END AS pair, collect(two) AS others, collect(reason)[0] AS reason
WITH *,
     COLLECT {
         MATCH (a)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(one)
         WHERE visible(ev) AND CASE kind WHEN 'headline' THEN s.part = 'headline' AND ev.stance <> 'denied'
                                         WHEN 'date' THEN ev.date IS NOT NULL AND ev.stance IN ['asserted', 'attributed', 'alleged']
                                         ELSE ev.stance IN ['asserted', 'attributed', 'alleged'] END
         RETURN {a: a, s: s, from: ev.date, standing: ev.standing, speakers: coalesce(ev.speakers, [])}
         ORDER BY CASE kind WHEN 'date' THEN ev.date END,
                  CASE ev.standing WHEN 'affirmed' THEN 0 WHEN 'alleged' THEN 1 WHEN 'denied' THEN 2 ELSE 3 END,
                  s.part = 'headline', a.published, a.name, a.id, s.index, ev.id
     } AS said
WHERE said <> []
WITH *,
     COLLECT {
         UNWIND others AS two
         MATCH (a)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(two)
         WHERE visible(ev)
           AND CASE kind WHEN 'polarity' THEN ev.stance = 'denied'
                         WHEN 'headline' THEN s.part <> 'headline' AND any(f IN said WHERE f.a = a)
                              AND CASE WHEN one = two THEN ev.stance = 'denied' ELSE ev.stance IN ['asserted', 'attributed', 'alleged'] END
                         WHEN 'date' THEN ev.date > said[0].from AND ev.stance IN ['asserted', 'attributed', 'alleged']
                         ELSE ev.stance IN ['asserted', 'attributed', 'alleged'] END
         RETURN {a: a, s: s, from: ev.date, standing: ev.standing, speakers: coalesce(ev.speakers, [])}
         ORDER BY CASE kind WHEN 'date' THEN ev.date END DESC,
                  CASE ev.standing WHEN 'affirmed' THEN 0 WHEN 'alleged' THEN 1 WHEN 'denied' THEN 2 ELSE 3 END,
                  s.part = 'headline', a.published, a.name, a.id, s.index, ev.id
     } AS denied
WHERE denied <> []
  AND ($by IS NULL OR any(f IN said + denied WHERE f.speakers[0] IN $by))
WITH *, CASE kind WHEN 'headline' THEN head([f IN said WHERE any(g IN denied WHERE g.a = f.a)]) ELSE said[0] END AS best
WITH *, CASE kind WHEN 'headline' THEN head([g IN denied WHERE g.a = best.a]) ELSE denied[0] END AS other
WITH *, best.a AS a, best.s AS s, other.a AS oa, other.s AS os
RETURN kind,
       [one.id] AS claim,
       [two IN others WHERE two <> one | two.id] AS against,
       reason,
       COUNT { UNWIND said + denied AS f RETURN DISTINCT f.a } AS articles,
       s.text AS sentence,
       {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published, url: a.url,
        sentence: s.id, part: s.part, start: s.start, end: s.end, standing: best.standing,
        speakers: best.speakers} AS source,
       os.text AS against_sentence,
       {article: oa.id, name: oa.name, title: oa.title, outlet: oa.outlet, published: oa.published, url: oa.url,
        sentence: os.id, part: os.part, start: os.start, end: os.end, standing: other.standing,
        speakers: other.speakers} AS against_source,
       COLLECT { UNWIND said AS f OPTIONAL MATCH (voice:Entity {id: f.speakers[0]}) RETURN coalesce(voice.name, f.a.outlet, f.a.name) } AS said_by,
       COLLECT { UNWIND denied AS f OPTIONAL MATCH (voice:Entity {id: f.speakers[0]}) RETURN coalesce(voice.name, f.a.outlet, f.a.name) } AS against_by,
       [one.id] + [two IN others | two.id] AS claims
ORDER BY CASE kind WHEN 'polarity' THEN 0 WHEN 'direction' THEN 1 WHEN 'number' THEN 2 WHEN 'date' THEN 3 ELSE 4 END,
         articles DESC, one.relation, one.id, pair.id
LIMIT $limit
