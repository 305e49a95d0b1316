package exchange

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"dossier/graph/store"
)

// listMark separates the values of a list in a CSV field: a control character,
// because names hold every other.
const listMark = "\x1f"

// WriteCSV writes a dossier as CSV files into a folder, with the headers that
// neo4j-admin wants: nodes-KIND.csv and edges-TYPE.csv, and in import.txt the
// command to import them. Files of that name are replaced. CSV knows no empty
// list: such a property is left out.
func WriteCSV(ctx context.Context, dir string, s Source) (nodes, edges int, err error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return 0, 0, err
	}
	// Neo4j wants the columns first, and they are known at the end.
	columns := map[string]map[string]string{} // file -> property -> type
	err = s.Dump(ctx, func(r store.Record) error {
		file := fileOf(r)
		if columns[file] == nil {
			columns[file] = map[string]string{}
		}
		for k, v := range r.Properties {
			if typ := columnType(v); typ != "" {
				columns[file][k] = typ
			}
		}
		return nil
	})
	if err != nil {
		return 0, 0, err
	}
	files := map[string]*csvFile{}
	defer func() {
		for _, f := range files {
			err = errors.Join(err, f.close())
		}
	}()
	for _, name := range slices.Sorted(maps.Keys(columns)) {
		f, err := createCSV(filepath.Join(dir, name), strings.HasPrefix(name, "edges-"), columns[name])
		if err != nil {
			return 0, 0, err
		}
		files[name] = f
	}
	err = s.Dump(ctx, func(r store.Record) error {
		if r.Kind == "edge" {
			edges++
		} else {
			nodes++
		}
		return files[fileOf(r)].write(r)
	})
	if err != nil {
		return nodes, edges, err
	}
	return nodes, edges, os.WriteFile(filepath.Join(dir, "import.txt"), importCommand(slices.Sorted(maps.Keys(files))), 0o666)
}

func fileOf(r store.Record) string {
	if r.Kind == "edge" {
		// Ends of other kinds do not share a file: their ids are of other sorts.
		return fmt.Sprintf("edges-%s-%s-%s.csv", r.FromKind, strings.ToLower(r.Type), r.ToKind)
	}
	return "nodes-" + r.Kind + ".csv"
}

func columnType(v any) string {
	switch v := v.(type) {
	case int64:
		return "long"
	case float64:
		return "double"
	case bool:
		return "boolean"
	case string:
		return "string"
	case []any:
		if len(v) > 0 {
			return columnType(v[0]) + "[]"
		}
	}
	return ""
}

type csvFile struct {
	file *os.File
	w    *csv.Writer
	edge bool
	keys []string
}

func createCSV(path string, edge bool, columns map[string]string) (*csvFile, error) {
	file, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	f := &csvFile{file: file, w: csv.NewWriter(file), edge: edge, keys: slices.Sorted(maps.Keys(columns))}
	head := []string{"id:ID"}
	if edge {
		head = []string{":START_ID", ":END_ID"}
	} else {
		f.keys = slices.DeleteFunc(f.keys, func(k string) bool { return k == "id" })
	}
	for _, k := range f.keys {
		head = append(head, k+":"+columns[k])
	}
	if edge {
		head = append(head, ":TYPE")
	} else {
		head = append(head, ":LABEL")
	}
	return f, f.w.Write(head)
}

func (f *csvFile) write(r store.Record) error {
	fields := []string{r.ID}
	last := strings.Join(r.Labels, listMark)
	if f.edge {
		fields, last = []string{r.From, r.To}, r.Type
	}
	for _, k := range f.keys {
		fields = append(fields, field(r.Properties[k]))
	}
	return f.w.Write(append(fields, last))
}

func (f *csvFile) close() error {
	f.w.Flush()
	return errors.Join(f.w.Error(), f.file.Close())
}

func field(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	case []any:
		parts := make([]string, len(v))
		for i := range v {
			parts[i] = field(v[i])
		}
		return strings.Join(parts, listMark)
	}
	return fmt.Sprint(v)
}

// importCommand is the command line that imports the files, and what to do
// afterwards.
func importCommand(files []string) []byte {
	var b strings.Builder
	b.WriteString("In this folder, with the server stopped (Neo4j 5):\n\n  neo4j-admin database import full neo4j --overwrite-destination \\\n" +
		"    --array-delimiter=U+001F --multiline-fields=true \\\n")
	for i, name := range files {
		option := "--nodes="
		if strings.HasPrefix(name, "edges-") {
			option = "--relationships="
		}
		end := " \\\n"
		if i == len(files)-1 {
			end = "\n"
		}
		b.WriteString("    " + option + name + end)
	}
	b.WriteString("\nThe first load, or dossier query check, makes the constraints and indexes.\n")
	return []byte(b.String())
}
