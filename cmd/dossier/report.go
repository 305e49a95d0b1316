package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"dossier/graph/store"
	"dossier/queries"
	"dossier/queries/excerpt"
	"dossier/queries/report"
)

type reportOptions struct {
	html     string
	entity   string
	question queryOptions // its query is nil where there is no question
	database store.Config
}

// reportCommand has a command of every query below it, like the command query.
func reportCommand(s *streams) *cli.Command {
	command := &cli.Command{
		Name:      "report",
		Usage:     "write a web page to explore, to print and to pass on",
		UsageText: "dossier report --html FILE [--entity NAME]\ndossier report QUESTION [--KEY VALUE ...] --html FILE",
		Description: `Writes one page that holds all it needs: a graph whose arrows open the sentences behind
them, with speakers, articles and contradictions; a timeline; tables; and filters by
status, date, relation, outlet and words. It is about the whole dossier, one entity, or
the answer to a question of dossier query. It opens from a file, without a network, can
be printed, and used with the keyboard alone.

  dossier report --html dossier.html
  dossier report --entity "North Korea" --html dprk.html
  dossier report transfers --recipient Russia --html transfers.html`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "html", Usage: "write the page to `FILE`; - is stdout"},
			valueFlag{
				Flag:     &cli.StringFlag{Name: "entity", Usage: "only claims in which `NAME` has a part"},
				entities: func() []string { return nil },
			},
		},
		Action: func(c *cli.Context) error {
			if err := noArguments(c); err != nil {
				return err
			}
			return runReport(c.Context, s, reportOptions{html: c.String("html"), entity: c.String("entity"), database: configuredDatabase(c, s)})
		},
	}
	for _, q := range s.library.Queries() {
		if !q.HasClaims() {
			continue
		}
		sub := &cli.Command{Name: q.Name, Usage: q.Title, Action: func(c *cli.Context) error {
			o, err := parseQuery(c, s, q)
			if err != nil {
				return err
			}
			if _, own := q.Param("entity"); !own && c.String("entity") != "" {
				return usagef(commandName(c), "--entity is for a report without a question")
			}
			return runReport(c.Context, s, reportOptions{html: c.String("html"), question: o, database: o.database})
		}}
		for _, p := range q.Params {
			sub.Flags = append(sub.Flags, paramFlag(p))
		}
		command.Subcommands = append(command.Subcommands, sub)
	}
	return command
}

func runReport(ctx context.Context, s *streams, o reportOptions) error {
	switch {
	case o.html == "":
		return usagef("report", "--html FILE is required: where the page goes")
	case s.libraryErr != nil:
		return s.libraryErr
	}
	db, err := openStore(ctx, s, o.database)
	if err != nil {
		return err
	}
	defer closeStore(ctx, db)
	page, err := o.page(ctx, s, db)
	if err != nil {
		return err
	}
	var size byteCount
	err = writeOutput(s, o.html, func(w io.Writer) error { return report.Write(io.MultiWriter(w, &size), page) })
	if err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	s.note("%s and %s are in the report", counted(len(page.Excerpt.Claims), "claim"), counted(len(page.Excerpt.Articles), "article"))
	if size > largePage {
		s.note("the page has %d MB, which a web browser takes long to open; a question or --entity makes a smaller one", size>>20)
	}
	return nil
}

// largePage is the size from which a user is warned of a page: at 5,000 claims
// it has 4 MB and opens in a second or two.
const largePage = 40 << 20

// byteCount counts what is written.
type byteCount int64

func (n *byteCount) Write(p []byte) (int, error) {
	*n += byteCount(len(p))
	return len(p), nil
}

// page reads what the report is about.
func (o reportOptions) page(ctx context.Context, s *streams, db *store.Store) (report.Page, error) {
	page := report.Page{Title: "Dossier", Subtitle: "all that the articles say"}
	var claims []string
	var err error
	switch {
	case o.question.query != nil:
		var result *queries.Result
		if result, err = o.question.query.Run(ctx, db, o.question.args); err != nil {
			return page, err
		}
		for _, note := range result.Notes {
			s.note("%s", note)
		}
		claims = result.ClaimIDs()
		page.Title, page.Subtitle = result.Query.Title, asked(result)
		page.Answer = answerTable(result)
	case o.entity != "":
		ids, note, err := queries.FindEntities(ctx, db, o.entity)
		if err != nil {
			return page, err
		}
		if note != "" {
			s.note("%s", note)
		}
		if claims, err = excerpt.Of(ctx, db, ids); err != nil {
			return page, err
		}
		page.Title, page.Subtitle, page.Focus = o.entity, "what it did, what was done to it, and what it said", ids[0]
	default:
		if claims, err = excerpt.All(ctx, db); err != nil {
			return page, err
		}
	}
	if page.Excerpt, err = excerpt.Read(ctx, db, claims); err != nil {
		return page, err
	}
	for _, e := range page.Excerpt.Entities {
		if e.ID == page.Focus {
			page.Title = e.Name
		}
	}
	return page, nil
}

// asked is the question as it was typed, without the defaults.
func asked(result *queries.Result) string {
	var given []string
	for _, a := range result.Params {
		if a.Given != "" {
			given = append(given, a.Param.Flag()+": "+a.Given)
		}
	}
	return strings.Join(given, ", ")
}

// answerTable is the answer as texts, without details and sources: the page has
// those beside every claim.
func answerTable(result *queries.Result) *report.Table {
	t := &report.Table{Rows: [][]string{}}
	var keep []int
	for i, c := range result.Query.Columns {
		if !c.Detail && c.Type != queries.ColSource {
			keep = append(keep, i)
			t.Columns = append(t.Columns, strings.ReplaceAll(c.Name, "_", " "))
		}
	}
	for _, row := range result.Rows {
		cells := make([]string, len(keep))
		for j, i := range keep {
			switch v := row[i].(type) {
			case nil:
			case []string:
				cells[j] = strings.Join(v, "; ")
			default:
				cells[j] = fmt.Sprint(v)
			}
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}
