// Articles behind an entity or a claim
// @name sources
// @tags articles, reprints
// @description Every article that mentions an entity or bears on a claim, one row each; without parameters every
//   article in the graph. reprints counts the other articles that make one of the claims in the same words.
// @time
// @param entity entity = null: Only articles that mention this entity or make a claim about it.
// @param claim claim = null: Only articles that bear on the claim with this id.
// @param outlet text = null: Only articles of this outlet.
// @param since date = null: Only articles published on or after this day, month or year.
// @param until date-end = null: Only articles published on or before this day, month or year.
// @param evidence bool = false: A row for every sentence instead of one for the first.
// @param limit limit = null: At most so many rows.
// @column outlet text: Who published it.
// @column published date: The day it was published.
// @column title text: Its headline, or its name where it has none.
// @column sentences int: Sentences in it that mention the entity or bear on the claim.
// @column claims int: Claims that those sentences make.
// @column reprints int: Other articles that make one of those claims in the same words.
// @column sentence sentence: The first sentence that makes a claim, else the first.
// @column source source: Where the sentence stands.
// @detail name text: The file or feed item it was read from.
// @detail url text: Where it was published.
// @detail published_from text: How the date is known.
// @detail article text: The id of the article.
// @example dossier query sources
// @example dossier query sources --entity Peskov --evidence
UNWIND COLLECT {
    MATCH (c:Claim {id: $claim})<-[ev:EVIDENCES]-(s)<-[:HAS_SENTENCE]-(a)
    WITH c, ev, s, a, seen(c) AS claim
    WHERE visible(ev, claim)
    RETURN {a: a, s: s} AS place
  UNION
    WITH $claim AS id
    WHERE id IS NULL
    MATCH (e:Entity)<-[:MENTIONS]-(s)<-[:HAS_SENTENCE]-(a)
    WHERE e.id IN $entity
    RETURN {a: a, s: s} AS place
  UNION
    WITH $claim AS id
    WHERE id IS NULL
    MATCH (e:Entity)<-[:SUBJECT|OBJECT|RECIPIENT|FROM|TARGET|WEAPON|PLACE|OF|TRANSFER|EVENT]-(:Claim)<-[ev:EVIDENCES]-(s)<-[:HAS_SENTENCE]-(a)
    WHERE e.id IN $entity AND visible(ev)
    RETURN {a: a, s: s} AS place
  UNION
    WITH $claim AS id, $entity AS names
    WHERE id IS NULL AND names IS NULL
    MATCH (a:Article)-[:HAS_SENTENCE]->(s)
    RETURN {a: a, s: s} AS place
} AS place
WITH place.a AS a, place.s AS s
WHERE ($claim IS NOT NULL OR visible(a))
  AND ($outlet IS NULL OR toLower(a.outlet) = toLower($outlet))
  AND ($since IS NULL OR left(a.published, 10) >= $since)
  AND ($until IS NULL OR left(a.published, 10) <= $until)
  AND ($claim IS NULL OR $entity IS NULL
       OR EXISTS { (s)-[:MENTIONS]->(x) WHERE x.id IN $entity }
       OR EXISTS { (s)-[other:EVIDENCES]->(:Claim)-->(x:Entity) WHERE x.id IN $entity AND visible(other) })
OPTIONAL MATCH (s)-[bears:EVIDENCES]->(c:Claim)
WHERE ($claim IS NOT NULL OR visible(bears))
  AND ($claim IS NULL OR c.id = $claim)
  AND ($entity IS NULL OR EXISTS { (c)-->(x:Entity) WHERE x.id IN $entity })
WITH a, s, c, seen(c) AS claim
WITH a, s, CASE WHEN happened(claim) THEN c END AS c, claim.articles AS papers
ORDER BY c IS NULL, CASE s.part WHEN 'body' THEN 0 WHEN 'quote' THEN 0 WHEN 'furniture' THEN 2 ELSE 1 END, s.index
WITH a,
     count(DISTINCT c) AS claims,
     collect(DISTINCT CASE WHEN papers > 1 THEN s.origin END) AS shared,
     collect(DISTINCT s) AS found
UNWIND range(0, CASE WHEN $evidence THEN size(found) - 1 ELSE 0 END) AS i
WITH *, found[i] AS s
RETURN a.outlet AS outlet,
       left(a.published, 10) AS published,
       coalesce(a.title, a.name) AS title,
       size(found) AS sentences,
       claims,
       COUNT {
           UNWIND shared AS origin
           MATCH (other:Sentence {origin: origin})
           MATCH (paper:Article {id: other.article})
           WHERE paper <> a AND visible(paper)
           RETURN DISTINCT paper
       } AS reprints,
       s.text AS sentence,
       {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published, url: a.url,
        sentence: s.id, part: s.part, start: s.start, end: s.end} AS source,
       a.name AS name,
       a.url AS url,
       a.publishedFrom AS published_from,
       a.id AS article
ORDER BY published, outlet, title, article, i
LIMIT $limit
