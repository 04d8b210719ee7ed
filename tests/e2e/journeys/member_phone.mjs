// A member on a telephone: will they come, the papers and their own notes on them, what to declare, an item asked for, a
// substitute, the register of interests, actions and reports. With and without a script, at 390 and at 320 pixels.

import assert from 'node:assert/strict';

import { date, file } from '../harness.mjs';
import {
    add_item, convene_july, first_day, move_clock, on_the_day, open_workbench, sign_in, sign_in_at, small_pdf,
} from './desk.mjs';

const whose = 'The ferry between the two towns';
const own_words = 'Ask who pays for the second boat';

async function send_papers(officer, on) {
    await move_clock(officer, on, '9:00am');
    await officer.press(/^Send papers/);
    await officer.press('Check');
    await officer.press('Record papers as sent');
}

async function meeting_called(t) {
    const paper = small_pdf('Where the money goes');
    const officer = await t.person('secretariat', { width: 1280, script: true, touch: false });
    await t.step('(the secretariat calls the meeting and sends a paper for members only)', async () => {
        await sign_in(officer, 'Secretariat');
        await convene_july(officer);
        await officer.press('Edit the agenda', { nth: 0 });
        await add_item(officer, 'Where the money goes', 'Discussion');
        await add_item(officer, whose, 'Decision');
        await officer.follow('Add papers to the items');
        await officer.unfold('Restrict them: not open to everyone');
        await officer.send('Add papers', {
            'What are they for?': /^Item 1/,
            Files: file(paper.path),
            'Title, if you add one file': 'Where the money goes, in figures',
            'Exemption expected': 'section 43(2)',
            Why: 'Prices of a tender',
            'Look at it again on': date(2008, 9, 30),
        });
        await send_papers(officer, [2008, 6, 10]);
    });
    return { t, officer, paper };
}

async function will_they_come({ t, member, officer }) {
    await t.step('signs in: the first screen says when, whether they come, and what to read', async () => {
        await sign_in(member, { seat: 5 });
        await member.sees('My desk', 'Your next meeting', first_day, '10:00am',
            'You have not said yet whether you will come.', 'Read the papers');
    });
    await t.step('says yes, then no, then yes after all', async () => {
        await member.press('Yes, I will come');
        await member.sees('Permitted', 'You have said that you will come.');
        await member.press('Send apologies after all');
        await member.sees('You have sent your apologies.', 'No reason is asked');
        await member.press('I will come after all');
        await member.sees('You have said that you will come.');
    });
    await t.step('adds the meeting to a calendar', async () => {
        const got = await member.download('Add to your calendar');
        assert.equal(got.status, 200);
        assert.match(got.type, /text\/calendar/);
        const text = got.bytes.toString();
        assert.match(text, /BEGIN:VEVENT[\s\S]*DTSTART:20080701T090000Z/);
    });
    await t.step('(the secretariat sees the answer)', async () => {
        await open_workbench(officer, first_day);
        await officer.sees(/1 of 40|One of 40|will come/);
    });
}

function note_on_the_money(member) {
    return member.seen(member.page.getByLabel(/^My note on Where the money goes/)).first();
}

/** A private note with and without a script. */
async function take_note(member) {
    await member.unfold(/^Write a note on this paper: Where the money goes/);
    const box = note_on_the_money(member);
    await box.fill(own_words);
    if (member.script) {
        await member.page.getByText('Saved', { exact: true }).first().waitFor();
        await member.reload();
    } else {
        await member.press(/^Save note.*Where the money goes/);
    }
    assert.equal(await box.inputValue(), own_words);
}

async function papers({ t, member, officer, paper }) {
    await t.step('reads a paper that only members may read', async () => {
        await member.follow(/^Read the papers/);
        await member.sees('Papers to read', 'Where the money goes', 'Not read yet', 'information law');
        const got = await member.download('Where the money goes, in figures');
        assert.equal(got.status, 200);
        assert.ok(got.bytes.equals(paper.bytes));
        await member.reload();
        await member.sees_not('Not read yet');
        const link = member.page.getByRole('link', { name: 'Where the money goes, in figures' }).first();
        const [, digest, name] = /open\/(\w{64})\/(.+)$/.exec(await link.getAttribute('href'));
        const reader = await t.person('public', { width: 320 });
        await reader.visit(`/kent-rehearsal/papers/${digest}/${name}`, { expects: 404 });
    });
    await t.step('marks it as not read by hand', async () => {
        await member.press(/^Mark as not read/);
        await member.sees('Not read yet');
    });
    await t.step('keeps a private note on it', async () => {
        await take_note(member);
    });
    await t.step('(a newer version is sent, and another paper)', async () => {
        await officer.follow('My desk');
        await open_workbench(officer, first_day);
        await officer.follow(/^Add papers|^Papers/).catch(() => officer.press(/^Add papers/));
        await officer.send('Add papers', {
            'What are they for?': /^Item 2/,
            Files: file(small_pdf('Timetable').path),
            'Title, if you add one file': 'The timetable',
        });
        await officer.send('Add papers', {
            Files: file(small_pdf('Where the money really goes').path),
            'Is it a newer version of a paper that was sent?': /Where the money goes, in figures/,
        });
        await send_papers(officer, [2008, 6, 11]);
    });
    await t.step('the new paper is marked as new, and the note has stayed', async () => {
        await member.follow('My desk');
        await member.sees(/new since you last looked/);
        await member.follow(/^Read the papers/);
        await member.sees('New since you last looked', 'A newer version since you last looked',
            'Written on the version of 10 June 2008.');
        assert.equal(await note_on_the_money(member).inputValue(), own_words);
        await member.press('Mark all as read');
        await member.sees('all read');
    });
    await t.step('nobody else is shown the note', async () => {
        const other = await t.person('member', { width: 390 });
        await sign_in(other, { seat: 6 });
        await other.follow(/^Read the papers/);
        await other.sees_not(own_words);
        await open_workbench(officer, first_day);
        await officer.sees_not(own_words);
    });
    await t.step('takes the notes away as a file', async () => {
        await member.follow('My desk');
        await member.follow('My private notes');
        await member.sees(own_words);
        const got = await member.download('All my notes as a text file');
        assert.ok(got.bytes.toString().includes(own_words));
    });
}

async function erase_notes({ t, member }) {
    await t.step('erases the notes, once sure', async () => {
        await member.press('Erase all my notes');
        await member.sees(own_words);
        await member.send('Erase all my notes', { 'Erase all my notes. They cannot be brought back.': true });
        await member.sees('Your notes are erased.');
    });
}

async function interests({ t, member }) {
    await t.step('enters an interest in the register, and an item that touches it is pointed out', async () => {
        await member.follow('My desk');
        await member.sees('We found no match with your register of interests; you must still declare');
        await member.follow('My register of interests');
        await member.send('Enter this interest');
        await member.sees('There is a problem', 'Choose the kind of interest.');
        await member.send('Enter this interest', { Financial: true, 'What it is': 'I own a share of a ferry' });
        await member.sees('I own a share of a ferry');
        await member.follow('My desk');
        await member.sees('You may have something to declare', /both speak of .ferry/);
    });
    await t.step('changes the entry', async () => {
        await member.follow('My register of interests');
        await member.follow(/^Change.*I own/);
        assert.equal(await member.value('What it is'), 'I own a share of a ferry');
        await member.send('Change this entry', { 'What it is': 'I own half of a ferry' });
        await member.sees('I own half of a ferry');
        await member.sees_not('I own a share of a ferry');
    });
    await t.step('declares it at the item', async () => {
        await member.follow('My desk');
        await member.follow(/^Item 2/);
        await member.sees('These items may touch what you entered');
        await member.send('Declare the interest');
        await member.sees('There is a problem', 'Choose the kind of interest.');
        await member.send('Declare the interest', {
            'At which item': /The ferry/,
            Financial: true,
        });
        await member.sees('Permitted');
        await member.follow('What I declared at meetings');
        await member.sees('I own half of a ferry', 'still to be determined', whose);
    });
}

async function item_and_substitute({ t, member, officer }) {
    await t.step('asks for an item, in time', async () => {
        await member.follow('My desk');
        await member.follow('Ask for an item');
        await member.sees('17 June');
        await member.send('Ask for this item', { 'What the item is called': 'A rota for the chair', 'To be discussed': true });
        await member.sees('A rota for the chair', 'On the agenda');
    });
    await t.step('names a substitute, with the conditions and the last moment in sight, and takes the name back', async () => {
        await member.follow('My desk');
        await member.press('Send a substitute');
        await member.sees('The last moment is before', first_day, '3.10');
        await member.send('Send this substitute');
        await member.sees('Enter the name of the person who comes in your place.');
        await member.send('Send this substitute', { 'Who comes in your place': 'Substitute for seat 5' });
        await member.sees('Permitted', 'You have named a substitute.');
        await member.press('Change your substitute');
        await member.press('Take the name back');
        await member.sees('Permitted', 'You have not said yet whether you will come.');
    });
    await t.step('sends apologies, and the secretariat sees them', async () => {
        await member.press('Apologies');
        await member.sees('You have sent your apologies.');
        await open_workbench(officer, first_day);
        await officer.sees(/[Aa]pologies/);
    });
}

async function on_the_day_itself({ t, member, officer }) {
    await t.step('comes after all; on the day the desk leads into the meeting', async () => {
        await member.press('I will come after all');
        await move_clock(officer, [2008, 7, 1], '9:50am');
        await open_workbench(officer, first_day);
        await officer.follow('Meeting day');
        await on_the_day(officer, 'Record attendance', { 'Seats here now': '1-30' }, { at: '9:55am' });
        await on_the_day(officer, 'Open the meeting', {}, { at: '10:00am' });
        await on_the_day(officer, 'Record who presides', {}, { at: '10:01am' });
        await member.follow('My desk');
        await member.sees('A meeting is going on');
        await member.press('Go into the meeting');
        await member.sees('In the meeting');
    });
    await t.step('signs out', async () => {
        await member.press('Sign out');
        await member.sees('The Kent Partnership');
    });
}

/** At the end of a year: what was decided, what to report, what the organisation is to answer. */
async function after_a_year(t) {
    await t.serve('riverside');
    const member = await t.person('member');
    await t.step('a year on: nobody has called a meeting, and what waits stands in one list', async () => {
        await sign_in_at(member, '/riverside');
        await member.sees('No meeting of a body you sit on has been called.', 'What waits for you');
    });
    await t.step('reads draft minutes, with the way to ask for a correction', async () => {
        await member.follow(/^Read the draft minutes/);
        await member.sees('Draft, not yet approved.', 'Ask for a correction');
        await member.follow('My desk');
    });
    await t.step('reports back, as the terms ask once minutes are out', async () => {
        await member.follow(/^Report back on/);
        await member.sees('3.7');
        await member.send('I have reported back', { 'What you told them, and what they said': 'They were glad.' });
        await member.sees('Permitted');
        await member.follow('My actions and reports');
        await member.sees('Reported on');
    });
    await t.step('takes every meeting away as a calendar file', async () => {
        await member.follow('My desk');
        const got = await member.download('All my meetings as a calendar file');
        assert.match(got.bytes.toString(), /BEGIN:VCALENDAR/);
    });
}

export async function member_phone(t) {
    await t.serve('kent-rehearsal');
    const job = await meeting_called(t);
    job.member = await t.person('member');
    await will_they_come(job);
    await papers(job);
    await erase_notes(job);
    await interests(job);
    await item_and_substitute(job);
    await on_the_day_itself(job);
    await after_a_year(t);
}
