// How well a claim is supported, and by whom
// @name corroboration
// @tags articles, attribution
// @description For each claim the articles, outlets and independent origins that report it, the first and the last day, who
//   asserts it and who denies it, one row each, the best supported first. Reprints of one text are one origin, and
//   repeats within an article count once. A party that speaks about itself is no witness: it is marked "(on itself)", as is
//   who speaks about a state or body that it belongs to or holds an office at. Plans and headlines that their own
//   article contradicts support nothing. Sayings, offices and memberships are left out
//   unless --relation or --claim asks for them.
// @time
// @param claim claim = null: Only the claim with this id.
// @param entity within = null: Only claims in which this entity has a part.
// @param relation list(relation) = null: Only these relations, e.g. SUPPLIED,PROCURED.
// @param origins int = 1: Only claims with at least so many independent origins.
// @param status list(status) = accepted,asserted,attributed,alleged,disputed: Only claims of this status.
// @param evidence bool = false: A row for every sentence instead of one for the best.
// @param limit limit = null: At most so many rows.
// @column claim claims: What is claimed, with its status.
// @column articles int: Articles that report it.
// @column outlets int: Outlets of those articles; an article without an outlet is one of its own.
// @column origins int: Independent origins among them.
// @column reported date: The day of the first report, or those of the first and the last.
// @column asserted_by list: Who asserts it; an article in its own voice stands under its outlet, or its name.
// @column denied_by list: Who denies it.
// @column sentence sentence: The sentence that says so best.
// @column source source: Where the sentence stands.
// @detail first date: The day of the first report.
// @detail last date: The day of the last report.
// @detail own list: Who of them speaks about itself.
// @detail status status: The status of the claim.
// @detail relation text: The relation, as the ontology names it.
// @detail claims list: The id of the claim.
// @example dossier query corroboration --entity "North Korea" --relation SUPPLIED
// @example dossier query corroboration --origins 3
UNWIND COLLECT {
    MATCH (c:Claim {id: $claim})
    RETURN c
  UNION
    WITH $claim AS id
    WHERE id IS NULL
    MATCH (e:Entity)<-[:SUBJECT|OBJECT|RECIPIENT|FROM|TARGET|WEAPON|PLACE|OF|TRANSFER|EVENT]-(c)
    WHERE e.id IN $entity
    RETURN c
  UNION
    WITH $claim AS id, $entity AS names
    WHERE id IS NULL AND names IS NULL
    MATCH (c:Claim)
    WHERE c.relation IS NOT NULL
    RETURN c
} AS c
WITH c
WHERE CASE WHEN $relation IS NOT NULL THEN c.relation IN $relation
           ELSE $claim IS NOT NULL OR NOT c.relation IN ['STATED', 'DENIED', 'DECLINED_TO_COMMENT', 'HOLDS_POSITION', 'LOCATED_IN', 'MEMBER_OF'] END
WITH c, seen(c) AS fact
WHERE fact.status IN $status AND happened(fact)
MATCH (a)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(c)
WHERE visible(ev, fact) AND ev.standing <> 'hypothetical' AND NOT coalesce(ev.contradictedByBody, false)
WITH c, fact, ev, s, a
ORDER BY CASE ev.standing WHEN 'affirmed' THEN 0 WHEN 'alleged' THEN 1 ELSE 2 END,
         s.part = 'headline', a.published, a.name, a.id, s.index, ev.id
WITH c, fact,
     collect({a: a, s: s, standing: ev.standing, speakers: coalesce(ev.speakers, [])}) AS found
WITH *, [f IN found WHERE f.standing <> 'denied'] AS pro
WITH *, COUNT { UNWIND pro AS f WITH f.a.origin AS paper, min(f.s.origin) AS origin RETURN DISTINCT origin } AS origins
WHERE origins >= $origins
WITH *, [(c)-[:SUBJECT|OBJECT|RECIPIENT|FROM]->(x:Entity) | x] AS parties
WITH *,
     COLLECT {
         UNWIND found AS f
         WITH DISTINCT f.speakers[0] AS id, f.standing = 'denied' AS denies, CASE WHEN f.speakers = [] THEN coalesce(f.a.outlet, f.a.name) END AS paper
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
     COLLECT { UNWIND pro AS f WITH DISTINCT f.a AS paper RETURN paper } AS papers
WITH *,
     reduce(day = null, p IN papers | CASE WHEN day IS NULL OR left(p.published, 10) < day THEN left(p.published, 10) ELSE day END) AS first,
     reduce(day = null, p IN papers | CASE WHEN day IS NULL OR left(p.published, 10) > day THEN left(p.published, 10) ELSE day END) AS last
UNWIND range(0, CASE WHEN $evidence THEN size(found) - 1 ELSE 0 END) AS i
WITH *, found[i].a AS a, found[i].s AS s, found[i].standing AS standing, found[i].speakers AS speakers
RETURN [c.id] AS claim,
       size(papers) AS articles,
       COUNT { UNWIND papers AS p RETURN DISTINCT coalesce(p.outlet, p.name) } AS outlets,
       origins,
       CASE WHEN first = last THEN first ELSE first + '/' + last END AS reported,
       [v IN voices WHERE NOT v.denies | v.name + CASE WHEN v.own THEN ' (on itself)' ELSE '' END] AS asserted_by,
       [v IN voices WHERE v.denies | v.name + CASE WHEN v.own THEN ' (on itself)' ELSE '' END] AS denied_by,
       s.text AS sentence,
       {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published, url: a.url,
        sentence: s.id, part: s.part, start: s.start, end: s.end, standing: standing,
        speakers: speakers} AS source,
       first,
       last,
       [v IN voices WHERE v.own | v.name] AS own,
       fact.status AS status,
       c.relation AS relation,
       [c.id] AS claims
ORDER BY origins DESC, articles DESC, first, found[0].a.name, found[0].a.id, found[0].s.index, relation, c.id, i
LIMIT $limit
