# make run: build Kabinet and open its demonstration. `make help` tells the rest.
.POSIX:
.SUFFIXES:

PREFIX = /usr/local
DESTDIR =
# `make DEPS=no` leaves the system's packages alone.
DEPS = yes
ARGS =
TARGET =

BINARY = .build/release/kabinet
CODE = Sources Tests Package.swift
# Everything inside and no symbols: see docs/decisions/0006.
RELEASE = --configuration release -Xswiftc -static-executable -Xlinker -s

BUILD_PACKAGES = libncurses-dev libsodium-dev libstemmer-dev pkg-config
TORTURE_PACKAGES = coreutils e2fsprogs mount strace util-linux xfsprogs
# Tests need nothing more; the bench measures Kabinet beside these.
BENCH_PACKAGES = fzf git sqlite3 tig
# Calendar programs that read what Kabinet writes for them.
CALENDAR_PACKAGES = khal python3-icalendar

# The seconds that `make fuzz` takes, all targets together.
SECONDS = 60

.PHONY: help deps bench-deps torture-deps build run test sweep check bench calendar torture fuzz install uninstall format clean

help:
	@echo 'make run      build, then open the demonstration (ARGS="--lang en" are passed on)'
	@echo 'make build    build $(BINARY)'
	@echo 'make test     run all tests'
	@echo 'make sweep    run the sweep of every screen over all sizes (long)'
	@echo 'make check    lint the code, prove the layout, validate the catalogue'
	@echo 'make bench    measure Kabinet beside tig, and its store beside SQLite, on this machine'
	@echo 'make calendar import the calendar of the demonstration in khal and icalendar'
	@echo 'make torture  break the store a million times and see whether it keeps its word'
	@echo 'make fuzz     look for inputs that break a reader (SECONDS=60, TARGET=journal for one)'
	@echo 'make install  install under PREFIX=$(PREFIX)'
	@echo 'make format   format the code'
	@echo 'make clean    delete what was built'

deps:
	@[ "$(DEPS)" = no ] || Scripts/install-packages.sh $(BUILD_PACKAGES)

bench-deps: deps
	@[ "$(DEPS)" = no ] || Scripts/install-packages.sh $(BENCH_PACKAGES)

torture-deps: deps
	@[ "$(DEPS)" = no ] || Scripts/install-packages.sh $(TORTURE_PACKAGES)

build: deps
	swift build $(RELEASE) --product kabinet

run: build
	@$(BINARY) demo $(ARGS)

test: deps
	swift test

# Every screen in all 8,619 sizes, in both languages: 18 minutes on two busy processors, for a nightly run.
sweep: deps
	KABINET_SWEEP=full swift test --filter SizeSweepTests

check: deps
	swift format lint --strict --parallel --recursive $(CODE)
	Scripts/check-arrows.sh
	swift build --product kabinet
	.build/debug/kabinet catalogue check

bench: bench-deps build
	swift build $(RELEASE) --product kabinet-bench
	.build/release/kabinet-bench booking
	.build/release/kabinet-bench store
	.build/release/kabinet-bench $(ARGS)

calendar: build
	@[ "$(DEPS)" = no ] || Scripts/install-packages.sh $(CALENDAR_PACKAGES)
	Scripts/check-ics.sh $(BINARY)

# ARGS go to the crash states, as in ARGS="--seed 7 --states 5000000".
torture: torture-deps build
	swift build $(RELEASE) --product kabinet-torture
	.build/release/kabinet-torture crashes $(ARGS)
	.build/release/kabinet-torture writers
	.build/release/kabinet-torture syscalls
	.build/release/kabinet-torture cuts

fuzz: deps
	Scripts/fuzz.sh $(SECONDS) $(TARGET)

install: build
	Scripts/install.sh $(BINARY) "$(DESTDIR)$(PREFIX)"

uninstall:
	Scripts/install.sh --remove "$(DESTDIR)$(PREFIX)"

format:
	swift format --in-place --parallel --recursive $(CODE)

clean:
	rm -rf .build
