package main

import (
	"context"
	"fmt"
	"net/url"
	"os/exec"
	"runtime"
	"strings"

	"github.com/urfave/cli/v2"

	"dossier/graph/local"
)

func browseCommand(s *streams) *cli.Command {
	return &cli.Command{
		Name:  "browse",
		Usage: "open the local graph in Neo4j Browser",
		Description: `Starts the local Neo4j if need be, prints the address of its browser and the password to
type there, and opens the address where there is a terminal and a web browser. The
login form is filled in but for the password.

  dossier browse
  dossier browse --print`,
		Flags: []cli.Flag{&cli.BoolFlag{Name: "print", Usage: "only print the address and the password"}},
		Action: func(c *cli.Context) error {
			if err := noArguments(c); err != nil {
				return err
			}
			if config := configuredDatabase(c, s); config.URI != "" {
				return withHint(
					fmt.Errorf("browse: %s is not the local Neo4j, and where its browser is only its operator knows", config),
					"http://HOST:7474/browser/, the usual place; or unset NEO4J_URI")
			}
			return browse(c.Context, s, c.Bool("print"))
		},
	}
}

func browse(ctx context.Context, s *streams, printOnly bool) error {
	server, err := local.Ensure(ctx, local.Options{Progress: s.note})
	if err != nil {
		return err
	}
	address := browserAddress(server)
	if _, err := fmt.Fprintf(s.out, "address    %s\npassword   %s\n", address, server.Password); err != nil {
		return err
	}
	if printOnly || !s.outTerminal {
		return nil
	}
	opener := "xdg-open"
	if runtime.GOOS == "darwin" {
		opener = "open"
	}
	if err := exec.CommandContext(ctx, opener, address).Run(); err != nil {
		s.note("no web browser opens by itself (%s: %v); copy the address into one", opener, err)
	}
	return nil
}

// browserAddress is Neo4j Browser with all of the login filled in but the
// password, which must not get into a history of addresses.
func browserAddress(server *local.Server) string {
	scheme, host, _ := strings.Cut(server.URI, "://")
	return server.HTTP + "/browser/?dbms=" + url.QueryEscape(scheme+"://"+server.Username+"@"+host) + "&preselectAuthMethod=NATIVE"
}
