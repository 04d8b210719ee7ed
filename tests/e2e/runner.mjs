// Runs journeys and says how each step went.

import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Person, Server, fresh_data, shots_folder } from './harness.mjs';

/** Thrown through a journey after a step that failed: what follows would have nothing to stand on. */
class Stopped extends Error {}

/** One run of a journey: its server, its people, its steps. */
export class Journey {
    constructor(name) {
        this.name = name;
        this.passed = 0;
        this.failed = 0;
        this.problems = [];
        this.met = new Set();
        this.people = [];
        this.shots = 0;
    }

    say(words) {
        console.log(`${this.name}: ${words}`);
    }

    problem(words) {
        this.problems.push(words);
    }

    first_time(key) {
        const first = !this.met.has(key);
        this.met.add(key);
        return first;
    }

    async serve(...examples) {
        this.server = await new Server(await fresh_data(...examples)).start();
        return this.server;
    }

    async serve_folder(data) {
        this.server = await new Server(data).start();
        return this.server;
    }

    /** Someone new at a browser, of this journey's kind unless said otherwise. */
    async person(role, options = {}) {
        const person = await Person.arrive(this, { server: this.server, role, ...this.kind, ...options });
        this.people.push(person);
        return person;
    }

    async step(words, run) {
        const began = Date.now();
        this.problems = [];
        let error;
        try {
            await run();
        } catch (caught) {
            error = caught;
        }
        const took = `${Date.now() - began} ms`;
        if (!error && this.problems.length === 0) {
            this.passed += 1;
            this.say(`ok      ${words} (${took})`);
            return;
        }
        this.failed += 1;
        this.say(`FAILED  ${words} (${took})`);
        for (const each of this.problems) {
            console.log(`        ${each}`);
        }
        if (error) {
            console.log(`        ${String(error.message).slice(0, 6000)}`);
            if (process.env.QUORATE_TRACE) {
                console.log(error.stack);
            }
            await this.pictures(words);
            throw error instanceof Stopped ? error : new Stopped(words);
        }
    }

    /** Every person's page as it is, for whoever looks into a failure. */
    async pictures(words) {
        const folder = shots_folder() ?? join(tmpdir(), 'quorate-e2e-failed');
        mkdirSync(folder, { recursive: true });
        for (const [i, person] of this.people.entries()) {
            const path = join(folder, `failed-${this.name}-${i}-${words.replace(/\W+/g, '-').slice(0, 40)}.png`);
            await person.page.screenshot({ path, fullPage: true }).catch(() => {});
            console.log(`        picture: ${path}`);
        }
    }

    async shot(person, where) {
        const folder = shots_folder();
        if (folder) {
            this.shots += 1;
            const number = String(this.shots).padStart(3, '0');
            const path = join(folder, `${this.name}-${number}-${person.role}${where.replace(/\W+/g, '-')}.png`);
            await person.page.screenshot({ path, fullPage: true });
        }
    }

    async end() {
        for (const person of this.people) {
            await person.context.close();
        }
        await this.server?.stop();
    }
}

/** Runs each journey {name, kind, run}, `at_once` of them side by side; true when none failed. */
export async function run_journeys(journeys, at_once) {
    const waiting = [...journeys];
    const results = [];
    const work = async () => {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
            const journey = new Journey(next.name);
            journey.kind = next.kind ?? {};
            const began = Date.now();
            try {
                await next.run(journey);
            } catch (error) {
                if (!(error instanceof Stopped)) {
                    journey.failed += 1;
                    journey.say(`FAILED  ${error.stack}`);
                }
            }
            await journey.end();
            const took = ((Date.now() - began) / 1000).toFixed(1);
            const pages = journey.met.size;
            const word = journey.failed === 0 ? 'ok     ' : 'FAILED ';
            results.push(`${word} journey ${journey.name}: ${journey.passed + journey.failed} steps, ` +
                `${pages} kinds of page, ${took} s`);
            console.log(results.at(-1));
        }
    };
    await Promise.all(Array.from({ length: at_once }, work));
    const failed = results.filter((line) => line.startsWith('FAILED')).length;
    console.log(`\n${results.length - failed} passed, ${failed} failed`);
    return failed === 0;
}
