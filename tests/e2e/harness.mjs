// What the journeys run on: a served data folder, people at real browsers, and the checks every page gets.

import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const start_limit_ms = 30_000;
const page_limit_ms = 15_000;
/** After a restart, how long pages may still tell of connections lost to it. */
const settle_ms = 1_000;
const axe_tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Answers a form may get that are not a fault: sign in, stale, not as asked. */
const form_answers = [401, 409, 422];

// ---- Data folders and servers --------------------------------------------------------------------------------------

const scratch = mkdtempSync(join(tmpdir(), 'quorate-e2e-'));
const templates = new Map();
const running = new Set();
let program = join(root, 'build/release/src/quorate');

export function use_program(path) {
    program = resolve(path);
}

export function quorate(...words) {
    const done = spawnSync(program, words, { cwd: root, encoding: 'utf8' });
    return { code: done.status, text: `${done.stdout}${done.stderr}` };
}

export function scratch_folder(name) {
    return mkdtempSync(join(scratch, `${name}-`));
}

/** The program serving a data folder. */
export class Server {
    constructor(data) {
        this.data = data;
        this.port = 0;
        this.back_at = 0;
    }

    /** Whether a connection lost now was lost to a stop: pages still open ask for things in between. */
    get away() {
        return this.back_at === undefined || Date.now() - this.back_at < settle_ms;
    }

    get origin() {
        return `http://127.0.0.1:${this.port}`;
    }

    /** On the port it had before, or a free one the system chooses. */
    async start() {
        const words = ['serve', '--data', this.data, '--no-examples', '--quiet', '--port', String(this.port)];
        this.process = spawn(program, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
        running.add(this.process);
        this.said = '';
        for (const stream of [this.process.stdout, this.process.stderr]) {
            stream.on('data', (bytes) => (this.said += bytes));
        }
        const limit = Date.now() + start_limit_ms;
        while (Date.now() < limit && this.process.exitCode === null) {
            const port = /Serving on http:\/\/[^:]+:(\d+)\//.exec(this.said)?.[1];
            if (port) {
                this.port = Number(port);
                if ((await fetch(`${this.origin}/health`)).ok) {
                    this.back_at = Date.now();
                    return this;
                }
            }
            await wait(20);
        }
        throw new Error(`the server did not start:\n${this.said}`);
    }

    async stop(signal = 'SIGTERM') {
        if (!this.process || this.process.exitCode !== null) {
            return;
        }
        const ended = new Promise((done) => this.process.once('exit', done));
        this.back_at = undefined;
        this.process.kill(signal);
        await ended;
        running.delete(this.process);
    }
}

/** A new data folder with these example partnerships and their practice accounts, made once and then copied. */
export async function fresh_data(...examples) {
    const name = examples.join('+');
    if (!templates.has(name)) {
        templates.set(name, make_template(examples));
    }
    const out = scratch_folder('data');
    cpSync(await templates.get(name), out, { recursive: true });
    return out;
}

async function make_template(examples) {
    const folder = scratch_folder('template');
    for (const example of examples) {
        const made = quorate('--data', folder, 'init', example);
        if (made.code !== 0) {
            throw new Error(`the example ${example} was not made:\n${made.text}`);
        }
    }
    const server = await new Server(folder).start();
    await server.stop();
    rmSync(join(folder, 'quorate.sock'), { force: true });
    return folder;
}

// ---- The browser ---------------------------------------------------------------------------------------------------

let browser;

async function the_browser() {
    browser ??= chromium.launch({
        executablePath: process.env.QUORATE_CHROMIUM ?? '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu'],
    });
    return browser;
}

export async function end_everything() {
    await (await browser)?.close();
    for (const each of running) {
        each.kill('SIGKILL');
    }
    rmSync(scratch, { recursive: true, force: true });
}

/** The address with every name and number in it replaced by what it is, so that pages of one kind share it. */
export function pattern_of(path) {
    const parts = path.split('/').filter(Boolean);
    const at = (i, name) => parts[i] !== undefined && (parts[i] = `{${name}}`);
    if (parts.length > 0 && !['api', 'assets', 'health'].includes(parts[0])) {
        parts[0] = '{p}';
    }
    const desk = parts[1] === 'desk' ? 1 : 0;
    const kind = parts[1 + desk];
    if (['bodies', 'programme', 'members'].includes(kind) && (desk || kind === 'bodies')) {
        at(2 + desk, 'body');
    }
    if (['meetings', 'decisions', 'mine', 'actions'].includes(kind)) {
        at(2 + desk, 'body');
        at(3 + desk, 'id');
    }
    if (kind === 'organisation' && desk) {
        at(3, 'organisation');
        if (['answer', 'seats', 'actions'].includes(parts[4])) {
            at(6, 'id');
        }
        if (['answer', 'seats', 'actions', 'leave'].includes(parts[4])) {
            at(5, 'body');
        }
    }
    if (kind === 'accounts' && desk) {
        at(3, 'account');
    }
    if (desk && ['letters', 'bulk'].includes(kind) && parts[3] !== 'new') {
        at(3, 'id');
    }
    if (desk && kind === 'report') {
        at(3, 'body');
        at(4, 'id');
    }
    if (desk && kind === 'interests' && parts[3] === 'change') {
        at(4, 'interest');
    }
    if (desk && kind === 'mine' && parts[5] === 'open') {
        at(6, 'digest');
        at(7, 'name');
    }
    if (kind === 'papers' && !desk) {
        at(2, 'digest');
        at(3, 'name');
    }
    return `/${parts.map((part) => (/^\d+$/.test(part) ? '{n}' : part)).join('/')}`;
}

export const squeezed = (text) => text.replace(/\s+/g, ' ').trim();

/** Words typed into the three boxes of a date. */
export const date = (year, month, day) => ({ date: [day, month, year].map(String) });
export const file = (path) => ({ file: path });

function escaped(text) {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Words match the whole of a name; a RegExp, any part of it. */
function name_of(words) {
    return words instanceof RegExp ? words : new RegExp(`^\\s*${escaped(words)}\\s*$`);
}

/** Someone at a browser, who finds things by the words they see. */
export class Person {
    static async arrive(journey, { server, script = true, width = 1280, role = 'public', touch = false }) {
        const context = await (await the_browser()).newContext({
            javaScriptEnabled: script,
            viewport: { width, height: width < 600 ? 640 : 900 },
            baseURL: server.origin,
            locale: 'en-GB',
            ...(touch ? { hasTouch: true, isMobile: true } : {}),
        });
        context.setDefaultTimeout(page_limit_ms);
        const person = new Person();
        Object.assign(person, { journey, server, context, script, width, role, page: await context.newPage(), status: 200 });
        person.watch();
        return person;
    }

    watch() {
        const say = (words) => this.journey.problem(`${this.role}: ${words}`);
        const lost = (text) => this.offline || (this.server.away && /net::ERR_(CONNECTION|EMPTY|INCOMPLETE)/.test(text));
        this.page.on('response', (response) => {
            const request = response.request();
            if (request.isNavigationRequest()) {
                this.status = response.status();
                this.document = response.url();
            }
            if (response.status() >= 500 && response.status() !== this.expects) {
                say(`${response.status()} from ${request.method()} ${response.url()}`);
            }
        });
        this.page.on('console', (message) => {
            const text = message.text();
            const status = Number(/status of (\d+)/.exec(text)?.[1]);
            const answer = (form_answers.includes(status) || this.expects === status) &&
                (message.location().url === this.document || /\/(day|keep)$/.test(message.location().url));
            if (message.type() === 'error' && !answer && !lost(text)) {
                say(`console: ${text} at ${message.location().url}`);
            }
        });
        this.page.on('pageerror', (error) => say(`script: ${error.message}`));
        this.page.on('requestfailed', (request) => {
            const text = request.failure()?.errorText ?? '';
            if (!text.includes('ERR_ABORTED') && !lost(text)) {
                say(`failed: ${request.url()} ${text}`);
            }
        });
    }

    get path() {
        return new URL(this.page.url()).pathname;
    }

    // ---- Going somewhere ----

    async visit(address, { expects = 200 } = {}) {
        this.expects = expects;
        await this.page.goto(address);
        if (this.status !== expects) {
            throw new Error(`${address} answered ${this.status}, not ${expects}: ${await this.shown()}`);
        }
        await this.arrived();
        this.expects = undefined;
    }

    async reload() {
        await this.page.reload();
        await this.arrived();
    }

    async follow(words, { nth = 0, within } = {}) {
        const link = this.seen(this.place(within).getByRole('link', { name: name_of(words) }));
        await this.leave(link.nth(nth), `link "${words}"`);
    }

    /** A button, or a link that looks like one. */
    async press(words, { nth = 0, within } = {}) {
        const button = this.seen(this.place(within).getByRole('button', { name: name_of(words) }));
        await this.leave(button.nth(nth), `button "${words}"`);
    }

    /** A link to a place on the same page. */
    async jump(words) {
        const link = this.seen(this.page.getByRole('link', { name: name_of(words) })).first();
        await this.need(link, `link "${words}"`);
        await link.click();
    }

    async leave(target, what) {
        await this.need(target, what);
        const loaded = this.page.waitForEvent('load');
        loaded.catch(() => {});
        const answered = await this.answered_in_place();
        await target.click();
        await Promise.race([loaded, answered()]);
        await this.arrived();
    }

    /** Meeting day takes the answer to a form in without being loaded again. */
    async answered_in_place() {
        const answers = () => Number(document.querySelector('[data-day]')?.dataset.answers ?? -1);
        const before = this.script ? await this.page.evaluate(answers).catch(() => -1) : -1;
        if (before < 0) {
            return () => new Promise(() => {});
        }
        const more = (last) => Number(document.querySelector('[data-day]')?.dataset.answers ?? -1) > last;
        return () => this.page.waitForFunction(more, before).catch(() => new Promise(() => {}));
    }

    /** What every page gets, once for each kind of page and role. */
    async arrived() {
        const where = pattern_of(this.path);
        if (this.status >= 400 && this.status !== this.expects && !form_answers.includes(this.status)) {
            this.journey.problem(`${this.status} from ${this.path} as ${this.role}: ${await this.shown()}`);
        }
        const key = `${this.role} ${this.width} ${where} ${this.status >= 400 ? this.status : ''}`.trim();
        if (this.width <= 320) {
            const wide = await this.page.evaluate('document.scrollingElement.scrollWidth');
            if (wide > 320) {
                this.journey.problem(`${where} scrolls sideways at 320: it is ${wide} wide`);
            }
        }
        if (!this.journey.first_time(key)) {
            return;
        }
        const inline = 'document.querySelectorAll("style, [style], script:not([src])").length';
        if (this.script && (await this.page.evaluate(inline)) > 0) {
            this.journey.problem(`${where} has script or style in line`);
        }
        await this.journey.shot(this, where);
        if (this.script) {
            await this.axe(where);
        }
    }

    async axe(where) {
        const found = await new AxeBuilder({ page: this.page }).withTags(axe_tags).setLegacyMode(true).analyze();
        for (const { id, help, nodes } of found.violations) {
            const places = nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ');
            this.journey.problem(`axe on ${where} as ${this.role} (${this.width}): ${id}: ${help}: ${places}`);
        }
    }

    /** The page as it is on a narrow telephone: it must not move sideways, and what is pressed is large enough. */
    async narrow(where) {
        const before = this.page.viewportSize();
        await this.page.setViewportSize({ width: 320, height: 640 });
        const wide = await this.page.evaluate('document.scrollingElement.scrollWidth');
        if (wide > 320) {
            this.journey.problem(`${where} as ${this.role} scrolls sideways at 320: it is ${wide} wide`);
        }
        if (this.script) {
            await this.spaced_out(where);
        }
        if (this.script && this.journey.first_time(`targets ${where}`)) {
            const found = await new AxeBuilder({ page: this.page }).withRules(['target-size']).setLegacyMode(true)
                .analyze();
            for (const { nodes } of found.violations) {
                const places = nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ');
                this.journey.problem(`${where} as ${this.role} has targets under 24 pixels at 320: ${places}`);
            }
        }
        await this.page.setViewportSize(before);
    }

    /** The same with the text spaced as WCAG 1.4.12 has it: nothing is cut off or moves sideways. */
    async spaced_out(where) {
        const found = await this.page.evaluate(() => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
                word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
            document.adoptedStyleSheets = [sheet];
            const cut = (each) => {
                const { overflowX, overflowY, position, textOverflow } = getComputedStyle(each);
                return [overflowX, overflowY, textOverflow].some((how) => how === 'hidden' || how === 'ellipsis')
                    && position !== 'absolute' && each.clientWidth > 1
                    && (each.scrollWidth > each.clientWidth + 2 || each.scrollHeight > each.clientHeight + 4);
            };
            const out = [...document.querySelectorAll('body *')].filter(cut)
                .map((each) => `cuts off ${each.outerHTML.slice(0, 120)}`);
            const wide = document.scrollingElement.scrollWidth;
            document.adoptedStyleSheets = [];
            return wide > 320 ? [`scrolls sideways: it is ${wide} wide`, ...out] : out;
        });
        for (const each of found.slice(0, 3)) {
            this.journey.problem(`${where} as ${this.role} with spaced text at 320 ${each}`);
        }
    }

    // ---- Filling in ----

    place(within) {
        return typeof within === 'string' ? this.page.getByRole('region', { name: within })
            : within ?? this.page;
    }

    seen(locator) {
        return locator.filter({ visible: true });
    }

    async need(locator, what) {
        try {
            await locator.waitFor({ state: 'visible', timeout: 3000 });
        } catch {
            throw new Error(`no ${what} on ${this.path} (${this.status}): ${await this.shown()}`);
        }
    }

    /** Whether a button is in sight. */
    async offered(button) {
        return (await this.seen(this.page.getByRole('button', { name: name_of(button) })).count()) > 0;
    }

    /** The form with this button. */
    form(button) {
        const has = this.page.getByRole('button', { name: name_of(button) });
        return this.seen(this.page.locator('form').filter({ has })).first();
    }

    async unfold(summary, within) {
        const found = this.seen((within ?? this.page).locator('summary').filter({ hasText: name_of(summary) })).first();
        await this.need(found, `"${summary}" to open`);
        if (!(await found.evaluate((each) => each.parentElement.open))) {
            await found.click();
        }
    }

    /** One field by its label: words are typed, true ticks, a date goes into its boxes, a file is chosen. */
    async fill(label, value, within = this.page) {
        if (value?.date) {
            const group = this.seen(within.getByRole('group', { name: name_of(label) })).first();
            await this.need(group, `date "${label}"`);
            for (const [i, box] of ['Day', 'Month', 'Year'].entries()) {
                await group.getByLabel(box).fill(value.date[i]);
            }
            return;
        }
        const field = this.seen(within.getByLabel(name_of(label))).first();
        await this.need(field, `field "${label}"`);
        const kind = await field.evaluate((each) => (each.tagName === 'SELECT' ? 'select' : each.type));
        if (kind === 'radio' || kind === 'checkbox') {
            await field.setChecked(value);
        } else if (kind === 'select') {
            await field.selectOption(typeof value === 'string' ? { label: value } : await this.option(field, value));
        } else if (kind === 'file') {
            await field.setInputFiles(value.file);
        } else {
            await field.fill(value);
        }
    }

    /** The first answer of a list whose words fit. */
    async option(field, words) {
        const labels = await field.locator('option').allTextContents();
        const label = labels.find((each) => words.test(each));
        if (label === undefined) {
            throw new Error(`no answer like ${words} among ${labels.join(' | ')}`);
        }
        return { label };
    }

    /** Fills the form that has the button, then presses it. `at` and `on` are the time and date it happened. */
    async send(button, fields = {}, { at, on, press = true } = {}) {
        const form = this.form(button);
        await this.need(form, `form with "${button}"`);
        for (const [label, value] of Object.entries(fields)) {
            await this.fill(label, value, form);
        }
        if (at || on) {
            await this.unfold('It happened at another time', form);
            if (on) {
                await this.fill('Date it happened', on, form);
            }
            if (at) {
                await this.fill('Time it happened', at, form);
            }
        }
        if (press) {
            const target = this.seen(form.getByRole('button', { name: name_of(button) })).first();
            await this.leave(target, `button "${button}"`);
        }
    }

    async value(label, within = this.page) {
        const field = this.seen(within.getByLabel(name_of(label))).first();
        await this.need(field, `field "${label}"`);
        return field.inputValue();
    }

    // ---- Reading ----

    async shown() {
        return squeezed(await this.page.locator('main').innerText().catch(() => '(no page)'));
    }

    async sees(...texts) {
        const shown = await this.shown();
        for (const text of texts) {
            const there = text instanceof RegExp ? text.test(shown) : shown.includes(text);
            if (!there) {
                throw new Error(`${this.path} (${this.status}) does not say "${text}". It says: ${shown}`);
            }
        }
    }

    async sees_not(...texts) {
        const shown = await this.shown();
        for (const text of texts) {
            if (text instanceof RegExp ? text.test(shown) : shown.includes(text)) {
                throw new Error(`${this.path} says "${text}": ${shown}`);
            }
        }
    }

    /** The bytes behind a link, with this person's session. */
    async download(words) {
        const link = this.seen(this.page.getByRole('link', { name: name_of(words) })).first();
        await this.need(link, `link "${words}"`);
        const answer = await this.context.request.get(await link.getAttribute('href'));
        return { status: answer.status(), type: answer.headers()['content-type'], bytes: await answer.body() };
    }
}

export function shots_folder() {
    const folder = process.env.QUORATE_SHOTS;
    if (folder) {
        mkdirSync(folder, { recursive: true });
    }
    return folder;
}
