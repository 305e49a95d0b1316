package local

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// BenchmarkStart measures what a user waits for and what the server takes. The
// first iterations of a fresh cache have no class archive; the benchmark waits
// for it.
//
//	go test ./graph/local -run '^$' -bench Start -benchtime 5x
//	DOSSIER_TEST_CACHE=$(mktemp -d) go test ./graph/local -run '^$' -bench First -benchtime 1x -v
func BenchmarkStart(b *testing.B) {
	ctx := context.Background()
	o := Options{DataDir: b.TempDir(), CacheDir: testCache(), Progress: b.Logf}
	ensure := func() *Server {
		s, err := Ensure(ctx, o)
		if err != nil {
			b.Fatal(err)
		}
		return s
	}
	stop := func() {
		if err := Stop(ctx, o); err != nil {
			b.Fatal(err)
		}
	}
	ensure()
	waitArchived(b, o)
	stop()
	var adopt, stopping time.Duration
	var processor float64
	var resident int64
	for b.Loop() {
		s := ensure()
		b.StopTimer()
		processor += processorSeconds(b, s.PID)
		resident = residentBytes(b, s.PID)
		began := time.Now()
		ensure()
		adopt += time.Since(began)
		began = time.Now()
		stop()
		stopping += time.Since(began)
		b.StartTimer()
	}
	b.ReportMetric(processor/float64(b.N), "processor-s/op")
	b.ReportMetric(float64(adopt.Milliseconds())/float64(b.N), "ms-adopt/op")
	b.ReportMetric(float64(stopping.Milliseconds())/float64(b.N), "ms-stop/op")
	b.ReportMetric(float64(resident>>20), "MB-resident")
}

// BenchmarkFirst measures the first start on a machine: with an empty cache,
// the fetching of the jars too.
func BenchmarkFirst(b *testing.B) {
	ctx := context.Background()
	for b.Loop() {
		o := Options{DataDir: b.TempDir(), CacheDir: testCache(), Progress: b.Logf}
		if _, err := Ensure(ctx, o); err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		if err := Stop(ctx, o); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
}

// waitArchived waits until the class archive is built or nobody builds it.
func waitArchived(b *testing.B, o Options) {
	l, m, began := newLayout(o), thisMachine(), time.Now()
	for _, at := m.archiving(l); at; _, at = m.archiving(l) {
		time.Sleep(100 * time.Millisecond)
	}
	found, _ := filepath.Glob(filepath.Join(l.lib(), "classes-*.jsa"))
	b.Logf("waited %s for %q", time.Since(began).Round(time.Second), found)
}

// processorSeconds is what a process has used so far, on any number of cores;
// unlike the time of day it does not depend on what else the machine does.
func processorSeconds(b *testing.B, pid int) float64 {
	stat, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	if err != nil {
		return 0 // not Linux
	}
	fields := strings.Fields(string(stat[strings.LastIndexByte(string(stat), ')'):]))
	var ticks float64
	for _, f := range fields[12:14] { // utime and stime
		n, err := strconv.ParseFloat(f, 64)
		if err != nil {
			b.Fatal(err)
		}
		ticks += n
	}
	return ticks / 100
}

func residentBytes(b *testing.B, pid int) int64 {
	status, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/status")
	if err != nil {
		return 0 // not Linux
	}
	_, rest, _ := strings.Cut(string(status), "VmRSS:")
	kb, err := strconv.ParseInt(strings.Fields(rest)[0], 10, 64)
	if err != nil {
		b.Fatal(err)
	}
	return kb << 10
}
