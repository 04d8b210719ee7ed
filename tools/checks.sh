# The checks ./test runs, one after another. Sourced, not run. Each adds to the counts of the closing line.

passed=0
failed=0
quorate=build/release/src/quorate

# check NAME COMMAND...: runs it quietly, shows the end of what it printed when it fails.
check() {
    local name=$1
    shift
    local log=build/release/check.log
    if "$@" >"$log" 2>&1; then
        passed=$((passed + 1))
        say "ok      $name"
    else
        failed=$((failed + 1))
        say "FAILED  $name"
        tail -n 40 "$log" | sed 's/^/        /'
    fi
}

# Every GoogleTest program, each counted by its own tests.
run_programs() {
    local log=build/release/ctest.log
    say "Test programs"
    ctest --test-dir build/release --output-on-failure --no-tests=error -j "$(nproc)" >"$log" 2>&1
    local status=$?
    grep -E '^ *[0-9]+/[0-9]+ Test' "$log" | sed 's/^/        /'
    local good bad
    good=$(grep -cE '^ *[0-9]+/[0-9]+ Test .* Passed' "$log")
    bad=$(grep -cE '^ *[0-9]+/[0-9]+ Test .*(\*\*\*|Not Run)' "$log")
    passed=$((passed + good))
    failed=$((failed + bad))
    if [ $status -ne 0 ]; then
        [ "$bad" -gt 0 ] || failed=$((failed + 1))
        grep -E 'FAILED|Failure|error:|what\(\)' "$log" | head -n 60 | sed 's/^/        /'
    fi
}

# Every scenario and the charters, and the table of what no scenario has exercised.
run_scenarios() {
    say "Charters and scenarios"
    local file
    for file in $(find charters -name '*.md' | sort); do check "charter $file" "$quorate" charter check "$file"; done
    for file in $(find scenarios -name '*.md' | sort); do check "$file" "$quorate" play --quiet "$file"; done
    say "Coverage"
    # shellcheck disable=SC2046
    "$quorate" play --quiet --coverage build/release/coverage.json $(find scenarios -name '*.md' | sort) >/dev/null 2>&1
    if "$quorate" coverage build/release/coverage.json --gaps tests/coverage-gaps.txt; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        say "FAILED  coverage: there are gaps that tests/coverage-gaps.txt does not list, or it lists gaps that are closed"
    fi
}

# The main job through the API of a served partnership, with the server killed and started again in the middle.
run_main_job() {
    say "The main job, served"
    check "main job through the API" node tests/web/main_job.mjs "$quorate"
}

# What the pages' own scripts keep and send, without a browser.
run_page_scripts() {
    say "Scripts of the pages"
    check "the list of meeting day" node --test tests/assets/day_queue.test.mjs
}

# People at a real browser, who follow the pages' words: the main job with and without scripts and on a narrow screen,
# refusals, a public visitor, a member on a telephone, and every page as every role.
run_journeys() {
    local log=build/release/journeys.log
    say "Journeys in a browser"
    node tests/e2e/run.mjs "$quorate" >"$log" 2>&1
    local status=$?
    local good bad
    good=$(grep -cE '^ok +journey ' "$log")
    bad=$(grep -cE '^FAILED +journey ' "$log")
    grep -E '^(ok|FAILED) +journey ' "$log" | while IFS= read -r line; do say "$line"; done
    passed=$((passed + good))
    failed=$((failed + bad))
    if [ $status -ne 0 ]; then
        [ "$bad" -gt 0 ] || failed=$((failed + 1))
        grep -vE '^[a-z0-9-]+: (ok|  )|^(ok|FAILED) +journey |^[0-9]+ passed|^$' "$log" | cut -c 1-1500 | tail -n 60 | sed 's/^/        /'
    fi
}

# When asked for: each fuzzer for some seconds, from the samples the tests keep.
run_fuzzers() {
    local seconds=${QUORATE_FUZZ_SECONDS:-0}
    [ "$seconds" -gt 0 ] || return 0
    say "Fuzzers, $seconds seconds each"
    if ! { cmake --preset fuzz && cmake --build build/fuzz --parallel "$(nproc)" --target charter_fuzz scenario_fuzz \
        submission_fuzz import_fuzz form_fuzz multipart_fuzz; } >build/release/fuzz-build.log 2>&1; then
        failed=$((failed + 1))
        say "FAILED  building the fuzzers"
        tail -n 20 build/release/fuzz-build.log | sed 's/^/        /'
        return 0
    fi
    local name
    for name in charter scenario submission import form multipart; do
        mkdir -p "build/fuzz/corpus/$name"
        check "${name}_fuzz" "build/fuzz/tests/fuzz/${name}_fuzz" -max_total_time="$seconds" -timeout=20 -max_len=65536 \
            "build/fuzz/corpus/$name" $(fuzz_samples "$name")
    done
}

fuzz_samples() {
    case $1 in
    charter) echo tests/charter/good tests/charter/bad ;;
    scenario) echo scenarios/kent-2008 ;;
    submission) echo tests/events ;;
    import) echo tests/unit/data ;;
    multipart) echo tests/fuzz/multipart ;;
    esac
}

run_all_checks() {
    run_programs
    run_scenarios
    run_main_job
    run_page_scripts
    run_journeys
    run_fuzzers
    echo
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
}
