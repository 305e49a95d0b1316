// Package store keeps a dossier in Neo4j: it connects, applies the schema of
// the ontology, writes documents and reads answers. It is the only package that
// imports the driver.
//
// Most callers need four methods: [Open], [Store.ApplySchema], [Store.Write]
// and [Store.Read].
//
// # What a graph promises
//
// The graph is a function of the documents in it. Loading the same documents
// again, in another order, one by one or together, gives the same nodes,
// relationships and properties; [Store.Fingerprint] proves it. To keep that
// promise nothing is counted up: every value that several articles share (an
// entity's names, a claim's date and status, the edges of the fact layer) is
// computed from what each article contributed, and each contribution stays on
// file:
//
//   - (:Article)-[:NAMES {variant}]->(:Entity) says that the article knows the
//     entity, and by which of its variants; an entity's properties are the join
//     of its variants, and an entity that no article names is removed.
//   - (:Sentence)-[:EVIDENCES]->(:Claim) holds date, count, content, roles and
//     about as this sentence has them; the claim's own are computed from all of
//     its evidence, and a claim without evidence is removed.
//
// # Two loads of one article
//
// An article is its outlet and its words ([graph.ArticleID]). When two loads of
// it differ in metadata, the earliest known publication time is kept, and of
// title, name, URL, outlet and language the one that sorts first. What was read
// in it is kept from the load with the earliest publication time, because that
// is what its relative dates were resolved against. A load that differs from the
// stored one in nothing but what was read (newer rules) replaces it.
//
// # Versions
//
// Articles with the same URL ([graph.PublicationID]) but other words are versions
// of one publication; [Result] counts such an article as changed, and all versions
// stay. Only the URL says so, names of files and titles do not. The newest version
// is the one with the latest time of change or publication; where times are equal
// or missing, the one that came in last. That order of arrival is the one thing
// about loading that the record keeps.
//
// Articles and the edges that stand for their evidence say since when they are
// known to have been published (known), whether a newer version took their place
// (superseded) and when (until). Only evidence that is not superseded counts for
// a claim; one that has no other is withdrawn.
//
// # Transactions
//
// A transaction holds whole articles only. Writers of one database, in one
// process or several, take turns by locking a node, which is faster than
// parallel writers of relationships, and free of deadlocks.
package store
