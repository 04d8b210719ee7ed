// An auditor: proves the record, sees every discretion used and everything recorded as made, and asks what another rule
// would have changed. Nothing they do changes anything.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { date, quorate, scratch_folder } from '../harness.mjs';
import { sign_in_at } from './desk.mjs';

const home = '/riverside';

export async function auditor(t) {
    await t.serve('riverside');
    const reader = await t.person('auditor');
    const entries = await the_desk(t, reader);
    await the_tables(t, reader);
    await an_entry(t, reader);
    await findings(t, reader);
    await back_dated(t, reader);
    await what_if(t, reader);
    await verified(t, reader);
    await t.step('nothing was changed by looking', async () => {
        await reader.visit(`${home}/desk`);
        assert.equal(await entries_in(reader), entries);
    });
}

/** What the foot of every page says of the record. */
async function entries_in(reader) {
    return /([\d,]+) entries in the record/.exec(await reader.page.locator('footer').innerText())[1];
}

async function the_desk(t, reader) {
    let entries = '';
    await t.step('signs in and sees what there is to look at', async () => {
        await sign_in_at(reader, home, 'Auditor');
        await reader.sees('My desk', 'You may read the whole record', 'Discretion used', 'Corrections',
            'Recorded as made; not a decision under the terms');
        entries = await entries_in(reader);
    });
    await t.step('a period shows what falls in it', async () => {
        await reader.unfold('Look at a period');
        await reader.send('Show this period', { From: date(2026, 6, 1), To: date(2026, 6, 30) });
        await reader.sees('Discretion used', 'June 2026');
        await reader.sees_not('15 September 2026');
        await reader.follow('The whole record');
    });
    return entries;
}

async function the_tables(t, reader) {
    await t.step('takes each table away as CSV', async () => {
        for (const [nth, first] of [[0, '"entry","date","body","about","what","by"'],
            [1, '"entry","date","body","meeting","item","declared"'], [2, '"entry","date","body","about","what","words"']]) {
            const link = reader.page.getByRole('link', { name: 'Download this table (CSV)' }).nth(nth);
            const answer = await reader.context.request.get(await link.getAttribute('href'));
            assert.equal(answer.status(), 200);
            assert.ok((await answer.text()).startsWith(first), await answer.text());
        }
    });
}

async function an_entry(t, reader) {
    await t.step('reads an entry whole: what was done, the ruling, and how it was worked out', async () => {
        await reader.follow(/^Entry \d+$/);
        await reader.sees('Made by', 'Recorded by', 'Clause');
        await reader.unfold('How this was worked out');
    });
    await t.step('changes nothing: no page offers a form that would', async () => {
        await reader.visit(`${home}/desk/meetings`);
        await reader.sees('Every meeting');
        await reader.visit(`${home}/desk/convene`, { expects: 403 });
        await reader.sees('This page is not for Auditor');
    });
}

async function findings(t, reader) {
    await t.step('reads the findings', async () => {
        await reader.visit(`${home}/desk`);
        await reader.follow('findings');
        await reader.sees('Findings');
    });
}

async function back_dated(t, reader) {
    await t.step('reads what was entered later than it took effect', async () => {
        await reader.visit(`${home}/desk`);
        await reader.follow('Acts recorded later than they took effect');
        await reader.sees('later');
    });
}

async function what_if(t, reader) {
    await t.step('asks what a quorum of two thirds would have changed', async () => {
        await reader.visit(`${home}/desk`);
        await reader.follow('What another rule would have changed');
        await reader.send('Choose this rule', { 'A rule': /^The Riverside Partnership, 3.12: quorum/ });
        await reader.send('Ask', { 'What of the rule changes': /[Aa]t least/, 'What it would be': '2/3' });
        await reader.sees('acts get another verdict', 'As it is', 'What if');
    });
    await t.step('asks under another reading, strictly, from a date', async () => {
        await reader.follow('Choose something else');
        await reader.send('Ask', { 'Another reading': /^(?!Choose)/, Strictly: true, 'From which date': date(2026, 3, 1) });
        await reader.sees('Strict.', 'acts judged again');
    });
    await t.step('is told what cannot be asked, and keeps what was typed', async () => {
        await reader.visit(`${home}/what-if`);
        await reader.unfold('Write the changes yourself');
        await reader.send('Ask about these', { 'Changes, one on each line': 'nothing.like.this = 3' });
        await reader.sees('There is a problem');
        assert.equal(await reader.value('Changes, one on each line'), 'nothing.like.this = 3');
    });
}

async function verified(t, reader) {
    await t.step('checks the record with the program, from the bundle anyone may have', async () => {
        await reader.visit(`${home}/verify`);
        const answer = await reader.context.request.get(`/api/v1${home}/bundle`);
        assert.equal(answer.status(), 200);
        const path = join(scratch_folder('audit'), 'bundle.json');
        writeFileSync(path, await answer.body());
        const checked = quorate('verify', path);
        assert.equal(checked.code, 0, checked.text);
    });
}
