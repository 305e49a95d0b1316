package queries

import "slices"

// claimColumns are the names of columns that hold ids of claims.
var claimColumns = []string{"claims", "claim_ids", "claim"}

// HasClaims reports whether the answer says which claims it rests on.
func (q *Query) HasClaims() bool {
	return slices.ContainsFunc(q.Columns, func(c Column) bool {
		return slices.Contains(claimColumns, c.Name) && (c.Type == ColList || c.Type == ColText)
	})
}

// ClaimIDs returns the ids of the claims behind the rows of an answer, sorted.
func (r *Result) ClaimIDs() []string {
	var ids []string
	for i, c := range r.Query.Columns {
		if !slices.Contains(claimColumns, c.Name) {
			continue
		}
		for _, row := range r.Rows {
			switch v := row[i].(type) {
			case string:
				ids = append(ids, v)
			case []string:
				if c.Type == ColList {
					ids = append(ids, v...)
				}
			}
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}
