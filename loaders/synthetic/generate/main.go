// Generate writes a synthetic corpus and its truth to a folder:
//
//	go run ./loaders/synthetic/generate -articles 2400 corpus
package main

import (
	"flag"
	"fmt"
	"os"

	"dossier/loaders/synthetic"
)

func main() {
	var o synthetic.Options
	flag.Uint64Var(&o.Seed, "seed", 1, "the same seed makes the same corpus")
	flag.IntVar(&o.Events, "events", 300, "events")
	flag.IntVar(&o.Articles, "articles", 2400, "articles, about")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: generate [-seed N] [-events N] [-articles N] FOLDER")
		os.Exit(2)
	}
	c := synthetic.New(o)
	err := os.MkdirAll(flag.Arg(0), 0o755)
	if err == nil {
		err = c.Write(flag.Arg(0))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
	fmt.Printf("%d articles on %d events in %s\n", len(c.Articles), len(c.Truth.Events), flag.Arg(0))
}
