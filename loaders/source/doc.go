// Package source reads news articles from wherever they are: files, folders,
// globs, standard input and web addresses, holding plain text, HTML pages, JSON
// lines or feeds, compressed or not. [Each] is the whole of it: arguments in,
// a sequence of [Item] out.
//
// What the package promises about an article it hands on:
//
//   - Text is valid UTF-8 without control characters and, for plain text that
//     was so already, byte for byte what the source holds. Of HTML it is the
//     main text, blocks separated by blank lines, the headline in front.
//   - Blocks, if there are any, are in text order, do not overlap, are not
//     empty and lie within Text.
//   - Published is an RFC 3339 date or date-time that the source itself states.
//     A date that cannot be read is left out, never replaced by the clock.
//   - The text is English, or too short to tell.
//
// An article that cannot be had is an Item with an error, and the sequence goes
// on with the next one. Memory does not grow with the number of articles: JSON
// lines are streamed, everything else is read one article or feed at a time, and
// no single one may be larger than [Options.MaxBytes].
package source
