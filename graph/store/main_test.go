package store_test

import (
	"os"
	"testing"

	"dossier/graph/storetest"
)

func TestMain(m *testing.M) { os.Exit(storetest.Main{M: m}.Run()) }
