package main

import (
	"errors"
	"flag"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"dossier/graph/storetest"
)

var update = flag.Bool("update", false, "rewrite expected output in testdata and docs")

// asDossier makes this test binary be dossier itself, for tests that need a
// real process and signals.
const asDossier = "DOSSIER_TEST_AS_DOSSIER"

func TestMain(m *testing.M) {
	if os.Getenv(asDossier) != "" {
		main()
	}
	testscript.Main(storetest.Main{M: m}, map[string]func(){"dossier": main})
}

// Scripts run dossier as its users do. Their names start with the command.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       *update,
		Setup:               setup,
		Cmds:                commands,
	})
}

// Scripts in the folder db run against a real Neo4j whose graph is empty at the
// start of each; they come one after another.
func TestScriptDatabase(t *testing.T) {
	scripts, err := filepath.Glob("testdata/script/db/*.txtar")
	if err != nil || len(scripts) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for _, script := range scripts {
		t.Run(filepath.Base(script), func(t *testing.T) {
			config := storetest.Config(t)
			withEmpty := maps.Clone(commands)
			withEmpty["empty"] = func(ts *testscript.TestScript, _ bool, _ []string) { storetest.Config(t) }
			testscript.Run(t, testscript.Params{
				Files:               []string{script},
				RequireExplicitExec: true,
				RequireUniqueNames:  true,
				UpdateScripts:       *update,
				Cmds:                withEmpty,
				Setup: func(e *testscript.Env) error {
					e.Setenv("NEO4J_URI", config.URI)
					e.Setenv("NEO4J_USERNAME", config.Username)
					e.Setenv("NEO4J_PASSWORD", config.Password)
					e.Setenv("NEO4J_DATABASE", config.Database)
					return setup(e)
				},
			})
		})
	}
}

// commands are ours beside those of testscript:
//
//	exitcode N COMMAND ...   run a command that must end with that exit code
//	empty                    delete all that is in the graph; with a database only
var commands = map[string]func(*testscript.TestScript, bool, []string){
	"exitcode": func(ts *testscript.TestScript, neg bool, args []string) {
		if neg || len(args) < 2 {
			ts.Fatalf("usage: exitcode N COMMAND ...")
		}
		err := ts.Exec(args[1], args[2:]...)
		code := 0
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			code = exit.ExitCode()
		} else if err != nil {
			ts.Fatalf("%v", err)
		}
		if strconv.Itoa(code) != args[0] {
			ts.Fatalf("exit code %d, want %s", code, args[0])
		}
	},
}

// setup gives a script folders of its own, and the sample articles.
func setup(e *testscript.Env) error {
	articles, err := filepath.Abs("../../testdata/articles")
	if err != nil {
		return err
	}
	e.Setenv("ARTICLES", articles)
	for variable, dir := range map[string]string{
		"HOME": "home", "XDG_DATA_HOME": "home/data", "XDG_CACHE_HOME": "home/cache",
	} {
		dir := filepath.Join(e.WorkDir, dir)
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return err
		}
		e.Setenv(variable, dir)
	}
	return nil
}
