package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"dossier/graph/store"
	"dossier/queries"
)

type cypherOptions struct {
	statement string
	params    map[string]any
	database  store.Config
	timeout   time.Duration
	answerOptions
}

func cypherCommand(s *streams) *cli.Command {
	return &cli.Command{
		Name:      "cypher",
		Usage:     "run a Cypher statement of your own, read-only",
		ArgsUsage: "STATEMENT|-",
		Description: `The server plans the statement first, and one that would write is not run; what runs,
runs in a read session, and no longer than --timeout. With -, the statement is read from
standard input.

  dossier cypher 'MATCH (c:Claim) RETURN c.relation AS relation, count(*) AS claims'
  dossier cypher 'MATCH (e:Entity {name: $name}) RETURN e.id' --param name=Russia
  dossier cypher - --format csv < statement.cypher`,
		Flags: append(answerFlags(),
			&cli.DurationFlag{Name: "timeout", Value: time.Minute, Usage: "stop after `TIME`, e.g. 30s or 10m; 0 for never"},
			&cli.StringSliceFlag{Name: "param", Aliases: []string{"p"}, Usage: "set a parameter, as `NAME=VALUE`; a value that is JSON is taken as such; may be repeated"},
		),
		Action: func(c *cli.Context) error {
			o, err := parseCypher(c, s)
			if err != nil {
				return err
			}
			return runCypher(c.Context, s, o)
		},
	}
}

func parseCypher(c *cli.Context, s *streams) (cypherOptions, error) {
	o := cypherOptions{params: map[string]any{}, database: configuredDatabase(c, s), timeout: c.Duration("timeout")}
	if o.timeout < 0 {
		return o, usagef("cypher", "--timeout is %s, want 0 or more", o.timeout)
	}
	var err error
	if o.answerOptions, err = parseAnswer(c, s); err != nil {
		return o, err
	}
	switch c.Args().Len() {
	case 0:
		return o, usagef("cypher", "which statement? quote it, or - for standard input")
	case 1:
	default:
		return o, usagef("cypher", "%q is one argument too many; put the statement in quotes", c.Args().Get(1))
	}
	for _, p := range c.StringSlice("param") {
		name, value, ok := strings.Cut(p, "=")
		if !ok || name == "" {
			return o, usagef("cypher", "--param %q is not NAME=VALUE", p)
		}
		o.params[name] = paramValue(value)
	}
	o.statement = c.Args().First()
	if o.statement == "-" {
		text, err := io.ReadAll(s.in)
		if err != nil {
			return o, err
		}
		o.statement = string(text)
	}
	if strings.TrimSpace(o.statement) == "" {
		return o, usagef("cypher", "the statement is empty")
	}
	return o, nil
}

func runCypher(ctx context.Context, s *streams, o cypherOptions) error {
	db, err := openStore(ctx, s, o.database)
	if err != nil {
		return err
	}
	defer closeStore(ctx, db)
	result, err := askCypher(ctx, db, o)
	if err != nil {
		return err
	}
	return o.write(s, result)
}

// askCypher runs the statement, unless it would write.
func askCypher(ctx context.Context, db *store.Store, o cypherOptions) (*queries.Result, error) {
	plan, err := db.Explain(ctx, o.statement, o.params)
	if err != nil {
		return nil, cypherError(err)
	}
	if !plan.ReadOnly {
		return nil, withHint(errors.New("the statement writes, and has not been run"), "dossier load, which is what writes; cypher-shell, to write what you like")
	}
	limited := ctx
	if o.timeout > 0 {
		var cancel context.CancelFunc
		limited, cancel = context.WithTimeout(ctx, o.timeout)
		defer cancel()
	}
	result, err := collect(limited, db, o)
	switch {
	case errors.Is(err, context.DeadlineExceeded) && ctx.Err() == nil:
		return nil, withHint(fmt.Errorf("no answer within %s; the statement is stopped", o.timeout), "--timeout "+(10*o.timeout).String()+", or a narrower MATCH")
	case err != nil:
		return nil, cypherError(err)
	}
	if len(result.Rows) == 0 {
		result.Query.Columns = columnsOf(plan.Keys)
		// A misspelt label or property is no error, but the planner sees it.
		result.Notes = append(append(result.Notes, "no rows"), plan.Notes...)
	}
	return result, nil
}

func columnsOf(keys []string) []queries.Column {
	var out []queries.Column
	for _, key := range keys {
		out = append(out, queries.Column{Name: key})
	}
	return out
}

// collect reads the answer as if it were that of a named query. The formats
// that have no structure of their own get it as JSON.
func collect(ctx context.Context, r queries.Reader, o cypherOptions) (*queries.Result, error) {
	result := &queries.Result{Query: &queries.Query{Name: "cypher", Cypher: o.statement}}
	structured := o.format == "json" || o.format == "jsonl"
	err := r.Read(ctx, o.statement, o.params, func(keys []string, values []any) error {
		if len(result.Rows) == 0 {
			result.Query.Columns = columnsOf(keys)
		}
		row := slices.Clone(values)
		for i, v := range row {
			switch v.(type) {
			case []any, map[string]any:
				if structured {
					continue
				}
				text, err := json.Marshal(v)
				if err != nil {
					return fmt.Errorf("column %s: %w", keys[i], err)
				}
				row[i] = string(text)
			}
		}
		result.Rows = append(result.Rows, row)
		return nil
	})
	return result, err
}

var serverError = regexp.MustCompile(`(?s)^Neo4jError: Neo\.\w+\.\w+\.(\w+) \((.*)\)$`)

// cypherError words what the server says about a statement.
func cypherError(err error) error {
	m := serverError.FindStringSubmatch(err.Error())
	if m == nil {
		return err
	}
	return fmt.Errorf("%s: %s", m[1], m[2])
}

// paramValue reads a value given on the command line: JSON where it is that
// ('5', 'true', '["a","b"]', '"5"'), else text.
func paramValue(text string) any {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil || d.More() {
		return text
	}
	return numbers(v)
}

// numbers turns JSON numbers into those of Cypher, where 5 is not 5.0.
func numbers(v any) any {
	switch v := v.(type) {
	case json.Number:
		if n, err := v.Int64(); err == nil {
			return n
		}
		f, _ := v.Float64() // it is a number; out of range is infinite
		return f
	case []any:
		for i := range v {
			v[i] = numbers(v[i])
		}
	case map[string]any:
		for k := range v {
			v[k] = numbers(v[k])
		}
	}
	return v
}
