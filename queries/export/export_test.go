package export_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"dossier/queries/excerpt"
	"dossier/queries/export"
)

var update = flag.Bool("update", false, "write golden files instead of comparing them")

func ptr(n int64) *int64 { return &n }

// sample has a claim of each sort: a link that one speaker denies, an office, a
// membership, a sanction, a count, a saying, a plan, and texts to be quoted.
func sample() *excerpt.Excerpt {
	x := excerpt.Empty()
	x.Articles = []excerpt.Article{
		{ID: "a1", Title: "Drones for \"Dunland\"", Outlet: "Northgate Wire", URL: "https://northgate.example/1", Published: "2024-01-09T10:00:00+01:00", Language: "en"},
		{ID: "a2", Name: "undated"},
	}
	x.Sentences = []excerpt.Sentence{
		{ID: "a1.0", Article: "a1", Part: "body", Text: "São Brío supplied\tdrones \\ to \"Dunland\".", Start: 0, End: 40},
		{ID: "a1.1", Article: "a1", Index: 1, Part: "body", Text: "Dunland denied that.", Start: 41, End: 61},
		{ID: "a2.0", Article: "a2", Part: "headline", Text: "All the rest.", Start: 0, End: 13},
	}
	x.Entities = []excerpt.Entity{
		{ID: "event:strike", Name: "strike on Oldport", Label: "Strike"},
		{ID: "org:league", Name: "League of Ports", Label: "Organization", Refs: map[string]string{"wikidata": "Q1"}},
		{ID: "person:ann", Name: "Ann Dunn", Label: "Person", Aliases: []string{"A. Dunn"}},
		{ID: "place:oldport", Name: "Oldport", Label: "Place", Parent: "state:DU"},
		{ID: "position:minister", Name: "minister", Label: "Position"},
		{ID: "state:BR", Name: "São Brío", Label: "State", Refs: map[string]string{"iso2": "BR"}},
		{ID: "state:DU", Name: "Dunland", Label: "State", Refs: map[string]string{"iso2": "DU"}},
		{ID: "weapon:drone", Name: "drone", Label: "Drone"},
	}
	at := func(id, sentence string, speakers ...string) []excerpt.Evidence {
		return []excerpt.Evidence{{ID: "e" + id, Sentence: sentence, Standing: "affirmed", Polarity: "affirmed", Modality: "asserted", Rule: "r", Speakers: speakers, End: 5}}
	}
	denied := func(id string) excerpt.Evidence {
		return excerpt.Evidence{ID: id, Sentence: "a1.1", Standing: "denied", Polarity: "denied", Modality: "asserted", Rule: "r", Speakers: []string{"state:DU"}, Start: 41, End: 61}
	}
	x.Claims = []excerpt.Claim{
		{ID: "c1", Relation: "SUPPLIED", Subject: "state:BR", Object: "weapon:drone", Roles: map[string][]string{"recipient": {"state:DU"}}, Date: "2024-01-08", DateTo: "2024-01-08", DatePrecision: "day",
			Status: "disputed", Articles: 1, Origins: 1, FirstReported: "2024-01-09", LastReported: "2024-01-09", Evidence: append(at("1", "a1.0"), denied("eno"))},
		{ID: "c2", Relation: "MET", Subject: "state:BR", Object: "state:DU", Date: "2024-01-01", DateTo: "2024-01-31", DatePrecision: "month", Status: "asserted", Articles: 2, Origins: 2, Evidence: append(at("2", "a1.0"), denied("enor"))},
		{ID: "c3", Relation: "HOLDS_POSITION", Subject: "person:ann", Object: "position:minister", Roles: map[string][]string{"of": {"state:DU"}}, Status: "asserted", Articles: 1, Origins: 1, Evidence: at("3", "a2.0")},
		{ID: "c4", Relation: "MEMBER_OF", Subject: "state:DU", Object: "org:league", Status: "attributed", Articles: 1, Origins: 1, Evidence: at("4", "a2.0", "person:ann")},
		{ID: "c5", Relation: "SANCTIONED", Subject: "state:BR", Object: "person:ann", Status: "alleged", Articles: 1, Origins: 1, Evidence: at("5", "a2.0")},
		{ID: "c6", Relation: "KILLED", Subject: "event:strike", CountMin: ptr(2), CountMax: ptr(-1), CountUnit: "people", Roles: map[string][]string{"place": {"place:oldport"}}, Status: "asserted", Articles: 1, Origins: 1, Evidence: at("6", "a2.0")},
		{ID: "c7", Relation: "STATED", Subject: "person:ann", Content: "so it is", About: []string{"c1"}, Status: "attributed", Articles: 1, Origins: 1, Evidence: at("7", "a1.0", "person:ann")},
		{ID: "c8", Relation: "VISITED", Subject: "person:ann", Object: "place:oldport", Status: "planned", Articles: 1, Origins: 1, Evidence: at("8", "a2.0")},
	}
	x.Contradictions = []excerpt.Contradiction{{A: "c1", B: "c1", Kind: "polarity", Reason: "affirmed and denied"}, {A: "c1", B: "c2", Kind: "date"}}
	return x
}

func write(t *testing.T, format string, x *excerpt.Excerpt) string {
	t.Helper()
	var b bytes.Buffer
	if err := export.Write(&b, format, x); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	for _, format := range export.Formats() {
		got, file := write(t, format, sample()), filepath.Join("testdata", "sample."+format)
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatalf("%v (make it with -update)", err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s (-want +got), -update accepts it:\n%s", file, diff)
		}
		write(t, format, excerpt.Empty())
	}
}

func TestClaimSchema(t *testing.T) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(export.ClaimSchema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("claim.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("claim.json")
	if err != nil {
		t.Fatal(err)
	}
	lines := 0
	for line := range strings.Lines(write(t, "claims", sample())) {
		lines++
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(line))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%s%v", line, err)
		}
	}
	if lines != len(sample().Claims) {
		t.Errorf("%d lines of %d claims", lines, len(sample().Claims))
	}
}

// What the standard demands of a bundle: properties, forms of ids and times,
// references that lead somewhere, no id twice.
func TestSTIX(t *testing.T) {
	var bundle struct {
		Type, ID string
		Objects  []map[string]any
	}
	if err := json.Unmarshal([]byte(write(t, "stix", sample())), &bundle); err != nil {
		t.Fatal(err)
	}
	id := regexp.MustCompile(`^([a-z-]+)--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)
	moment := regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$`)
	required := map[string][]string{
		"identity": {"name", "identity_class"}, "location": {"country"}, "report": {"name", "published", "object_refs"}, "note": {"content", "object_refs"},
		"opinion": {"opinion", "object_refs"}, "relationship": {"relationship_type", "source_ref", "target_ref", "confidence"},
	}
	have, count := map[string]string{}, map[string]int{}
	for _, o := range bundle.Objects {
		name := o["id"].(string)
		if have[name] != "" {
			t.Errorf("%s comes twice", name)
		}
		have[name] = o["type"].(string)
		count[have[name]]++
	}
	for _, o := range bundle.Objects {
		typ, name := o["type"].(string), o["id"].(string)
		if m := id.FindStringSubmatch(name); m == nil || m[1] != typ {
			t.Errorf("the id of a %s is %s", typ, name)
		}
		for _, key := range append([]string{"spec_version", "created", "modified"}, required[typ]...) {
			if o[key] == nil {
				t.Errorf("%s has no %s", name, key)
			}
		}
		for key, v := range o {
			refs, _ := v.([]any)
			if strings.HasSuffix(key, "_ref") {
				refs = []any{v}
			}
			if strings.HasSuffix(key, "_ref") || strings.HasSuffix(key, "_refs") {
				for _, r := range refs {
					if have[r.(string)] == "" {
						t.Errorf("%s: %s leads nowhere", name, key)
					}
				}
			}
			if strings.HasSuffix(key, "_time") || key == "created" || key == "modified" || key == "published" {
				if !moment.MatchString(v.(string)) {
					t.Errorf("%s: %s is %v", name, key, v)
				}
			}
		}
		if start, stop := o["start_time"], o["stop_time"]; start != nil && stop.(string) <= start.(string) {
			t.Errorf("%s ends at %v and begins at %v", name, stop, start)
		}
	}
	want := map[string]int{"identity": 5, "location": 1, "relationship": 3, "note": 5, "opinion": 2, "report": 1}
	if diff := cmp.Diff(want, count); diff != "" {
		t.Error(diff)
	}
}

// A statement's value that is an entity is one of the file, and an entity has
// one schema.
func TestFTM(t *testing.T) {
	schemas := map[string]string{}
	type statement struct {
		ID, EntityID, Schema, Prop, Value string
	}
	var all []statement
	for line := range strings.Lines(write(t, "ftm", sample())) {
		var s struct {
			ID       string `json:"id"`
			EntityID string `json:"entity_id"`
			Schema   string `json:"schema"`
			Prop     string `json:"prop"`
			Value    string `json:"value"`
		}
		if err := json.Unmarshal([]byte(line), &s); err != nil {
			t.Fatal(err)
		}
		if old := schemas[s.EntityID]; old != "" && old != s.Schema {
			t.Errorf("%s is a %s and a %s", s.EntityID, old, s.Schema)
		}
		schemas[s.EntityID] = s.Schema
		all = append(all, statement(s))
	}
	for _, s := range all {
		switch s.Prop {
		case "subject", "object", "holder", "post", "member", "organization", "entity", "proof":
			if schemas[s.Value] == "" {
				t.Errorf("%s of %s leads nowhere: %s", s.Prop, s.EntityID, s.Value)
			}
		}
	}
	for id, want := range map[string]string{"c1": "UnknownLink", "c1-recipient-state:DU": "UnknownLink", "c3": "Occupancy", "c4": "Membership", "c5": "Sanction", "a1": "Article", "c7": "", "c8": ""} {
		if schemas[id] != want {
			t.Errorf("%s is a %q, want %q", id, schemas[id], want)
		}
	}
}
