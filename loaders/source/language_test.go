package source

import (
	"errors"
	"strings"
	"testing"
)

func TestLanguage(t *testing.T) {
	tests := []struct{ in, want string }{
		{prose, "en"},
		{"Estmark says it has closed the strait to all tankers after a mine was found", "en"},
		{"Albania, Andorra, Argentina, Australia, Austria", ""},
		{"Rockets over Lowick", ""},
		{"Raketen über Lowick", ""},
		{"", ""},
		{"1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11", ""},
		{"Der Rat der Hafenstadt hat am Montag gegen eine neue Brücke gestimmt, und der Bürgermeister sagte, sie hätte zu viel gekostet. Die Fähre fährt weiter.", "de"},
		{"Le conseil de la ville portuaire a voté lundi contre un nouveau pont, et le maire a déclaré qu'il aurait coûté trop cher. Le bac continue de circuler.", "fr"},
		{"El consejo de la ciudad portuaria votó el lunes en contra de un nuevo puente y el alcalde dijo que habría costado demasiado para todos los vecinos.", "es"},
		{"Совет портового города проголосовал в понедельник против нового моста, а мэр сказал, что он стоил бы слишком дорого.", "ru"},
		{"Рада портового міста проголосувала в понеділок проти нового мосту, а мер сказав, що він коштував би надто дорого і що пором ходитиме далі.", "uk"},
		{"صوت مجلس مدينة الميناء يوم الاثنين ضد بناء جسر جديد وقال رئيس البلدية إن تكلفته كانت ستكون باهظة", "ar"},
		{"港口城市议会周一投票反对修建新桥，市长说造价太高。渡轮将继续运行。", "zh"},
		{"항구 도시의 시의회는 월요일에 새 다리 건설에 반대표를 던졌으며 시장은 비용이 너무 많이 들었을 것이라고 말했다.", "ko"},
		{strings.Repeat("“Нет”, said the mayor of the town, and he said it to all who would hear it. ", 5), "en"},
	}
	for _, tt := range tests {
		if got := language(tt.in); got != tt.want {
			t.Errorf("language(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestLanguageError(t *testing.T) {
	items := collect(t, Options{Stdin: strings.NewReader("Le conseil de la ville a voté lundi contre un nouveau pont, et le maire a déclaré qu'il aurait coûté trop cher.")}, "-")
	var e *LanguageError
	if len(items) != 1 || !errors.As(items[0].Err, &e) || e.Language != "fr" || items[0].Article.Language != "fr" {
		t.Errorf("got %+v, want one article refused as French", items)
	}
}
