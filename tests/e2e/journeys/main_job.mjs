// scenarios/main-job.md through the pages: a meeting from programme to published minutes, done by an officer of the
// secretariat who follows the pages' words, and read by the public at the end.

import assert from 'node:assert/strict';
import { join } from 'node:path';

import { date, file, quorate } from '../harness.mjs';
import { add_item, first_day, move_clock, on_the_day, open_workbench, sign_in, small_pdf } from './desk.mjs';

const second_day = 'Tuesday 2 December 2008';
const question = 'That the partners share one training centre';
const decision = 'The partners will share one training centre.';

export async function main_job(t) {
    await t.serve('kent-rehearsal');
    const officer = await t.person('secretariat');
    if (!officer.script) {
        t.say('        without scripts the accessibility checker cannot run; main-job checks the same pages');
    }
    const paper = small_pdf('The case for one training centre');
    const job = { t, officer, paper };
    await convening(job);
    await agenda(job);
    await papers(job);
    await late_item(job);
    await substitute(job);
    await the_day(job);
    await item_four(job);
    await the_rest(job);
    await minutes(job);
    await next_meeting(job);
    await corrections(job);
    await the_public(job);
    await verified(job);
}

async function convening({ t, officer }) {
    await t.step('signs in and sees what to do this week', async () => {
        await sign_in(officer, 'Secretariat');
        await officer.sees('This week', 'Convene the meeting of 1 July 2008');
    });
    await t.step('convenes the meeting of 1 July; both last days are 17 June, 16 June is safe', async () => {
        await officer.press(/^Convene meeting.*1 July 2008/);
        await officer.sees('17 June', '16 June');
        await officer.send('Convene meeting', { Place: 'Sessions House' });
        await officer.sees(`Meeting of ${first_day}`, 'Sessions House', 'Permitted', 'Timeline');
    });
    await t.step('is told that there is a meeting on that day already', async () => {
        await officer.follow('My desk');
        await officer.follow('Convene a meeting');
        await officer.send('Continue', { 'The Kent Partnership': true });
        await officer.send('Show what follows', { Date: date(2008, 7, 1), Time: '10:00am' });
        await officer.sees('There is a meeting of this body on that day already');
    });
    await t.step('a date outside the programme needs the members asked, and the Chair', async () => {
        await officer.follow('My desk');
        await officer.follow('Convene a meeting');
        await officer.send('Continue', { 'The Kent Partnership': true });
        await officer.send('Show what follows', { Date: date(2008, 9, 16), Time: '10:00am' });
        await officer.sees('First: ask the members', 'An extra meeting');
    });
}

async function asked_by_seat(officer, title, purpose, seat, when = {}) {
    await officer.press('Add an item');
    const form = officer.form('Add the item');
    await officer.fill('A member', true, form);
    await officer.unfold('Which member, and how you know', form);
    await officer.send('Add the item', {
        Title: title,
        [purpose]: true,
        'Which member': new RegExp(`\\bseat ${seat}\\b`, 'i'),
        'By e-mail': true,
    }, when);
}

async function agenda({ t, officer }) {
    await t.step('puts ordinary business on the agenda', async () => {
        await move_clock(officer, [2008, 6, 3], '9:00am');
        await open_workbench(officer, first_day);
        await officer.press('Edit the agenda', { nth: 0 });
        await add_item(officer, 'Welcome and apologies', 'Information');
        await add_item(officer, 'The year so far', 'Discussion', {}, { at: '9:00am' });
        await add_item(officer, 'Membership of the partnership', 'Discussion');
    });
    await t.step('records an item that seat 9 asked for on 16 June, in time', async () => {
        await move_clock(officer, [2008, 6, 16], '11:00am');
        await open_workbench(officer, first_day);
        await officer.press('Edit the agenda', { nth: 0 });
        await asked_by_seat(officer, 'A shared training centre', 'Decision', 9);
        await officer.sees('Permitted', 'A shared training centre');
    });
    await t.step('records one that seat 12 asked for on 17 June, in time as 3.16 is read', async () => {
        await move_clock(officer, [2008, 6, 17], '4:30pm');
        await open_workbench(officer, first_day);
        await officer.press('Edit the agenda', { nth: 0 });
        await asked_by_seat(officer, 'Report on green transport', 'Noting', 12);
        await officer.sees('Permitted', 'Report on green transport');
    });
}

async function papers({ t, officer, paper }) {
    await t.step('uploads a paper for item 4', async () => {
        await officer.follow('Add papers to the items');
        await officer.send('Add papers', {
            'What are they for?': 'Item 4: A shared training centre',
            Files: file(paper.path),
            'Title, if you add one file': 'The case for one training centre',
        });
        await officer.sees('Added.', 'The case for one training centre', 'PDF');
    });
    await t.step('the public cannot read the paper before it is sent', async () => {
        const href = await officer.page.getByRole('link', { name: 'The case for one training centre' })
            .first().getAttribute('href');
        const reader = await t.person('public');
        await reader.visit(href, { expects: 404 });
        await reader.context.close();
        t.people.pop();
        paper.href = href;
    });
    await t.step('checks the sending: in time on 17 June, ten working days before', async () => {
        await officer.press('Send papers');
        await officer.send('Check', { 'By e-mail': true }, { at: '5:00pm' });
        await officer.sees('In time.', /ten working days|10 working days/);
    });
    await t.step('records the papers as sent on 17 June', async () => {
        await officer.press('Record papers as sent');
        await officer.sees('Permitted', 'What was sent', 'All 40 members');
    });
}

async function late_item({ t, officer }) {
    await t.step('an item that seat 20 asks for on 18 June waits for the Chair', async () => {
        await move_clock(officer, [2008, 6, 18], '9:00am');
        await open_workbench(officer, first_day);
        await officer.press('Edit the agenda', { nth: 0 });
        await asked_by_seat(officer, 'Flood on the coast', 'Noting', 20);
        await officer.sees('Late item 6', 'Needs discretion', 'Waits for the Chair');
    });
    await t.step('records the answer the Chair gave by telephone, with the reason', async () => {
        await move_clock(officer, [2008, 6, 18], '11:00am');
        await officer.send('Record the answer', {
            'Allow it': true,
            'Another reason': true,
            "In the Chair's own words": 'The flood came after the last day for items',
            'By telephone': true,
        });
        await officer.sees('Permitted', 'Flood on the coast');
    });
    await t.step('papers for item 6 on 18 June are nine working days before: late, and recorded', async () => {
        await move_clock(officer, [2008, 6, 18], '12:00 noon');
        await officer.press(/^Send papers/);
        await officer.send('Check', { 'Only for some items': '6' });
        await officer.sees('Late.', /nine working days|9 working days/);
        await officer.press('Record papers as sent');
        await officer.sees(/nine working days|9 working days/);
    });
}

async function substitute({ t }) {
    await t.step('seat 21 signs in and names a substitute in advance', async () => {
        const officer = t.people[0];
        await move_clock(officer, [2008, 6, 27], '10:05am');
        const member = await t.person('member');
        await sign_in(member, { seat: 21 });
        await member.press('Send a substitute');
        await member.send('Send this substitute', { 'Who comes in your place': 'Substitute for seat 21' });
        await member.sees('Permitted', 'substitute');
    });
}

async function the_day(job) {
    const { t, officer } = job;
    await t.step('takes attendance: 19 present of 40, 20 needed, one short', async () => {
        await move_clock(officer, [2008, 7, 1], '9:50am');
        await open_workbench(officer, first_day);
        await officer.follow('Meeting day');
        await on_the_day(officer, 'Record attendance', { 'Seats here now': '1-6,8-20' }, { at: '9:50am' });
        await officer.sees('19 of 40 present. Quorum 20: one short.');
    });
    await t.step('opens the meeting; the Chair is away and the Vice Chair takes the chair', async () => {
        await on_the_day(officer, 'Open the meeting', {}, { at: '10:00am' });
        await officer.sees('The Chair is not here. The Vice Chair takes the chair.');
        await on_the_day(officer, 'Record who presides', {}, { at: '10:01am' });
        await officer.sees(/Vice Chair.* is in the chair/);
    });
    await t.step('nothing can be decided without a quorum', async () => {
        await officer.follow('A shared training centre');
        await officer.unfold('Record something without taking it');
        await on_the_day(officer, 'Declare the outcome', { Carried: true, Consensus: true },
            { at: '10:05am', open: 'Declare the outcome' });
        await officer.sees('Refused', /19 of 40|19 .* present/, '20');
    });
    await t.step('they go on informally, and nothing can be noted', async () => {
        await officer.follow('Back to the meeting');
        await officer.follow('Meeting day');
        await on_the_day(officer, 'Continue informally', {}, { at: '10:06am' });
        await officer.follow('The year so far');
        await on_the_day(officer, 'Take item 2', {}, { at: '10:07am' });
        await officer.sees('Informal discussion. Nothing can be decided until there is a quorum.');
        await on_the_day(officer, 'Record discussion',
            { 'What was said, in brief': 'Those present spoke about the year so far.' }, { at: '10:10am' });
        await officer.unfold('More at this item');
        await on_the_day(officer, 'Note the item', {}, { at: '10:15am', open: 'Note the item' });
        await officer.sees('Refused', 'not quorate');
    });
    await t.step('the substitute for seat 21 comes: 20 of 40, none to spare', async () => {
        await officer.press(/^Came.*Seat 21/);
        await officer.sees('20 of 40 present. Quorum 20: none to spare.');
    });
    await t.step('resumes the meeting', async () => {
        await on_the_day(officer, 'Resume the meeting', {}, { at: '10:21am' });
        await officer.sees(/Open since 10:21am|Open since 10:00am/);
    });
    await t.step('the machine is switched off and on again; nothing is lost', async () => {
        const log = () => officer.page.locator('.q-day__log').innerText();
        const before = await log();
        await t.server.stop('SIGKILL');
        await t.server.start();
        await officer.reload();
        await officer.sees('20 of 40 present. Quorum 20: none to spare.');
        assert.equal(await log(), before);
    });
    await t.step('seats 22 and 23 come: 22 of 40, two to spare', async () => {
        await on_the_day(officer, 'Record arrival', { 'Who came?': '22,23' }, { at: '10:25am' });
        await officer.sees('22 of 40 present. Quorum 20: two to spare.');
    });
}

async function item_four({ t, officer }) {
    await t.step('takes item 4', async () => {
        await officer.follow('A shared training centre');
        await on_the_day(officer, 'Take item 4', {}, { at: '10:30am' });
        await officer.sees('Item 4', 'A shared training centre');
    });
    await t.step('seat 5 declares; sending them out would leave one to spare', async () => {
        await on_the_day(officer, 'Record interest', {
            'Who declares it?': '5',
            Financial: true,
            'Their own': true,
            'What it is': 'An interest in land near the centre',
        }, { at: '10:31am', open: 'Someone declares an interest' });
        await officer.sees(/21 .*would count towards the quorum: one to spare/);
    });
    await t.step('whoever presides decides that seat 5 may speak but not decide', async () => {
        await on_the_day(officer, 'Record determination', { 'May speak, not decide, and may stay': true },
            { at: '10:33am' });
        await officer.sees('22 of 40 present. Quorum 20: two to spare.', 'may not');
    });
    await t.step('a motion is moved and seconded', async () => {
        await on_the_day(officer, 'Record motion', { 'Moved by': '9', 'The motion': question }, { at: '10:40am' });
        await on_the_day(officer, 'Record seconder', { 'Seconded by': '10' },
            { at: '10:41am', open: 'The motion is seconded' });
        await officer.sees(question, 'seconded by');
    });
    await t.step('the question is put: 22 there, 21 may decide; four object', async () => {
        await on_the_day(officer, 'Put the question', {}, { at: '10:45am' });
        await officer.sees('22 were there, and 21 of them may decide.');
        await on_the_day(officer, 'Record the answer', { 'Does any member object?': '1-4' }, { at: '10:46am' });
        await officer.sees('No consensus.', /[Ff]our members objected/);
    });
    await t.step('11 for, 6 against, 4 abstaining: carried, 11 of 21 needed', async () => {
        await officer.sees('21 members may vote.');
        await on_the_day(officer, 'Record vote', { For: '11', Against: '6', Abstained: '4' }, { at: '10:50am' });
        await officer.sees('Eleven for, six against, four abstained. 21 could decide; 11 for carry it: carried.');
    });
    await t.step('the outcome is declared, with the words decided', async () => {
        await on_the_day(officer, 'Declare the outcome', {
            Carried: true,
            Vote: true,
            'The decision, as it will be published': decision,
        }, { at: '10:51am' });
        await officer.sees(/[Dd]eclared carried/);
    });
}

async function close_meeting(officer, last_item, left, closed) {
    if (await officer.offered(`Close item ${last_item}`)) {
        await on_the_day(officer, `Close item ${last_item}`, {}, { at: left });
    }
    if (!(await officer.offered('Close the meeting'))) {
        await officer.unfold('Close the meeting');
    }
    await on_the_day(officer, 'Close the meeting', {}, { at: closed });
}

async function the_rest({ t, officer }) {
    const note = async (title, number, taken, noted) => {
        await officer.follow(title);
        await on_the_day(officer, `Take item ${number}`, {}, { at: taken });
        await on_the_day(officer, 'Note the item', {}, { at: noted });
        await officer.sees('Noted');
    };
    await t.step('notes items 5 and 6', async () => {
        await note('Report on green transport', 5, '11:00am', '11:10am');
        await note('Flood on the coast', 6, '11:12am', '11:20am');
    });
    await t.step('closes the meeting', async () => {
        await close_meeting(officer, 6, '11:21am', '11:45am');
        await officer.sees('Closed at 11:45am');
    });
}

async function minutes({ t, officer }) {
    await t.step('drafts the minutes: presence and interests are filled in from the record', async () => {
        await move_clock(officer, [2008, 7, 3], '9:00am');
        await open_workbench(officer, first_day);
        await officer.press('Draft the minutes');
        await officer.sees('Draft made from the record');
        const boxes = await officer.page.locator('#minutes-editor textarea').all();
        const words = (await Promise.all(boxes.map((box) => box.inputValue()))).join('\n');
        assert.match(words, /training centre/);
        await officer.press('Record as the draft');
        await officer.sees('Permitted', 'Draft');
    });
    await t.step('sends them to members', async () => {
        await move_clock(officer, [2008, 7, 4], '9:00am');
        await officer.press('Send them to members');
        await officer.press('Record that they were sent');
        await officer.sees('Permitted');
    });
    await t.step('they cannot be published as approved yet', async () => {
        await officer.visit(`${officer.path}/publish`);
        await officer.press('Publish');
        await officer.sees('Refused');
        await officer.follow('Back to the minutes');
    });
    await t.step('publishes them as a draft', async () => {
        await officer.press('Publish them as a draft');
        await officer.press('Publish as a draft');
        await officer.sees('Permitted');
    });
}

async function next_meeting({ t, officer }) {
    await t.step('convenes the meeting of 2 December: papers by 18 November', async () => {
        await move_clock(officer, [2008, 10, 1], '9:00am');
        await officer.follow('My desk');
        await officer.follow('Convene a meeting');
        await officer.send('Continue', { 'The Kent Partnership': true });
        await officer.follow(/2 December 2008/);
        await officer.sees('18 November', '17 November');
        await officer.press('Convene meeting');
        await officer.sees(`Meeting of ${second_day}`);
    });
    await t.step('puts the minutes of 1 July on its agenda', async () => {
        await officer.press('Edit the agenda', { nth: 0 });
        await add_item(officer, 'Minutes of 1 July', 'Minutes',
            { 'Which minutes, if it is for approving minutes': /1 July/ });
    });
    await t.step('sends the papers on the last day', async () => {
        await move_clock(officer, [2008, 11, 18], '12:00 noon');
        await open_workbench(officer, second_day);
        await officer.follow('Send the agenda and papers');
        await officer.press('Check');
        await officer.sees('In time.');
        await officer.press('Record papers as sent');
        await officer.sees('Permitted');
    });
    await t.step('opens it: 25 of 40 present, and the Chair presides', async () => {
        await move_clock(officer, [2008, 12, 2], '9:55am');
        await open_workbench(officer, second_day);
        await officer.follow('Meeting day');
        await on_the_day(officer, 'Record attendance', { 'Seats here now': '1-25' }, { at: '9:55am' });
        await officer.sees('25 of 40 present. Quorum 20: five to spare.');
        await on_the_day(officer, 'Open the meeting', {}, { at: '10:00am' });
        await on_the_day(officer, 'Record who presides', {}, { at: '10:01am' });
        await officer.sees(/Chair.* is in the chair/);
        await officer.follow('Minutes of 1 July');
        await on_the_day(officer, 'Take item 1', {}, { at: '10:02am' });
    });
}

async function corrections({ t, officer }) {
    await t.step('seat 23 came only at 11:30: no ruling changes', async () => {
        await move_clock(officer, [2008, 12, 2], '10:05am');
        await officer.follow('the minutes and their corrections');
        await officer.press('Record a correction');
        await officer.send('Show what this changes', {
            'The correction in words': 'Seat 23 arrived at 11:30.',
            Whose: /\bseat 23\b/i,
            'Came at': '11:30am',
        });
        await officer.sees('No ruling changes.');
        await officer.press('Record the correction');
        await officer.sees('Permitted');
    });
    await t.step('ten for and not eleven: the ruling on item 4 would be another', async () => {
        await officer.send('Show what this changes', {
            'The correction in words': 'Item 4: ten for, six against, four abstaining.',
            'At which item': /^Item 4, A shared training centre/,
            For: '10',
            Against: '6',
            Abstaining: '4',
        });
        await officer.sees('One ruling would be another', /[Ii]tem 4/);
        await officer.press('Record the correction');
        await officer.sees('Permitted');
    });
    await t.step('the minutes are approved with the corrections', async () => {
        await officer.follow('Go on to the approval');
        await officer.sees(/[Ii]tem 4/);
        await officer.press('Record the approval');
        await officer.sees('Permitted', 'These minutes have been approved.');
    });
    await t.step('closes the second meeting', async () => {
        await officer.follow('Back to the meeting');
        await close_meeting(officer, 1, '10:30am', '11:00am');
        await officer.sees('Closed at 11:00am');
    });
    await t.step('publishes the approved minutes', async () => {
        await move_clock(officer, [2008, 12, 3], '9:00am');
        await open_workbench(officer, first_day);
        await officer.follow('Minutes');
        await officer.press('Publish the approved minutes');
        await officer.press('Publish');
        await officer.sees('Permitted');
    });
}

async function the_public({ t, paper }) {
    const reader = await t.person('public');
    await t.step('the public reads the published minutes with their corrections', async () => {
        await reader.visit('/');
        await reader.follow('The Kent Partnership');
        await reader.follow('Meetings');
        await reader.follow(first_day);
        await reader.sees('Seat 23 arrived at 11:30', 'Item 4: ten for, six against, four abstaining');
    });
    await t.step('and downloads the paper that was sent', async () => {
        const got = await reader.download(/The case for one training centre/);
        assert.equal(got.status, 200);
        assert.match(got.type, /^application\/pdf/);
        assert.ok(got.bytes.equals(paper.bytes), 'the bytes are those that were uploaded');
    });
    await t.step('and has the file checked: it is the one that was sent', async () => {
        await reader.follow('check it yourself');
        await reader.send('Check file', { 'The file': file(paper.path) });
        await reader.sees('In the record', 'The case for one training centre');
    });
    await t.step('and the decision with its ruling panel', async () => {
        await reader.follow('Decisions');
        await reader.follow(decision);
        await reader.unfold('How this was worked out');
        await reader.sees(decision, /11 for|eleven for/i, /more than half|11/, '3.21');
    });
}

async function verified({ t }) {
    await t.step('the record verifies', async () => {
        await t.server.stop(); // a ledger is verified when nobody serves it
        const done = quorate('verify', join(t.server.data, 'kent-rehearsal'));
        assert.equal(done.code, 0, done.text);
    });
}
