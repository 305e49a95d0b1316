package extract

import (
	"maps"
	"slices"
	"strings"
)

// vocabulary holds the word classes of lexicon.rules that constructions in code
// refer to, each as a set. What a class is for stands beside its words.
type vocabulary struct {
	ditransitive     map[string]bool
	quantity         map[string]bool
	thinking         map[string]bool
	objectControl    map[string]bool
	enjoys           map[string]bool
	rushes           map[string]bool
	sends            map[string]bool
	departs          map[string]bool
	unarmed          map[string]bool
	roles            map[string]bool
	appoints         map[string]bool
	serves           map[string]bool
	passing          map[string]bool
	leads            map[string][]string // the office that a verb of leading tells
	bearings         map[string]bool
	homes            map[string]bool
	quits            map[string]bool
	harms            map[string]bool
	domains          map[string]bool
	keeps            map[string]bool
	answerable       map[string]bool
	laws             map[string]bool
	intrudes         map[string]bool
	trades           map[string]bool
	extensions       map[string]bool
	beneficiaries    map[string]bool
	epithets         map[string]bool
	selves           map[string]bool
	machines         map[string]bool
	crowds           map[string]bool
	subordinates     map[string]bool
	light            map[string]bool
	settlements      map[string]bool
	particles        map[string]bool
	proofs           map[string]bool
	finding          map[string]bool
	presuming        map[string]bool
	occurring        map[string]bool
	holding          map[string]bool
	untrue           map[string]bool
	disowning        map[string]bool
	writing          map[string]bool
	hindering        map[string]bool
	namesakes        map[string]bool
	lesser           map[string]bool
	wishing          map[string]bool
	projecting       map[string]bool
	sparing          map[string]bool
	raising          map[string]bool
	confirming       map[string]bool
	grounds          map[string]bool
	ongoing          map[string]bool
	performing       map[string]bool
	until            map[string]bool
	lasting          map[string]bool
	merely           map[string]bool
	unrealised       map[string]bool
	unites           map[string]bool
	breaches         map[string]bool
	talks            map[string]bool
	takesPlace       map[string]bool
	copulas          map[string]bool
	ventures         map[string]bool
	helping          map[string]bool
	aidKinds         map[string]bool
	upholds          map[string]bool
	institutes       map[string]bool
	usStates         map[string]bool
	stages           map[string]bool
	relates          map[string]bool
	biddings         map[string]bool
	relies           map[string]bool
	stretches        map[string]bool
	further          map[string]bool
	unnamedParties   map[string]bool
	errands          map[string]bool
	intransitive     map[string]bool
	handles          map[string]bool
	pacts            map[string]bool
	regards          map[string]bool
	meetings         map[string]bool
	suffers          map[string]bool
	dodges           map[string]bool
	musts            map[string]bool
	writs            map[string]bool
	assemblies       map[string]bool
	settles          map[string]bool
	blacklisted      map[string]bool
	provided         map[string]bool
	currencies       map[string]bool
	participles      map[string]bool
	parties          map[string]bool
	sayingAdjectives map[string]bool
	declarations     map[string]bool
	clauseOnly       map[string]bool
	airing           map[string]bool
	aired            map[string]bool
	withheld         map[string]bool
	stances          map[string]bool
	partisans        map[string]bool
	utterances       map[string]bool
	appeals          map[string]bool
	records          map[string]bool
	goingOn          map[string]bool
	rejecting        map[string]bool
	accusations      map[string]bool
	prepositional    map[string]bool
	transitiveOnly   map[string]bool
	addresses        map[string]bool
	packages         map[string]bool
	rulers           map[string]bool
	stateArms        map[string]bool
	ships            map[string]bool
	shipPrefixes     map[string]bool
	silent           map[string]bool
	refusals         map[string]bool
	telling          map[string]bool
	answers          map[string]bool
	requests         map[string]bool
	judging          map[string]bool
	doings           map[string]bool
	wars             map[string]bool
	phrasal          map[string]bool
	attackers        map[string]bool
	maleNames        map[string]bool
	femaleNames      map[string]bool
	threatening      map[string]bool
	offshoots        map[string]bool
	missions         map[string]bool
	sites            map[string]bool
	ranks            map[string]bool
	reports          map[string]bool
	envoys           map[string]bool
	menaces          map[string]bool
	attempts         map[string]bool
	rebuffing        map[string]bool
	rebuffedBy       map[string]bool
	disowned         map[string]bool
	vagueActs        map[string]bool
	weaponKinds      map[string]bool
	civilian         map[string]bool
	shared           map[string]bool
	enacts           map[string]bool
	enactments       map[string]bool
	naming           map[string]bool
	means            map[string]bool
	backed           map[string]bool
	concerns         map[string]bool
	sides            map[string]bool
	thanks           map[string]bool
	thankful         []string
	launches         map[string]bool
	repays           map[string]bool
	arms             map[string]bool
	raids            map[string]bool
	invades          map[string]bool
	combatants       map[string]bool
	batters          map[string]bool
	withstands       map[string]bool
	defences         map[string]bool
	defends          map[string]bool
	holds            map[string]bool
	compass          map[string]bool
	unnamedBefore    map[string]bool
	orgNames         map[string]bool
	nameKinds        map[string]bool
	manly            map[string]bool
	womanly          map[string]bool
	called           map[string]bool
	epithetWords     map[string]bool
	homelands        map[string]bool
	allegiant        map[string]bool
	peopleNames      map[string]bool
	peoples          map[string]bool
	companyNames     map[string]bool
	armedNames       map[string]bool
	pairs            map[string]bool
	rivals           map[string]bool
	creeds           map[string]bool
	civilModifiers   map[string]bool
	greatPowers      map[string]bool
	peopleDo         map[string]bool
	peopleSuffer     map[string]bool
	worldParts       map[string]bool
	ofSanctions      map[string]bool
	inRanks          map[string]bool
	applies          map[string]bool
	applications     map[string]bool
	panellists       map[string]bool
	realms           map[string]bool
	stateBodies      map[string]bool
	rebels           map[string]bool
	fighters         map[string]bool
	retakes          map[string]bool
	battles          map[string]bool
	ceases           map[string]bool
	killings         map[string]bool
	naturally        map[string]bool
	assails          map[string]bool
	notInOffice      map[string]bool
	agentEndings     []string            // of plural nouns
	kinds            map[string][]string // of organisations and states, by what they are called
	offices          map[string][]string // that a short word may mean
	several          map[string][]string // codes of the states that a word names
	whereabouts      map[string]bool
	places           map[string]bool
	quarters         map[string]bool
	regions          map[string]bool
}

func newVocabulary(classes map[string][]string) *vocabulary {
	set := func(name string) map[string]bool { return wordSet(classes[name]) }
	return &vocabulary{
		ditransitive:     set("ditransitive"),
		quantity:         set("quantity"),
		thinking:         set("thinking"),
		objectControl:    set("object-control"),
		enjoys:           set("enjoys"),
		rushes:           set("rushes"),
		sends:            set("sends"),
		departs:          set("departs"),
		unarmed:          set("unarmed"),
		roles:            set("roles"),
		appoints:         set("appoints"),
		serves:           set("serves"),
		passing:          set("passing"),
		bearings:         set("bearings"),
		homes:            set("homes"),
		quits:            set("quits"),
		harms:            set("harms"),
		domains:          set("domains"),
		keeps:            set("keeps"),
		answerable:       set("answerable"),
		laws:             set("laws"),
		intrudes:         set("intrudes"),
		trades:           set("trades"),
		extensions:       set("extensions"),
		beneficiaries:    set("beneficiaries"),
		epithets:         set("epithets"),
		selves:           set("selves"),
		machines:         set("machines"),
		crowds:           set("crowds"),
		subordinates:     set("subordinates"),
		light:            set("light"),
		settlements:      set("settlements"),
		particles:        set("particles"),
		proofs:           set("proofs"),
		finding:          set("finding"),
		presuming:        set("presuming"),
		occurring:        set("occurring"),
		holding:          set("holding"),
		untrue:           set("untrue"),
		disowning:        set("disowning"),
		writing:          set("writing"),
		hindering:        set("hindering"),
		namesakes:        set("namesakes"),
		lesser:           set("lesser"),
		wishing:          set("wishing"),
		projecting:       set("projecting"),
		sparing:          set("sparing"),
		raising:          set("raising"),
		confirming:       set("confirming"),
		grounds:          set("grounds"),
		ongoing:          set("ongoing"),
		performing:       set("performing"),
		until:            set("until"),
		lasting:          set("lasting"),
		merely:           set("merely"),
		unrealised:       set("unrealised"),
		unites:           set("unites"),
		breaches:         set("breaches"),
		talks:            set("talks"),
		takesPlace:       set("takes-place"),
		copulas:          set("copulas"),
		ventures:         set("ventures"),
		helping:          set("helping"),
		aidKinds:         set("aid-kinds"),
		upholds:          set("upholds"),
		institutes:       set("institutes"),
		usStates:         set("us-states"),
		stages:           set("stages"),
		relates:          set("relates"),
		biddings:         set("biddings"),
		relies:           set("relies"),
		stretches:        set("stretches"),
		further:          set("further"),
		unnamedParties:   set("unnamed-parties"),
		errands:          set("errands"),
		intransitive:     set("intransitive"),
		handles:          set("handles"),
		pacts:            set("pacts"),
		regards:          set("regards"),
		meetings:         set("meetings"),
		suffers:          set("suffers"),
		dodges:           set("dodges"),
		musts:            set("musts"),
		writs:            set("writs"),
		assemblies:       set("assemblies"),
		settles:          set("settles"),
		blacklisted:      set("blacklisted"),
		provided:         set("provided"),
		currencies:       set("currencies"),
		participles:      set("participles"),
		parties:          set("parties"),
		sayingAdjectives: set("saying-adjectives"),
		declarations:     set("declarations"),
		clauseOnly:       set("clause-only"),
		airing:           set("airing"),
		aired:            set("aired"),
		withheld:         set("withheld"),
		stances:          set("stances"),
		partisans:        set("partisans"),
		utterances:       set("utterances"),
		appeals:          set("appeals"),
		records:          set("records"),
		goingOn:          set("going-on"),
		rejecting:        set("rejecting"),
		accusations:      set("accusations"),
		prepositional:    set("prepositional"),
		transitiveOnly:   set("transitive-only"),
		addresses:        set("addresses"),
		packages:         set("packages"),
		rulers:           set("rulers"),
		stateArms:        set("state-arms"),
		ships:            set("ships"),
		shipPrefixes:     set("ship-prefixes"),
		silent:           set("silent"),
		refusals:         set("refusals"),
		telling:          set("telling"),
		answers:          set("answers"),
		requests:         set("requests"),
		judging:          set("judging"),
		doings:           set("doings"),
		wars:             set("wars"),
		phrasal:          set("phrasal"),
		attackers:        set("attackers"),
		maleNames:        set("male-name"),
		femaleNames:      set("female-name"),
		threatening:      set("threatening"),
		offshoots:        set("offshoots"),
		missions:         set("missions"),
		sites:            set("sites"),
		ranks:            set("ranks"),
		reports:          set("reports"),
		envoys:           set("envoys"),
		menaces:          set("menaces"),
		attempts:         set("attempts"),
		rebuffing:        set("rebuffing"),
		rebuffedBy:       set("rebuffed-by"),
		disowned:         set("disowned"),
		vagueActs:        set("vague-acts"),
		weaponKinds:      set("weapon-kinds"),
		civilian:         set("civilian-bodies"),
		shared:           set("shared"),
		enacts:           set("enacts"),
		enactments:       set("enactments"),
		naming:           set("naming"),
		means:            set("means"),
		backed:           set("backed"),
		concerns:         set("concerns"),
		sides:            set("sides"),
		thanks:           set("thanks"),
		thankful:         classes["thankful"],
		launches:         set("launches"),
		repays:           set("repays"),
		arms:             set("arms"),
		raids:            set("raids"),
		invades:          set("invades"),
		combatants:       set("combatants"),
		batters:          set("batters"),
		withstands:       set("withstands"),
		defences:         set("defences"),
		defends:          set("defends"),
		holds:            set("holds"),
		compass:          set("compass"),
		unnamedBefore:    set("unnamed-before"),
		orgNames:         set("org-names"),
		nameKinds:        set("name-kinds"),
		manly:            set("manly"),
		womanly:          set("womanly"),
		called:           set("called"),
		epithetWords:     set("epithet-words"),
		homelands:        set("homelands"),
		allegiant:        set("allegiant"),
		peopleNames:      set("people-names"),
		peoples:          set("peoples"),
		companyNames:     set("company-names"),
		armedNames:       set("armed-names"),
		worldParts:       set("world-parts"),
		ofSanctions:      set("sanction-compounds"),
		inRanks:          set("in-ranks"),
		applies:          set("applies"),
		applications:     set("applications"),
		panellists:       set("panellists"),
		peopleDo:         set("people-do"),
		peopleSuffer:     set("people-suffer"),
		greatPowers:      set("great-powers"),
		creeds:           set("creeds"),
		civilModifiers:   set("civil-modifiers"),
		rivals:           set("rivals"),
		pairs:            set("pairs"),
		realms:           set("realms"),
		stateBodies:      set("state-bodies"),
		rebels:           set("rebels"),
		fighters:         set("fighters"),
		retakes:          set("retakes"),
		battles:          set("battles"),
		ceases:           set("ceases"),
		killings:         set("killings"),
		naturally:        set("naturally"),
		assails:          set("assails"),
		whereabouts:      set("whereabouts"),
		places:           set("places"),
		quarters:         set("quarters"),
		regions:          set("regions"),
		agentEndings:     classes["agent-endings"],
		notInOffice:      set("not-in-office"),
		kinds:            kinds(classes),
		offices:          prefixed(classes, "office "),
		leads:            prefixed(classes, "leads "),
		several:          prefixed(classes, "several "),
	}
}

// kinds turns the classes "kind K" round: the kinds that each word may call.
func kinds(classes map[string][]string) map[string][]string {
	m := map[string][]string{}
	for _, class := range slices.Sorted(maps.Keys(classes)) {
		if kind, ok := strings.CutPrefix(class, "kind "); ok {
			for _, w := range classes[class] {
				m[w] = append(m[w], kind)
			}
		}
	}
	return m
}

// prefixed are the classes whose names begin with a prefix, by the rest of it.
func prefixed(classes map[string][]string, prefix string) map[string][]string {
	m := map[string][]string{}
	for class, words := range classes {
		if w, ok := strings.CutPrefix(class, prefix); ok {
			m[w] = words
		}
	}
	return m
}
