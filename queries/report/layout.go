package report

import (
	"iter"
	"math"
	"slices"

	"dossier/queries/picture"
)

// A point is a place in the picture, in pixels at its natural size.
type point struct{ x, y float64 }

// layout places the nodes of a picture: those that are joined near each other,
// the others apart. It is done here and not in the page, which is to be ready at
// once, also with thousands of edges; and it is the same in every run.
//
// It is the method of Fruchterman and Reingold, with a pull to the middle that
// keeps the parts together that nothing joins. The nodes start on a spiral, the
// most connected in the middle.
func layout(p *picture.Picture) []point {
	n := len(p.Nodes)
	at := map[string]int{}
	for i, node := range p.Nodes {
		at[node.ID] = i
	}
	type pair struct{ a, b int }
	degree := make([]int, n)
	var joined []pair
	for _, e := range p.Edges {
		a, b := at[e.From], at[e.To]
		degree[a]++
		degree[b]++
		joined = append(joined, pair{a, b})
	}
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return degree[b] - degree[a] })
	const apart = 90.0 // how far neighbours would like to be
	places := make([]point, n)
	golden := math.Pi * (3 - math.Sqrt(5))
	for rank, i := range order {
		r := apart * 0.7 * math.Sqrt(float64(rank))
		places[i] = point{r * math.Cos(golden*float64(rank)), r * math.Sin(golden*float64(rank))}
	}
	steps := 300
	if n > 0 {
		steps = max(40, min(steps, 400_000_000/(n*n)))
	}
	moves := make([]point, n)
	heat := apart * math.Max(2, math.Sqrt(float64(n))/4)
	for step := range steps {
		clear(moves)
		for i := range n {
			for j := i + 1; j < n; j++ {
				dx, dy := places[i].x-places[j].x, places[i].y-places[j].y
				d2 := dx*dx + dy*dy
				if d2 < 0.01 {
					dx, dy, d2 = 0.1*float64(i-j), 0.1, 0.01+0.01*float64((i-j)*(i-j))
				}
				f := apart * apart / d2
				moves[i].x += dx * f
				moves[i].y += dy * f
				moves[j].x -= dx * f
				moves[j].y -= dy * f
			}
		}
		for _, e := range joined {
			dx, dy := places[e.a].x-places[e.b].x, places[e.a].y-places[e.b].y
			f := math.Sqrt(dx*dx+dy*dy) / apart / math.Sqrt(float64(min(degree[e.a], degree[e.b])))
			moves[e.a].x -= dx * f
			moves[e.a].y -= dy * f
			moves[e.b].x += dx * f
			moves[e.b].y += dy * f
		}
		limit := heat * (1 - float64(step)/float64(steps))
		for i := range n {
			// Screens are wider than high.
			moves[i].x -= places[i].x * 0.4
			moves[i].y -= places[i].y * 0.9
			if l := math.Hypot(moves[i].x, moves[i].y); l > limit {
				moves[i].x *= limit / l
				moves[i].y *= limit / l
			}
			places[i].x += moves[i].x
			places[i].y += moves[i].y
		}
	}
	gather(places, joinedParts(n, func(yield func(a, b int) bool) {
		for _, e := range joined {
			if !yield(e.a, e.b) {
				return
			}
		}
	}), 1.6*apart)
	for i := range places {
		places[i] = point{math.Round(places[i].x), math.Round(places[i].y)}
	}
	return places
}

// joinedParts returns the sets of nodes that edges join, the largest first.
func joinedParts(n int, edges iter.Seq2[int, int]) [][]int {
	root := make([]int, n)
	for i := range root {
		root[i] = i
	}
	find := func(i int) int {
		for root[i] != i {
			root[i] = root[root[i]]
			i = root[i]
		}
		return i
	}
	for a, b := range edges {
		a, b = find(a), find(b)
		root[max(a, b)] = min(a, b)
	}
	at := map[int]int{}
	var parts [][]int
	for i := range n {
		r := find(i)
		if _, ok := at[r]; !ok {
			at[r] = len(parts)
			parts = append(parts, nil)
		}
		parts[at[r]] = append(parts[at[r]], i)
	}
	slices.SortStableFunc(parts, func(a, b []int) int { return len(b) - len(a) })
	return parts
}

// gather moves parts that nothing joins to the largest one towards the middle,
// until they come near another: what lies far out makes all the rest small.
func gather(places []point, parts [][]int, near float64) {
	if len(parts) == 0 || len(places) > 2000 { // with so many there is no room to gain
		return
	}
	placed := slices.Clone(parts[0])
	for _, part := range parts[1:] {
		var mid point
		for _, i := range part {
			mid.x += places[i].x / float64(len(part))
			mid.y += places[i].y / float64(len(part))
		}
		free := func(shift point) bool {
			for _, i := range part {
				for _, j := range placed {
					if math.Hypot(places[i].x+shift.x-places[j].x, places[i].y+shift.y-places[j].y) < near {
						return false
					}
				}
			}
			return true
		}
		best := point{}
		for step := 1; step <= 40; step++ {
			shift := point{-mid.x * float64(step) / 40, -mid.y * float64(step) / 40}
			if !free(shift) {
				break
			}
			best = shift
		}
		for _, i := range part {
			places[i].x += best.x
			places[i].y += best.y
		}
		placed = append(placed, part...)
	}
}
