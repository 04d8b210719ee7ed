// The main job through the JSON interface of a served partnership, with the server killed in the middle.
//
//   node tests/web/main_job.mjs [build/release/src/quorate] [scenarios/main-job.md]
//
// It serves the examples from a new data folder, sends each line of the scenario as JSON, compares each answer with
// what the line expects, kills the server where the scenario says restart (else halfway), serves the folder again, and
// at the end has `quorate verify` check a proof and the bundle. Node 20, nothing to install.

import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const binary = resolve(process.argv[2] ?? join(root, 'build/release/src/quorate'));
const scenario = resolve(process.argv[3] ?? join(root, 'scenarios/main-job.md'));

// ---- The scenario as read ------------------------------------------------------------------------------------------

const checkWords = ['restart', 'verify', 'expect', 'import-calendar'];
const verdicts = ['permitted', 'refused', 'needs_discretion', 'undetermined', 'conflict', 'stale', 'error'];
const isClause = (word) => /^([A-Z]?\d+(\.\d+)*)(\([^)]+\))*$/.test(word);

/** Words of a line: [{text}] or [{text, value}] for key=value; quotes hold a text together, # begins a comment. */
function wordsOf(line) {
    const words = [];
    for (const [word] of line.matchAll(/(?:"(?:\\.|[^"\\])*"|[^\s"])+/g)) {
        if (word.startsWith('#')) {
            break;
        }
        const plain = (part) =>
            part.replace(/"((?:\\.|[^"\\])*)"/g, (_, inside) =>
                inside.replace(/\\(.)/g, (_, c) => (c === 'n' ? '\n' : c)));
        const pair = /^([^"=]+)=([^]*)$/.exec(word);
        words.push(pair ? { text: pair[1], value: plain(pair[2]) } : { text: plain(word) });
    }
    return words;
}

function expectationOf(words) {
    const out = { verdict: words[0]?.text, clauses: [], codes: [], absent: [], facts: [], readings: [], otherwise: [] };
    if (!verdicts.includes(out.verdict)) {
        throw new Error(`"${out.verdict}" is not a verdict`);
    }
    for (const { text, value } of words.slice(1)) {
        if (['error', 'conflict', 'stale'].includes(out.verdict)) {
            continue; // words of the message, which the interface says in its own way
        } else if (text === 'reading') {
            out.readings.push(value);
        } else if (text === 'otherwise') {
            out.otherwise.push(value);
        } else if (text === 'finding') {
            out.codes.push({ code: value, finding: true, facts: [] });
        } else if (value !== undefined) {
            (out.codes.at(-1) ?? out).facts.push([text, value]);
        } else if (isClause(text)) {
            out.clauses.push(text);
        } else if (text.startsWith('!')) {
            out.absent.push(text.slice(1));
        } else {
            out.codes.push({ code: text, finding: false, facts: [] });
        }
    }
    return out;
}

/** {start, steps}: a step has number (of the line), source, act, and for an act time, actor, fields, expected. */
function readScenario(text) {
    const start = /^start\s*=\s*"([^"]+)"/m.exec(text)?.[1];
    const steps = [];
    let inActs = false;
    let carried = '';
    text.split(/\r?\n/).forEach((line, index) => {
        if (/^\s*```/.test(line)) {
            inActs = !inActs && line.trim() === '```acts';
            return;
        }
        if (!inActs) {
            return;
        }
        const whole = `${carried}${line}`;
        carried = /\\\s*$/.test(whole) ? whole.replace(/\\\s*$/, ' ') : '';
        const words = carried ? [] : wordsOf(whole);
        if (words.length === 0) {
            return;
        }
        const step = { number: index + 1, source: whole.trim() };
        if (checkWords.includes(words[0].text)) {
            steps.push({ ...step, check: words[0].text });
            return;
        }
        const arrow = words.findIndex(({ text, value }) => text === '->' && value === undefined);
        const [time, actor, act, ...fields] = arrow < 0 ? words : words.slice(0, arrow);
        const expected = expectationOf(arrow < 0 ? [{ text: 'permitted' }] : words.slice(arrow + 1));
        steps.push({ ...step, time: time.text, actor: actor.text, act: act.text, fields, expected });
    });
    return { start, steps };
}

// ---- A line as the interface takes it ------------------------------------------------------------------------------

function uuidV7() {
    const bytes = randomBytes(16);
    bytes.writeUIntBE(Date.now(), 0, 6);
    bytes[6] = (bytes[6] & 0x0f) | 0x70;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** {body, query, preview} of a step. Every field goes as text, as it stands on the line. */
function requestOf(step) {
    if (!/^\d{4}-\d{2}-\d{2}/.test(step.time)) {
        throw new Error(`the time "${step.time}" is a step from the line before, which this test does not read`);
    }
    const body = { id: uuidV7(), act: step.act, made_by: step.actor, effective: step.time, fields: {} };
    const query = new URLSearchParams();
    for (const { text, value } of step.fields) {
        if (['id', 'evidence', 'recorded_by', 'capacity'].includes(text)) {
            body[text] = value;
        } else if (text === 'preview') {
            query.set('preview', value === 'yes' || value === 'true' ? '1' : '0');
        } else if (text === 'recorded') {
            query.set('recorded', value);
        } else if (text === 'expected_position') {
            query.set('expected', value);
        } else if (text === 'file') {
            throw new Error('file= names a file beside the scenario, which the interface does not take');
        } else {
            const before = body.fields[text];
            body.fields[text] = before === undefined ? value : [before, value].flat();
        }
    }
    return { body, query, preview: query.get('preview') === '1' };
}

// ---- An answer beside what the line expects ------------------------------------------------------------------------

const statusOf = { permitted: 200, needs_discretion: 202, refused: 422, undetermined: 422, conflict: 409, stale: 412,
    error: 400 };

/** A date or wall-clock time as the interface says it in words; any other value as it is. */
function inWords(value) {
    const parts = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?$/.exec(value);
    if (!parts) {
        return value;
    }
    const [year, month, day, hour, minute] = parts.slice(1).map(Number);
    const date = new Date(Date.UTC(year, month - 1, day));
    const named = (options) => date.toLocaleDateString('en-GB', { ...options, timeZone: 'UTC' });
    const words = `${named({ weekday: 'long' })} ${day} ${named({ month: 'long' })} ${year}`;
    if (parts[4] === undefined) {
        return words;
    }
    const clock = `${hour % 12 || 12}:${String(minute).padStart(2, '0')}${hour < 12 ? 'am' : 'pm'}`;
    const noon = { '12:00am': '12:00 midnight', '12:00pm': '12:00 noon' };
    return `${noon[clock] ?? clock} on ${words}`;
}

const hasFact = (reason, [name, value]) =>
    reason.facts.some((fact) => fact.name === name && (fact.value === value || fact.value === inWords(value)));
const sameInterpretation = (written, meant) => meant === written || meant.endsWith(`/${written}`);
const inLine = (reason) =>
    [reason.clause, reason.code, ...reason.facts.map(({ name, value }) => `${name}=${value}`)].join(' ');

function codeDifference(wanted, reasons, verdict) {
    const same = reasons.filter((reason) => reason.code === wanted.code);
    const fits = same.some((reason) =>
        wanted.facts.every((fact) => hasFact(reason, fact)) &&
        (!wanted.finding || (verdict === 'permitted' && reason.says === 'breach')));
    const facts = wanted.facts.map(([name, value]) => ` ${name}=${value}`).join('');
    const there = same.length ? `the ruling has ${same.map(inLine).join('; ')}` : 'there is no such reason';
    return fits ? [] : [`expected ${wanted.finding ? 'finding=' : ''}${wanted.code}${facts}, but ${there}`];
}

function readingDifferences(expected, reasons, explained) {
    const out = [];
    for (const wanted of expected.readings) {
        const [, interpretation, reading] = /^(.*)\.([^.]*)$/.exec(wanted);
        const used = reasons.flatMap((reason) => reason.readings).map((text) => text.split('='));
        if (!used.some(([which, name]) => sameInterpretation(interpretation, which) && name === reading)) {
            out.push(`expected reading=${wanted}, but no reason relies on it`);
        }
    }
    for (const wanted of expected.otherwise) {
        const [, interpretation, reading, code] = /^(.*)\.([^.:]*):(.*)$/.exec(wanted);
        const others = explained.flatMap((reason) => reason.otherwise).filter((other) =>
            sameInterpretation(interpretation, other.interpretation) && other.reading === reading);
        if (!others.some((other) => other.code === code)) {
            const seen = others.map((other) => other.code).join(', ') || 'nothing';
            out.push(`expected otherwise=${wanted}, but that reading gives ${seen}`);
        }
    }
    return out;
}

/** Each way in which an answer differs from what the line expects. `explained`: the reasons of its preview. */
function differences(expected, answer, preview, explained) {
    const verdict = answer.json.verdict?.replaceAll('-', '_');
    const wantedStatus = preview && answer.json.ruling ? 200 : statusOf[expected.verdict];
    const out = [];
    if (answer.status !== wantedStatus) {
        out.push(`expected status ${wantedStatus}, but it is ${answer.status}: ${answer.json.detail ?? verdict}`);
    }
    if (!answer.json.ruling) {
        return out;
    }
    const { reasons } = answer.json.ruling;
    if (verdict !== expected.verdict) {
        out.push(`expected ${expected.verdict}, but the act was ${verdict}`);
    }
    for (const clause of expected.clauses) {
        if (!reasons.some((reason) => reason.clause === clause || reason.own_clause === clause)) {
            out.push(`expected clause ${clause}, but no reason cites it`);
        }
    }
    for (const fact of expected.facts) {
        if (!reasons.some((reason) => hasFact(reason, fact))) {
            out.push(`expected ${fact.join('=')}, but no reason says so`);
        }
    }
    out.push(...expected.codes.flatMap((code) => codeDifference(code, reasons, verdict)));
    for (const code of expected.absent) {
        if (reasons.some((reason) => reason.code === code)) {
            out.push(`expected no ${code}, but it is there`);
        }
    }
    return [...out, ...readingDifferences(expected, reasons, explained)];
}

// ---- The server ----------------------------------------------------------------------------------------------------

const data = mkdtempSync(join(tmpdir(), 'quorate-main-job-'));
let server = null;
let origin = '';
process.on('exit', () => server?.kill('SIGKILL'));

async function startServer() {
    server = spawn(binary, ['--data', data, 'serve', '--port', '0', '--open-acts', '--quiet'],
        { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const ready = new Promise((done, broken) => {
        const tooLate = () => broken(new Error(`the server is not there after two minutes:\n${said}`));
        const late = setTimeout(tooLate, 120_000);
        const hear = (bytes) => {
            said += bytes;
            const port = /Serving on http:\/\/localhost:(\d+)\//.exec(said)?.[1];
            if (port) {
                clearTimeout(late);
                done(`http://127.0.0.1:${port}`);
            }
        };
        server.stdout.on('data', hear);
        server.stderr.on('data', hear);
        server.on('error', broken);
        server.on('exit', () => broken(new Error(`the server ended:\n${said}`)));
    });
    origin = await ready;
}

async function endServer(signal) {
    const gone = once(server, 'exit');
    server.kill(signal);
    const [code] = await gone;
    server = null;
    return code;
}

async function read(path) {
    const response = await fetch(origin + path);
    return { status: response.status, text: await response.text() };
}

// ---- The run -------------------------------------------------------------------------------------------------------

let passed = 0;
let failed = 0;
function check(what, wrong) {
    if (wrong.length === 0) {
        ++passed;
        return;
    }
    ++failed;
    console.log(`${what}\n${wrong.map((line) => `    ${line}`).join('\n')}`);
}
const unless = (holds, words) => (holds ? [] : [words]);

const { start, steps } = readScenario(readFileSync(scenario, 'utf8'));
const zone = 'Europe/London';
let last = null; // {body, answer} of the newest recorded act
let clock = ''; // the newest recorded time, as the wall has it

async function post(body, query = '') {
    const response = await fetch(`${origin}/api/v1/${start}/acts?${query}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
    });
    return { status: response.status, json: await response.json() };
}

const onTheWall = (instant) =>
    new Date(instant).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T').slice(0, 16);

/** Recorded under the id that was sent, and by the clock of the record, which goes with the acts. */
function receiptDifferences(body, { json }) {
    const effective = body.effective.slice(0, 16);
    clock = effective > clock ? effective : clock;
    return [
        ...unless(json.recorded && !json.replayed && json.entry === body.id, 'it was not recorded under its id'),
        ...unless(onTheWall(json.recorded_at) === clock, `recorded at ${json.recorded_at}, expected ${clock}, ${zone}`),
    ];
}

async function playAct(step) {
    const { body, query, preview } = requestOf(step);
    const asked = preview || step.expected.otherwise.length > 0;
    const previewed = asked ? await post(body, 'preview=1') : null;
    const answer = preview ? previewed : await post(body, query);
    const wrong = differences(step.expected, answer, preview, previewed?.json.ruling?.reasons ?? []);
    if (!preview && answer.json.recorded) {
        wrong.push(...receiptDifferences(body, answer));
        last = { body, answer };
    }
    check(`${scenario}:${step.number}: ${step.source}`, wrong);
}

/** The first place where two receipts differ, in words; nothing when they do not. A reason's facts go by name. */
function firstDifference(a, b, path = 'the receipt') {
    if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') {
        return a === b ? [] : [`${path} was ${JSON.stringify(a)} and is ${JSON.stringify(b)}`];
    }
    const byName = (list) => Object.fromEntries(list.map(({ name, value }) => [name, value]));
    const [left, right] = path.endsWith('.facts') ? [byName(a), byName(b)] : [a, b];
    const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
    return keys.flatMap((key) => firstDifference(left[key], right[key], `${path}.${key}`)).slice(0, 1);
}

/** Killed without warning and served again: nothing is lost, and an act sent again gets its first receipt. */
async function killAndServeAgain() {
    const before = (await read(`/api/v1/${start}/checkpoint`)).text;
    await endServer('SIGKILL');
    await startServer();
    const after = (await read(`/api/v1/${start}/checkpoint`)).text;
    check('the checkpoint after a kill', unless(before === after, `it was ${before}, now ${after}`));
    const again = await post(last.body);
    const { replayed, ...receipt } = again.json;
    const { replayed: _, ...first } = last.answer.json;
    check('the last act sent again', [
        ...unless(again.status === last.answer.status, `status ${again.status}, first ${last.answer.status}`),
        ...unless(replayed === true, 'it was not taken for the one already recorded'),
        ...firstDifference(first, receipt),
    ]);
    const other = await post({ ...last.body, act: 'close-meeting', fields: { meeting: 'kp/m1' } });
    check('another act under its id', unless(other.status === 409, `expected status 409, but it is ${other.status}`));
}

function verifies(file) {
    const run = spawnSync(binary, ['verify', file], { encoding: 'utf8' });
    return { good: run.status === 0, said: `${run.stdout}${run.stderr}`.trim() };
}

/** A proof and the bundle, as anyone may get them, checked by the program that has no record of its own. */
async function verifyPublished() {
    const position = last.answer.json.position;
    for (const name of [`entries/${position}/proof`, 'bundle']) {
        const got = await read(`/api/v1/${start}/${name}`);
        const file = join(data, 'published.json');
        writeFileSync(file, got.text);
        const good = verifies(file);
        check(`quorate verify of ${name}`, [
            ...unless(got.status === 200, `status ${got.status}: ${got.text}`),
            ...unless(good.good, good.said),
        ]);
        writeFileSync(file, got.text.replace('servicing', 'serviciny'));
        check(`quorate verify of ${name} with a letter changed`, unless(!verifies(file).good, 'it was taken for good'));
    }
}

async function run() {
    await startServer();
    const known = await read(`/api/v1/${start}`);
    if (known.status !== 200) {
        throw new Error(`the server has no partnership ${start}: ${known.text}`);
    }
    const middle = steps.some((step) => step.check === 'restart') ? -1 : Math.floor(steps.length / 2);
    for (const [index, step] of steps.entries()) {
        if (step.check === 'restart' || index === middle) {
            await killAndServeAgain();
        }
        if (!step.check) {
            await playAct(step);
        } else if (step.check !== 'restart' && step.check !== 'verify') {
            console.log(`left out, as it asks what the interface does not answer in that form: ${step.source}`);
        }
    }
    await verifyPublished();
    check('the server stops when asked', unless((await endServer('SIGTERM')) === 0, 'it did not end with 0'));
}

try {
    await run();
} catch (error) {
    check('the run', [error.message]);
}
server?.kill('SIGKILL');
rmSync(data, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
