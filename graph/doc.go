// Package graph is the model of a dossier: articles and their sentences, the
// entities they mention, the claims they make and the evidence for each claim,
// together with the ontology that says which claims are possible at all.
//
// The package is pure: no database, no files, no clock. Everything here is a
// value whose identity is derived from its content, so that the same articles
// give the same graph on every machine and in every order. The Neo4j side is in
// the sub-packages store (schema, writes, reads) and local (a managed server).
package graph
