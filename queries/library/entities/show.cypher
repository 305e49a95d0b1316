// Everything known of one entity
// @name show
// @tags overview, time
// @description Who it is, what it did, what was done to it, what it said, who disputes it and when it all happened. The
//   claims of most origins come first, and each part says how many it leaves out.
// @time
// @param entity entity: Whom or what.
// @param each int = 8: Rows of each part, at most.
// @param status list(status) = accepted,asserted,attributed,alleged,disputed: Only claims of this status; the part about
//   disputes has them all.
// @column part group: The part, with how many of its claims are shown.
// @column date date: When it happened.
// @column what claim: What is claimed; of the entity itself its kind and its names.
// @column denied_by list: Who denies it.
// @column status status: The status of the claim.
// @column articles int: Articles that speak of it.
// @column origins int: Articles that do not merely reprint another's words.
// @column sentence sentence: The sentence that says so best; empty in the timeline, which repeats.
// @column source source: Where that sentence stands.
// @detail entity text: The id of the entity.
// @detail relation text: The relation of the claim.
// @detail claims list: The id of the claim.
// @example dossier show "North Korea"
// @example dossier show Kirby --each 3
MATCH (e:Entity)
WHERE e.id IN $entity
WITH e, COLLECT {
    MATCH (e)<-[role:SUBJECT|OBJECT|RECIPIENT|FROM|TARGET|WEAPON|PLACE|OF|TRANSFER|EVENT]-(c:Claim)
    WITH c, collect(type(role)) AS roles
    WITH c, roles, seen(c) AS claim
    WHERE claim.status IN $status AND happened(claim)
    WITH c, claim, 'SUBJECT' IN roles AS itself
    WITH c, claim, CASE WHEN c.relation IN ['STATED', 'DENIED', 'DECLINED_TO_COMMENT', 'ACCUSED', 'THREATENED']
                 THEN CASE WHEN itself THEN 4 WHEN c.relation IN ['ACCUSED', 'THREATENED'] THEN 3 END
                 WHEN c.relation IN ['HOLDS_POSITION', 'MEMBER_OF', 'LOCATED_IN'] THEN 1
                 WHEN itself THEN 2 ELSE 3 END AS part
    WHERE part IS NOT NULL
    RETURN {part: part, c: c, claim: claim, denied_by: []} AS row
  UNION
    MATCH (e)<-[:SUBJECT|OBJECT|RECIPIENT|FROM|TARGET|WEAPON|PLACE|OF|TRANSFER|EVENT]-(c:Claim)
    WITH DISTINCT c
    WITH c, seen(c) AS claim
    MATCH (c)<-[denial:DENIES]-(who)
    WHERE visible(denial, claim) AND happened(claim)
    WITH c, claim, collect(DISTINCT who.name) AS denied_by
    RETURN {part: 5, c: c, claim: claim, denied_by: denied_by} AS row
  UNION
    MATCH (e)<-[:SUBJECT|OBJECT|RECIPIENT|FROM|TARGET|WEAPON|PLACE|OF|TRANSFER|EVENT]-(c:Claim)
    WITH DISTINCT c
    WITH c, seen(c) AS claim
    WHERE claim.status IN $status AND claim.date IS NOT NULL AND happened(claim)
    RETURN {part: 6, c: c, claim: claim, denied_by: []} AS row
  UNION
    RETURN {part: 0, c: null, claim: null, denied_by: []} AS row
} AS rows
UNWIND rows AS row
WITH e, row.part AS part, row.c AS c, row.claim AS claim, row.denied_by AS denied_by
ORDER BY part, CASE part WHEN 6 THEN claim.date END DESC, claim.origins DESC, claim.articles DESC, claim.date, c.id
WITH e, part, collect({c: c, claim: claim, denied_by: denied_by}) AS rows
WITH e, part, size(rows) AS total, CASE part WHEN 6 THEN reverse(rows[..$each]) ELSE rows[..$each] END AS some
UNWIND range(0, size(some) - 1) AS i
WITH e, part, total, size(some) AS shown, i, some[i].c AS c, some[i].claim AS claim, some[i].denied_by AS denied_by
WITH *, head(CASE WHEN c IS NULL THEN COLLECT {
    MATCH (a)-[:HAS_SENTENCE]->(s)-[:MENTIONS]->()-[:SAME_AS*0..1]->(e)
    WHERE visible(a)
    RETURN {a: a, s: s, standing: null, speakers: []} ORDER BY a.published, a.name, a.id, s.index LIMIT 1
} ELSE COLLECT {
    MATCH (a)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(c)
    WHERE visible(ev, claim)
    RETURN {a: a, s: s, standing: ev.standing, speakers: coalesce(ev.speakers, [])}
    ORDER BY coalesce(ev.contradictedByBody, false),
             CASE ev.standing WHEN CASE part WHEN 5 THEN 'denied' END THEN -1
                  WHEN 'affirmed' THEN 0 WHEN 'alleged' THEN 1 WHEN 'denied' THEN 2 ELSE 3 END,
             s.part = 'headline', a.published, a.name, a.id, s.index, ev.id LIMIT 1
} END) AS found
WITH *, part AS rank, CASE part WHEN 0 THEN COLLECT {
    MATCH (e)<-[:SAME_AS*0..1]-()<-[m:MENTIONS]-()
    WITH e, m.surface AS surface, count(*) AS times
    WHERE toLower(surface) <> toLower(e.name)
    RETURN surface ORDER BY times DESC, surface LIMIT 8
} ELSE [] END AS written
RETURN CASE WHEN size($entity) > 1 THEN e.name + ' (' + e.id + '): ' ELSE '' END
       + CASE part WHEN 0 THEN 'Who it is' WHEN 1 THEN 'Who it is' WHEN 2 THEN 'What it did' WHEN 3 THEN 'What was done to it or with it'
              WHEN 4 THEN 'What it said' WHEN 5 THEN 'Who disputes it' WHEN 6 THEN 'Timeline' END
       + CASE WHEN total > shown THEN CASE part WHEN 6 THEN ', the last ' ELSE ', ' END + shown + ' of ' + total ELSE '' END AS part,
       CASE claim.datePrecision WHEN 'day' THEN claim.date WHEN 'month' THEN left(claim.date, 7) WHEN 'year' THEN left(claim.date, 4)
            ELSE claim.date + '/' + coalesce(claim.dateTo, claim.date) END AS date,
       CASE WHEN c IS NULL THEN e.name + ', ' + e.label
            + reduce(text = '', x IN written | text + CASE text WHEN '' THEN '; also written ' ELSE ', ' END + x)
            + coalesce('; in or of ' + head([(e)-[:PART_OF|KIND_OF]->(whole) | whole.name]), '')
            + coalesce('; ISO ' + e.iso2, '') + coalesce('; Wikidata ' + e.wikidata, '')
            ELSE c.id END AS what,
       denied_by,
       claim.status AS status,
       coalesce(claim.articles, COUNT { MATCH (e)<-[:SAME_AS*0..1]-()<-[:NAMES]-(a) WHERE visible(a) RETURN DISTINCT a }) AS articles,
       claim.origins AS origins,
       CASE WHEN part IN [0, 6] THEN null ELSE found.s.text END AS sentence,
       CASE WHEN found IS NOT NULL THEN {article: found.a.id, name: found.a.name, title: found.a.title, outlet: found.a.outlet,
            published: found.a.published, url: found.a.url, sentence: found.s.id, part: found.s.part, start: found.s.start,
            end: found.s.end, standing: found.standing, speakers: [id IN found.speakers WHERE id <> e.id]} END AS source,
       e.id AS entity,
       c.relation AS relation,
       CASE WHEN c IS NULL THEN [] ELSE [c.id] END AS claims
ORDER BY e.name, e.id, rank, i
