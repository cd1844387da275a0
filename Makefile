# `make run` opens the app, `make test` runs everything; both set up what they need first.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test check bench pictures lock clean

run: .venv/app
	$(BIN)/streamlit run streamlit_app.py

# On two cores; then the browser, which mostly waits: two tests at a time, each with a server and a browser.
test: check .venv/proxy
	$(BIN)/python -m pytest -n 2 --dist loadfile core charts deploy tests/core tests/charts tests/deploy tests/pages \
	  tests/benchmarks benchmarks/report benchmarks/measuring
	$(BIN)/python -m pytest -n 2 tests/browser tests/test_architecture.py

# The style and the types, without the tests.
check: .venv/tools .venv/browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: .venv/tools .venv/browser benchmarks/.peers/made
	$(BIN)/python -m benchmarks

# The pictures of README, taken by the browser tests from the real thing.
pictures: .venv/tools .venv/browser
	$(BIN)/python -m pytest tests/browser -k "in_each_theme or first_screen or first_thing_to_see"
	cp screenshots/limits-first.png docs/limits.png
	cp screenshots/numerical_error-first.png docs/numerical_error.png
	cp screenshots/derivative_rules-first.png docs/derivative_rules.png
	cp screenshots/gradient-first.png docs/gradient.png
	cp screenshots/hessian_newton-first.png docs/hessian_newton.png
	cp screenshots/gd_vs_ascent-one-light.png docs/gd_vs_ascent.png
	cp screenshots/learning_rate-one-light.png docs/learning_rate.png
	cp screenshots/training-moons-light.png docs/training.png

# What the image installs: the newest versions that requirements.txt allows, with the hashes of their files.
lock: .venv/tools
	$(BIN)/uv pip compile --quiet --upgrade --generate-hashes --no-annotate --no-header --no-emit-index-url \
	  --python-version 3.11 --python-platform linux requirements.txt --output-file deploy/requirements.lock

clean:
	rm -rf .venv benchmarks/.peers .pytest_cache .mypy_cache .ruff_cache .hypothesis screenshots

# A stamp and not the interpreter itself: an environment whose pip is missing must not count as made.
.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Steepest needs Python 3.11 or newer.")'
	@$(PYTHON) -m venv --clear .venv \
	  || { command -v apt-get && [ "$$(id -u)" = 0 ] && apt-get update -qq \
	       && apt-get install -y -qq --no-install-recommends python3-venv && $(PYTHON) -m venv --clear .venv; } \
	  || { echo "Python's venv module is missing: install python3-venv."; exit 1; }
	@touch $@

# The tools the bench compares with, in an environment of their own; without them it says so and goes on.
benchmarks/.peers/made: benchmarks/peers/requirements.txt
	@$(PYTHON) -m venv --clear benchmarks/.peers \
	  && benchmarks/.peers/bin/python -m pip install --quiet --disable-pip-version-check -r $< && touch $@ \
	  || echo "The tools to compare with could not be installed."

.venv/app: .venv/made requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/tools: .venv/app requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

# The browser tests use the system's Chromium where there is one; else Debian's package, else Playwright's own.
.venv/browser: .venv/tools
	@command -v chromium || command -v chromium-browser || command -v google-chrome \
	  || { command -v apt-get && [ "$$(id -u)" = 0 ] && apt-get update -qq \
	       && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core; } \
	  || $(BIN)/playwright install chromium
	@touch $@

# The tests of what is hosted put nginx before two replicas: the system's, else Debian's package, not started.
.venv/proxy: .venv/tools
	@PATH="$$PATH:/usr/sbin:/usr/local/sbin" command -v nginx \
	  || { command -v apt-get && [ "$$(id -u)" = 0 ] && apt-get update -qq \
	       && RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nginx; } \
	  || { echo "nginx is missing, and tests/deploy needs it: install the package nginx."; exit 1; }
	@touch $@
