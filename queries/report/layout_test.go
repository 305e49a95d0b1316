package report

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"dossier/queries/picture"
)

// rings is a picture of two rings of nodes that nothing joins, and a pair.
func rings() *picture.Picture {
	p := &picture.Picture{}
	ring := func(name string, n int) {
		for i := range n {
			p.Nodes = append(p.Nodes, picture.Node{ID: fmt.Sprint(name, i)})
			p.Edges = append(p.Edges, picture.Edge{From: fmt.Sprint(name, i), To: fmt.Sprint(name, (i+1)%n)})
		}
	}
	ring("a", 20)
	ring("b", 5)
	ring("c", 2)
	return p
}

func TestLayout(t *testing.T) {
	p := rings()
	places := layout(p)
	if !slices.Equal(places, layout(p)) {
		t.Error("two runs differ")
	}
	least, farthest := math.Inf(1), 0.0
	for i, a := range places {
		if math.IsNaN(a.x) || math.IsNaN(a.y) {
			t.Fatalf("node %d is nowhere", i)
		}
		farthest = max(farthest, math.Hypot(a.x, a.y))
		for _, b := range places[:i] {
			least = min(least, math.Hypot(a.x-b.x, a.y-b.y))
		}
	}
	if least < 20 {
		t.Errorf("two nodes are %.0f pixels apart", least)
	}
	if farthest > 1500 {
		t.Errorf("a node is %.0f pixels away from the middle", farthest)
	}
	joined, apart := 0.0, 0.0
	at := func(id string) point {
		return places[slices.IndexFunc(p.Nodes, func(n picture.Node) bool { return n.ID == id })]
	}
	for i := range 10 {
		a, b, c := at(fmt.Sprint("a", i)), at(fmt.Sprint("a", i+1)), at(fmt.Sprint("a", i+10))
		joined += math.Hypot(a.x-b.x, a.y-b.y)
		apart += math.Hypot(a.x-c.x, a.y-c.y)
	}
	if joined > apart {
		t.Errorf("what is joined is farther apart (%.0f) than what is not (%.0f)", joined/10, apart/10)
	}
	if got := layout(&picture.Picture{}); len(got) != 0 {
		t.Errorf("an empty picture has places %v", got)
	}
}
