// How far the numbers of different articles lie apart
// @name numbers
// @tags casualties, counts
// @description Every count that at least two articles give of the same thing, one row each: the lowest and the highest, and
//   whether they can all be true. "More than 30" and "31" agree; "2" and "at least 5" do not. Dead and injured are
//   compared within one event, or of one attacker on one day; other counts within one claim, where a later article
//   may count more because more has come.
// @time
// @param about within = null: Only counts of, at or by this entity.
// @param relation list(relation) = null: Only counts of these relations, e.g. KILLED,SUPPLIED.
// @param agree list(choice(yes|no)) = yes,no: Only counts that can all be true, or only those that cannot.
// @param articles int = 2: Only counts that at least so many articles give.
// @param since date = null: Only what is dated on or after this day, month or year.
// @param until date-end = null: Only what is dated on or before this day, month or year.
// @param status list(status) = accepted,asserted,attributed,alleged,disputed: Only claims of this status.
// @param limit limit = null: At most so many rows.
// @column subject text: Who or what.
// @column did text: The relation, in words.
// @column object text: What was counted, where the relation has an object.
// @column counts list: The counts as ranges: 2, 31+ (31 or more), 40-49.
// @column lowest int: The least number that any of them allows.
// @column highest int: The greatest number that any of them gives; of "more than 30" it is 31.
// @column agree text: "yes" where one number fits all of them, else "no".
// @column articles int: Articles that count.
// @column sentence sentence: The sentence with the lowest count.
// @column source source: Where the sentence stands.
// @column highest_sentence sentence: The sentence with the highest count, where the counts differ.
// @column highest_source source: Where that sentence stands.
// @detail relation text: The relation, as the ontology names it.
// @detail subject_id text: The id of the subject.
// @detail object_id text: The id of the object.
// @detail claims list: The ids of the claims behind the row.
// @example dossier query numbers --agree no
// @example dossier query numbers --about Kharkiv --relation KILLED
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
WITH c, seen(c) AS claim
WHERE claim.status IN $status AND happened(claim) AND claim.countMin IS NOT NULL
  AND ($since IS NULL OR coalesce(claim.dateTo, claim.date) >= $since)
  AND ($until IS NULL OR claim.date <= $until)
MATCH (c)-[:SUBJECT]->(subject)
OPTIONAL MATCH (c)-[:OBJECT]->(object)
MATCH (a)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(c)
WHERE visible(ev, claim) AND ev.countMin IS NOT NULL AND ev.standing <> 'denied' AND NOT coalesce(ev.contradictedByBody, false)
WITH c, subject, object, ev, s, a,
     ev.countMin AS least, CASE WHEN ev.countMax >= 0 THEN ev.countMax END AS most,
     CASE WHEN NOT c.relation IN ['KILLED', 'INJURED'] THEN c.id WHEN subject:Event THEN ''
          ELSE coalesce(claim.date + '/' + coalesce(claim.dateTo, claim.date), c.id) END AS occasion
ORDER BY least, most IS NULL, most, a.published, a.name, a.id, s.index, ev.id
WITH c.relation AS relation, subject, object, occasion,
     collect(DISTINCT c) AS claims,
     count(DISTINCT a) AS articles,
     collect({a: a, s: s, least: least, most: most, top: coalesce(most, least), standing: ev.standing, speakers: coalesce(ev.speakers, [])}) AS found
WHERE articles >= $articles
WITH *,
     reduce(n = found[0].least, f IN found | CASE WHEN f.least > n THEN f.least ELSE n END) AS floor,
     reduce(n = null, f IN found | CASE WHEN f.most IS NOT NULL AND (n IS NULL OR f.most < n) THEN f.most ELSE n END) AS ceiling,
     reduce(best = found[0], f IN found | CASE WHEN f.top > best.top THEN f ELSE best END) AS high
WITH *, CASE WHEN ceiling IS NULL OR floor <= ceiling THEN 'yes' ELSE 'no' END AS agrees, found[0] AS low
WHERE agrees IN $agree
WITH *, low.a AS a, low.s AS s, CASE WHEN high.least <> low.least OR high.top <> low.top THEN high END AS high, high.top AS highest
WITH *, high.a AS ha, high.s AS hs, high.speakers AS voices
RETURN subject.name AS subject,
       toLower(replace(relation, '_', ' ')) AS did,
       object.name AS object,
       [f IN found | CASE coalesce(f.most, -1) WHEN f.least THEN toString(f.least) WHEN -1 THEN f.least + '+'
                          ELSE f.least + '-' + f.most END] AS counts,
       low.least AS lowest,
       highest,
       agrees AS agree,
       articles,
       s.text AS sentence,
       {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published, url: a.url,
        sentence: s.id, part: s.part, start: s.start, end: s.end, standing: low.standing,
        speakers: low.speakers} AS source,
       hs.text AS highest_sentence,
       CASE WHEN hs IS NOT NULL THEN
       {article: ha.id, name: ha.name, title: ha.title, outlet: ha.outlet, published: ha.published, url: ha.url,
        sentence: hs.id, part: hs.part, start: hs.start, end: hs.end, standing: high.standing,
        speakers: voices}
       END AS highest_source,
       relation,
       subject.id AS subject_id,
       object.id AS object_id,
       [c IN claims | c.id] AS claims
ORDER BY agree, articles DESC, subject, did DESC, object, subject_id, object_id, occasion
LIMIT $limit
