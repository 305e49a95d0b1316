// Package rules holds what the extractor knows about the world and about
// English: dictionaries of entities (*.dict) and word classes, constructions
// and cues (*.rules), as text files that an analyst can read and add to.
//
// All files share one line-based form: an entry is a header at the left margin
// followed by indented properties, `KEY value; value; ...`; # begins a comment
// line. Reading is strict: an unknown key, label or relation is an error that
// names file, line and column.
package rules
