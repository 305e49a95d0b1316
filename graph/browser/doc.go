// Package browser makes a visit of Neo4j Browser begin where an analyst wants to
// be: connected, with the graph drawn in the colours of its labels, a guide at
// the side and the named queries as saved scripts.
//
// Neo4j Browser keeps all of that in the local storage of its origin. So
// [Pages] are served from that origin; one of them, open.html, asks a [Handover]
// for a [Session], once, writes it to the local storage and goes on to Neo4j
// Browser. What the storage looks like is not documented: it was found in Neo4j
// Browser 5.24, and the tests open that in Chromium. Whatever changes there, the
// visitor can still log in by hand.
package browser
