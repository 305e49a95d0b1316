// Package score compares the facts that were read in texts with facts that
// people wrote down for them, the gold.
//
// [ReadGold] and [ReadNames] load the gold, [Score] compares and counts, and
// [Report.WriteText] prints the outcome with the errors sentence by sentence.
//
// # What counts as found
//
// A prediction matches a gold fact when the relations are equal, head and tail
// name the same things, and the sentences overlap. What "name the same thing"
// means depends on the type in the gold: a state may be called by its capital, a
// person by the surname, weapons and acts by any word of their class, a count by
// its number; the words of a saying are free. See [Names].
//
// Matching is one to one and as large as possible. A prediction that matches
// nothing is wrong, unless it says over what is known already: a duplicate, an
// optional fact of the gold, a fact seen from the other end (A supplied B, B
// bought from A), or a fact of the gold in a sentence that the gold does not list
// for it. Those are ignored. Polarity, speaker and qualifiers are measured on the
// facts found and never make a match fail.
package score
