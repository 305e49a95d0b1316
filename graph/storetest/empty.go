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
	// Edges first: to delete a node that a hundred thousand edges end at would
	// take more memory than a small server grants a transaction.
	for _, cypher := range []string{
		"MATCH ()-[r]->() WITH r LIMIT 20000 DELETE r RETURN count(*) AS gone",
		"MATCH (n) WHERE NOT n:Meta OR n.key = 'restore' WITH n LIMIT 20000 DELETE n RETURN count(*) AS gone",
	} {
		if err := repeat(ctx, driver, c.Database, cypher); err != nil {
			return err
		}
	}
	return nil
}

// repeat runs a statement that returns how much is gone until nothing goes.
func repeat(ctx context.Context, driver neo4j.DriverWithContext, database, cypher string) error {
	for {
		result, err := neo4j.ExecuteQuery(ctx, driver, cypher, nil,
			neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithDatabase(database))
		if err != nil {
			return err
		}
		gone, _, err := neo4j.GetRecordValue[int64](result.Records[0], "gone")
		if err != nil || gone == 0 {
			return err
		}
	}
}
