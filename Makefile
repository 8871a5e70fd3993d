# Every command does its own set-up. What `make test` and `make lint` run stands as a list in tests/run.ts and tests/lint.ts.
.PHONY: help demo test package glue lint size bench proof fuzz mutants setup
.DELETE_ON_ERROR:
.NOTPARALLEL:
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --no-builtin-rules --no-print-directory

help:
	@echo 'make demo | test | package | lint | size | bench | proof | fuzz | mutants    (README.md says what each does)'

# ---- tools: from the PATH where it has the right version, else installed once into the cache -------------------------

CACHE := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/kasir
on_path = $(if $(filter $(2),$(lastword $(shell $(1) --version 2>/dev/null))),$(shell command -v $(1)))
node_on_path = $(shell node -e 'const [major, minor] = process.versions.node.split(".").map(Number); process.exit(($(1)) ? 0 : 1)' \
  2>/dev/null && command -v node)
cached_node = $(CACHE)/node-$(1)/node_modules/.bin/node

# The tool must be of the crate's own version; the lock file of 0.2.130 names a crate that the registry does not have.
BINDGEN_VERSION := 0.2.129
WASM_PACK_VERSION := 0.15.1
WASM_BINDGEN := $(or $(call on_path,wasm-bindgen,$(BINDGEN_VERSION)),$(CACHE)/wasm-bindgen-$(BINDGEN_VERSION)/bin/wasm-bindgen)
WASM_PACK := $(or $(call on_path,wasm-pack,$(WASM_PACK_VERSION)),$(CACHE)/wasm-pack-$(WASM_PACK_VERSION)/bin/wasm-pack)
# Running .ts files directly needs Node 22.18; the consumers' tests also run the oldest Node that npm kasir supports.
NODE := $(or $(call node_on_path,major > 22 || (major === 22 && minor >= 18)),$(call cached_node,24.21.0))
NODE_OLDEST := $(or $(call node_on_path,major === 20 && minor >= 19),$(call cached_node,20.20.2))
CHROMIUM := $(or $(shell command -v chromium),/usr/bin/chromium)
CHROMEDRIVER := $(or $(shell command -v chromedriver),/usr/bin/chromedriver)
FUZZ_VERSION := 0.13.2
MUTANTS_VERSION := 27.1.0
CARGO_FUZZ := $(CACHE)/cargo-fuzz-$(FUZZ_VERSION)/bin/cargo-fuzz
CARGO_MUTANTS := $(CACHE)/cargo-mutants-$(MUTANTS_VERSION)/bin/cargo-mutants
# libFuzzer needs the compiler's unstable flags; any nightly that builds the crate does.
NIGHTLY := $(or $(RUSTUP_HOME),$(HOME)/.rustup)/toolchains/nightly-$(shell rustc -vV | sed -n 's/^host: //p')
WASM_TARGET := $(shell rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib
NPM_TOOLS := node_modules/.package-lock.json

export CHROMIUM CHROMEDRIVER NODE_OLDEST
export PATH := $(dir $(NODE)):$(dir $(WASM_BINDGEN)):$(dir $(WASM_PACK)):$(dir $(CARGO_FUZZ)):$(dir $(CARGO_MUTANTS)):$(CURDIR)/node_modules/.bin:$(PATH)

BUILD_TOOLS := $(WASM_TARGET) $(WASM_BINDGEN) $(NODE) $(NPM_TOOLS)
TEST_TOOLS := $(BUILD_TOOLS) $(WASM_PACK) $(NODE_OLDEST) $(CHROMIUM) $(CHROMEDRIVER)
setup: $(TEST_TOOLS)

# $(call install,what it installs,the command,the line that mends a failure when it is not the command itself)
define install
@echo 'kasir set-up: $(1)'
@$(2) || { echo 'kasir set-up failed; this mends it: $(or $(3),$(2))' >&2; exit 1; }
endef
# Not optimised and without TLS: such a tool runs for a moment, its own build is what takes the time.
cargo_install = CARGO_PROFILE_RELEASE_OPT_LEVEL=0 cargo install --quiet --locked --root $(CACHE)/$(1)-$(2)
npm_install_node = npm install --silent --no-fund --no-audit --prefix $(CACHE)/node-$(1) node@$(1)

$(WASM_TARGET):
	$(call install,rustup adds the target wasm32-unknown-unknown,rustup target add wasm32-unknown-unknown,install rustup by https://rustup.rs then run: rustup target add wasm32-unknown-unknown)
$(CACHE)/wasm-bindgen-%/bin/wasm-bindgen:
	$(call install,cargo installs wasm-bindgen $* (about a minute),$(call cargo_install,wasm-bindgen,$*) wasm-bindgen-cli@$* --no-default-features)
$(CACHE)/wasm-pack-%/bin/wasm-pack:
	$(call install,cargo installs wasm-pack $* (about a minute),$(call cargo_install,wasm-pack,$*) wasm-pack@$*)
$(CACHE)/cargo-fuzz-%/bin/cargo-fuzz:
	$(call install,cargo installs cargo-fuzz $* (half a minute),$(call cargo_install,cargo-fuzz,$*) cargo-fuzz@$*)
$(CACHE)/cargo-mutants-%/bin/cargo-mutants:
	$(call install,cargo installs cargo-mutants $* (about a minute),$(call cargo_install,cargo-mutants,$*) cargo-mutants@$*)
$(NIGHTLY):
	$(call install,rustup brings the nightly compiler,rustup toolchain install nightly --profile minimal)
$(CACHE)/node-%/node_modules/.bin/node:
	$(call install,npm brings Node $*,$(call npm_install_node,$*))
$(NPM_TOOLS): package.json package-lock.json | $(NODE)
	$(call install,npm brings the development tools,npm ci --silent --no-fund --no-audit)
	@ln -sfn ../pkg/kasir node_modules/kasir && ln -sfn ../pkg/kasir-hook node_modules/kasir-hook && touch $@
APT := apt-get install -y -qq chromium chromium-driver
$(CHROMIUM) $(CHROMEDRIVER) &:
	$(call install,apt-get brings Chromium and its driver,apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(APT) >/dev/null,sudo $(APT))

# ---- the packages ----------------------------------------------------------------------------------------------------

# Two builds of one crate in two target folders: in one folder the second build would overwrite the first one's file.
PACKAGES := kasir kasir-hook
FEATURES_kasir-hook := --features hook
PACKAGER := $(NODE) pkg-template/build.ts
PACKAGER_FILES := pkg-template/build.ts $(wildcard pkg-template/build/*.ts)
# Strength reduction trades bytes of a loop for registers, of which WebAssembly has as many as it likes; addresses behind
# a stack of 256 KB take a byte less than those behind the usual megabyte.
SMALLER := -C llvm-args=-disable-lsr -C llvm-args=-inline-threshold=160 -C link-arg=-zstack-size=262144
# Panic locations name source files: without this they would name this machine's folders.
REMAP := --remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)/registry/src= --remap-path-prefix=$(CURDIR)= \
  --remap-path-prefix=$(shell rustc --print sysroot)/lib/rustlib/src/rust/library=

$(PACKAGES:%=target/%.wasm): target/%.wasm: Cargo.toml Cargo.lock $(shell find src -name '*.rs') | $(WASM_TARGET)
	RUSTFLAGS="$(SMALLER) $(REMAP)" cargo build --quiet --locked --release --lib --target wasm32-unknown-unknown --target-dir target/$* $(FEATURES_$*)
	@cp target/$*/wasm32-unknown-unknown/release/kasir.wasm $@

$(PACKAGES:%=pkg-template/%/src/core/core.wasm): pkg-template/%/src/core/core.wasm: target/%.wasm $(PACKAGER_FILES) | $(BUILD_TOOLS)
	$(PACKAGER) glue $*

glue: $(PACKAGES:%=pkg-template/%/src/core/core.wasm)

.SECONDEXPANSION:
$(PACKAGES:%=pkg/%/package.json): pkg/%/package.json: pkg-template/%/src/core/core.wasm $(PACKAGER_FILES) README.md \
  $$(shell find pkg-template/$$* -type f -not -path '*/src/core/*') | $(BUILD_TOOLS)
	$(PACKAGER) package $*

package: $(PACKAGES:%=pkg/%/package.json)

# ---- what people run -------------------------------------------------------------------------------------------------

demo: package
	@$(NODE) www/server.ts

test: package $(TEST_TOOLS)
	@$(NODE) tests/run.ts

lint: package $(BUILD_TOOLS)
	@$(NODE) tests/lint.ts

size: package
	@$(NODE) tests/size/size.ts

bench: package $(CHROMIUM) $(CHROMEDRIVER)
	@$(NODE) tests/bench/bench.ts

# ---- the long runs: each goes on where it was broken off ---------------------------------------------------------------

proof: package
	@$(NODE) tests/proof/proof.ts

fuzz: $(NODE) $(CARGO_FUZZ) $(NIGHTLY)
	@$(NODE) tests/fuzz/fuzz.ts

# Most changes of a part are noticed by its own tests; all tests meet the rest. As an argument of cargo's, a test is
# the only one that is built: behind the two dashes it would be the only one that runs. cargo-mutants ends with 2 where a
# mutant is missed, and with 3 where one runs for ever, which is noticed too.
MUTANTS = @nice cargo mutants --iterate --output target/mutants
KNOWN_ANSWERS := canonical corpus formats forms front_ends input issues klikoo lookup netzme options parse rules

# `--iterate` leaves out what it has met before, whatever the sources were.
MUTANTS_MET := target/mutants/mutants.out
MUTANTS_OF := target/mutants/sources
sources_of_mutants = find src tests .cargo Cargo.toml Cargo.lock -type f | LC_ALL=C sort | xargs sha256sum | sha256sum

mutants: $(CARGO_MUTANTS)
	@mkdir -p target/mutants; $(sources_of_mutants) | cmp -s - $(MUTANTS_OF) || { rm -rf $(MUTANTS_MET); $(sources_of_mutants) >$(MUTANTS_OF); }
	$(MUTANTS) --exclude src/canonical.rs --exclude src/input.rs --exclude "src/input/*.rs" --cargo-arg=--test=rules || [[ $$? == [23] ]]
	$(MUTANTS) --exclude "src/rules/*.rs" --cargo-arg=--test=canonical --cargo-arg=--test=front_ends --cargo-arg=--test=input || [[ $$? == [23] ]]
	$(MUTANTS) --features hook $(KNOWN_ANSWERS:%=--cargo-arg=--test=%) || [[ $$? == 3 ]]
