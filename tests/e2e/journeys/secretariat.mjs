// A day of the secretariat of Riverside: what is to be done, the year of every body, a run of missed meetings and the
// letter about it, and reminders to everybody in the background.

import assert from 'node:assert/strict';

import { add_item, sign_in_at } from './desk.mjs';

const home = '/riverside';
const name = 'The Riverside Partnership';

export async function secretariat(t) {
    await t.serve('riverside');
    const officer = await t.person('secretariat');
    await the_desk(t, officer);
    await the_year(t, officer);
    await convening(t, officer);
    await attendance_and_letter(t, officer);
    await membership(t, officer);
    await reminders(t, officer);
    await desk_afterwards(t, officer);
}

async function the_desk(t, officer) {
    await t.step('sees what is to be done this week, and narrows it to one body', async () => {
        await sign_in_at(officer, home, 'Secretariat');
        await officer.sees('This week', 'All bodies', 'three meetings missed in a row', 'vacant');
        await officer.follow(new RegExp(`^${name} \\(\\d+\\)`));
        await officer.sees('This week', 'three meetings missed in a row');
        await officer.follow(/^All bodies/);
    });
}

async function the_year(t, officer) {
    await t.step('sees the year of every body, with what clashes and what is missing', async () => {
        await officer.follow(/^The year \d{4}/);
        await officer.follow('2027');
        await officer.sees('The year 2027', 'in the programme only', 'To look at', 'Dates that would do', 'missing');
        const file = await officer.download('Calendar file of the year (.ics)');
        assert.match(file.type, /text\/calendar/);
        assert.match(file.bytes.toString(), /DTSTART:20270309T100000Z/);
    });
    await t.step('checks the dates proposed for every body, and sees two that clash', async () => {
        await officer.press('Set these dates for all bodies');
        await officer.sees('Dates of 2027 for all bodies', 'Set already');
        await officer.send('Check these dates');
        await officer.sees('Check the dates', 'Nothing is recorded yet', 'Permitted');
    });
    await t.step('sets them all in one task, which tells how far it is', async () => {
        await officer.send('Set these dates');
        await finished(officer, 'Dates of 2027 set');
        await officer.sees('Permitted');
    });
}

/** On the page of a task: by itself with a script, else by loading again. */
async function finished(officer, title) {
    await officer.sees(title);
    for (let tries = 0; tries < 80; tries += 1) {
        if (/(^| )(Done|Done, some refused|Done in part) \d+ of/.test(await officer.shown())) {
            return;
        }
        await officer.page.waitForTimeout(250);
        if (!officer.script || tries % 20 === 19) {
            await officer.reload();
        }
    }
    await officer.sees(/Done \d+ of/);
}

async function convening(t, officer) {
    await t.step('convenes 9 March 2027, and is told in words that it cannot be convened twice', async () => {
        await officer.follow('My desk');
        await officer.follow('Convene a meeting');
        await officer.send('Continue', { [name]: true });
        await officer.follow(/9 March 2027/);
        await officer.send('Convene meeting', { Place: 'Town Hall, Stonebridge' });
        await officer.sees('Permitted', 'Town Hall, Stonebridge');
        await officer.visit(`${home}/desk/convene?body=rp&at=2027-03-09T14:00`);
        await officer.sees('There is a meeting of this body on that day already');
        await officer.sees_not('What follows');
    });
    await t.step('a word longer than a telephone is wide makes no page wider', async () => {
        const word = 'Landwirtschaftsflaechenbewirtschaftungsgenossenschaft';
        await officer.visit(`${home}/desk/convene?body=rp&at=2027-09-14T10:00`);
        await officer.send('Convene meeting', { Place: word });
        const meeting = officer.path.replace('/desk', '');
        await officer.press('Edit the agenda', { nth: 0 });
        await add_item(officer, `${word}${word}`, 'Noting');
        const bench = `${home}/desk${meeting.slice(home.length)}`;
        for (const page of [bench, `${bench}/day`, meeting, `${meeting}/live`, `${home}/calendar`]) {
            await officer.visit(page);
            await officer.narrow(page);
        }
    });
}

async function attendance_and_letter(t, officer) {
    await t.step('sees who has missed meetings in a row, from which meetings, and what the terms say', async () => {
        await officer.follow('My desk');
        await officer.follow('Attendance');
        await officer.sees('Missed in a row', 'Three meetings missed in a row', 'The Chair may ask', 'clause 3.8',
            '2026', 'Asha Fenwick, then Felix Amory');
        const file = await officer.download('This table as a CSV file');
        assert.match(file.bytes.toString(), /"Present","Substitute"/);
    });
    await t.step('writes the letter: nothing typed is lost when something is missing', async () => {
        await officer.press(/^Write the letter/);
        await officer.sees('Letter about missed meetings', 'misses three meetings in a row');
        const words = await officer.value('Letter');
        assert.match(words, /three meetings in a row/);
        await officer.send('Keep and print', { Subject: '', Letter: `${words}\n\nWith kind regards` });
        await officer.sees('Enter what the letter is about');
        assert.match(await officer.value('Letter'), /With kind regards/);
    });
    await t.step('keeps it; it prints as a letter and stands in the list of what was sent', async () => {
        await officer.send('Keep and print', { Subject: 'Attendance at the partnership' });
        await officer.sees('The letter is kept', 'Attendance at the partnership', 'With kind regards',
            'The secretariat');
        await officer.page.emulateMedia({ media: 'print' });
        assert.equal(await officer.page.locator('nav').filter({ visible: true }).count(), 0);
        await officer.page.emulateMedia({ media: 'screen' });
        await officer.follow('All letters');
        await officer.sees('Sent and kept', 'Attendance at the partnership', 'To be printed');
    });
}

async function membership(t, officer) {
    await t.step('sees every vacancy and since when, and what changed', async () => {
        await officer.follow('My desk');
        await officer.follow('Members and vacancies');
        await officer.sees('Vacant seats', 'Vacant for', 'Terms of office', 'Changes in the last six months');
        await officer.follow(/^Write the letter/);
        await officer.sees('Letter about a vacant seat');
        assert.match(await officer.value('Letter'), /Seat 16 .* is vacant/);
    });
}

async function reminders(t, officer) {
    await t.step('reminds everybody who has not answered, in the background', async () => {
        await officer.follow('My desk');
        await officer.follow('Bulk tasks');
        await officer.follow('Remind members who have not answered');
        await officer.sees('Choose the meeting above.');
        await officer.follow(`${name}, Tuesday 9 March 2027`);
        await officer.sees('Send reminders', 'Who is reminded?', 'We have no answer from you yet');
        await officer.send('Send the reminders');
        await finished(officer, 'Reminders for');
        await officer.sees(/(\d+) of \1 done/, 'See the letter');
    });
}

async function desk_afterwards(t, officer) {
    await t.step('the desk no longer asks for what was done', async () => {
        await officer.follow('My desk');
        await officer.sees('This week');
        await officer.sees_not('three meetings missed in a row');
        await officer.follow('Bulk tasks');
        await officer.sees('Reminders for', 'Dates of 2027 set', 'Done');
    });
}
