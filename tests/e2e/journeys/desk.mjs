// What several journeys do in the same way: signing in, moving the practice clock, meeting day.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { date, scratch_folder } from '../harness.mjs';

export const partnership = 'The Kent Partnership';
export const first_day = 'Tuesday 1 July 2008';

/** From the list of partnerships to a desk, by what the pages say: a title, or a seat (of another `body` if named). */
export async function sign_in(person, who) {
    await person.visit('/');
    await person.follow(partnership);
    await person.follow('Sign in');
    if (typeof who === 'string') {
        await person.press(`Sign in as ${who}`);
    } else {
        await person.send('Sign in as this member', { 'A member': `Seat ${who.seat}, ${who.body ?? partnership}` });
    }
}

/** At a partnership's own sign-in page; without words as its first member. A RegExp is of the whole button. */
export async function sign_in_at(person, home, words) {
    await person.visit(`${home}/sign-in`);
    const button = words ? `Sign in as ${words}` : 'Sign in as this member';
    await person.press(words instanceof RegExp ? words : button);
}

const second_officer = { name: 'second.officer', password: 'three odd words' };

/** A second officer with an account of their own, at a browser of their own. */
export async function another_officer(t, home) {
    const keeper = await t.person('administrator');
    await sign_in_at(keeper, home, 'Administrator');
    await keeper.press('Invite somebody');
    await keeper.unfold('Name to sign in with, and a first password');
    await keeper.send('Invite', {
        'Secretariat: runs the meetings': true,
        'Name to sign in with (optional)': second_officer.name,
        'First password': second_officer.password,
        'Shown as (optional)': 'Deputy officer',
    });
    await keeper.sees('The account is made.');
    const out = await t.person('another-officer');
    await sign_in_as_second(out, home);
    return out;
}

/** Whoever sits at this browser is the second officer from now on. */
export async function sign_in_as_second(person, home) {
    await person.visit(`${home}/sign-in`);
    await person.unfold('Sign in with a name and password');
    await person.send('Sign in', {
        'Name or e-mail address': second_officer.name,
        Password: second_officer.password,
    });
    await person.sees('This week');
}

/** Another tab of somebody's browser, in which whoever signs in is signed in in both. */
export async function another_tab(person) {
    const page = await person.context.newPage();
    const out = Object.assign(Object.create(Object.getPrototypeOf(person)), person, { page });
    out.watch();
    return out;
}

/** The practice clock, by the link that stands above every page. */
export async function move_clock(person, [year, month, day], time) {
    await person.follow('Change the clock');
    await person.send('Move the clock', { 'Move it to the date': date(year, month, day), Time: time });
}

/** From the desk to the workbench of the meeting of 1 July, now convened. */
export async function convene_july(officer) {
    await officer.follow('My desk');
    await officer.press(/^Convene meeting.*1 July 2008/);
    await officer.send('Convene meeting', { Place: 'Sessions House' });
}

/** From anywhere to the workbench of a meeting. */
export async function open_workbench(person, day) {
    await person.follow('My desk');
    await person.follow('Every meeting');
    await person.follow(day);
}

/** From the agenda; `extra` are fields besides, `when` the time it happened. */
export async function add_item(officer, title, purpose, extra = {}, when = {}) {
    await officer.press('Add an item');
    await officer.send('Add the item', { Title: title, [purpose]: true, ...extra }, when);
    await officer.sees('Permitted', title);
}

/** One form of meeting day, at its time where it asks for one; opened first when it is folded away. */
export async function on_the_day(person, button, fields = {}, { at, open } = {}) {
    if (open) {
        await person.unfold(open);
    }
    const timed = at && (await person.form(button).getByLabel('Time', { exact: true }).count()) > 0;
    await person.send(button, timed ? { ...fields, Time: at } : fields);
}

/** A small real PDF of one page. */
export function small_pdf(title) {
    const objects = [
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ' +
            '/Resources << /Font << /F1 5 0 R >> >> >>',
        undefined,
        '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ];
    const words = `BT /F1 18 Tf 72 760 Td (${title.replace(/[()\\]/g, '')}) Tj ET`;
    objects[3] = `<< /Length ${words.length} >>\nstream\n${words}\nendstream`;
    let out = '%PDF-1.4\n';
    const places = objects.map((each, i) => {
        const place = out.length;
        out += `${i + 1} 0 obj\n${each}\nendobj\n`;
        return String(place).padStart(10, '0');
    });
    const table = out.length;
    out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((p) => `${p} 00000 n \n`).join('')}`;
    out += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
    const path = join(scratch_folder('paper'), `${title.toLowerCase().replace(/\W+/g, '-')}.pdf`);
    writeFileSync(path, out);
    return { path, bytes: Buffer.from(out) };
}
