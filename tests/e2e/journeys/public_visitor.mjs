// Someone of the public who reads Riverside's pages, and checks the record without taking anybody's word for it.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { file, quorate, scratch_folder } from '../harness.mjs';

const name = 'The Riverside Partnership';
const decided = 'The Riverside Plan 2026 to 2030 is approved with a chapter on access.';

export async function public_visitor(t) {
    await t.serve('riverside', 'kent-rehearsal');
    const reader = await t.person('public');
    await reading(t, reader);
    await readings(t, reader);
    await meetings(t, reader);
    await standing(t, reader);
    await checking(t, reader);
}

async function reading(t, reader) {
    await t.step('home says who they are, what was decided and where to go on', async () => {
        await reader.visit('/');
        await reader.sees('Partnerships', name);
        await reader.follow(name);
        await reader.sees('Next meeting', 'Latest decisions', 'Bodies');
    });
    await t.step('the architecture as a picture whose boxes are links, and two days of it side by side', async () => {
        await reader.follow('Architecture');
        await reader.sees('The bodies of the partnership and how they are linked.', 'is accountable to', 'Responsibilities');
        const picture = reader.page.getByRole('region', { name: 'Picture of the architecture' });
        await picture.getByRole('link', { name: /The Riverside Board/ }).focus();
        await reader.page.keyboard.press('Enter');
        await reader.sees('The Riverside Board', 'Terms in force');
        await reader.follow('Its place in the picture');
        await reader.follow('Two days side by side');
        await reader.sees('What became of each body');
        await reader.follow('What the terms of these two days say');
        await reader.sees('Two constitutions side by side', 'How many make a quorum?', 'The text does not say');
    });
    await t.step('the bodies, and one of them', async () => {
        await reader.follow('Bodies');
        await reader.sees('The Riverside Board', 'The Waterways Group', 'As it stands today');
        await reader.follow(name, { within: reader.page.getByRole('main') });
        await reader.sees('Chair', 'Quorum today', 'Terms in force', 'Meetings in the year');
    });
    await t.step('who decides what, and which body follows which', async () => {
        await reader.follow('Bodies', { within: reader.page.getByRole('navigation', { name: 'Breadcrumb' }) });
        await reader.follow('who decides what');
        await reader.sees('Who decides what', 'Contents', 'The Riverside Board');
        await reader.follow('Which body follows which');
        await reader.sees('Succession', 'Left with nobody');
        await reader.follow('Bodies', { within: reader.page.getByRole('navigation', { name: 'Breadcrumb' }) });
        await reader.follow(name, { within: reader.page.getByRole('main') });
    });
    await t.step('the terms: each clause with its rule, and rules taken from elsewhere opened', async () => {
        await reader.follow(/terms of reference/i, { within: reader.page.getByRole('main') });
        await reader.sees('In force here from 1 July 2026', 'Contents');
        await reader.unfold(/^\d+ rules taken from Common procedure/);
        await reader.sees('3.16');
    });
    await t.step('a clause link leads from a body to its clause', async () => {
        await reader.follow(name, { within: reader.page.getByRole('navigation', { name: 'Breadcrumb' }), nth: -1 });
        await reader.follow('clause 3.12');
        assert.match(reader.page.url(), /\/terms#3\.12$/);
        await reader.sees('3.12');
    });
    await t.step('the members by sector, and as they were on another date', async () => {
        await reader.follow(name, { within: reader.page.getByRole('navigation', { name: 'Breadcrumb' }), nth: -1 });
        await reader.follow(/members/i, { within: reader.page.getByRole('main') });
        await reader.sees('23 of 24 seats are filled.', 'Voluntary and community', 'Weir Energy');
        await reader.unfold('Show another date');
        await reader.send('Show', { 'As of': '2026-02-01' });
        await reader.sees(
            'As it stood at the end of Sunday 1 February 2026, as we now know it was.',
            '24 of 24 seats are filled.',
        );
        await reader.follow('As it was known then');
        await reader.sees('As it was known at the end of Sunday 1 February 2026', '24 of 24 seats are filled.');
        await reader.follow('As it stands today', { within: reader.page.getByRole('main') });
        await reader.sees('As it stands today');
    });
}

async function readings(t, reader) {
    await t.step('where words can be read in two ways, the reading in force and the other', async () => {
        const main = reader.page.getByRole('main');
        await reader.follow('All partnerships here');
        await reader.follow('The Kent Partnership');
        await reader.follow('The Kent Partnership', { within: main });
        await reader.follow(/terms of reference/i, { within: main });
        await reader.unfold(/^I43\. What follows/);
        await reader.sees('Read as', 'Because', 'Standing', 'The other reading');
        await reader.follow('All partnerships here');
        await reader.follow(name);
    });
}

async function meetings(t, reader) {
    await t.step('the meetings, and one with its agenda, attendance and minutes', async () => {
        await reader.follow('Meetings');
        await reader.sees('Held and past', 'Dates set in advance');
        await reader.follow('Tuesday 10 March 2026');
        await reader.sees('Agenda', 'Attendance', 'Minutes', 'Guildhall, Milbrook');
    });
    await t.step('a decision with its ruling panel opened', async () => {
        await reader.follow('Decisions');
        await reader.sees('Recorded as made; not a decision under the terms');
        await reader.follow(decided);
        await reader.sees(decided, 'Permitted', 'How it was decided');
        await reader.unfold('How this was worked out');
        await reader.sees('What the terms say');
    });
    await t.step('the calendar of every body, and next year', async () => {
        await reader.follow('Calendar');
        await reader.follow('2027');
        await reader.sees('Tuesday 9', 'Christmas Day');
        await reader.follow('2026');
        await reader.sees('Guildhall, Milbrook', 'Held');
    });
    await t.step('what comes to which meeting', async () => {
        await reader.follow('Meetings');
        await reader.follow(/^Forward plan/);
        await reader.sees('What comes to which meeting');
    });
}

async function standing(t, reader) {
    await t.step('what is owed and whether it was done', async () => {
        await reader.follow('Duties');
        await reader.sees('Overdue', 'What is owed');
        await reader.follow('The Riverside Board', { within: reader.page.getByRole('main') });
        await reader.sees('Overdue');
    });
    await t.step('what does not fit', async () => {
        await reader.follow('Findings');
        await reader.sees('Where the documents disagree', 'clause 3.16');
    });
    await t.step('the record, its older pages, and an entry', async () => {
        await reader.follow('Record');
        await reader.follow(/Older/);
        await reader.follow(/^\d+$/, { within: reader.page.getByRole('table'), nth: 0 });
        await reader.sees('Made by', 'Recorded', 'Leaf hash');
    });
    await t.step('how accessible the pages are, and what is kept about people', async () => {
        await reader.follow('Accessibility');
        await reader.sees('Accessibility');
        await reader.follow('Privacy');
        await reader.sees('Privacy');
    });
}

async function checking(t, reader) {
    const folder = scratch_folder('checks');
    await t.step('a file that was never sent is not in the record', async () => {
        await reader.follow('check it yourself');
        const path = join(folder, 'made-up.txt');
        writeFileSync(path, 'This was never sent to anybody.\n');
        await reader.send('Check file', { 'The file': file(path) });
        await reader.sees('Not in the record', 'No file with exactly these bytes');
    });
    await t.step('no file chosen says what to do', async () => {
        await reader.send('Check file');
        await reader.sees('There is a problem', 'Choose a file to check.');
    });
    await t.step('the proof of an entry holds that entry, and verifies', async () => {
        await reader.send('Show proof', { 'Number of the entry': '12' });
        const got = await reader.download('Download the proof of entry 12');
        assert.equal(got.status, 200);
        const proof = JSON.parse(got.bytes);
        assert.match(JSON.stringify(proof), /"position\\?":12\b/);
        const path = join(folder, 'proof.json');
        writeFileSync(path, got.bytes);
        const done = quorate('verify', path);
        assert.equal(done.code, 0, done.text);
    });
    await t.step('an entry that is not there says which there are', async () => {
        await reader.send('Show proof', { 'Number of the entry': '99999' });
        await reader.sees('Enter a number from 0 to');
    });
    await t.step('a page that is not there says so', async () => {
        await reader.visit('/riverside/meetings/rp/m99', { expects: 404 });
        await reader.sees('Page not found');
    });
}
