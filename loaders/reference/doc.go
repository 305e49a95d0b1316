// Package reference reads packs of reference: data files that say what norms
// forbid, paragraph by paragraph. A norm becomes a document like an article, with
// a sentence for each paragraph, so that every prohibition leads to its source as
// a claim leads to its sentence. It is marked as reference, and counts neither as
// an article nor as an outlet.
package reference
