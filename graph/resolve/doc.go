// Package resolve says which reports of different articles are of one thing,
// which articles have one origin, and which claims contradict each other.
//
// It is pure: documents and reports in, identities and their reasons out. What
// it finds depends on what the reports say, never on their order, and costs
// about as much as there are reports: they are compared within blocks (the
// strikes on one place, the meetings of two people) and there by keys, not in
// pairs.
//
// The unit of identity is a [Report]: a thing as one article tells of it.
// [Separate] makes them, [Resolve] joins them. Joining is by rule and says why;
// what comes near without being certain is a [Suggestion], and a [Judgement]
// overrides both.
package resolve
