package store

import (
	"context"
	"fmt"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// A Plan is what the server says of a statement.
type Plan struct {
	ReadOnly bool     // it writes neither data nor schema
	Keys     []string // names of the columns, in order
	Notes    []string // warnings, e.g. that a label does not exist
	Steps    []PlanStep
}

// A PlanStep is an operator of a plan. Steps come in the order of a tree printed
// from the root: the last work first, each above the steps that feed it.
type PlanStep struct {
	Depth     int // 0 for the root
	Operator  string
	Details   string
	Estimated float64 // rows that the planner expects
	Rows      int64   // rows that came out; 0 in a plan that was not run
	Hits      int64   // accesses to the stored graph; 0 in a plan that was not run
}

// Explain plans a statement without running it.
func (s *Store) Explain(ctx context.Context, cypher string, params map[string]any) (Plan, error) {
	keys, summary, err := s.readKeys(ctx, "EXPLAIN\n"+cypher, params, func([]string, []any) error { return nil })
	if err != nil {
		return Plan{}, err
	}
	p := planOf(keys, summary)
	if root := summary.Plan(); root != nil {
		p.add(0, root.Operator(), root.Arguments(), 0, 0)
		addPlans(&p, 1, root.Children())
	}
	return p, nil
}

// Profile runs a statement in a read session, drops its rows, and returns the
// plan with what each step cost.
func (s *Store) Profile(ctx context.Context, cypher string, params map[string]any) (Plan, error) {
	keys, summary, err := s.readKeys(ctx, "PROFILE\n"+cypher, params, func([]string, []any) error { return nil })
	if err != nil {
		return Plan{}, err
	}
	p := planOf(keys, summary)
	if root := summary.Profile(); root != nil {
		addProfiles(&p, 0, []neo4j.ProfiledPlan{root})
	}
	return p, nil
}

func planOf(keys []string, summary neo4j.ResultSummary) Plan {
	p := Plan{ReadOnly: summary.StatementType() == neo4j.StatementTypeReadOnly, Keys: keys}
	for _, n := range summary.Notifications() {
		text := n.Code() + ": " + n.Description()
		if at := n.Position(); at != nil {
			text += fmt.Sprintf(" (line %d, column %d)", at.Line()-1, at.Column())
		}
		p.Notes = append(p.Notes, text)
	}
	return p
}

func addPlans(p *Plan, depth int, plans []neo4j.Plan) {
	for _, x := range plans {
		p.add(depth, x.Operator(), x.Arguments(), 0, 0)
		addPlans(p, depth+1, x.Children())
	}
}

func addProfiles(p *Plan, depth int, plans []neo4j.ProfiledPlan) {
	for _, x := range plans {
		p.add(depth, x.Operator(), x.Arguments(), x.Records(), x.DbHits())
		addProfiles(p, depth+1, x.Children())
	}
}

func (p *Plan) add(depth int, operator string, arguments map[string]any, rows, hits int64) {
	details, _ := arguments["Details"].(string)
	estimated, _ := arguments["EstimatedRows"].(float64)
	operator, _, _ = strings.Cut(operator, "@") // the name of the database stands behind it
	p.Steps = append(p.Steps, PlanStep{
		Depth: depth, Operator: operator, Details: details, Estimated: estimated, Rows: rows, Hits: hits,
	})
}
