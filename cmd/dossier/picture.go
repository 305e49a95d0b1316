package main

import (
	"context"
	"fmt"
	"io"
	"slices"

	"dossier/graph/store"
	"dossier/queries"
	"dossier/queries/excerpt"
	"dossier/queries/picture"
)

// draws reports whether the answer is wanted as nodes and edges.
func (o answerOptions) draws() bool { return slices.Contains(picture.Formats(), o.format) }

// checkDrawing refuses to draw what has no picture.
func (o queryOptions) checkDrawing() error {
	command := "query " + o.query.Name
	switch {
	case o.profile || o.count:
		return usagef(command, "--format %s draws the answer; --profile and --count have none", o.format)
	case !o.query.HasClaims():
		return &usageError{
			command: command, message: fmt.Sprintf("--format %s draws the claims behind an answer, and this one names none", o.format),
			hint: "dossier query " + o.query.Name + " --format json",
		}
	}
	return nil
}

// draw writes the picture of the claims behind an answer, and its notes to
// stderr.
func (o answerOptions) draw(ctx context.Context, s *streams, db *store.Store, result *queries.Result) error {
	x, err := excerpt.Read(ctx, db, result.ClaimIDs())
	if err != nil {
		return err
	}
	p := picture.Of(x)
	if err := writeOutput(s, o.output, func(w io.Writer) error { return picture.Write(w, o.format, p) }); err != nil {
		return fmt.Errorf("write the picture: %w", err)
	}
	for _, note := range result.Notes {
		s.note("%s", note)
	}
	if len(p.Edges) == 0 && len(result.Rows) > 0 {
		s.note("none of the %s behind the answer joins two entities, so there is nothing to draw", counted(len(x.Claims), "claim"))
	}
	return nil
}
