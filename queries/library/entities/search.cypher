// Names and sentences with these words
// @name search
// @tags overview, words
// @description Entities that have the words in a name or alias, and sentences that have them, found by the full-text
//   indexes: the entities and sentences of most articles first. A sentence that several articles print is one row.
// @time
// @param text words: The words. All must occur; each may be the beginning of one. Words in quotes are a phrase, and
//   word~ also finds what is spelt a little differently.
// @param in choice(names|sentences) = null: Only names, or only sentences.
// @param limit limit = 20: At most so many rows.
// @column found group: Names or Sentences.
// @column name text: The entity's name; empty for a sentence.
// @column kind text: The entity's label; empty for a sentence.
// @column also list: Its other names; empty for a sentence.
// @column articles int: Articles that name the entity; null for a sentence.
// @column sentence sentence: The sentence, or the first one that names the entity.
// @column source source: Where the sentence stands first.
// @detail printed int: Articles that print the sentence; null for an entity.
// @detail id text: The id of the entity or sentence.
// @detail claims list: The ids of the claims that the sentence makes; empty for an entity.
// @example dossier search missiles
// @example dossier query search --text "joint statement" --in sentences
WITH COLLECT {
    WITH $in AS place
    WHERE coalesce(place, 'names') = 'names'
    CALL db.index.fulltext.queryNodes('entity_names', $text) YIELD node
    WITH DISTINCT coalesce(head([(node)-[:SAME_AS]->(one) | one]), node) AS e
    WITH e, COUNT { MATCH (e)<-[:SAME_AS*0..1]-()<-[:NAMES]-(a) WHERE visible(a) RETURN DISTINCT a } AS articles
    WHERE articles > 0
    ORDER BY coalesce(e.described, false), articles DESC, e.name, e.id
    LIMIT $limit
    WITH e, articles, head(COLLECT {
        MATCH (a)-[:HAS_SENTENCE]->(s)-[:MENTIONS]->()-[:SAME_AS*0..1]->(e)
        WHERE visible(a)
        RETURN {a: a, s: s} ORDER BY s.part = 'headline', a.published, a.name, a.id, s.index LIMIT 1
    } + COLLECT {
        MATCH (a)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->()-[:SUBJECT|OBJECT|RECIPIENT|FROM|TARGET|WEAPON|PLACE|OF|TRANSFER|EVENT]->(e)
        WHERE visible(ev)
        RETURN {a: a, s: s} ORDER BY s.part = 'headline', a.published, a.name, a.id, s.index LIMIT 1
    }) AS first
    RETURN {found: 'Names', name: e.name, kind: e.label, also: e.aliases, articles: articles, id: e.id, first: first, claims: []} AS hit
  UNION ALL
    WITH $in AS place
    WHERE coalesce(place, 'sentences') = 'sentences'
    CALL db.index.fulltext.queryNodes('sentence_text', $text) YIELD node AS s
    MATCH (a)-[:HAS_SENTENCE]->(s)
    WHERE visible(a)
    WITH a, s ORDER BY a.published, a.name, a.id, s.index
    WITH s.origin AS origin, count(DISTINCT a) AS articles, collect({a: a, s: s}) AS found
    WITH articles, found[0] AS first, found[0].a AS a, found[0].s AS s
    ORDER BY articles DESC, s.part = 'headline', a.published, a.name, a.id, s.index
    LIMIT $limit
    RETURN {found: 'Sentences', printed: articles, id: s.id, first: first,
            claims: COLLECT { MATCH (s)-[ev:EVIDENCES]->(c) WHERE visible(ev) RETURN DISTINCT c.id ORDER BY c.id }} AS hit
} AS hits
UNWIND hits AS hit
WITH hit, hit.first.a AS a, hit.first.s AS s
RETURN hit.found AS found,
       hit.name AS name,
       hit.kind AS kind,
       coalesce(hit.also, []) AS also,
       hit.articles AS articles,
       s.text AS sentence,
       CASE WHEN s IS NOT NULL THEN {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published,
            url: a.url, sentence: s.id, part: s.part, start: s.start, end: s.end} END AS source,
       hit.printed AS printed,
       hit.id AS id,
       hit.claims AS claims
LIMIT $limit
