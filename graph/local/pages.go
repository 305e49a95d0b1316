package local

import (
	"archive/zip"
	"crypto/sha256"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// browserJar takes Neo4j Browser out of the jars and returns what stands in for
// it: the jar itself, or a copy with the pages in it where there are some. The
// server finds all that it serves at /browser/ in one place of its class path,
// so the pages have to be in there, too; nothing of Neo4j Browser is changed.
//
// It is a jar and not a folder because Java takes no class archive with a folder
// on the class path, and the last one because an archive is good for any class
// path that begins with its own: so all copies share one.
func (l layout) browserJar(jars []string, pages map[string][]byte) (others []string, browser string, err error) {
	for _, jar := range jars {
		if filepath.Base(jar) == browserJarName {
			browser = jar
		} else {
			others = append(others, jar)
		}
	}
	if len(pages) == 0 {
		return others, browser, nil
	}
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(pages)) {
		fmt.Fprintf(h, "%s %d\n%s", name, len(pages[name]), pages[name])
	}
	with := filepath.Join(l.lib(), fmt.Sprintf("%s-%x.jar", strings.TrimSuffix(browserJarName, ".jar"), h.Sum(nil)[:6]))
	if exists(with) {
		return others, with, nil
	}
	return others, with, addPages(browser, with, pages)
}

// addPages copies a jar and adds the pages.
func addPages(from, to string, pages map[string][]byte) error {
	r, err := zip.OpenReader(from)
	if err != nil {
		return err
	}
	defer r.Close()
	out, err := os.CreateTemp(filepath.Dir(to), filepath.Base(to)+".*")
	if err != nil {
		return err
	}
	defer os.Remove(out.Name())
	defer out.Close()
	w := zip.NewWriter(out)
	for _, f := range r.File {
		if f.Name == "META-INF/INDEX.LIST" { // which does not know the pages
			continue
		}
		if err := copyRaw(w, f); err != nil {
			return err
		}
	}
	folder := strings.TrimPrefix(PagesPath, "/")
	if _, err := w.Create(folder); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(pages)) {
		dst, err := w.Create(folder + name)
		if err != nil {
			return err
		}
		if _, err := dst.Write(pages[name]); err != nil {
			return err
		}
	}
	if err := w.Close(); err != nil {
		return err
	}
	if err := out.Chmod(0o644); err != nil {
		return err
	}
	if err := out.Close(); err != nil {
		return err
	}
	return os.Rename(out.Name(), to)
}
