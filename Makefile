# SPDX-License-Identifier: Apache-2.0
# A short front to CMake's presets (CMakePresets.json), each with a build folder
# of its own: build/ is the release build, build-debug/, build-asan/ and so on.
#
#   make             build the command and the libraries
#   make run         install what is missing, build, read the example page
#   make deps        only install what is missing for building
#   make check       the tests of the release build, a matter of a minute or so
#   make conformance how the parser does in html5lib-tests
#   make test        everything: sanitizers, a minute for each fuzz target, tests
#   make bench       measure
#   make fuzz        fuzz for hours: FUZZ_SECONDS for each target (4 hours)
#   make install     to PREFIX (/usr/local), below DESTDIR if it is set
#   make uninstall   what the last `make install` laid down
#   make coverage    which lines the tests run
#   make asan, tsan  the tests under one sanitizer build
#   make format      lay out what you have changed by .clang-format
#   make lint        clang-tidy and the project's own checks
#   make clean       remove the build folders

PREFIX ?= /usr/local
BUILD ?= build
PYTHON ?= python3
JOBS := $(shell nproc 2>/dev/null || echo 2)
CONFIGURE_FLAGS := $(if $(CI),-DPITH_WERROR=ON) $(CMAKE_FLAGS)
C_FILES = $(shell git ls-files 'src/*.c' 'cli/*.c' ':!*_table.c' ':!*/fetch_none.c')

# $(call build,PRESET)
define build
cmake --preset $(1) $(CONFIGURE_FLAGS) >/dev/null
cmake --build --preset $(1)
endef

.PHONY: all run deps test-deps check conformance generated test bench fuzz fuzz-minute install uninstall \
	coverage asan tsan format lint clean
.NOTPARALLEL:

all:
	$(call build,release)

deps:
	@scripts/deps build

test-deps:
	@scripts/deps build test $(if $(filter x86_64,$(shell uname -m)),machines)

run: deps all
	@echo
	build/pith --format markdown examples/page.html

check: all
	ctest --preset release -j $(JOBS)

# What the conformance tests have to say, which ctest shows only when they fail.
conformance: all
	@ctest --preset release -V -R 'html/test_(tokenizer|tree_construction)' | \
		sed -nE 's/^[0-9]+: (tree|tokenizer|  )/\1/p'

# The longest first; the last line is the count of the release build's tests.
test: test-deps fuzz-minute tsan asan conformance generated check

generated:
	@$(PYTHON) scripts/check_generated.py

asan:
	$(call build,asan-ubsan)
	ctest --preset asan-ubsan -j $(JOBS)

tsan:
	$(call build,tsan)
	ctest --preset tsan

fuzz-minute:
	$(call build,fuzz)
	scripts/fuzz build-fuzz $(or $(FUZZ_SECONDS),60)

fuzz:
	@scripts/deps build test
	$(call build,fuzz)
	scripts/fuzz build-fuzz $(or $(FUZZ_SECONDS),14400)

bench:
	@scripts/deps build bench
	cmake --preset release $(CONFIGURE_FLAGS) >/dev/null
	cmake --build --preset release --target all bench
	$(PYTHON) bench/run.py build

coverage:
	@scripts/deps build test coverage
	$(call build,coverage)
	ctest --preset coverage -j $(JOBS)
	gcovr --root . --object-directory build-coverage --filter src/ --filter cli/ \
		--exclude src/html/lanes.h # a function of one name for each instruction set

install: all
	DESTDIR=$(DESTDIR) cmake --install $(BUILD) --prefix $(PREFIX)

uninstall:
	sed 's|^|$(DESTDIR)|' $(BUILD)/install_manifest.txt | xargs -d '\n' rm -f

format:
	git clang-format

lint:
	cmake --preset debug $(CONFIGURE_FLAGS) >/dev/null
	clang-tidy -quiet -p build-debug $(C_FILES)
	$(PYTHON) scripts/check_rooms.py
	$(PYTHON) scripts/check_sizes.py

clean:
	rm -rf build build-debug build-asan build-tsan build-fuzz build-coverage
