// Claims that somebody affirms and somebody denies
// @name disputed
// @tags denial, attribution
// @description Every claim with both sides, one row each: who affirms it and who denies it, with a sentence for either.
//   An article that says so in its own voice stands in asserted_by under its outlet, or its name. What is only
//   denied is in denials; transfers also counts denials in broader words ("any arms deals").
// @time
// @param about within = null: Only claims in which this entity has a part.
// @param by within(State|Organization|Person|Statement) = null: Only claims that this entity affirms or denies.
// @param relation list(relation) = null: Only these relations, e.g. SUPPLIED,PROCURED.
// @param since date = null: Only what is dated on or after this day, month or year.
// @param until date-end = null: Only what is dated on or before this day, month or year.
// @param limit limit = null: At most so many rows.
// @column claim claims: What is claimed.
// @column asserted_by list: Who affirms it.
// @column denied_by list: Who denies it.
// @column articles int: Articles that speak of it.
// @column origins int: Articles that do not merely reprint another's words.
// @column sentence sentence: The sentence that affirms it best.
// @column source source: Where the sentence stands.
// @column denial_sentence sentence: The sentence that denies it best.
// @column denial_source source: Where that sentence stands.
// @detail relation text: The relation, as the ontology names it.
// @detail claims list: The id of the claim.
// @example dossier query disputed
// @example dossier query disputed --by Pyongyang
UNWIND COLLECT {
    MATCH (e:Entity)<-[:SUBJECT|OBJECT|RECIPIENT|FROM|TARGET|WEAPON|PLACE|OF|TRANSFER]-(c)
    WHERE e.id IN $about
    RETURN c
  UNION
    WITH $about AS names
    WHERE names IS NULL
    MATCH (c:Claim)
    WHERE c.relation IS NOT NULL
    RETURN c
} AS c
WITH c
WHERE $relation IS NULL OR c.relation IN $relation
WITH c, seen(c) AS fact
WHERE fact.status = 'disputed' AND happened(fact)
  AND ($since IS NULL OR coalesce(fact.dateTo, fact.date) >= $since)
  AND ($until IS NULL OR fact.date <= $until)
MATCH (a)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(c)
WHERE visible(ev, fact) AND ev.standing <> 'hypothetical' AND NOT coalesce(ev.contradictedByBody, false)
WITH c, ev, s, a
ORDER BY CASE ev.standing WHEN 'affirmed' THEN 0 WHEN 'alleged' THEN 1 ELSE 2 END,
         s.part = 'headline', size(coalesce(ev.speakers, [])) = 0, a.published, a.name, a.id, s.index, ev.id
WITH c,
     count(DISTINCT a) AS articles,
     collect({a: a, s: s, standing: ev.standing, polarity: ev.polarity, speakers: coalesce(ev.speakers, [])}) AS found
WITH *, [f IN found WHERE f.standing <> 'denied'] AS pro, [f IN found WHERE f.standing = 'denied'] AS contra
WHERE $by IS NULL OR any(f IN found WHERE f.speakers[0] IN $by)
WITH *, COUNT { UNWIND found AS f WITH f.a AS paper, min(f.s.origin) AS origin RETURN DISTINCT origin } AS origins,
     pro[0].a AS a, pro[0].s AS s, contra[0].a AS da, contra[0].s AS ds
RETURN [c.id] AS claim,
       COLLECT {
           UNWIND pro AS f
           OPTIONAL MATCH (voice:Entity {id: f.speakers[0]})
           RETURN DISTINCT coalesce(voice.name, f.a.outlet, f.a.name)
       } AS asserted_by,
       COLLECT {
           UNWIND contra AS f
           OPTIONAL MATCH (voice:Entity {id: f.speakers[0]})
           RETURN DISTINCT coalesce(voice.name, f.a.outlet, f.a.name)
       } AS denied_by,
       articles,
       origins,
       s.text AS sentence,
       {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published, url: a.url,
        sentence: s.id, part: s.part, start: s.start, end: s.end, standing: pro[0].standing,
        speakers: pro[0].speakers} AS source,
       ds.text AS denial_sentence,
       {article: da.id, name: da.name, title: da.title, outlet: da.outlet, published: da.published, url: da.url,
        sentence: ds.id, part: ds.part, start: ds.start, end: ds.end, standing: contra[0].standing,
        speakers: contra[0].speakers} AS denial_source,
       c.relation AS relation,
       [c.id] AS claims
ORDER BY articles DESC, origins DESC, a.published, a.name, a.id, s.index, relation, c.id
LIMIT $limit
