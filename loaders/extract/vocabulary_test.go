package extract

import (
	"reflect"
	"testing"

	"dossier/loaders/rules"
)

// A misspelt class name in vocabulary.go would be an empty set: every class
// that code refers to must have words in lexicon.rules.
func TestVocabulary(t *testing.T) {
	set, err := rules.Default()
	if err != nil {
		t.Fatal(err)
	}
	v := reflect.ValueOf(*newVocabulary(set.Classes))
	for i := range v.NumField() {
		words := v.Field(i)
		if words.Kind() == reflect.Pointer {
			words = words.Elem().FieldByName("words")
		}
		if words.Len() == 0 {
			t.Errorf("the class of %s has no words", v.Type().Field(i).Name)
		}
	}
}
