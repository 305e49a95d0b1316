// Package local runs the Neo4j Community server that dossier uses when no other
// database is named: the real server, as a process of the user's own, on
// 127.0.0.1 only, installed on first use.
//
// [Ensure] is all that most callers need. It returns the running server, or
// installs what is missing, starts it and waits until it answers a query. The
// server belongs to a data folder, not to the caller: it outlives the process
// that started it, later calls adopt it, and concurrent calls start only one.
// [Status], [Stop], [Reset] and [LogPath] are the rest of its life.
//
// # Files
//
// The cache folder holds what can be fetched again: the server's jars, one
// folder a version, and an archive of their parsed classes, which makes a start
// about three times as fast. The data folder holds one folder, neo4j, with the
// data, the generated password (readable by the user only), the ports, the
// configuration (written anew at each start) and the record of the running
// process. That folder carries a marker file, and nothing is ever deleted from
// a folder without it.
//
// # Runtimes
//
// The server runs on Java 17 or newer; Maven fetches it. Where there is no
// usable Java and a Docker daemon answers, the official image runs in a
// container instead, under the same functions.
//
// # Errors
//
// What a user can do something about is an [*Error]: errors.Is tells which of
// the Err values of this package it is, and its Hint says what to do next.
package local
