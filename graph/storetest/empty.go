package storetest

import (
	"context"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dossier/graph/store"
)

// empty removes everything from the graph but its schema and the record of it,
// in transactions of bounded size.
func empty(ctx context.Context, c store.Config) (err error) {
	driver, err := neo4j.NewDriverWithContext(c.URI, neo4j.BasicAuth(c.Username, c.Password, ""))
	if err != nil {
		return err
	}
	defer func() { _ = driver.Close(ctx) }()
	for {
		result, err := neo4j.ExecuteQuery(ctx, driver,
			"MATCH (n) WHERE NOT n:Meta WITH n LIMIT 10000 DETACH DELETE n RETURN count(*) AS gone", nil,
			neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithDatabase(c.Database))
		if err != nil {
			return err
		}
		gone, _, err := neo4j.GetRecordValue[int64](result.Records[0], "gone")
		if err != nil || gone == 0 {
			return err
		}
	}
}
