// Attacks, by whom, on what, with what, at what cost
// @name strikes
// @tags attack, casualties, weapons
// @description Attacks told as firing, attacking or using a weapon, one row for each attacker, target and date. A
//   target that is a state or region also finds attacks on the places in it. The dead and injured are those that
//   the same sentence counts, or that are counted at the same place for the same date.
// @time
// @param target within = null: Only attacks on this target.
// @param attacker within = null: Only by this attacker.
// @param weapon within(Weapon) = null: Only with this weapon.
// @param since date = null: Only attacks dated on or after this day, month or year.
// @param until date-end = null: Only attacks dated on or before this day, month or year.
// @param status list(status) = accepted,asserted,attributed,alleged,disputed: Only claims of this status.
// @param evidence bool = false: A row for every sentence instead of one for the best.
// @param limit limit = null: At most so many rows.
// @column date date: When, as far as the articles say.
// @column attacker text: Who attacked.
// @column target text: Whom or what, as near as the articles say.
// @column weapons list: With what.
// @column killed list: Deaths counted: 2, 31+ (31 or more), 40-49.
// @column injured list: Injured counted.
// @column status status: The surest status among the claims.
// @column articles int: Articles that tell of the attack.
// @column origins int: Articles that do not merely reprint another's words.
// @column sentence sentence: The sentence that tells of it best.
// @column source source: Where the sentence stands.
// @detail attacker_id text: The id of the attacker.
// @detail target_id text: The id of the target.
// @detail claims list: The ids of the claims behind the row.
// @detail casualty_claims list: The ids of the claims behind killed and injured.
// @example dossier query strikes --target Ukraine
// @example dossier query strikes --target Kharkiv --since 2024-01 --evidence
UNWIND COLLECT {
    MATCH (aim:Entity)<-[:OBJECT|TARGET|PLACE]-(c)
    WHERE aim.id IN $target
    RETURN c
  UNION
    WITH $target AS aims, $attacker AS names
    WHERE aims IS NULL
    MATCH (who:Entity)<-[:SUBJECT]-(c)
    WHERE who.id IN names
    RETURN c
  UNION
    WITH $target AS aims, $attacker AS names
    WHERE aims IS NULL AND names IS NULL
    MATCH (c:Claim)
    WHERE c.relation IN ['FIRED_AT', 'ATTACKED', 'USED']
    RETURN c
} AS c
WITH c
WHERE c.relation IN ['FIRED_AT', 'ATTACKED', 'USED']
WITH c, seen(c) AS claim
WHERE claim.status IN $status AND happened(claim)
  AND ($since IS NULL OR coalesce(claim.dateTo, claim.date) >= $since)
  AND ($until IS NULL OR claim.date <= $until)
MATCH (c)-[:SUBJECT]->(attacker)
MATCH (c)-[:OBJECT]->(object)
OPTIONAL MATCH (c)-[:TARGET]->(aimed)
OPTIONAL MATCH (c)-[:PLACE]->(place)
WHERE told(c, place)
OPTIONAL MATCH (c)-[:WEAPON]->(arm)
WHERE told(c, arm)
WITH c, claim, attacker,
     CASE c.relation WHEN 'USED' THEN coalesce(aimed, place) ELSE object END AS target,
     CASE c.relation WHEN 'USED' THEN object ELSE arm END AS weapon
WHERE target IS NOT NULL
  AND ($attacker IS NULL OR attacker.id IN $attacker)
  AND ($weapon IS NULL OR weapon.id IN $weapon)
WITH attacker, target, claim.date AS from, coalesce(claim.dateTo, claim.date) AS to, claim.datePrecision AS unit,
     collect(DISTINCT {c: c, seen: claim}) AS claims, collect(DISTINCT weapon.name) AS arms, collect(DISTINCT claim.status) AS statuses
WITH *,
     COLLECT {
         UNWIND claims AS told
         WITH told.c AS c, told.seen AS seen
         MATCH (c)<-[tells:EVIDENCES]-(:Sentence)-[dead:EVIDENCES]->(k:Claim)
         WHERE k.relation IN ['KILLED', 'INJURED'] AND visible(tells, seen) AND visible(dead)
         WITH DISTINCT k, seen(k) AS toll
         WHERE toll.status IN $status AND happened(toll) AND (toll.date IS NULL OR from IS NULL OR toll.date <= to AND coalesce(toll.dateTo, toll.date) >= from)
         OPTIONAL MATCH (k)-[:PLACE|TARGET]->(where:Entity)
         OPTIONAL MATCH within = (where)-[:PART_OF*0..]->(target)
         OPTIONAL MATCH around = (target)-[:PART_OF*0..]->(where)
         WITH k, toll, where, within, around
         WHERE where IS NULL OR within IS NOT NULL OR around IS NOT NULL
         RETURN {c: k, seen: toll, counts: EXISTS { (k)-[:SUBJECT]->(x) WHERE x = attacker OR x:Event OR x:Weapon }} AS k
       UNION
         MATCH (target)<-[:PLACE|TARGET]-(k:Claim)
         WHERE k.relation IN ['KILLED', 'INJURED']
         WITH k, seen(k) AS toll
         WHERE toll.status IN $status AND happened(toll) AND (toll.date IS NULL AND from IS NULL OR toll.date <= to AND coalesce(toll.dateTo, toll.date) >= from)
         RETURN {c: k, seen: toll, counts: EXISTS { (k)-[:SUBJECT]->(x) WHERE x = attacker OR x:Event OR x:Weapon }} AS k
     } AS counted
WITH *, [k IN counted WHERE k.counts] AS casualties
UNWIND [x IN claims | x {.c, .seen, tells: true}] + [x IN casualties | x {.c, .seen, tells: false}] AS told
WITH *, told.c AS c, told.seen AS claim
MATCH (a)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(c)
WHERE visible(ev, claim)
WITH *, told.tells AS tells
ORDER BY coalesce(ev.contradictedByBody, false), tells DESC,
         CASE ev.standing WHEN 'affirmed' THEN 0 WHEN 'alleged' THEN 1 WHEN 'denied' THEN 2 ELSE 3 END,
         s.part = 'headline', a.published, a.name, a.id, s.index, ev.id
WITH attacker, target, from, to, unit, claims, casualties, arms, statuses,
     count(DISTINCT CASE WHEN tells THEN a END) AS articles,
     collect(DISTINCT {a: a, s: s, standing: ev.standing, speakers: coalesce(ev.speakers, [])}) AS found
WITH *, COUNT { UNWIND found AS f WITH f.a.origin AS paper, min(f.s.origin) AS origin RETURN DISTINCT origin } AS origins
UNWIND range(0, CASE WHEN $evidence THEN size(found) - 1 ELSE 0 END) AS i
WITH *, found[i].a AS a, found[i].s AS s, found[i].standing AS standing, found[i].speakers AS speakers
RETURN CASE unit WHEN 'day' THEN from WHEN 'month' THEN left(from, 7) WHEN 'year' THEN left(from, 4) ELSE from + '/' + to END AS date,
       attacker.name AS attacker,
       target.name AS target,
       arms AS weapons,
       [k IN casualties WHERE k.c.relation = 'KILLED' AND k.seen.countMin IS NOT NULL |
        CASE coalesce(k.seen.countMax, -1) WHEN k.seen.countMin THEN toString(k.seen.countMin) WHEN -1 THEN k.seen.countMin + '+'
             ELSE k.seen.countMin + '-' + k.seen.countMax END] AS killed,
       [k IN casualties WHERE k.c.relation = 'INJURED' AND k.seen.countMin IS NOT NULL |
        CASE coalesce(k.seen.countMax, -1) WHEN k.seen.countMin THEN toString(k.seen.countMin) WHEN -1 THEN k.seen.countMin + '+'
             ELSE k.seen.countMin + '-' + k.seen.countMax END] AS injured,
       surest(statuses) AS status,
       articles,
       origins,
       s.text AS sentence,
       {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published, url: a.url,
        sentence: s.id, part: s.part, start: s.start, end: s.end, standing: standing,
        speakers: speakers} AS source,
       attacker.id AS attacker_id,
       target.id AS target_id,
       [x IN claims | x.c.id] AS claims,
       [x IN casualties | x.c.id] AS casualty_claims
ORDER BY date, articles DESC, attacker, target, attacker_id, target_id, i
LIMIT $limit
