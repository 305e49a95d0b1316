// Supplier, weapon, recipient and target as one path
// @name arms-flow
// @tags arms, supply, weapons, attack
// @description Arms from their supplier over the recipient to those they were used against, one row for each such path;
//   a transfer without a use against somebody has no target. link tells what joins the two halves: "said" where an article says that
//   the weapons used came from that supplier, or tells of both in one sentence; "weapon" where it only says that the
//   recipient used the same weapon or a kind of it, which may be another's. Plans and denials of either half are left
//   out unless --status asks for them; a transfer that somebody denies, be it in broader words, is disputed.
// @time
// @param supplier within = null: Only from this supplier.
// @param recipient within = null: Only to this recipient.
// @param weapon within(Weapon) = null: Only these weapons.
// @param target within = null: Only used against this target.
// @param link list(choice(said|weapon|none)) = said,weapon,none: Only paths joined so; none: transfers without a use.
// @param since date = null: Only uses dated on or after this day, month or year.
// @param until date-end = null: Only uses dated on or before this day, month or year.
// @param status list(status) = accepted,asserted,attributed,alleged,disputed: Only transfers and uses of this status.
// @param limit limit = null: At most so many rows.
// @column supplier text: Who gave or sold.
// @column weapon text: What.
// @column recipient text: Who received and used it.
// @column transfer status: The status of the transfer over all its claims.
// @column target text: Whom or what it was used against.
// @column dates list: When it was used, as far as the articles say.
// @column use status: The surest status among the claims of the use.
// @column link text: What joins transfer and use: said, weapon or none.
// @column sentence sentence: The sentence that tells best of the transfer.
// @column source source: Where the sentence stands.
// @column use_sentence sentence: The sentence that tells best of the use.
// @column use_source source: Where that sentence stands.
// @detail supplier_id text: The id of the supplier.
// @detail weapon_id text: The id of the weapon.
// @detail recipient_id text: The id of the recipient.
// @detail target_id text: The id of the target.
// @detail denied_by list: Who denies the transfer.
// @detail claims list: The ids of the claims of the transfer and of the use.
// @example dossier query arms-flow --supplier "North Korea"
// @example dossier query arms-flow --target Ukraine --link said
MATCH (c:Claim)
WHERE c.relation IN ['SUPPLIED', 'PROCURED']
WITH c, seen(c) AS claim
WHERE claim.status IN $status AND happened(claim)
MATCH (subject)<-[:SUBJECT]-(c)-[:OBJECT]->(weapon:Weapon)
WHERE $weapon IS NULL OR weapon.id IN $weapon
MATCH (c)-[:RECIPIENT|FROM]->(other)
WITH c, claim, weapon,
     CASE c.relation WHEN 'SUPPLIED' THEN subject ELSE other END AS supplier,
     CASE c.relation WHEN 'SUPPLIED' THEN other ELSE subject END AS recipient
WHERE ($supplier IS NULL OR supplier.id IN $supplier)
  AND ($recipient IS NULL OR recipient.id IN $recipient)
WITH supplier, weapon, recipient, collect(DISTINCT {c: c, seen: claim}) AS transfer
WITH *, [(weapon)-[:KIND_OF*0..]->(k) | k] AS broader, [t IN transfer | t.c] AS told
WITH *,
     COLLECT {
         MATCH (recipient)<-[:SUBJECT]-(u:Claim)-[:OBJECT]->(object)
         WHERE u.relation IN ['USED', 'FIRED_AT', 'ATTACKED']
         WITH u, object, seen(u) AS fact
         WHERE fact.status IN $status AND happened(fact)
           AND ($since IS NULL OR coalesce(fact.dateTo, fact.date) >= $since)
           AND ($until IS NULL OR fact.date <= $until)
         OPTIONAL MATCH (u)-[:WEAPON]->(arm)
         WHERE told(u, arm)
         OPTIONAL MATCH (u)-[:TARGET]->(aim)
         OPTIONAL MATCH (u)-[:PLACE]->(place)
         WHERE told(u, place)
         WITH u, fact, CASE u.relation WHEN 'USED' THEN object ELSE arm END AS used,
              CASE u.relation WHEN 'USED' THEN coalesce(aim, place) ELSE object END AS target
         WITH u, fact, used, target,
              EXISTS { (u)-[:FROM]->(x) WHERE x = supplier AND told(u, x) } AS named,
              EXISTS { (u)-[:FROM]->(x) WHERE x <> supplier AND told(u, x) } AS others,
              EXISTS { (used)-[:KIND_OF*0..]->(k) WHERE k = weapon } AS same,
              EXISTS { (u)<-[one:EVIDENCES]-()-[two:EVIDENCES]->(d)
                       WHERE d IN told AND one.standing <> 'denied' AND two.standing <> 'denied' AND visible(one) AND visible(two) } AS together
         WITH u, fact, target, CASE WHEN named AND same OR together AND NOT others AND (same OR used IN broader) THEN 'said'
                                    WHEN same AND NOT others THEN 'weapon' END AS link
         WHERE link IS NOT NULL AND ($target IS NULL OR target.id IN $target)
         RETURN {c: u, seen: fact, target: target, link: link}
     } AS uses,
     COLLECT {
         MATCH (d:Claim)
         WHERE d.relation IN ['SUPPLIED', 'PROCURED']
         WITH d, seen(d) AS denied
         WHERE denied.status IN ['denied', 'disputed']
         MATCH (d)-[:SUBJECT]->(subject)
         WHERE subject = CASE d.relation WHEN 'SUPPLIED' THEN supplier ELSE recipient END
         MATCH (d)-[:OBJECT]->(goods)
         WHERE goods IN broader AND (NOT EXISTS { (d)-[:RECIPIENT|FROM]->() }
                                     OR EXISTS { (d)-[:RECIPIENT|FROM]->(x) WHERE x = CASE d.relation WHEN 'SUPPLIED' THEN recipient ELSE supplier END })
         MATCH (who)-[voice:DENIES]->(d)
         WHERE visible(voice)
         RETURN DISTINCT who.name
     } AS denied_by
WITH *, [u IN uses WHERE u.target IS NOT NULL] AS aimed
UNWIND CASE WHEN aimed <> [] THEN aimed WHEN uses <> [] THEN uses ELSE [{link: 'none'}] END AS use
WITH supplier, weapon, recipient, transfer, told, denied_by, use.target AS target,
     [u IN collect(use) WHERE u.c IS NOT NULL] AS used, collect(DISTINCT use.link) AS links
WITH *, CASE WHEN 'said' IN links THEN 'said' ELSE links[0] END AS link
WHERE link IN $link AND ($target IS NULL OR target IS NOT NULL)
WITH *,
     head(COLLECT {
         UNWIND transfer AS t
         WITH t.c AS c, t.seen AS claim
         MATCH (a)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(c)
         WHERE visible(ev, claim)
         RETURN {a: a, s: s, standing: ev.standing, speakers: coalesce(ev.speakers, [])}
         ORDER BY coalesce(ev.contradictedByBody, false),
                  CASE ev.standing WHEN 'affirmed' THEN 0 WHEN 'alleged' THEN 1 WHEN 'denied' THEN 2 ELSE 3 END,
                  s.part = 'headline', a.published, a.name, a.id, s.index, ev.id
     }) AS first,
     head(COLLECT {
         UNWIND used AS t
         WITH t.c AS c, t.seen AS fact, t.link AS joins
         MATCH (a)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(c)
         WHERE visible(ev, fact)
         RETURN {a: a, s: s, standing: ev.standing, speakers: coalesce(ev.speakers, [])}
         ORDER BY coalesce(ev.contradictedByBody, false), joins <> 'said',
                  NOT (any(role IN ev.roles WHERE role = 'from=' + supplier.id) OR EXISTS { (s)-[same:EVIDENCES]->(d) WHERE d IN told AND visible(same) }),
                  CASE ev.standing WHEN 'affirmed' THEN 0 WHEN 'alleged' THEN 1 WHEN 'denied' THEN 2 ELSE 3 END,
                  s.part = 'headline', a.published, a.name, a.id, s.index, ev.id
     }) AS fired,
     [t IN transfer | t.seen.status] AS statuses, [u IN used | u.seen.status] AS uses
WITH *, first.a AS a, first.s AS s, first.standing AS standing, first.speakers AS speakers,
     fired.a AS ua, fired.s AS us, fired.standing AS use_standing, fired.speakers AS voices
RETURN supplier.name AS supplier,
       weapon.name AS weapon,
       recipient.name AS recipient,
       CASE WHEN NOT 'accepted' IN statuses AND denied_by <> [] AND any(x IN statuses WHERE x IN ['asserted', 'attributed', 'alleged', 'disputed'])
            THEN 'disputed' ELSE surest(statuses) END AS transfer,
       target.name AS target,
       [u IN used WHERE u.seen.date IS NOT NULL |
        CASE u.seen.datePrecision WHEN 'day' THEN u.seen.date WHEN 'month' THEN left(u.seen.date, 7) WHEN 'year' THEN left(u.seen.date, 4)
             ELSE u.seen.date + '/' + coalesce(u.seen.dateTo, u.seen.date) END] AS dates,
       surest(uses) AS use,
       link,
       s.text AS sentence,
       {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published, url: a.url,
        sentence: s.id, part: s.part, start: s.start, end: s.end, standing: standing,
        speakers: speakers} AS source,
       us.text AS use_sentence,
       CASE WHEN us IS NOT NULL THEN
       {article: ua.id, name: ua.name, title: ua.title, outlet: ua.outlet, published: ua.published, url: ua.url,
        sentence: us.id, part: us.part, start: us.start, end: us.end, standing: use_standing,
        speakers: voices}
       END AS use_source,
       supplier.id AS supplier_id,
       weapon.id AS weapon_id,
       recipient.id AS recipient_id,
       target.id AS target_id,
       denied_by,
       [t IN transfer + used | t.c.id] AS claims
ORDER BY CASE link WHEN 'said' THEN 0 WHEN 'weapon' THEN 1 ELSE 2 END, supplier, weapon, recipient, target,
         supplier_id, weapon_id, recipient_id, target_id
LIMIT $limit
