package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/urfave/cli/v2"

	"dossier/graph"
)

// Version is set by the release build: -ldflags "-X main.Version=v1.2.3".
var Version string

func versionCommand(s *streams) *cli.Command {
	return &cli.Command{
		Name:        "version",
		Usage:       "print the version",
		Description: "  dossier version",
		Action: func(c *cli.Context) error {
			if err := noArguments(c); err != nil {
				return err
			}
			return version(s)
		},
	}
}

func version(s *streams) error {
	_, err := fmt.Fprintf(s.out, "dossier %s (ontology %d, %s, %s/%s)\n",
		versionName(), graph.DefaultOntology().Version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}

// versionName is the release, else what the build says about the commit.
func versionName() string {
	if Version != "" {
		return Version
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	revision, dirty := "", ""
	for _, kv := range info.Settings {
		switch {
		case kv.Key == "vcs.revision" && len(kv.Value) >= 12:
			revision = kv.Value[:12]
		case kv.Key == "vcs.modified" && kv.Value == "true":
			dirty = "+changes"
		}
	}
	if revision != "" {
		return "devel-" + revision + dirty
	}
	return "devel"
}
