// Without a mouse: the secretariat convenes a meeting and a member answers, with the keys alone. At every stop the
// focus is seen, the order follows the page, and nothing holds the focus back.

import assert from 'node:assert/strict';

import { squeezed } from '../harness.mjs';

const home = '/kent-rehearsal';
const stops_max = 400;

export async function keyboard_only(t) {
    await t.serve('kent-rehearsal');
    const officer = await Keys.of(t, 'secretariat');
    await signing_in(t, officer);
    await every_stop(t, officer);
    await convening(t, officer);
    const member = await Keys.of(t, 'member');
    await answering(t, member);
}

async function signing_in(t, officer) {
    await t.step('signs in: the first stop is the way past the navigation', async () => {
        await officer.person.visit(`${home}/sign-in`);
        const first = await officer.tab();
        assert.match(first.name, /^Skip to /);
        await officer.key('Enter');
        const next = await officer.tab();
        assert.equal(next.in_main, true, `after skipping, focus is on "${next.name}", outside the main part`);
        await officer.go('Sign in as Secretariat');
        await officer.leave('Enter');
        await officer.person.sees('This week');
    });
}

async function every_stop(t, officer) {
    for (const page of ['/desk', '/desk/year', '/desk/attendance', '/desk/letters', '/meetings', '']) {
        await t.step(`goes through ${page || 'the home page'} from beginning to end and out again`, async () => {
            await officer.person.visit(`${home}${page}`);
            const stops = await officer.whole_page();
            assert.ok(stops > 5, `only ${stops} stops`);
        });
    }
}

async function convening(t, officer) {
    await t.step('convenes the meeting of 1 July', async () => {
        await officer.person.visit(`${home}/desk`);
        await officer.go(/^Convene meeting.*1 July 2008/);
        await officer.leave('Enter');
        await officer.go(/^Place/);
        await officer.type('Sessions House');
        await officer.go('Convene meeting');
        await officer.leave('Enter');
        await officer.person.sees('Permitted', 'Sessions House', 'Timeline');
    });
    await t.step('is shown what is missing by a summary that has the focus, and goes to the field', async () => {
        await officer.person.visit(`${home}/desk/meetings/kp/m1/agenda/add`);
        await officer.go('Add the item');
        await officer.leave('Enter');
        const at = await officer.where();
        assert.match(at.text, /There is a problem/, `the focus is on "${at.name}"`);
        await officer.tab();
        await officer.key('Enter');
        assert.equal((await officer.where()).is_field, true);
    });
}

async function answering(t, member) {
    await t.step('a member signs in and says that they will come', async () => {
        await member.person.visit(`${home}/sign-in`);
        await member.go('Sign in as this member');
        await member.leave('Enter');
        await member.person.sees('1 July 2008');
        await member.go(/^(Yes, )?I will come/i);
        await member.leave('Enter');
        await member.person.sees(/You (have said (that )?you )?will come|You are coming|You said you will come/i);
    });
    await t.step('goes through the desk from beginning to end and out again', async () => {
        await member.person.visit(`${home}/desk`);
        await member.whole_page();
    });
}

/** Somebody at the keys alone. */
class Keys {
    static async of(t, role) {
        const keys = new Keys();
        keys.person = await t.person(role);
        return keys;
    }

    get page() {
        return this.person.page;
    }

    async key(name) {
        await this.page.keyboard.press(name);
    }

    async type(words) {
        await this.page.keyboard.type(words);
    }

    async leave(name) {
        const loaded = this.page.waitForEvent('load');
        loaded.catch(() => {});
        await this.key(name);
        await loaded;
        await this.person.arrived();
    }

    /** What has the focus, and whether somebody sees that it has. */
    async where() {
        const found = await this.page.evaluate(look_at_focus);
        return { ...found, name: squeezed(found.name), text: squeezed(found.text) };
    }

    async tab() {
        await this.key('Tab');
        const at = await this.where();
        if (at.tag !== 'BODY' && !at.seen) {
            throw new Error(`the focus on "${at.name}" (${at.tag}) cannot be seen on ${this.person.path}`);
        }
        return at;
    }

    /** With Tab to the control of that name. */
    async go(words) {
        const fits = (name) => (words instanceof RegExp ? words.test(name) : name === words);
        const met = [];
        for (let i = 0; i < stops_max; i += 1) {
            const at = await this.tab();
            if (fits(at.name)) {
                return at;
            }
            met.push(at.name);
        }
        throw new Error(`Tab does not come to "${words}" on ${this.person.path}; it met ${[...new Set(met)].join(' | ')}`);
    }

    /** From the top with Tab until the page is left: each stop seen, none twice, in the order of the page. */
    async whole_page() {
        let before = -1;
        for (let stops = 0; stops < stops_max; stops += 1) {
            const at = await this.tab();
            if (at.tag === 'BODY') {
                return stops;
            }
            if (at.place <= before) {
                return stops; // round to the top again: the browser has no other place to go
            }
            if (at.tabindex > 0) {
                throw new Error(`"${at.name}" on ${this.person.path} has an order of its own`);
            }
            before = at.place;
        }
        throw new Error(`Tab does not come out of ${this.person.path}`);
    }
}

/** Runs in the browser. */
function look_at_focus() {
    const at = document.activeElement;
    const shows = (style) => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) ||
        style.boxShadow !== 'none';
    // A radio or a tick box shows it on the label's box that stands for it.
    const label = at.labels?.[0];
    const stands_in = label ? [getComputedStyle(label, '::before'), getComputedStyle(label)] : [];
    const box = at.getBoundingClientRect();
    return {
        tag: at.tagName,
        name: at.getAttribute('aria-label') ?? (label ? label.textContent : at.textContent) ?? '',
        text: at.textContent ?? '',
        in_main: Boolean(at.closest('main')),
        is_field: ['INPUT', 'TEXTAREA', 'SELECT'].includes(at.tagName),
        tabindex: at.tabIndex,
        place: [...document.querySelectorAll('*')].indexOf(at),
        seen: box.width > 0 && box.height > 0 && [getComputedStyle(at), ...stands_in].some(shows),
    };
}
