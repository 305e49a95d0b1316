// The dead and injured, counted
// @name casualties
// @tags attack, casualties
// @description Every count of dead or injured, one row each; two articles with different numbers make two rows, and
//   numbers are never added up. Where the count itself names neither place nor attacker, both are those of the
//   attack that it belongs to, or that the same sentence tells of.
// @time
// @param place within(State|Place) = null: Only at this place.
// @param by within(State|Organization|Person) = null: Only by this attacker.
// @param harm list(choice(killed|injured)) = killed,injured: Only deaths, or only the injured.
// @param since date = null: Only what is dated on or after this day, month or year.
// @param until date-end = null: Only what is dated on or before this day, month or year.
// @param status list(status) = accepted,asserted,attributed,alleged,disputed: Only claims of this status.
// @param evidence bool = false: A row for every sentence instead of one for the best.
// @param limit limit = null: At most so many rows.
// @column date date: When, as far as the articles say.
// @column harm text: killed or injured.
// @column count text: How many: 2, 31+ (31 or more), 40-49.
// @column places list: Where.
// @column by list: Who attacked.
// @column event text: The strike or event, or what else is said to have done the harm.
// @column status status: The status of the claim.
// @column articles int: Articles that give this count.
// @column origins int: Articles that do not merely reprint another's words.
// @column sentence sentence: The sentence that says so best.
// @column source source: Where the sentence stands.
// @detail least int: The least number that the count allows.
// @detail most int: The greatest number that it allows; empty where there is no upper bound.
// @detail event_id text: The id of the event.
// @detail claims list: The id of the claim.
// @example dossier query casualties --place Kharkiv
// @example dossier query casualties --by Russia --harm killed --since 2024-01
MATCH (c:Claim)
WHERE c.relation IN ['KILLED', 'INJURED'] AND toLower(c.relation) IN $harm
WITH c, toLower(c.relation) AS harm, seen(c) AS claim
WHERE claim.status IN $status AND happened(claim) AND claim.countMin IS NOT NULL
  AND ($since IS NULL OR coalesce(claim.dateTo, claim.date) >= $since)
  AND ($until IS NULL OR claim.date <= $until)
MATCH (c)-[:SUBJECT]->(event)
WITH c, claim, harm, event,
     [(c)-[:PLACE|TARGET]->(x:Entity) WHERE told(c, x) | x] AS said,
     COLLECT {
         MATCH (c)<-[counts:EVIDENCES]-(:Sentence)-[tells:EVIDENCES]->(attack:Claim)
         WHERE attack.relation IN ['FIRED_AT', 'ATTACKED', 'USED'] AND visible(counts, claim) AND visible(tells)
           AND tells.standing IN ['affirmed', 'alleged']
           AND (claim.date IS NULL OR tells.date IS NULL
                OR claim.date <= coalesce(tells.dateTo, tells.date) AND coalesce(claim.dateTo, claim.date) >= tells.date)
         RETURN attack
       UNION
         MATCH (event)<-[:EVENT]-(attack:Claim)
         WITH attack, seen(attack) AS seenAttack
         WHERE seenAttack.status IN ['accepted', 'asserted', 'attributed', 'alleged', 'disputed']
         RETURN attack
     } AS attacks
WITH c, claim, harm, event,
     CASE WHEN said <> [] THEN said
          ELSE COLLECT {
              UNWIND attacks AS attack
              MATCH (attack)-[:OBJECT|TARGET|PLACE]->(x:Entity)
              WHERE NOT x:Weapon AND NOT x:Aid
              RETURN DISTINCT x
          } END AS places,
     CASE WHEN event:State OR event:Organization OR event:Person THEN [event]
          ELSE COLLECT { UNWIND attacks AS attack MATCH (attack)-[:SUBJECT]->(x) RETURN DISTINCT x } END AS attackers
WHERE ($place IS NULL OR any(x IN places WHERE x.id IN $place))
  AND ($by IS NULL OR any(x IN attackers WHERE x.id IN $by))
MATCH (a)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(c)
WHERE visible(ev, claim)
WITH c, claim, harm, event, places, attackers, ev, s, a
ORDER BY coalesce(ev.contradictedByBody, false),
         CASE ev.standing WHEN 'affirmed' THEN 0 WHEN 'alleged' THEN 1 WHEN 'denied' THEN 2 ELSE 3 END,
         s.part = 'headline', a.published, a.name, a.id, s.index, ev.id
WITH c, claim, harm, event, places, attackers,
     count(DISTINCT a) AS articles,
     collect(DISTINCT {a: a, s: s, standing: ev.standing, speakers: coalesce(ev.speakers, [])}) AS found
WITH *, COUNT { UNWIND found AS f WITH f.a.origin AS paper, min(f.s.origin) AS origin RETURN DISTINCT origin } AS origins
UNWIND range(0, CASE WHEN $evidence THEN size(found) - 1 ELSE 0 END) AS i
WITH *, found[i].a AS a, found[i].s AS s, found[i].standing AS standing, found[i].speakers AS speakers
RETURN CASE claim.datePrecision WHEN 'day' THEN claim.date WHEN 'month' THEN left(claim.date, 7) WHEN 'year' THEN left(claim.date, 4)
            ELSE claim.date + '/' + coalesce(claim.dateTo, claim.date) END AS date,
       harm,
       CASE coalesce(claim.countMax, -1) WHEN claim.countMin THEN toString(claim.countMin) WHEN -1 THEN claim.countMin + '+'
            ELSE claim.countMin + '-' + claim.countMax END AS count,
       [x IN places | x.name] AS places,
       [x IN attackers | x.name] AS by,
       event.name AS event,
       claim.status AS status,
       articles,
       origins,
       s.text AS sentence,
       {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published, url: a.url,
        sentence: s.id, part: s.part, start: s.start, end: s.end, standing: standing,
        speakers: speakers} AS source,
       claim.countMin AS least,
       CASE WHEN claim.countMax >= 0 THEN claim.countMax END AS most,
       event.id AS event_id,
       [c.id] AS claims
ORDER BY claim.date, claim.dateTo, event, event_id, harm DESC, articles DESC, least, c.id, i
LIMIT $limit
