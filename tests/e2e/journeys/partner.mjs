// A partner organisation: what concerns it and what it answers, what it promises, who holds its seat, and leaving.

import assert from 'node:assert/strict';

import { date, fresh_data, quorate } from '../harness.mjs';
import { sign_in_at } from './desk.mjs';

const home = '/riverside';
const health = `${home}/desk/organisation/riverside-health`;
const respite = 'Each partner is asked to offer a carer two days of respite a year.';

export async function partner(t) {
    await t.serve_folder(await called());
    const person = await t.person('partner');
    await answers(t, person);
    await seats(t, person);
    await promises(t, person);
    await heard(t, person);
    await heard_by_agreement(t, person);
    await leaves(t, person);
    await t.step('sees nothing of others', async () => {
        await person.visit(`${home}/desk/organisation/riverside-fire`, { expects: 404 });
        await person.visit(`${home}/desk/organisation/riverside-fire/answer/rb/d1`, { expects: 404 });
        await person.visit(`${health}/seats/rp/10`, { expects: 404 });
        await person.visit(`${home}/desk/accounts`, { expects: 403 });
        await person.visit(`${home}/desk/members/rp`, { expects: 403 });
    });
    await t.step('a member of the organisation answers for it too', async () => {
        const member = await t.person('member');
        await sign_in_at(member, home);
        await member.visit(`${home}/desk/organisation/riverside-health`, { expects: 404 });
    });
}

/** A meeting to come with an item that concerns the partner. */
async function called() {
    const data = await fresh_data('riverside');
    const acts = [
        '2026-12-15T09:30 servicing convene-meeting meeting=rp/m5 at=2027-03-09T10:00',
        '2026-12-15T09:31 servicing notify-item meeting=rp/m5 item=1 title="Respite beds in the old hospital" ' +
            'purpose=discussion affects=riverside-health',
        '2026-12-15T09:32 servicing notify-item meeting=rp/m5 item=2 title="Bus shelters" purpose=discussion',
    ];
    for (const act of acts) {
        const done = quorate('--data', data, 'act', 'riverside', act);
        assert.equal(done.code, 0, done.text);
    }
    return data;
}

/** Somebody else who answers for the organisation, with the form open since before the answer. */
async function colleague_at_the_form(t) {
    const colleague = await t.person('partner');
    await sign_in_at(colleague, home, 'Partner');
    await colleague.visit(`${health}/answer/rp/d5`);
    return colleague;
}

async function answers(t, person) {
    await t.step('finds what waits for an answer first', async () => {
        await sign_in_at(person, home, 'Partner');
        await person.sees('My desk', 'Riverside Health Trust', '1 decision waits for your answer', respite,
            'The meeting named you as one it concerns.');
    });
    const colleague = await colleague_at_the_form(t);
    await t.step('answers; what was typed is kept when something is missing', async () => {
        await person.press(/^Adopt/);
        assert.ok(await person.page.getByLabel('Adopt').isChecked());
        await person.visit(person.path);
        await person.sees('yours to decide (clause 3.22)');
        await person.send('Send the answer', { 'In your own words': 'We look into it.' });
        await person.sees('There is a problem', 'Choose adopt, decline or note.');
        assert.equal(await person.value('In your own words'), 'We look into it.');
        await person.send('Send the answer', { Note: true });
        await person.sees('Permitted', 'No decision waits for your answer.', 'Noted', 'We look into it.');
    });
    await t.step('a colleague who answers at the same time is told first, and loses nothing', async () => {
        await colleague.send('Send the answer', { Decline: true, 'In your own words': 'We have nobody to spare.' });
        await colleague.sees('Someone else was here', 'Noted: We look into it.');
        assert.equal(await colleague.value('In your own words'), 'We have nobody to spare.');
        assert.ok(await colleague.page.getByLabel('Decline').isChecked());
    });
    await t.step('changes the answer; both stay', async () => {
        await person.follow(/^Change your answer.*respite/);
        await person.sees('What you answered before', 'Both stay in the record');
        await person.send('Change the answer', { Adopt: true, 'In your own words': 'Two days from April.' });
        await person.sees('Adopted', 'Two days from April.', 'Before that: Noted', 'We look into it.');
        const reader = await t.person('public');
        await reader.visit(`${home}/decisions/rp/d5`);
        await reader.sees('Riverside Health Trust', 'Two days from April.', 'At first: Note: We look into it.');
    });
    await t.step('puts a promise on record', async () => {
        await person.follow('Put a promise on record');
        const button = 'Record the promise';
        await person.send(button);
        await person.sees('There is a problem', 'Say what you promise.');
        await person.send(button, {
            'What you promise': '£5,000 towards respite for carers',
            'The Riverside Partnership': true,
            'By when': date(2027, 3, 31),
            'Under which decision': /respite/,
        });
        await person.sees('Permitted', '£5,000 towards respite for carers', '31 March 2027');
    });
}

async function promises(t, person) {
    await t.step('reports a promise honoured, and takes that back', async () => {
        await person.press(/^Report it honoured.*respite for carers/);
        await person.sees('Report that a promise was honoured', '£5,000 towards respite for carers');
        await person.send('Report it honoured', { 'The day it was honoured': date(2020, 1, 6) });
        await person.sees('Refused', 'it was made on');
        await person.visit(person.path);
        await person.send('Report it honoured', { 'What there is to say about it': 'Paid on Monday.' });
        await person.sees('Permitted', 'Nothing is left to honour.', 'Honoured or released', 'Paid on Monday.');
        await person.follow(/^Take this back.*respite for carers/);
        await person.send('Take it back: it is still to be honoured',
            { 'Why it is still to be honoured': 'The payment came back.' });
        await person.sees('Permitted', '31 March 2027');
        await person.sees_not('Honoured or released');
    });
    await t.step('the secretariat records a promise, and that it was honoured or released', async () => {
        const officer = t.people.find(({ role }) => role === 'secretariat');
        await officer.visit(`${home}/desk/members/rp`);
        await officer.follow('Promises: what partners still have to honour');
        await officer.sees('Still to honour', '£5,000 towards respite for carers');
        await officer.send('Record the promise', { 'What is promised': 'A minibus on Fridays' });
        await officer.sees('There is a problem', 'Choose the organisation that promises.');
        await officer.send('Record the promise', { 'Who promises': 'Mill Bakeries' });
        await officer.sees('Permitted', 'A minibus on Fridays');
        await officer.follow('A minibus on Fridays');
        await officer.send('Record the release');
        await officer.sees('There is a problem', 'Choose the decision that releases it.');
        await officer.send('Record it as honoured', { 'The organisation said so by e-mail': true });
        await officer.sees('Permitted', 'Honoured or released', 'says Mill Bakeries');
    });
}

async function heard(t, person) {
    const officer = t.people.find(({ role }) => role === 'secretariat');
    await t.step('asks to be heard on an item that concerns it, and the secretariat sees that', async () => {
        await person.visit(`${home}/desk`);
        await person.sees('Meetings where you may be heard', 'Respite beds in the old hospital');
        await person.press(/^Ask to be heard.*Respite beds/);
        await person.send('Ask to be heard');
        await person.sees('There is a problem', 'Say why you wish to be heard.');
        await person.send('Ask to be heard', {
            'Why you wish to be heard, and who will come': 'We run those beds. Ravi Thornbury comes.',
        });
        await person.sees('You asked to be heard', 'We run those beds.');
        await officer.visit(`${home}/desk/meetings/rp/m5`);
        await officer.sees('Partners who ask to be heard', 'Riverside Health Trust', 'We run those beds.');
    });
    await t.step('takes it back', async () => {
        await person.follow(/^Change or take back.*Respite beds/);
        await person.send('Take it back');
        await person.sees('Ask to be heard');
        await officer.visit(`${home}/desk/meetings/rp/m5`);
        await officer.sees_not('Partners who ask to be heard');
    });
}

async function heard_by_agreement(t, person) {
    const chair = await t.person('chair');
    await t.step('asks to be heard on an item that was not notified as affecting it', async () => {
        await person.visit(`${home}/desk`);
        await person.follow('Ask to be heard on another item');
        await person.sees('Ask to be heard on an item', 'Respite beds in the old hospital', 'Bus shelters');
        await person.follow(/^Ask to be heard on item 2, Bus shelters/);
        await person.sees('It was not put on the agenda as one that affects you.', 'clause 3.14');
        await person.send('Ask to be heard');
        await person.sees('There is a problem', 'Say why it affects you.');
        await person.send('Ask to be heard', {
            'Why it affects you, what you wish to say, and who will come': 'Our patients wait there. Ravi comes.',
        });
        await person.sees("Waits for the Chair's answer");
    });
    await t.step('the Chair sees why, and answers with a reason', async () => {
        await sign_in_at(chair, home, 'Chair');
        await chair.sees('One matter needs your discretion.', 'Riverside Health Trust asks to be heard on item 2');
        await chair.press(/^Answer/);
        await chair.sees('What each answer does', 'Our patients wait there.', '3.14',
            'The item was not put on the agenda as one that affects it.');
        await chair.press(/^Do not hear them/);
        await chair.sees('There is a problem', 'Choose a reason or write one: the partner reads it.');
        await chair.fill('The item affects it directly.', true);
        await chair.press(/^Hear them/);
        await chair.sees('Your answer is kept', 'Partners who asked to be heard', 'The Chair agreed on');
    });
    await t.step('the answer reaches the partner and the workbench', async () => {
        await person.visit(`${home}/desk`);
        await person.sees('You will be heard', 'The item affects it directly.');
        const officer = t.people.find(({ role }) => role === 'secretariat');
        await officer.visit(`${home}/desk/meetings/rp/m5`);
        await officer.sees('Partners who ask to be heard', 'The Chair agreed on', 'Change the answer');
    });
}

async function seats(t, person) {
    await t.step('names another holder of its seat, seeing first what the terms say', async () => {
        await person.follow(/^Holder and substitutes of seat 9 of [Tt]he Riverside Partnership/);
        await person.sees('Held by', 'Joan Ashdown');
        await person.follow('Name another holder');
        await person.send('Show what the terms say');
        await person.sees('There is a problem', 'Enter the name of who is to hold the seat.');
        await person.send('Show what the terms say', { 'Who is to hold the seat': 'Ravi Thornbury' });
        await person.sees('What the terms of reference say of it', 'Permitted');
        await person.press('Record the new holder');
        await person.sees('Ravi Thornbury');
        await person.sees_not('Joan Ashdown');
    });
    await t.step('the secretariat names who keeps in touch with it', async () => {
        const officer = await t.person('secretariat', { width: 1280, script: true });
        await sign_in_at(officer, home, 'Secretariat');
        await officer.visit(`${home}/desk/members/rp/liaison`);
        await officer.send('Record who keeps in touch');
        await officer.sees('There is a problem', 'Choose at least one organisation.');
        await officer.send('Record who keeps in touch', {
            'Riverside Health Trust': true,
            'A member of the body': /^Seat 18/,
        });
        await officer.sees('Permitted', 'Ines Calloway');
        await person.visit(`${home}/desk`);
        await person.sees('Who keeps in touch with you', 'Ines Calloway');
    });
}

async function leaves(t, person) {
    await t.step('sees what leaving asks before giving notice', async () => {
        await person.unfold('Leave a body');
        await person.follow(/^Give notice.*The Riverside Partnership/);
        await person.sees('Notice of at least 2 months, in writing, to the Chair.', 'What you would still owe',
            '£5,000 towards respite for carers');
        await person.send('Show what the terms say', { 'The day you mean to leave': date(2027, 1, 4) });
        await person.sees('What the terms of reference say of it');
        await person.sees('first day');
        await person.send('Show what the terms say', { 'The day you mean to leave': date('', '', '') });
        await person.sees('Permitted');
        await person.press('Give notice');
        await person.sees('You leave on', 'Notice was given on', 'What remains to be honoured',
            '£5,000 towards respite for carers', 'Nothing otherwise was agreed. It is for the Riverside Board to do.');
        await person.follow('Back to your desk');
        await person.sees('Remains to be honoured: 1 promise.');
    });
    await t.step('the secretariat records what was agreed, and a notice that came by letter', async () => {
        const officer = t.people.find(({ role }) => role === 'secretariat');
        await officer.visit(`${home}/desk/members/rp`);
        await officer.follow('Leaving: notices, and what was agreed');
        await officer.sees('Riverside Health Trust', 'Weir Energy', 'Too soon under the terms');
        await officer.follow(/^What was agreed with it.*Riverside Health Trust/);
        const show = 'Show what the terms say';
        await officer.send(show, { '£5,000 towards respite for carers': true });
        await officer.sees('Refused');
        await officer.send(show, { 'The decision it rests on': /pumps/i });
        await officer.sees('Permitted');
        await officer.press('Record what was agreed');
        await officer.sees('Agreed by The Riverside Board', 'Nothing remains to be honoured.');
        await officer.visit(`${home}/desk/members/rp/leaving`);
        await officer.send(show, { 'Which organisation': 'Mill Bakeries', 'Not in writing': true, 'By letter': true });
        await officer.sees('What the terms of reference say of it', '3.24');
        await officer.press('Record the notice');
        await officer.sees('Mill Bakeries', 'Leaves on');
        await person.visit(`${home}/desk`);
        await person.sees('Nothing remains to be honoured.');
    });
}
