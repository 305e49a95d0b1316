package report

import (
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
	for i := range places {
		places[i] = point{math.Round(places[i].x), math.Round(places[i].y)}
	}
	return places
}
