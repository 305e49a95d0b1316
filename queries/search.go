package queries

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// Search answers the query "search" with names first and then sentences, each up
// to the limit. Where nothing has all of the words, it looks for words that are
// spelt a little differently. args are those of the query; text must be among
// them. Errors are those of [Library.Run].
func (l *Library) Search(ctx context.Context, r Reader, args map[string]string) (*Result, error) {
	res, err := l.searchBoth(ctx, r, args)
	if err != nil || len(res.Rows) > 0 || strings.ContainsAny(args["text"], `"~`) {
		return res, err
	}
	near := map[string]string{}
	for name, v := range args {
		near[name] = v
	}
	near["text"] = strings.Join(strings.Fields(args["text"]), "~ ") + "~"
	second, err := l.searchBoth(ctx, r, near)
	if err != nil || len(second.Rows) == 0 {
		return res, err
	}
	second.Notes = append([]string{fmt.Sprintf("nothing has all words of %q; these are spelt nearly so", args["text"])}, second.Notes...)
	return second, nil
}

func (l *Library) searchBoth(ctx context.Context, r Reader, args map[string]string) (*Result, error) {
	places := []string{"names", "sentences"}
	if in := args["in"]; in != "" {
		places = []string{in}
	}
	var both *Result
	for _, place := range places {
		given := map[string]string{}
		for name, v := range args {
			given[name] = v
		}
		given["in"] = place
		res, err := l.Run(ctx, r, "search", given)
		if err != nil {
			return nil, err
		}
		if res.Truncated {
			res.Notes = []string{fmt.Sprintf("there are more %s than --limit %d", place, res.Query.limitOf(res.Params))}
		}
		switch {
		case both == nil:
			both = res
		case len(res.Rows) > 0:
			if len(both.Rows) == 0 {
				both.Notes = nil // why there are no names
			}
			both.Rows = append(both.Rows, res.Rows...)
			both.Notes = append(both.Notes, res.Notes...)
			both.Truncated = both.Truncated || res.Truncated
		}
	}
	for i, a := range both.Params {
		if a.Param.Name == "in" && args["in"] == "" {
			both.Params[i].Given, both.Params[i].Value = "", nil
		}
	}
	if len(both.Rows) == 0 {
		both.Notes = slices.DeleteFunc(both.Notes, func(n string) bool {
			return strings.HasPrefix(n, "nothing recorded") || strings.HasPrefix(n, "no single")
		})
		both.Notes = append(both.Notes, fmt.Sprintf("nothing has the words %q", args["text"]))
	}
	return both, nil
}
