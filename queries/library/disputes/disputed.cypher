// Claims that somebody affirms and somebody denies
// @name disputed
// @tags denial, attribution
// @description Every claim with both sides, one row each: who affirms it and who denies it, be it in broader words ("any
//   weapons"), with a sentence for either. An article that says so in its own voice stands under its outlet, or its
//   name; a party that speaks about itself is marked "(on itself)". What is only denied is in denials.
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
// @column articles int: Articles on either side.
// @column origins int: Articles that do not merely reprint another's words.
// @column sentence sentence: The sentence that affirms it best.
// @column source source: Where the sentence stands.
// @column denial_sentence sentence: The sentence that denies it best.
// @column denial_source source: Where that sentence stands.
// @detail relation text: The relation, as the ontology names it.
// @detail own list: Who of them speaks about itself.
// @detail claims list: The ids of the claim and of the broader ones whose denial covers it.
// @example dossier query disputed
// @example dossier query disputed --by Pyongyang
UNWIND COLLECT {
    MATCH (e:Entity)<-[:SUBJECT|OBJECT|RECIPIENT|FROM|TARGET|WEAPON|PLACE|OF|TRANSFER|EVENT]-(c)
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
WHERE happened(fact) AND fact.status IN ['accepted', 'asserted', 'attributed', 'alleged', 'disputed']
  AND (fact.status = 'disputed' OR EXISTS { (c)-[:CONTRADICTS {kind: 'polarity'}]-() })
  AND ($since IS NULL OR coalesce(fact.dateTo, fact.date) >= $since)
  AND ($until IS NULL OR fact.date <= $until)
WITH c, fact,
     COLLECT {
         MATCH (a)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(c)
         WHERE visible(ev, fact) AND ev.stance IN ['asserted', 'attributed', 'alleged']
         RETURN {a: a, s: s, standing: ev.standing, speakers: coalesce(ev.speakers, [])}
         ORDER BY CASE ev.standing WHEN 'affirmed' THEN 0 ELSE 1 END,
                  s.part = 'headline', size(coalesce(ev.speakers, [])) = 0, a.published, a.name, a.id, s.index, ev.id
     } AS pro,
     COLLECT {
         MATCH (c)-[:CONTRADICTS*0..1]-(d)
         MATCH (a)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(d)
         WHERE visible(ev) AND ev.stance = 'denied' AND (c = d OR EXISTS { (c)-[:CONTRADICTS {kind: 'polarity'}]-(d) })
         WITH DISTINCT a, s, ev, d
         RETURN {a: a, s: s, d: d, standing: ev.standing, speakers: coalesce(ev.speakers, [])}
         ORDER BY d <> c, s.part = 'headline', size(coalesce(ev.speakers, [])) = 0, a.published, a.name, a.id, s.index, ev.id
     } AS contra
WHERE pro <> [] AND contra <> []
  AND ($by IS NULL OR any(f IN pro + contra WHERE f.speakers[0] IN $by))
WITH *, [(c)-[:SUBJECT|OBJECT|RECIPIENT|FROM]->(x:Entity) | x] AS parties
WITH *,
     COLLECT {
         UNWIND [f IN pro | f {.a, .speakers, denies: false}] + [f IN contra | f {.a, .speakers, denies: true}] AS f
         WITH DISTINCT f.speakers[0] AS id, f.denies AS denies, CASE WHEN f.speakers = [] THEN coalesce(f.a.outlet, f.a.name) END AS paper
         OPTIONAL MATCH (voice:Entity {id: id})
         WITH id, denies, paper, voice, COLLECT {
             MATCH (voice)-[:PART_OF*0..2]->(home)
             RETURN home
           UNION
             MATCH (voice)-[office:HOLDS_POSITION]->()
             WITH DISTINCT office.claim AS held
             MATCH (:Claim {id: held})-[:OF]->(body)
             WITH DISTINCT body
             MATCH (body)-[:PART_OF*0..2]->(home)
             RETURN home
         } AS homes
         RETURN {name: coalesce(voice.name, paper), denies: denies, own: any(home IN homes WHERE home IN parties)}
     } AS voices,
     COUNT { UNWIND pro + contra AS f RETURN DISTINCT f.a } AS articles,
     COUNT { UNWIND pro + contra AS f WITH f.a.origin AS paper, min(f.s.origin) AS origin RETURN DISTINCT origin } AS origins,
     pro[0].a AS a, pro[0].s AS s, contra[0].a AS da, contra[0].s AS ds
RETURN [c.id] AS claim,
       [v IN voices WHERE NOT v.denies | v.name + CASE WHEN v.own THEN ' (on itself)' ELSE '' END] AS asserted_by,
       [v IN voices WHERE v.denies | v.name + CASE WHEN v.own THEN ' (on itself)' ELSE '' END] AS denied_by,
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
       [v IN voices WHERE v.own | v.name] AS own,
       [c.id] + [f IN contra | f.d.id] AS claims
ORDER BY articles DESC, origins DESC, a.published, a.name, a.id, s.index, relation, c.id
LIMIT $limit
