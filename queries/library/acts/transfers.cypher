// Who supplied what to whom
// @name transfers
// @tags arms, supply, denial
// @description Arms and aid going from one party to another, told from either side: what is SUPPLIED by one
//   and what is PROCURED by the other is one row, also where a sentence names the giver with the one and the
//   taker with the other ("the export by A and its purchase by B"). A transfer that somebody affirms and
//   somebody denies, in these or in broader words ("any arms deals"), is disputed. Plans, denials and headlines
//   that their own article contradicts are shown with --status planned,denied,headline.
// @time
// @param supplier within = null: Only from this supplier.
// @param recipient within = null: Only to this recipient.
// @param goods within(Weapon|Aid) = null: Only these goods.
// @param since date = null: Only transfers dated on or after this day, month or year.
// @param until date-end = null: Only transfers dated on or before this day, month or year.
// @param status list(status) = accepted,asserted,attributed,alleged,disputed: Only transfers of this status.
// @param evidence bool = false: A row for every sentence instead of one for the best.
// @param limit limit = null: At most so many rows.
// @column supplier text: Who gave or sold.
// @column goods text: What.
// @column recipient text: Who received or bought.
// @column status status: The status of the transfer over all its claims.
// @column dates list: When, as far as the articles say.
// @column articles int: Articles that speak of it.
// @column origins int: Articles that do not merely reprint another's words.
// @column denied_by list: Who denies it.
// @column sentence sentence: The sentence that says so best.
// @column source source: Where the sentence stands.
// @detail supplier_id text: The id of the supplier.
// @detail goods_id text: The id of the goods.
// @detail recipient_id text: The id of the recipient.
// @detail claims list: The ids of the claims behind the row.
// @example dossier query transfers
// @example dossier query transfers --supplier DPRK --recipient Moscow --evidence
// @example dossier query transfers --goods missile --status planned
MATCH (c:Claim)
WHERE c.relation IN ['SUPPLIED', 'PROCURED']
WITH c, seen(c) AS claim
WHERE happened(claim)
  AND ($since IS NULL OR coalesce(claim.dateTo, claim.date) >= $since)
  AND ($until IS NULL OR claim.date <= $until)
MATCH (subject)<-[:SUBJECT]-(c)-[:OBJECT]->(goods)
WHERE $goods IS NULL OR goods.id IN $goods
OPTIONAL MATCH (c)-[:RECIPIENT|FROM]->(named)
MATCH (a)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(c)
WHERE visible(ev, claim)
WITH *, CASE WHEN named IS NULL THEN
     [(s)-[other:EVIDENCES]->(half:Claim)-[:SUBJECT]->(x)
      WHERE visible(other) AND half.relation IN ['SUPPLIED', 'PROCURED'] AND half.relation <> c.relation AND x <> subject
        AND EXISTS { (half)-[:OBJECT]->()-[:KIND_OF*0..1]-(goods) }
        AND NOT EXISTS { (half)-[:RECIPIENT|FROM]->(y) WHERE y <> subject } | x]
     ELSE [named] END AS ends
WITH c, claim, goods, ev, s, a, subject, CASE WHEN all(x IN ends WHERE x = ends[0]) THEN ends[0] END AS other
WITH *,
     CASE c.relation WHEN 'SUPPLIED' THEN subject ELSE other END AS supplier,
     CASE c.relation WHEN 'SUPPLIED' THEN other ELSE subject END AS recipient
WHERE ($supplier IS NULL OR supplier.id IN $supplier)
  AND ($recipient IS NULL OR recipient.id IN $recipient)
WITH supplier, goods, recipient, c, claim, ev, s, a
ORDER BY coalesce(ev.contradictedByBody, false),
         CASE ev.standing WHEN 'affirmed' THEN 0 WHEN 'alleged' THEN 1 WHEN 'denied' THEN 2 ELSE 3 END,
         s.part = 'headline', a.published, a.name, a.id, s.index, ev.id
WITH supplier, goods, recipient,
     collect(DISTINCT {id: c.id, from: claim.date, to: coalesce(claim.dateTo, claim.date), unit: claim.datePrecision}) AS claims,
     collect(DISTINCT claim.status) AS statuses,
     count(DISTINCT a) AS articles,
     collect(DISTINCT {a: a, s: s, standing: ev.standing, speakers: coalesce(ev.speakers, [])}) AS found
WITH collect({supplier: supplier, goods: goods, recipient: recipient, claims: claims, statuses: statuses,
              articles: articles, found: found}) AS transfers,
     COLLECT {
         MATCH (d:Claim)
         WHERE d.relation IN ['SUPPLIED', 'PROCURED']
         WITH d, seen(d) AS denied
         WHERE denied.status IN ['denied', 'disputed']
         MATCH (who)-[voice:DENIES]->(d)-[:SUBJECT]->(subject)
         WHERE visible(voice)
         MATCH (d)-[:OBJECT]->(what)
         RETURN DISTINCT {who: who.name, relation: d.relation, subject: subject, goods: what,
                 others: [(d)-[:RECIPIENT|FROM]->(other:Entity) | other]}
     } AS denials
UNWIND transfers AS t
WITH denials, t.supplier AS supplier, t.goods AS goods, t.recipient AS recipient, t.claims AS claims,
     t.statuses AS statuses, t.articles AS articles, t.found AS found
WITH *, [(goods)-[:KIND_OF*0..]->(kind) | kind] AS kinds
WITH *,
     [d IN denials WHERE d.goods IN kinds AND CASE d.relation
          WHEN 'SUPPLIED' THEN d.subject = supplier AND (d.others = [] OR recipient IN d.others)
          ELSE d.subject = recipient AND (d.others = [] OR supplier IN d.others)
      END | d.who] AS denied_by
WITH *,
     CASE WHEN 'accepted' IN statuses THEN 'accepted'
          WHEN 'disputed' IN statuses THEN 'disputed'
          WHEN any(x IN statuses WHERE x IN ['asserted', 'attributed', 'alleged']) AND ('denied' IN statuses OR size(denied_by) > 0)
          THEN 'disputed'
          ELSE surest(statuses)
     END AS status
WHERE status IN $status
WITH *, COUNT { UNWIND found AS f WITH f.a.origin AS paper, min(f.s.origin) AS origin RETURN DISTINCT origin } AS origins
UNWIND range(0, CASE WHEN $evidence THEN size(found) - 1 ELSE 0 END) AS i
WITH *, found[i].a AS a, found[i].s AS s, found[i].standing AS standing, found[i].speakers AS speakers
RETURN supplier.name AS supplier,
       goods.name AS goods,
       recipient.name AS recipient,
       status,
       [c IN claims WHERE c.from IS NOT NULL |
        CASE c.unit WHEN 'day' THEN c.from WHEN 'month' THEN left(c.from, 7) WHEN 'year' THEN left(c.from, 4)
             ELSE c.from + '/' + c.to END] AS dates,
       articles,
       origins,
       denied_by,
       s.text AS sentence,
       {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published, url: a.url,
        sentence: s.id, part: s.part, start: s.start, end: s.end, standing: standing,
        speakers: speakers} AS source,
       supplier.id AS supplier_id,
       goods.id AS goods_id,
       recipient.id AS recipient_id,
       [x IN claims | x.id] AS claims
ORDER BY articles DESC, origins DESC, supplier, goods, recipient, supplier_id, goods_id, recipient_id, i
LIMIT $limit
