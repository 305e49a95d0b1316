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
// An article with the URL of a stored article but other words is a second
// article; [Result] counts it as changed and both versions stay. Only the URL
// says so, names of files and titles do not.
//
// # Transactions
//
// A transaction holds whole articles only. Writers of one database, in one
// process or several, take turns by locking a node, which is faster than
// parallel writers of relationships, and free of deadlocks.
package store
