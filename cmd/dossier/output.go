package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"
)

func outputFlag() cli.Flag {
	return &cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FILE` instead of stdout; a run that fails leaves the file as it was"}
}

// writeOutput calls write with stdout, or with a new file that takes the place
// of the one called name when write has succeeded.
func writeOutput(s *streams, name string, write func(io.Writer) error) (err error) {
	if name == "" || name == "-" {
		return write(s.out)
	}
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(name, os.O_WRONLY, 0) // a device or a pipe: nothing to keep
		if err != nil {
			return fmt.Errorf("--output: %w", err)
		}
		return errors.Join(write(f), f.Close())
	}
	temporary := filepath.Join(filepath.Dir(name), fmt.Sprintf(".%s.%d", filepath.Base(name), os.Getpid()))
	f, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return fmt.Errorf("--output: %w", err)
	}
	defer func() {
		if err != nil {
			_ = os.Remove(temporary) // the first error is the one to tell
		}
	}()
	b := bufio.NewWriter(f)
	if err := write(b); err != nil {
		_ = f.Close()
		return err
	}
	if err := errors.Join(b.Flush(), f.Close()); err != nil {
		return fmt.Errorf("--output: %w", err)
	}
	if err := os.Rename(temporary, name); err != nil {
		return fmt.Errorf("--output: %w", err)
	}
	return nil
}

// counted is a number with what it counts: "1 row", "2 rows".
func counted(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}

// printJSON prints a summary as one JSON object on a line.
func printJSON(s *streams, v any) error {
	enc := json.NewEncoder(s.out)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}
