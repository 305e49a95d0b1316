// Package queries is the library of named questions: *.cypher files with a
// strict header, a runner that checks and converts parameters before the server
// sees them, and renderers for the answers.
//
// Most callers need [Builtin], [Library.Run] and [Render]. A query file is a
// Cypher statement below a header of line comments:
//
//	// Who supplied what to whom
//	// @name transfers
//	// @tags arms, denial
//	// @description Supplies and purchases, told from either side.
//	// @param supplier entity = null: Only from this supplier.
//	// @param limit limit = null: At most so many rows.
//	// @column supplier text: Who gave or sold.
//	// @column sentence sentence: The sentence that says so best.
//	// @column source source: Where the sentence stands.
//	// @detail claims list: The ids of the claims behind the row.
//	// @example dossier query transfers --supplier DPRK
//	MATCH ...
//
// Folders of the library group queries, tags find them across folders; users lay
// folders of their own over the built-in one ([LoadFolder], [Library.With]).
//
// The first line is the title, which is also the name of the query as a saved
// script of Neo4j Browser. The lines after it each hold one directive; a
// directive goes on in lines that are indented by three spaces or more. The
// header ends at the first line that is not a comment. Anything else in it is an
// error that names file, line and what is allowed there.
//
// A @column is shown everywhere, a @detail in all formats but tables for people.
// The statement must use every declared parameter as $name, and no other; it
// must return the columns and details in the order of the header. An entity
// parameter arrives as a list of ids. A LIMIT must be a parameter of type limit:
// a number would cut rows and nobody would know. Speakers of a source and values
// of a column of type claims go back as ids; the runner finds their names.
//
// Statements need Neo4j 5.6 or later (COLLECT subqueries).
package queries
