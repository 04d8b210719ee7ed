// Every page as every role: each link followed (so many of a kind), each kind of page opened in the browser, wide and at
// 320 pixels, and weighed; each form sent once filled in badly and once with nothing filled in, on a copy made for it.
// Nothing may answer with a fault, no link may lead to what its reader cannot open, and no form may lose what was typed.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { pattern_of, quorate, root } from '../harness.mjs';
import { move_clock, on_the_day, open_workbench, first_day, sign_in, sign_in_at } from './desk.mjs';

const of_a_kind_max = 40;
const pages_max = 900;
const forms_of_a_kind_max = 2;
const roles = ['public', 'secretariat', 'chair', 'member', 'partner', 'auditor', 'administrator'];
/** What the button of the practice account begins with; a member is the first of the list. */
const people = {
    secretariat: 'Secretariat', chair: 'Chair', auditor: 'Auditor', administrator: 'Administrator',
    partner: 'Partner',
};
const page_bytes_max = 100 * 1024;
/** What a form sent empty may be answered with: done, a page, not as asked, stale, sign in. */
const fair_answers = [200, 303, 401, 409, 422];
/** Forms that end what others need come last. */
const last_words = /sign-out|cancel|call off|close|adjourn|clock|withdraw|remove|stop|sign it out|everywhere/i;

/** The practice copy has a meeting going on meanwhile; the made-up partnership is as it was made. */
export async function crawl(t, partnership) {
    await t.serve(partnership);
    if (partnership === 'kent-rehearsal') {
        await call_a_meeting(t);
    }
    const visitors = {};
    for (const role of roles) {
        await t.step(`follows every link of ${partnership} as ${role}`, async () => {
            const visitor = await Visitor.of(t, partnership, role);
            visitors[`${partnership} ${role}`] = visitor;
            await visitor.follow_everything();
            await visitor.person.page.goto('about:blank'); // nothing live goes on behind the forms
            t.say(`        ${visitor.seen.size} pages, ${visitor.forms.length} forms`);
        });
    }
    for (const [who, visitor] of Object.entries(visitors)) {
        await t.step(`every form of ${who.replace(' ', ' as ')} keeps what was typed`, async () => {
            const checked = await visitor.send_every_form_badly();
            t.say(`        ${checked} forms came back with what was typed`);
        });
    }
    for (const [who, visitor] of Object.entries(visitors)) {
        await t.step(`sends every form of ${who.replace(' ', ' as ')} with nothing filled in`, async () => {
            await visitor.send_every_form();
        });
    }
    await t.step('no page weighs more than 100 KB with all it needs', async () => {
        const [heaviest, bytes] = [...weights].reduce((most, each) => (each[1] > most[1] ? each : most), ['', 0]);
        t.say(`        the heaviest is ${heaviest}: ${Math.ceil(bytes / 1024)} KB`);
        for (const [page, weight] of weights) {
            if (weight > page_bytes_max) {
                t.problem(`${page} weighs ${weight} bytes; a page has at most ${page_bytes_max}`);
            }
        }
    });
    await t.step('every page still opens after that', async () => {
        for (const visitor of Object.values(visitors)) {
            await visitor.look_again();
        }
    });
}

async function call_a_meeting(t) {
    await t.step('(a meeting is called and goes on, with an item in hand)', async () => {
        play_until_the_vote(t.server.data);
        const officer = await t.person('secretariat');
        await sign_in(officer, 'Secretariat');
        await move_clock(officer, [2008, 7, 1], '10:45am');
        await open_workbench(officer, first_day);
        await officer.follow('Meeting day');
        await on_the_day(officer, 'Record arrival', { 'Who came?': '30' });
        await officer.page.goto('about:blank'); // it would go on following the meeting
    });
}

/** The lines of the main job's scenario up to the vote on item 4. */
function play_until_the_vote(data) {
    const lines = readFileSync(join(root, 'scenarios/main-job.md'), 'utf8').split('\n');
    for (const line of lines.slice(0, lines.findIndex((each) => / put-question /.test(each)))) {
        if (/^\d{4}-\d{2}-\d{2}T/.test(line) && !/preview=yes|-> refused/.test(line)) {
            const done = quorate('--data', data, 'act', 'kent-rehearsal', line.replace(/ +->.*$/, ''));
            if (!/permitted|needs|recorded/i.test(done.text)) {
                throw new Error(`${line}\n${done.text}`);
            }
        }
    }
}

/** The kinds of page opened in the browser, as whom, by any crawl of this run. */
const looked_at = new Set();

/** Bytes over the line of each kind of page with its assets, the heaviest of its kind. */
const weights = new Map();
const asset_bytes = new Map();

/** Runs in the browser: the links and forms of a page's HTML. */
function read_page(html) {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const links = [...page.querySelectorAll('a[href]')].map((each) => each.getAttribute('href'));
    const forms = [...page.querySelectorAll('form')].map((form) => {
        const button = form.querySelector('button[type=submit], button:not([type])');
        const fields = [...form.querySelectorAll('input[type=hidden]')].map((each) => [each.name, each.value]);
        if (button?.name) {
            fields.push([button.name, button.value]);
        }
        return {
            action: form.getAttribute('action') ?? '',
            method: form.getAttribute('method') ?? 'get',
            multipart: form.enctype === 'multipart/form-data',
            words: button?.textContent.trim() ?? '',
            names: [...form.elements].map((each) => each.name).filter(Boolean).join(' '),
            boxes: [...form.querySelectorAll('input, textarea, select')].filter((each) => each.name &&
                !['hidden', 'file', 'password', 'submit'].includes(each.type)).map((each) => ({
                name: each.name,
                kind: each.tagName === 'SELECT' ? 'select' : each.tagName === 'TEXTAREA' ? 'text' : each.type,
            })),
            fields,
        };
    });
    const assets = [...page.querySelectorAll('link[rel=stylesheet], link[rel=modulepreload], script[src], img[src]')]
        .map((each) => each.getAttribute('href') ?? each.getAttribute('src'));
    return { links, forms, assets };
}

/** Words, or for the boxes of a day digits, that no field takes for what it asks. */
function badly(box, i) {
    return /-(day|month)$/.test(box.name) ? '77' : /-year$/.test(box.name) ? '1' : `not so ${i}`;
}

/** Runs in the browser: the name and value of every box of a page. */
function values_of_page(html) {
    const page = new DOMParser().parseFromString(html, 'text/html');
    return [...page.querySelectorAll('input, textarea')].map((each) => [each.name, each.value.trim()]);
}

class Visitor {
    static async of(t, partnership, role) {
        const visitor = new Visitor();
        const person = await t.person(role, { width: 1280 });
        Object.assign(visitor, {
            t, partnership, role, person,
            seen: new Set(), kinds: new Map(), forms: [], form_kinds: new Map(),
            reader: await person.context.newPage(),
        });
        await visitor.sign_in();
        return visitor;
    }

    async sign_in() {
        if (this.role !== 'public') {
            await sign_in_at(this.person, `/${this.partnership}`, people[this.role]);
        }
        const cookies = await this.person.context.cookies();
        this.cookies = new Map(cookies.map(({ name, value }) => [name, value]));
    }

    /** What a page sets is kept, such as the key of its forms; what a form sets is not: the visitor stays who they are. */
    async ask(path, options = {}) {
        const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        const headers = { cookie, accept: 'text/html', ...options.headers };
        const answer = await fetch(`${this.t.server.origin}${path}`, { redirect: 'manual', ...options, headers });
        for (const line of options.method ? [] : answer.headers.getSetCookie()) {
            const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
            this.cookies.set(name, value);
        }
        return answer;
    }

    problem(words) {
        this.t.problem(`${this.role}: ${words}`);
    }

    async follow_everything() {
        const waiting = [[`/${this.partnership}`, 'the start']];
        if (this.role !== 'public') {
            waiting.push([`/${this.partnership}/desk`, 'the start']);
        }
        while (waiting.length > 0 && this.seen.size < pages_max) {
            const [path, from] = waiting.shift();
            if (this.wanted(path)) {
                for (const link of await this.look(path, from)) {
                    waiting.push([link, path]);
                }
            }
        }
    }

    wanted(path) {
        const { pathname, searchParams } = new URL(path, this.t.server.origin);
        const kind = `${pattern_of(pathname)}?${[...searchParams.keys()].sort().join('&')}`;
        const known = this.kinds.get(kind) ?? 0;
        if (this.seen.has(path) || known >= of_a_kind_max) {
            return false;
        }
        this.seen.add(path);
        this.kinds.set(kind, known + 1);
        return true;
    }

    /** One page: its answer, and once for each kind the browser's view of it. The links it has. */
    async look(path, from) {
        const answer = await this.ask(path);
        const text = await answer.text();
        if (answer.status >= 300 && answer.status < 400) {
            return this.own([answer.headers.get('location')], path);
        }
        if (answer.status !== 200) {
            this.problem(`${answer.status} from ${path}, linked from ${from}`);
            return [];
        }
        const kept = answer.headers.get('content-disposition')?.startsWith('attachment');
        if (kept || !answer.headers.get('content-type')?.startsWith('text/html')) {
            return [];
        }
        const where = pattern_of(new URL(path, this.t.server.origin).pathname);
        if (this.shows_its_own(where) && this.not_looked_at(where)) {
            await this.person.visit(path);
            await this.person.narrow(where);
        }
        const { links, forms, assets } = await this.reader.evaluate(read_page, text);
        await this.weigh(where, Number(answer.headers.get('content-length') ?? text.length), assets);
        this.keep_forms(path, forms);
        return this.own(links, path);
    }

    /**
     * Whether this kind of page is still to be opened in the browser. What is full in one partnership is empty in the
     * other, so the public and the secretariat open each kind in both; the others in whichever comes first.
     */
    not_looked_at(where) {
        const both = ['public', 'secretariat'].includes(this.role);
        const key = `${both ? this.partnership : ''} ${this.role} ${where}`;
        const first = !looked_at.has(key);
        looked_at.add(key);
        return first;
    }

    /** Everybody has a desk of their own; public pages are looked at as the public, a member and the secretariat. */
    shows_its_own(where) {
        return /^\/\{p\}\/(desk|account)/.test(where) || ['public', 'member', 'secretariat'].includes(this.role);
    }

    async weigh(where, bytes, assets) {
        for (const asset of assets) {
            if (!asset_bytes.has(asset)) {
                const answer = await this.ask(asset);
                const body = await answer.arrayBuffer();
                asset_bytes.set(asset, Number(answer.headers.get('content-length') ?? body.byteLength));
            }
            bytes += asset_bytes.get(asset);
        }
        weights.set(where, Math.max(bytes, weights.get(where) ?? 0));
    }

    /** Links to this partnership's own pages, from the root, without their fragments. */
    own(links, path) {
        const base = new URL(path, this.t.server.origin);
        return links.filter(Boolean).map((link) => new URL(link, base)).filter((url) =>
            url.origin === base.origin && (url.pathname.split('/')[1] === this.partnership ||
                url.pathname.startsWith(`/api/v1/${this.partnership}`))).map((url) => url.pathname + url.search);
    }

    keep_forms(path, forms) {
        for (const form of forms) {
            const url = new URL(form.action || path, new URL(path, this.t.server.origin));
            const kind = `${form.method} ${pattern_of(url.pathname)} ${form.names} ${form.words.replace(/\d+/g, 'n')}`;
            const known = this.form_kinds.get(kind) ?? 0;
            if (known < forms_of_a_kind_max) {
                this.form_kinds.set(kind, known + 1);
                this.forms.push({ ...form, path, to: url.pathname + url.search });
            }
        }
    }

    async send_every_form() {
        const last = (form) => last_words.test(`${form.to} ${form.words}`);
        for (const form of [...this.forms].sort((a, b) => last(a) - last(b))) {
            const answer = await this.send(form);
            await answer.arrayBuffer();
            if (!fair_answers.includes(answer.status)) {
                this.problem(`${answer.status} to the empty form "${form.words}" (${form.to}) of ${form.path}`);
            }
        }
        await this.sign_in(); // "Sign out" was one of the forms
    }

    /** Each form with words in its boxes, a day and a time that are none, and nothing chosen. How many came back. */
    async send_every_form_badly() {
        let checked = 0;
        const last = (form) => last_words.test(`${form.to} ${form.words}`);
        for (const form of this.forms.filter((each) => each.method.toLowerCase() === 'post' && !last(each))) {
            const typed = form.boxes.filter((box) => !['radio', 'checkbox', 'select'].includes(box.kind))
                .map((box, i) => [box.name, badly(box, i)]);
            if (typed.length === 0) {
                continue;
            }
            const answer = await this.send({ ...form, fields: [...form.fields, ...typed] });
            const text = await answer.text();
            if (![409, 422].includes(answer.status)) {
                if (!fair_answers.includes(answer.status)) {
                    this.problem(`${answer.status} to the badly filled form "${form.words}" (${form.to}) of ${form.path}`);
                }
                continue;
            }
            checked += 1;
            const there = await this.reader.evaluate(values_of_page, text);
            const lost = typed.filter(([name, value]) => !there.some((each) => each[0] === name && each[1] === value));
            if (lost.length > 0) {
                this.problem(`"${form.words}" (${form.to}) of ${form.path} lost ${lost.map((each) => each.join('=')).join(', ')}`);
            }
        }
        return checked;
    }

    send(form) {
        if (form.method.toLowerCase() === 'get') {
            const query = new URLSearchParams(form.fields);
            return this.ask(`${form.to}${form.to.includes('?') ? '&' : '?'}${query}`);
        }
        const body = form.multipart ? new FormData() : new URLSearchParams();
        for (const [name, value] of form.fields) {
            body.append(name, value);
        }
        return this.ask(form.to, { method: 'POST', body });
    }

    /** Pages seen before open still, or are gone for a reason that is said; never with a fault. */
    async look_again() {
        for (const path of this.seen) {
            const answer = await this.ask(path);
            await answer.arrayBuffer();
            if (answer.status >= 500) {
                this.problem(`${answer.status} from ${path} after every form was sent`);
            }
        }
    }
}
