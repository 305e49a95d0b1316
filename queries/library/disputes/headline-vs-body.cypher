// Headlines that their own article does not bear out
// @name headline-vs-body
// @tags headlines
// @description Articles whose headline and body disagree, one row for each claim of the headline, with a sentence of
//   either: "reversed" where the body says the contrary, or sends the same thing the other way; "denied" where the body
//   only denies what the headline asserts; "hedged" where the body only alleges or plans it.
// @time
// @param how list(choice(reversed|denied|hedged)) = reversed,denied,hedged: Only these kinds.
// @param about within = null: Only claims in which this entity has a part.
// @param outlet text = null: Only articles of this outlet.
// @param since date = null: Only articles published on or after this day, month or year.
// @param until date-end = null: Only articles published on or before this day, month or year.
// @param limit limit = null: At most so many rows.
// @column outlet text: Who published it.
// @column published date: The day it was published.
// @column how text: reversed, denied or hedged.
// @column headline claims: What the headline claims, with the status over all articles.
// @column body claims: What the body claims in its place; empty where it speaks of the same claim.
// @column sentence sentence: The headline.
// @column source source: Where it stands.
// @column body_sentence sentence: The sentence of the body that disagrees.
// @column body_source source: Where that sentence stands.
// @detail article text: The id of the article.
// @detail claims list: The ids of the claims, of the headline and of the body.
// @example dossier query headline-vs-body
// @example dossier query headline-vs-body --how hedged --about Russia
UNWIND COLLECT {
    MATCH (s:Sentence)-[ev:EVIDENCES]->(c)
    WHERE ev.stance = 'headline' AND visible(ev)
    MATCH (a)-[:HAS_SENTENCE]->(s)
    MATCH (a)-[:HAS_SENTENCE]->(t)-[told:EVIDENCES]->(d)
    WHERE NOT t.part IN ['headline', 'standfirst'] AND visible(told) AND told.stance <> 'headline'
      AND (d = c AND told.stance = 'denied'
           OR d <> c AND d.relation IN ['SUPPLIED', 'PROCURED'] AND c.relation IN ['SUPPLIED', 'PROCURED'] AND told.standing IN ['affirmed', 'alleged']
           OR d <> c AND d.relation = c.relation AND told.standing IN ['affirmed', 'alleged'])
      AND (d = c OR EXISTS {
          MATCH (c)-[r:SUBJECT|OBJECT|RECIPIENT|FROM|TARGET]->(x)<-[q:SUBJECT|OBJECT|RECIPIENT|FROM|TARGET]-(d)
          WHERE NOT x:Weapon AND NOT x:Aid
            AND CASE WHEN c.relation = d.relation THEN type(r) <> type(q)
                     ELSE (type(r) = 'SUBJECT') = (type(q) = 'SUBJECT') END
      })
    RETURN {a: a, s: s, c: c, ev: ev, t: t, d: d, told: told, how: 'reversed'} AS pair
  UNION
    MATCH (s:Sentence)-[ev:EVIDENCES]->(c)
    WHERE ev.stance IN ['asserted', 'attributed'] AND s.part = 'headline' AND visible(ev)
    MATCH (a)-[:HAS_SENTENCE]->(s)
    WITH a, s, c, ev, COLLECT {
        MATCH (a)-[:HAS_SENTENCE]->(t)-[told:EVIDENCES]->(c)
        WHERE NOT t.part IN ['headline', 'standfirst'] AND visible(told)
        RETURN {t: t, told: told}
    } AS body
    WHERE none(b IN body WHERE b.told.standing = 'affirmed')
    UNWIND body AS b
    RETURN {a: a, s: s, c: c, ev: ev, t: b.t, d: c, told: b.told,
            how: CASE WHEN all(x IN body WHERE x.told.standing = 'denied') THEN 'denied' ELSE 'hedged' END} AS pair
} AS pair
WITH pair.a AS a, pair.s AS s, pair.c AS c, pair.ev AS ev, pair.t AS t, pair.d AS d, pair.told AS told, pair.how AS how
WHERE how IN $how
  AND ($outlet IS NULL OR toLower(coalesce(a.outlet, a.name)) = toLower($outlet))
  AND ($since IS NULL OR left(a.published, 10) >= $since)
  AND ($until IS NULL OR left(a.published, 10) <= $until)
  AND ($about IS NULL OR EXISTS { (c)-[:SUBJECT|OBJECT|RECIPIENT|FROM|TARGET|WEAPON|PLACE|OF|TRANSFER|EVENT]->(x:Entity) WHERE x.id IN $about })
WITH *, seen(c) AS fact
WHERE happened(fact)
WITH a, s, c, ev, t, d, told, how
ORDER BY CASE told.standing WHEN 'affirmed' THEN 0 WHEN 'alleged' THEN 1 WHEN 'denied' THEN 2 ELSE 3 END, t.index, told.id
WITH a, s, c, ev, how, collect({t: t, standing: told.standing, speakers: coalesce(told.speakers, [])})[0] AS best,
     [x IN collect(DISTINCT d) WHERE x <> c | x.id] AS instead
WITH *, best.t AS t
RETURN a.outlet AS outlet,
       left(a.published, 10) AS published,
       how,
       [c.id] AS headline,
       instead AS body,
       s.text AS sentence,
       {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published, url: a.url,
        sentence: s.id, part: s.part, start: s.start, end: s.end, standing: ev.standing,
        speakers: coalesce(ev.speakers, [])} AS source,
       t.text AS body_sentence,
       {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published, url: a.url,
        sentence: t.id, part: t.part, start: t.start, end: t.end, standing: best.standing,
        speakers: best.speakers} AS body_source,
       a.id AS article,
       [c.id] + instead AS claims
ORDER BY CASE how WHEN 'reversed' THEN 0 WHEN 'denied' THEN 1 ELSE 2 END, published, outlet, a.name, article, s.index, c.relation, c.id
LIMIT $limit
