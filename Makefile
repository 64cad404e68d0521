# Installs what is missing, then calls swift and chiso. Paths are relative, so that a space in the
# path of the clone does no harm.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help deps documents release demo test build-tests lint soak bench manual install

# Where `make install` puts the program: for everybody as root, else for one's own account.
PREFIX ?= $(shell if [ "$$(id -u)" = 0 ]; then echo /usr/local; else echo "$$HOME/.local"; fi)
# The released program carries Swift's runtime, and runs where no toolchain is. It exports no symbols,
# since nothing loads into it, and binding them costs each start.
RELEASE := -c release --static-swift-stdlib -Xlinker -s -Xlinker --no-export-dynamic -Xlinker -L.build/static --product chiso
CHISO := .build/release/chiso
MANUAL := .build/debug/generate-manual
# In release, since spoilt plans by the thousand are read; the tests' own build stays as it is.
FUZZ := swift test -c release -Xswiftc -enable-testing --scratch-path .build/fuzz --filter FuzzTests
KILL := CHISO_PROGRAM="$$PWD/$(CHISO)" swift test --skip-build --filter RandomKillTests

help:
	@echo 'make demo              install what is missing, build, load, compare two provinces, write a report'
	@echo 'make documents         install what reads PDF, scanned and Word files (poppler, tesseract, pandoc)'
	@echo 'make test              all that CI runs'
	@echo 'make lint              check the form of the code'
	@echo 'make soak              kill 200 loads at random moments, read 10,000 spoilt plans'
	@echo 'make bench             measure against PostgreSQL itself'
	@echo 'make install [PREFIX=] put the program, its jobs, completions and man pages in place'

deps:
	@.ci/install-packages

# Some 300 MB that only those need who read such files, so that no other target waits for them.
documents:
	@.ci/install-packages documents

release: deps
	@.ci/find-static-libraries .build/static
	swift build $(RELEASE)

# What writes man pages from the commands; it comes with the argument parser.
manual: release
	swift build --product generate-manual

demo: release
	@.ci/install-packages pictures || echo 'the report will have no pictures' >&2
	@.ci/demo $(CHISO)

lint:
	swift format lint --strict --parallel --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Commands

test: documents lint
	.ci/install-readers
	.ci/install-systemd
	$(MAKE) build-tests
	CHISO_CHARTS="$$PWD/.build/charts" .build/debug/chiso chart --setup
	@# Readings of plans, random questions and those about every printed figure are minutes of computing:
	@# beside them, tests that wait for servers starve.
	CHISO_FUZZ=500 swift test --skip-build --filter 'PlanReadingTests|RandomQuestionTests|PublisherAgreementTests'
	@# All of them at once would share two threads: each would take minutes, and locks would run out.
	SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=6 swift test --skip-build \
		--skip 'PlanReadingTests|RandomQuestionTests|PublisherAgreementTests'
	$(MAKE) manual
	.ci/test-install $(CHISO) $(MANUAL)
	CHISO_KILLS=20 $(KILL)

# Another seed each time, unless CHISO_SEED says which; a failure names its own.
soak: release build-tests
	CHISO_KILLS=200 CHISO_SEED="$${CHISO_SEED:-$$(date +%s)}" $(KILL)
	CHISO_FUZZ=10000 CHISO_SEED="$${CHISO_SEED:-$$(date +%s)}" $(FUZZ)

build-tests:
	@# The compiler keeps macro expansions in a fixed folder of TMPDIR, which may be another user's.
	@mkdir -p .build/tmp
	TMPDIR="$$PWD/.build/tmp" swift build --build-tests

bench: release
	@.ci/install-rivals
	swift build --package-path Benchmarks -c release
	Benchmarks/.build/release/chiso-benchmarks $(CHISO)

install: manual
	@.ci/install "$(CHISO)" "$(MANUAL)" "$(PREFIX)"
