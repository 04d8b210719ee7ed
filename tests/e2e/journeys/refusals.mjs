// What goes wrong on the way: forms not filled in, acts the terms refuse, a matter that waits for the Chair, two people
// at one form, a session that ended, and a line taken back.

import assert from 'node:assert/strict';

import { date } from '../harness.mjs';
import { convene_july, first_day, move_clock, on_the_day, open_workbench, sign_in } from './desk.mjs';

export async function refusals(t) {
    await t.serve('kent-rehearsal');
    const officer = await t.person('secretariat');
    await sign_in(officer, 'Secretariat');
    await not_filled_in(t, officer);
    await discretion(t, officer);
    await stale_agenda(t, officer);
    await session_ended(t, officer);
    await meeting_day(t, officer);
}

async function not_filled_in(t, officer) {
    await t.step('a date there is not: said beside the field, and what was typed is kept', async () => {
        await officer.follow('Convene a meeting');
        await officer.send('Continue', { 'The Kent Partnership': true });
        await officer.send('Show what follows', { Date: date(2008, 13, 45) });
        await officer.sees('There is a problem', 'There is no such date. Check the day and the month.');
        assert.equal(await officer.value('Day'), '45');
    });
    await t.step('an item without a title: the message leads to the field, the rest is kept', async () => {
        await convene_july(officer);
        await officer.press('Edit the agenda', { nth: 0 });
        await officer.press('Add an item');
        await officer.send('Add the item', { Noting: true });
        await officer.sees('There is a problem', 'Enter the title of the item.');
        await officer.jump('Enter the title of the item.');
        const focused = await officer.page.evaluate('document.activeElement.id');
        assert.equal(focused, 'title');
        assert.ok(await officer.page.getByLabel('Noting').isChecked());
        await officer.send('Add the item', { Title: 'The year so far' });
        await officer.sees('Permitted', 'The year so far');
    });
    await t.step('a clock that would go back', async () => {
        await officer.follow('Change the clock');
        await officer.send('Move the clock', { 'Move it to the date': date(2008, 5, 1) });
        await officer.sees('The practice clock only moves forward.');
        await officer.follow('My desk');
    });
}

async function discretion(t, officer) {
    const member = await t.person('member');
    await t.step('seat 20 asks for an item after the last day: it waits for the Chair', async () => {
        await open_workbench(officer, first_day);
        await move_clock(officer, [2008, 6, 18], '9:00am');
        await sign_in(member, { seat: 20 });
        await member.follow('Ask for an item');
        await member.sees('Needs discretion');
        await member.send('Ask for this item', {
            'What the item is called': 'Flood on the coast',
            'To be noted': true,
            'Why it could not come earlier': 'The flood was yesterday.',
        });
        await member.sees('Items I asked for', 'Flood on the coast', 'waiting for an answer');
    });
    await t.step('the Chair must give a reason, then allows it', async () => {
        const chair = await t.person('chair');
        await sign_in(chair, 'Chair');
        await chair.sees('One matter needs your discretion.', 'Flood on the coast');
        await chair.press(/^Answer/);
        await chair.sees('What each answer does', 'Why it is yours to answer', '3.16');
        const [allow] = await chair.page.getByRole('button', { name: /^Allow|^Take it|^Put it/ }).allTextContents();
        await chair.press(allow.trim());
        await chair.sees('There is a problem', /Choose a reason/);
        await chair.send(allow.trim(), { 'It came up after the last day for items.': true });
        await chair.sees('Permitted', 'No matter needs your discretion.');
        await member.reload();
        await member.sees('On the agenda');
    });
    await t.step('an answer given already is not asked for again', async () => {
        await officer.follow('My desk');
        await open_workbench(officer, first_day);
        await officer.sees('Flood on the coast');
        await officer.sees_not('Waits for the Chair');
    });
}

/** Another browser of the secretariat. */
async function second_officer(t) {
    const other = await t.person('secretariat');
    await sign_in(other, 'Secretariat');
    return other;
}

async function stale_agenda(t, officer) {
    await t.step('two at one agenda: the second sees what changed, then succeeds', async () => {
        const other = await second_officer(t);
        await officer.press('Edit the agenda', { nth: 0 });
        await open_workbench(other, first_day);
        await other.press('Edit the agenda', { nth: 0 });
        await other.send('Save the order', { 'Place of item 1': '2', 'Place of item 2': '1' });
        await other.sees('Permitted');
        await officer.send('Save the order', { 'Place of item 1': '9' });
        await officer.sees('Changed meanwhile', 'Someone else was here while you were typing.');
        assert.equal(await officer.value('Place of item 1'), '9');
        await officer.press('Save the order');
        await officer.sees('Permitted');
    });
}

async function session_ended(t, officer) {
    await t.step('a session that ended keeps what was typed', async () => {
        await officer.press('Add an item');
        await officer.send('Add the item', { Title: 'Membership of the partnership', Discussion: true },
            { press: false });
        const window = await officer.context.newPage();
        await window.goto(officer.page.url());
        await window.getByRole('button', { name: 'Sign out' }).click();
        await window.waitForLoadState();
        await window.close();
        await officer.press('Add the item');
        await officer.sees('Your session has ended. What you typed is kept');
        await officer.press('Sign in as Secretariat');
        await officer.press('Send what I typed');
        await officer.sees('Permitted', 'Membership of the partnership');
    });
}

async function meeting_day(t, officer) {
    await t.step('meeting day begins with 19 of 40', async () => {
        await move_clock(officer, [2008, 7, 1], '9:50am');
        await open_workbench(officer, first_day);
        await officer.follow('Meeting day');
        await on_the_day(officer, 'Record attendance', { 'Seats here now': '1-6,8-20' }, { at: '9:50am' });
        await officer.sees('19 of 40 present. Quorum 20: one short.');
        await on_the_day(officer, 'Open the meeting', {}, { at: '10:00am' });
        await on_the_day(officer, 'Record who presides', {}, { at: '10:01am' });
    });
    await t.step('a note without a quorum is refused, with the reason and the words kept', async () => {
        await officer.follow('The year so far');
        await officer.unfold('Record something without taking it');
        await on_the_day(officer, 'Note the item', { 'What was noted (may be left empty)': 'The year went well.' },
            { at: '10:05am', open: 'Note the item' });
        await officer.sees('Refused', '19 of 40 members are present; 20 are needed: one short.');
        await officer.unfold('How this was worked out');
        await officer.sees('The sum', 'What would change it');
        assert.equal(await officer.value('What was noted (may be left empty)'), 'The year went well.');
        await officer.press(/^Take it back/);
        await officer.sees('Taken back. It left no trace.');
    });
    await t.step('an arrival set down by mistake is taken back and leaves no trace', async () => {
        await on_the_day(officer, 'Record arrival', { 'Who came?': '30' }, { at: '10:06am' });
        await officer.sees('20 of 40 present. Quorum 20: none to spare.');
        await officer.press(/^Undo Seat 30 came/);
        await officer.sees('Taken back. It left no trace.', '19 of 40 present. Quorum 20: one short.');
    });
    await t.step('letters that fit several: each is offered', async () => {
        await on_the_day(officer, 'Record arrival', { 'Who came?': 'voluntary' }, { at: '10:07am' });
        await officer.send('Record arrival', { 'Seat 28, Voluntary and community sector': true });
        await officer.sees('20 of 40 present. Quorum 20: none to spare.');
    });
    await t.step('two at one item: the second sees the words of the first, then succeeds', async () => {
        await on_the_day(officer, 'Record arrival', { 'Who came?': '22' }, { at: '10:08am' });
        await officer.follow('Membership of the partnership');
        await officer.press(/^Take item \d+$/);
        const other = await second_officer(t);
        await open_workbench(other, first_day);
        await other.follow('Meeting day');
        const words = 'What was said, in brief';
        await officer.page.getByRole('button', { name: 'Pause updates' }).click();
        await on_the_day(other, 'Record discussion', { [words]: 'Seats 1 and 2 spoke.' });
        await on_the_day(officer, 'Record discussion', { [words]: 'Seat 3 asked who is missing.' });
        await officer.sees('Changed meanwhile', 'Someone else was here while you were typing.');
        assert.equal(await officer.value(words), 'Seat 3 asked who is missing.');
        await officer.press('Record discussion');
        await officer.sees('Seats 1 and 2 spoke.', 'Seat 3 asked who is missing.');
    });
}
