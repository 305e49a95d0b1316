// Package text cuts an article into blocks, sentences and tokens.
//
// Everything is an offset into the article as it was read; nothing is copied,
// normalised or repaired. The order matters: blocks come first, because a
// headline glued to the lead costs the facts of both, then tokens within a
// block, then sentences over tokens.
//
// The package knows English abbreviations and typography and nothing of the
// domain.
package text
