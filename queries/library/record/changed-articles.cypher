// Articles that were changed, and what they no longer say
// @name changed-articles
// @tags articles, time
// @description Every article whose text was replaced by a later version under the same address, one row for each change:
//   which claims the new version dropped and which it added. A claim that it dropped may still be made by others; its
//   status says "withdrawn" where none does. Where no claim changed, the sentences are the first that differ.
// @param outlet text = null: Only articles of this outlet.
// @param about within = null: Only changes that dropped or added a claim in which this entity has a part.
// @param since date = null: Only changes on or after this day, month or year.
// @param until date-end = null: Only changes on or before this day, month or year.
// @param limit limit = null: At most so many rows.
// @column outlet text: Who published it.
// @column title text: The headline of the new version, or its name where it has none.
// @column version text: Which version replaced which: "1 > 2".
// @column changed date: The day of the new version, as far as its source says.
// @column dropped claims: Claims of the old version that the new one does not make.
// @column added claims: Claims of the new version that the old one did not make.
// @column sentence sentence: The sentence of the old version that made a dropped claim, else the first that is gone.
// @column source source: Where the sentence stands.
// @column new_sentence sentence: The sentence of the new version that makes an added claim, else the first that is new.
// @column new_source source: Where that sentence stands.
// @detail article text: The id of the old version.
// @detail new_article text: The id of the new version.
// @detail url text: The address of both.
// @detail claims list: The ids of the claims dropped and added.
// @example dossier query changed-articles
// @example dossier query changed-articles --about Russia --since 2024-01
MATCH (old:Article)
WHERE old.publication IS NOT NULL AND old.superseded
MATCH (new:Article {publication: old.publication})
WHERE new.version = old.version + 1
  AND ($outlet IS NULL OR toLower(coalesce(new.outlet, new.name)) = toLower($outlet))
  AND ($since IS NULL OR old.until >= $since)
  AND ($until IS NULL OR old.until <= $until)
WITH old, new,
     COLLECT {
         MATCH (old)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(c)
         WHERE NOT EXISTS { (new)-[:HAS_SENTENCE]->()-[:EVIDENCES]->(c) }
         RETURN {s: s, c: c, standing: ev.standing, speakers: coalesce(ev.speakers, [])}
         ORDER BY c.relation IN ['STATED', 'DENIED', 'DECLINED_TO_COMMENT', 'HOLDS_POSITION'], s.part = 'headline', s.index, ev.id
     } AS dropped,
     COLLECT {
         MATCH (new)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(c)
         WHERE NOT EXISTS { (old)-[:HAS_SENTENCE]->()-[:EVIDENCES]->(c) }
         RETURN {s: s, c: c, standing: ev.standing, speakers: coalesce(ev.speakers, [])}
         ORDER BY c.relation IN ['STATED', 'DENIED', 'DECLINED_TO_COMMENT', 'HOLDS_POSITION'], s.part = 'headline', s.index, ev.id
     } AS added
WHERE $about IS NULL
   OR any(x IN dropped + added WHERE EXISTS { (y:Entity)<-[:SUBJECT|OBJECT|RECIPIENT|FROM|TARGET|WEAPON|PLACE|OF|TRANSFER|EVENT]-(c:Claim) WHERE c = x.c AND y.id IN $about })
WITH *,
     head([x IN dropped] + COLLECT {
         MATCH (old)-[:HAS_SENTENCE]->(s)
         WHERE NOT EXISTS { (new)-[:HAS_SENTENCE]->(t) WHERE t.origin = s.origin }
         RETURN {s: s} ORDER BY s.index
     }) AS gone,
     head([x IN added] + COLLECT {
         MATCH (new)-[:HAS_SENTENCE]->(s)
         WHERE NOT EXISTS { (old)-[:HAS_SENTENCE]->(t) WHERE t.origin = s.origin }
         RETURN {s: s} ORDER BY s.index
     }) AS come
WITH *, gone.s AS s, come.s AS t
WHERE s IS NOT NULL OR t IS NOT NULL
RETURN coalesce(new.outlet, old.outlet) AS outlet,
       coalesce(new.title, new.name) AS title,
       toString(old.version) + ' > ' + toString(new.version) AS version,
       old.until AS changed,
       [x IN dropped | x.c.id] AS dropped,
       [x IN added | x.c.id] AS added,
       s.text AS sentence,
       CASE WHEN s IS NOT NULL THEN
       {article: old.id, name: old.name, title: old.title, outlet: old.outlet, published: old.published, url: old.url,
        sentence: s.id, part: s.part, start: s.start, end: s.end, standing: gone.standing,
        speakers: coalesce(gone.speakers, [])}
       END AS source,
       t.text AS new_sentence,
       CASE WHEN t IS NOT NULL THEN
       {article: new.id, name: new.name, title: new.title, outlet: new.outlet, published: coalesce(new.modified, new.published), url: new.url,
        sentence: t.id, part: t.part, start: t.start, end: t.end, standing: come.standing,
        speakers: coalesce(come.speakers, [])}
       END AS new_source,
       old.id AS article,
       new.id AS new_article,
       new.url AS url,
       [x IN dropped + added | x.c.id] AS claims
ORDER BY changed, outlet, title, new_article, version
LIMIT $limit
