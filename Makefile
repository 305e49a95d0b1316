# Everything one does with this repository, by name: make help lists it.

GO          ?= go
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
TESTFLAGS   ?=
BENCHFLAGS  ?= -benchmem
GOFILES      = git ls-files -z -c -o --exclude-standard -- '*.go'

# Go and Maven keep their caches under HOME, so an unset or empty one is looked up.
ifeq ($(strip $(HOME)),)
export HOME := $(shell eval echo ~$$(id -un))
endif

# The targets are about the managed Neo4j: one that this shell happens to be set up
# for must not get sample articles or test data.
unexport NEO4J_URI NEO4J_USERNAME NEO4J_PASSWORD NEO4J_DATABASE

.DEFAULT_GOAL := help
.PHONY: help demo build test vet lint bench clean FORCE

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## build, start the managed Neo4j, load the sample articles, ask three questions
	@.ci/setup go neo4j
	@$(MAKE) --no-print-directory build
	bin/dossier db start
	bin/dossier load testdata/articles
	bin/dossier query signatories
	bin/dossier query transfers
	bin/dossier query denials
	@echo
	@echo 'Neo4j stays up for you. To go on:'
	@echo '  bin/dossier browse      explore the graph in Neo4j Browser'
	@echo '  bin/dossier query       list all the questions'
	@echo '  bin/dossier db stop     stop Neo4j; the data stays'

build: bin/dossier ## build bin/dossier

bin/dossier: FORCE
	@.ci/setup go
	$(GO) build -trimpath -o $@ ./cmd/dossier

# The scripts of cmd/dossier run it as a process some hundred times, which the race
# detector makes three times slower; what runs concurrently is in the other packages.
test: ## run all the tests, with the race detector and a real Neo4j
	@.ci/setup go neo4j cc
	@CGO_ENABLED=1 .ci/gotest -race -timeout 30m $(TESTFLAGS) $$($(GO) list ./... | grep -v /cmd/dossier)
	@.ci/gotest -timeout 30m $(TESTFLAGS) ./cmd/dossier

vet: ## check with gofmt and go vet
	@.ci/setup go
	@unformatted=$$($(GOFILES) | xargs -0 gofmt -l) && if [ -n "$$unformatted" ]; then \
	  echo "gofmt would change:" $$unformatted >&2; exit 1; fi
	$(GO) vet ./...

lint: vet ## check with gofmt, go vet and staticcheck
	$(GO) run $(STATICCHECK) ./...

bench: ## run the benchmarks
	@.ci/setup go neo4j
	$(GO) test -run '^$$' -bench . $(BENCHFLAGS) ./...

clean: ## remove what the build made; the database and the caches stay
	rm -rf bin
