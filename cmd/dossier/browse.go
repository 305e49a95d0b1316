package main

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"dossier/graph"
	"dossier/graph/browser"
	"dossier/graph/local"
	"dossier/graph/store"
	"dossier/queries"
)

// handoverTime is how long browse waits for a web browser that somebody may
// have to open by hand.
const handoverTime = 10 * time.Minute

func browseCommand(s *streams) *cli.Command {
	return &cli.Command{
		Name:  "browse",
		Usage: "explore the graph in Neo4j Browser",
		Description: `Starts the local Neo4j if need be and opens its browser: logged in, the graph drawn and
coloured by label, a guide at the side whose queries run on a click, and all named
queries as saved scripts. It asks no other host for anything. Where no web browser
opens by itself, open the link that is printed; it works once.

Neo4j Browser keeps the password of its login in the clear, so each visit has an account
of its own, never the server's. Neo4j Community has no roles: that account may write and
delete. It ends with the next visit, with --end, and when the server is stopped.

For a server that is not managed here, --print says how its browser is to be set up,
and --files writes the style, the scripts and the guide for it.

  dossier browse
  dossier browse --end
  dossier browse --print --uri neo4j://graph.example.org --files for-the-browser/`,
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "print", Usage: "only print links and settings, for a server that others run"},
			&cli.BoolFlag{Name: "end", Usage: "end the visit: its account can log in no more"},
			&cli.StringFlag{Name: "files", Usage: "with --print: write style, scripts and guide into the folder `DIR`"},
		},
		Action: func(c *cli.Context) error {
			if err := noArguments(c); err != nil {
				return err
			}
			config := configuredDatabase(c, s)
			scripts, err := browserScripts(s.library)
			if err != nil {
				return err
			}
			switch {
			case c.Bool("print") && c.Bool("end"):
				return usagef("browse", "--print and --end exclude each other")
			case c.String("files") != "" && !c.Bool("print"):
				return usagef("browse", "--files goes with --print")
			case c.Bool("end"):
				return endVisit(c.Context, s)
			case c.Bool("print"):
				return printBrowser(c.Context, s, config, c.String("files"), scripts)
			case config.URI != "":
				return withHint(
					fmt.Errorf("browse: %s is not the local Neo4j, and how its browser is set up only its operator can say", config),
					"dossier browse --print, for links and settings; or unset NEO4J_URI")
			}
			return browse(c.Context, s, scripts)
		},
	}
}

// localOptions are those of the managed server, with what its browser shows
// beside the graph.
func localOptions(s *streams) local.Options {
	o := local.Options{Progress: s.note}
	library, err := queries.Builtin() // the guide is the same for all who share the server
	if err != nil {
		return o
	}
	if scripts, err := browserScripts(library); err == nil {
		if pages, err := browser.Pages(scripts); err == nil {
			o.Pages = pages
		}
	}
	return o
}

// browserScripts are the named queries in the form of Neo4j Browser.
func browserScripts(library *queries.Library) ([]browser.Script, error) {
	var scripts []browser.Script
	for _, q := range library.Queries() {
		text, err := q.Script()
		if err != nil {
			return nil, err
		}
		scripts = append(scripts, browser.Script{Folder: q.Folder, Title: q.Title, Description: q.Description, Cypher: text})
	}
	return scripts, nil
}

func browse(ctx context.Context, s *streams, scripts []browser.Script) error {
	server, err := local.Ensure(ctx, localOptions(s))
	if err != nil {
		return err
	}
	prepared, err := servesPages(ctx, server)
	if err != nil {
		return err
	}
	visit, err := local.OpenVisit(ctx, localOptions(s))
	if err != nil {
		return err
	}
	if !prepared {
		return browseByHand(ctx, s, server, visit)
	}
	handover, err := browser.Listen(server.HTTP, browser.NewSession(server.URI, visit.Username, visit.Password, scripts))
	if err != nil {
		return err
	}
	link := handover.Link(local.PagesPath)
	if _, err := fmt.Fprintln(s.out, link); err != nil {
		return err
	}
	if !openLink(ctx, s, link) {
		s.note("open this link in a web browser on this machine; dossier waits for it up to %s", handoverTime)
	}
	ctx, cancel := context.WithTimeout(ctx, handoverTime)
	defer cancel()
	if err := handover.Wait(ctx); err != nil {
		_, _ = local.EndVisit(context.WithoutCancel(ctx), localOptions(s)) // nobody has its password
		if errors.Is(err, context.DeadlineExceeded) {
			return withHint(fmt.Errorf("browse: no web browser opened the link within %s", handoverTime), "dossier browse")
		}
		return err
	}
	s.note("Neo4j Browser is open at %s/browser/; dossier browse --end takes its login back", server.HTTP)
	return nil
}

// servesPages reports whether the server has our pages: not in a container, and
// not when another release started it.
func servesPages(ctx context.Context, server *local.Server) (bool, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodHead, server.HTTP+local.PagesPath+"open.js", nil)
	if err != nil {
		return false, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return false, fmt.Errorf("ask the local Neo4j for its browser: %w", err)
	}
	resp.Body.Close()
	return resp.StatusCode == http.StatusOK, nil
}

// browseByHand is for a server without our pages: the login form, filled in but
// for the password.
func browseByHand(ctx context.Context, s *streams, server *local.Server, visit local.Visit) error {
	link := loginLink(server.HTTP, server.URI, visit.Username)
	if _, err := fmt.Fprintf(s.out, "address    %s\nuser       %s\npassword   %s\n", link, visit.Username, visit.Password); err != nil {
		return err
	}
	if server.Runtime == "docker" {
		s.note("a server in a container logs in by hand and has no guide; dossier browse --print --files DIR writes style and scripts to drop on Neo4j Browser")
	} else {
		s.note("this server was started without dossier's pages and logs in by hand; with them after: dossier db stop")
	}
	if s.outTerminal && !openLink(ctx, s, link) {
		s.note("copy the address into a web browser on this machine")
	}
	return nil
}

// openLink opens a link with what the desktop, or $BROWSER, has for it. Off a
// terminal nobody is there to see a window.
func openLink(ctx context.Context, s *streams, link string) bool {
	if !s.outTerminal && s.getenv("BROWSER") == "" {
		return false
	}
	opener := "xdg-open"
	if runtime.GOOS == "darwin" {
		opener = "open"
	}
	if err := exec.CommandContext(ctx, opener, link).Run(); err != nil {
		s.note("no web browser opens by itself (%s: %v)", opener, err)
		return false
	}
	return true
}

func endVisit(ctx context.Context, s *streams) error {
	ended, err := local.EndVisit(ctx, local.Options{})
	switch {
	case err != nil && !errors.Is(err, local.ErrNotRunning):
		return err
	case !ended:
		s.note("there is no visit to end")
	default:
		s.note("the visit has ended; windows that are still connected lose the graph when they are loaded again")
	}
	return nil
}

// loginLink is Neo4j Browser with all of the login filled in but the password,
// which must not get into a history of addresses.
func loginLink(web, bolt, username string) string {
	scheme, host, _ := strings.Cut(bolt, "://")
	return web + "/browser/?dbms=" + url.QueryEscape(scheme+"://"+username+"@"+host) + "&preselectAuthMethod=NATIVE"
}

// printBrowser writes what the operator of a server can do for its browser, and
// what its users can do themselves.
func printBrowser(ctx context.Context, s *streams, config store.Config, files string, scripts []browser.Script) error {
	web, bolt, username := "", config.URI, config.Username
	if bolt == "" {
		server, err := local.Ensure(ctx, localOptions(s))
		if err != nil {
			return err
		}
		web, bolt, username = server.HTTP, server.URI, server.Username
	} else {
		web = usualBrowser(bolt)
	}
	if username == "" {
		username = "neo4j"
	}
	_, err := fmt.Fprintf(s.out, `login      %s
first      %s

To be had by every visitor, in neo4j.conf (guide.html and the web server HOST are yours
to provide; it must allow the origin of Neo4j Browser):

browser.post_connect_cmd=guide https://HOST/guide.html
browser.remote_content_hostname_whitelist=HOST
client.allow_telemetry=false

To be had by one visitor: drop dossier.grass (colours) and dossier-queries.zip (saved
scripts) on the window of Neo4j Browser, and open the guide with :guide https://HOST/guide.html
`, loginLink(web, bolt, username), browser.First)
	if err != nil || files == "" {
		if err == nil {
			s.note("the files: dossier browse --print --files DIR")
		}
		return err
	}
	return writeBrowserFiles(s, files, scripts)
}

// usualBrowser is where the browser of a server mostly is.
func usualBrowser(bolt string) string {
	u, err := url.Parse(bolt)
	if err != nil {
		return "http://HOST:7474"
	}
	if strings.Contains(u.Scheme, "+") {
		return "https://" + u.Hostname() + ":7473"
	}
	return "http://" + u.Hostname() + ":7474"
}

func writeBrowserFiles(s *streams, dir string, scripts []browser.Script) error {
	pages, err := browser.Pages(scripts)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	write := func(name string, content func(io.Writer) error) error {
		return writeOutput(s, filepath.Join(dir, name), content)
	}
	text := func(data []byte) func(io.Writer) error {
		return func(w io.Writer) error { _, err := w.Write(data); return err }
	}
	if err := write("guide.html", text(pages["guide.html"])); err != nil {
		return err
	}
	if err := write("dossier.grass", text([]byte(browser.Grass(browser.Style(graph.DefaultOntology()))))); err != nil {
		return err
	}
	return write("dossier-queries.zip", func(w io.Writer) error {
		z := zip.NewWriter(w)
		for _, script := range scripts {
			f, err := z.Create(filepath.ToSlash(filepath.Join("Dossier", script.Folder, script.Title+".cypher")))
			if err == nil {
				_, err = io.WriteString(f, script.Cypher)
			}
			if err != nil {
				return err
			}
		}
		return z.Close()
	})
}
