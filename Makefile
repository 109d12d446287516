# The menu of this repository. On a machine with Python 3.11 or newer and make, each line does all the set-up it needs.

PYTHON   ?= python3
JOBS     ?= 2
SEEDS    ?= 1 2 3 4 5
NOTEBOOKS ?= notebooks
LAB_ARGS ?=
WORKSHOP_ARGS ?=
DEST     ?= rendered
ROSTER   ?= build/sample-roster.csv

BIN     := .venv/bin
LEARNER := .venv/.learner
DEV     := .venv/.dev
RIVALS  := build/rivals
# What an editable installation copies for JupyterLab's page.
PAGE    := $(shell find outsourcing_lessons/lab/labextensions -type f)
UV      := $(BIN)/uv pip
INSTALL  = $(UV) install --quiet --python $(BIN)/python
PIP_INSTALL = install --quiet --disable-pip-version-check --no-deps --require-hashes
# Files in their order: else those of few long tests come last, and one core waits for the other.
IN_FILES = -m pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder
PYTEST   = $(BIN)/python $(IN_FILES)
# One more than there are cores: some tests wait for a process or a server.
test test-full test-order: JOBS = 3
# The notebooks go along with the tests: collecting them costs little, starting workers for them alone takes seconds.
TESTED   = tests outsourcing_lessons notebooks
COMPILE  = $(UV) compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes \
           --no-emit-index-url --no-emit-find-links --no-header --no-annotate --quiet $(LOCK_ARGS)

# Python is started hundreds of times here; what one start has compiled serves the next, also where the shell forbids it.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help lab render workshop test test-full test-order gallery film-strip notebooks docs bench lock
.DELETE_ON_ERROR:

help:
	@echo "make lab        the course in JupyterLab, in your own copy (my-course)   LAB_ARGS=--no-browser"
	@echo "make render     workbooks for a roster            ROSTER=class.csv DEST=rendered JOBS=2"
	@echo "make workshop   a live class on this computer      WORKSHOP_ARGS='--lan --lessons 01,02'"
	@echo "make test       everything that must hold before a change is kept        JOBS=3"
	@echo "make test-full  the same, what takes long, and how much of each package the tests run"
	@echo "make test-order the same tests in other orders         SEEDS='1 2 3 4 5'"
	@echo "make gallery    every state of every block as pictures, in build/gallery"
	@echo "make film-strip a lesson, a class and a batch as pictures, in docs/images"
	@echo "make notebooks  run the lessons and store what they show   NOTEBOOKS=notebooks/01_one_task_one_provider.ipynb"
	@echo "make docs       the documentation as a site, in build/site"
	@echo "make bench      measure, side by side with what we could have used"
	@echo "make lock       pin every dependency anew         LOCK_ARGS=--upgrade"

lab: $(LEARNER)
	@$(BIN)/outsourcing-lessons lab my-course $(LAB_ARGS)

render: $(LEARNER) $(ROSTER)
	@$(BIN)/outsourcing-lessons render $(ROSTER) --out $(DEST) --jobs $(JOBS)

workshop: $(LEARNER)
	@$(BIN)/outsourcing-lessons workshop start $(WORKSHOP_ARGS)

build/sample-roster.csv: | $(LEARNER)
	@mkdir -p build
	@$(BIN)/outsourcing-lessons sample-roster --out $@

test: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy --no-error-summary
	$(BIN)/codespell
	$(PYTEST) --nbval $(TESTED)

test-full: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy --no-error-summary
	$(BIN)/codespell
	$(BIN)/coverage erase
	$(BIN)/coverage run $(IN_FILES) --nbval -m "" $(TESTED)
	$(BIN)/coverage combine --quiet
	$(BIN)/python -m tests.coverage_floors

# The order of files, and of tests in them, is drawn anew from each seed; a notebook's cells keep theirs.
test-order: $(DEV)
	@for seed in $(SEEDS); do echo "seed $$seed"; $(PYTEST) --nbval $(TESTED) -p randomly --randomly-seed=$$seed || exit 1; done

# Every state of every block as pictures, to look at after a change of style.
gallery: $(DEV)
	$(PYTEST) -m "" tests/browser/test_gallery.py
	@echo "open build/gallery/index.html"

# A walk through a lesson, on a wide screen and on a phone, and through an hour's class, for the documentation.
film-strip: $(DEV)
	PYTHONPATH=$(CURDIR) $(BIN)/python tests/browser/film_strip.py docs/images
	PYTHONPATH=$(CURDIR) $(BIN)/python tests/browser/film_strip_of_a_class.py docs/images
	PYTHONPATH=$(CURDIR) $(BIN)/python tests/browser/film_strip_of_a_batch.py docs/images

notebooks: $(LEARNER)
	$(BIN)/python -m outsourcing_lessons.notebook_files $(NOTEBOOKS)

docs: $(DEV)
	$(BIN)/mkdocs build --quiet
	@echo "open build/site/index.html"

bench: $(DEV) $(RIVALS)
	@for each in $(filter-out benchmarks/repaint.py,$(wildcard benchmarks/*.py)); do $(BIN)/python $$each || exit 1; done
	@$(BIN)/python benchmarks/repaint.py $(RIVALS)

# What charts are measured against in the page is none of our libraries, so it lies apart from them.
$(RIVALS): $(DEV)
	@$(INSTALL) --target $@ bqplot==0.13.1 matplotlib==3.11.2

lock: $(DEV)
	$(COMPILE) --all-extras --output-file requirements-dev.lock
	$(COMPILE) --extra workshop --constraint requirements-dev.lock --output-file requirements.lock

# Everything installed is pinned and hashed, the installer and the build backend too. The pip that came with Python
# fetches uv, which installs the rest in a tenth of pip's time; only where there is no such pip, one is unpacked (5 s).
.venv/.uv: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name one: make PYTHON=python3.12 ...")'
	@test -x $(BIN)/python || $(PYTHON) -m venv --without-pip .venv
	@awk '/^[^ ]/ { of_uv = /^uv==/ } of_uv' requirements.lock > $@.txt
	@$(PYTHON) -m pip --python $(BIN)/python $(PIP_INSTALL) -r $@.txt 2> /dev/null \
	  || { $(BIN)/python -m ensurepip > /dev/null && $(BIN)/python -m pip $(PIP_INSTALL) -r $@.txt; }
	@touch $@

$(LEARNER): .venv/.uv requirements.lock pyproject.toml $(PAGE)
	@$(INSTALL) --require-hashes -r requirements.lock
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): .venv/.uv requirements-dev.lock pyproject.toml $(PAGE)
	@$(INSTALL) --require-hashes -r requirements-dev.lock
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@ $(LEARNER)
