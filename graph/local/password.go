package local

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

// ensurePassword returns the password on file, or a new one if there is none
// and no database yet that would have another.
func (l layout) ensurePassword() (string, error) {
	pw, err := l.readPassword()
	if !errors.Is(err, fs.ErrNotExist) {
		return pw, err
	}
	if _, err := os.Stat(l.database()); err == nil {
		return "", &Error{
			kind: ErrPassword,
			what: fmt.Sprintf("the password file %s is gone, but the database it opens is still there", l.password()),
			hint: "put the file back, or delete the database with: dossier db reset",
		}
	}
	pw = rand.Text()
	return pw, writeFile(l.password(), []byte(pw+"\n"), 0o600)
}

func (l layout) readPassword() (string, error) {
	data, err := os.ReadFile(l.password())
	if err != nil {
		return "", err
	}
	return strings.TrimSpace(string(data)), nil
}
