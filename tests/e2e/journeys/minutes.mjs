// Minutes from the record to the approved document: written, kept while they are written, sent, corrected as a member
// asks, approved at the next meeting, published, and corrected again afterwards.

import assert from 'node:assert/strict';

import {
    add_item, another_officer, another_tab, first_day, move_clock, on_the_day, open_workbench, sign_in,
    sign_in_as_second, sign_in_at,
} from './desk.mjs';

const second_day = 'Tuesday 2 December 2008';

async function held({ t, officer }) {
    await t.step('(a meeting is held: one item noted, one decided)', async () => {
        await sign_in(officer, 'Secretariat');
        await officer.press(/^Convene meeting.*1 July 2008/);
        await officer.send('Convene meeting', { Place: 'Sessions House' });
        await officer.press('Edit the agenda', { nth: 0 });
        await add_item(officer, 'High water in the spring', 'Noting');
        await move_clock(officer, [2008, 7, 1], '10:00am');
        await open_workbench(officer, first_day);
        await officer.follow('Meeting day');
        await on_the_day(officer, 'Record attendance', { 'Seats here now': '1-24' });
        await on_the_day(officer, 'Open the meeting');
        await on_the_day(officer, 'Record who presides');
        await officer.follow('High water in the spring');
        await on_the_day(officer, 'Take item 1');
        await on_the_day(officer, /^(Note|Record that it was noted|Note the item)/);
        await on_the_day(officer, /^Close item 1/);
        await move_clock(officer, [2008, 7, 1], '11:00am');
        await open_workbench(officer, first_day);
        await officer.follow('Meeting day');
        await on_the_day(officer, /^Close the meeting/);
    });
}

async function editor({ t, officer, other }) {
    await t.step('the draft has a box for each part, with what the record has beside it', async () => {
        await move_clock(officer, [2008, 7, 3], '9:00am');
        await open_workbench(officer, first_day);
        await officer.press('Draft the minutes');
        await officer.sees('Draft made from the record', 'Present', '1. High water in the spring',
            'What the record has');
        assert.match(await officer.value('Present'), /Seat 1\b/);
    });
    await t.step('what is typed is kept, though it is not recorded', async () => {
        await officer.fill('1. High water in the spring', 'The harbour master spoke.\n\n**Noted.**');
        if (officer.script) {
            await officer.page.getByText(/^Kept at/).waitFor({ timeout: 8000 });
            await officer.visit(officer.path);
        } else {
            await officer.press('Keep for now');
        }
        await officer.sees('kept and not recorded yet');
        assert.match(await officer.value('1. High water in the spring'), /harbour master/);
    });
    await t.step('it is there on another computer too', async () => {
        await sign_in(other, 'Secretariat');
        await other.visit(officer.path);
        await other.sees('kept and not recorded yet');
    });
    await two_officers({ t, officer });
    await t.step('a fact of the record is not contradicted silently', async () => {
        await officer.fill('Present', `${(await officer.value('Present')).replace('- Seat 1,', '- Seat 40,')}`);
        await officer.press('Record as the draft');
        await officer.sees('There is a problem', 'The words say something else than the record.',
            /the record has “Seat 1,/);
        await officer.fill('Record the words all the same', true);
        await officer.press('Record as the draft');
        await officer.sees('Permitted', 'Facts the words give otherwise than the record');
    });
    await t.step('they are sent to members', async () => {
        await officer.press('Send them to members');
        await officer.press('Record that they were sent');
        await officer.sees('Permitted');
    });
}

const item_box = '1. High water in the spring';

async function two_officers({ t, officer }) {
    const second = await another_officer(t, '/kent-rehearsal');
    await t.step('another officer is told who is writing, and is not given their words', async () => {
        await second.visit(officer.path);
        await second.sees('Somebody else is writing these minutes',
            /Secretariat has words for these minutes that are not recorded, last changed at/);
        await second.sees_not('kept and not recorded yet');
        assert.doesNotMatch(await second.value(item_box), /harbour master/);
    });
    await t.step('and the first is told of the second, until those words are thrown away', async () => {
        await second.fill(item_box, 'The second officer was there too.');
        await second.press('Keep for now');
        await second.sees('kept and not recorded yet');
        await officer.reload();
        await officer.sees('Deputy officer has words for these minutes that are not recorded');
        assert.match(await officer.value(item_box), /harbour master/);
        await second.press('Throw them away and show what is recorded');
        await officer.reload();
        await officer.sees_not('Somebody else is writing these minutes');
    });
    if (officer.script) {
        await one_browser({ t, officer, second });
        await without_connection({ t, officer });
    }
}

const status_of = (person) => person.page.locator('#minutes-kept');

async function one_browser({ t, officer, second }) {
    await t.step('words of one officer are not kept for another who signs in in the same browser', async () => {
        const tab = await another_tab(officer);
        await sign_in_as_second(tab, '/kent-rehearsal');
        officer.expects = 403;
        await officer.fill(item_box, 'The harbour master spoke at length.\n\n**Noted.**');
        await status_of(officer).getByText('somebody else has signed in in this browser').waitFor({ timeout: 8000 });
        await tab.visit(officer.path);
        assert.doesNotMatch(await tab.value(item_box), /at length/);
        await tab.sees_not('You typed other words here');
        await second.reload();
        assert.doesNotMatch(await second.value(item_box), /at length/);
        await sign_in_at(tab, '/kent-rehearsal', 'Secretariat');
        await officer.page.evaluate(() => window.dispatchEvent(new Event('focus')));
        await status_of(officer).getByText(/^Kept at \d+:\d\d[ap]m/).waitFor({ timeout: 8000 });
        officer.expects = undefined;
        await officer.reload();
        assert.match(await officer.value(item_box), /at length/);
        await tab.page.close();
    });
}

async function without_connection({ t, officer }) {
    await t.step('what the lost connection kept from being kept is offered again, with when it was typed', async () => {
        officer.offline = true;
        await officer.context.setOffline(true);
        await officer.fill(item_box, 'The harbour master spoke.\n\n**Noted.**');
        await status_of(officer).getByText('the connection is lost').waitFor({ timeout: 8000 });
        officer.page.once('dialog', (dialog) => dialog.accept());
        await officer.context.setOffline(false);
        await officer.reload();
        officer.offline = false;
        assert.match(await officer.value(item_box), /at length/);
        await officer.sees(/You typed other words here, last at \d+:\d\d[ap]m on \w+day,? \d+ \w+ \d{4}/);
        await officer.page.getByRole('button', { name: 'Put them back' }).click();
        await status_of(officer).getByText(/^Kept at/).waitFor({ timeout: 8000 });
        await officer.reload();
        assert.doesNotMatch(await officer.value(item_box), /at length/);
        await officer.sees_not('You typed other words here');
    });
}

async function proposals({ t, officer, member }) {
    let answered_at = '';
    await t.step('a member reads them and asks for two corrections', async () => {
        await sign_in(member, { seat: 9 });
        await member.follow(/draft minutes of/i);
        await member.press('Ask for a correction');
        for (const words of ['Seat 40 was not there; seat 1 was.', 'Say that the water was very high.']) {
            await member.send('Ask for the correction', { 'What the minutes should say': words });
            await member.sees('Permitted', words, 'Not answered yet');
        }
    });
    await t.step('the officer takes one and declines the other with a reason', async () => {
        await officer.reload();
        await officer.sees('Two corrections asked for by members wait for your answer.');
        await officer.press('Answer them');
        answered_at = officer.path;
        await officer.press(/^Do not take it/, { nth: 1 });
        await officer.sees('Say why it is not taken: whoever asked for it sees it.');
        const second = officer.page.locator('form').filter({ hasText: 'Why it is not taken' }).nth(1);
        await officer.fill('Why it is not taken', 'The figures were not before the meeting.', second);
        await officer.press(/^Do not take it/, { nth: 1 });
        await officer.sees('Permitted');
        await officer.press(/^Take it/);
        await officer.sees('Permitted', 'Taken in a correction', 'Not taken');
    });
    await t.step('the member sees what became of each', async () => {
        await member.reload();
        await member.sees('Taken in a correction', 'The figures were not before the meeting.');
    });
    await t.step('the words are changed, and what changed since they were sent is marked', async () => {
        await officer.follow('the minutes');
        await officer.fill('Present', (await officer.value('Present')).replace('- Seat 40,', '- Seat 1,'));
        await officer.press('Record these words');
        await officer.sees('Permitted', 'Changed since they were sent to members', /Seat 40/);
    });
    return { asked_at: member.path, answered_at };
}

async function approved({ t, officer, member, reader, asked_at, answered_at }) {
    await t.step('published as a draft, they say so', async () => {
        await officer.press('Publish them as a draft');
        await officer.press('Publish as a draft');
        await officer.sees('Permitted');
        await reader.visit(await officer.page.getByRole('link', { name: 'The minutes as a document, to read or print' })
            .getAttribute('href'));
        await reader.sees('Draft, not yet approved', 'Attendance, as recorded', 'Corrections made so far');
    });
    await t.step('the next meeting gets an item for them by one button', async () => {
        await move_clock(officer, [2008, 10, 1], '9:00am');
        await officer.follow('My desk');
        await officer.follow('Convene a meeting');
        await officer.send('Continue', { 'The Kent Partnership': true });
        await officer.follow(/2 December 2008/);
        await officer.press('Convene meeting');
        await open_workbench(officer, first_day);
        await officer.visit(`${officer.path}/minutes`);
        await officer.press('Put them on that agenda');
        await officer.sees('Permitted', /They are item 1 of/);
    });
    await t.step('the next meeting approves them', async () => {
        await move_clock(officer, [2008, 12, 2], '10:00am');
        await open_workbench(officer, second_day);
        await officer.follow('Meeting day');
        await on_the_day(officer, 'Record attendance', { 'Seats here now': '1-24' });
        await on_the_day(officer, 'Open the meeting');
        await on_the_day(officer, 'Record who presides');
        await officer.follow(/^Minutes of/);
        await on_the_day(officer, 'Take item 1');
        await officer.follow('the minutes and their corrections');
        if (!officer.path.endsWith('/approve')) {
            await officer.press('Record the approval');
        }
        await officer.press('Record the approval');
        await officer.sees('These minutes have been approved.');
        await officer.press('Publish the approved minutes');
        await officer.press('Publish');
        await officer.sees('Permitted');
    });
    await t.step('a correction after the approval stands beside them, for everyone', async () => {
        await reader.reload();
        await reader.sees('Approved on 2 December 2008', 'item 1', 'Corrections made before they were approved');
        await member.follow('My desk');
        await member.visit(asked_at);
        await member.send('Ask for the correction', { 'What the minutes should say': 'The harbour master is retired.' });
        await move_clock(officer, [2008, 12, 5], '9:00am');
        await officer.visit(answered_at);
        await officer.press(/^Take it/);
        await officer.sees('Permitted');
        await reader.reload();
        await reader.sees('Corrections made after they were approved', 'The harbour master is retired.');
        if (!reader.script) {
            return;
        }
        const [file] = await Promise.all([
            reader.page.waitForEvent('download'),
            reader.page.getByRole('link', { name: 'Download them as a file' }).click(),
        ]);
        assert.match(file.suggestedFilename(), /^minutes-.*\.html$/);
    });
}

export async function minutes(t) {
    await t.serve('kent-rehearsal');
    const officer = await t.person('secretariat');
    const other = await t.person('second-officer');
    const member = await t.person('member');
    const reader = await t.person('public');
    await held({ t, officer });
    await editor({ t, officer, other });
    const places = await proposals({ t, officer, member });
    await approved({ t, officer, member, reader, ...places });
}
