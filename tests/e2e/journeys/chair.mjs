// The Chair at their own desk: what needs their discretion, what cannot wait for a meeting, what was recorded for them.
// On a telephone and on a wide screen, with and without a script.

import assert from 'node:assert/strict';

import { convene_july, first_day, move_clock, on_the_day, open_workbench, partnership, sign_in } from './desk.mjs';

const board = 'The Kent Public Service Board';
const flood = 'Flood on the coast';
const pumps = 'Hire six pumps for the coast road.';

async function late_item({ t, officer, chair }) {
    const member = await t.person('member', { width: 1280, script: true, touch: false });
    await t.step('(the meeting is called, and a member asks for an item a day late)', async () => {
        await sign_in(officer, 'Secretariat');
        await convene_july(officer);
        await move_clock(officer, [2008, 6, 18], '9:00am');
        await sign_in(member, { seat: 20 });
        await member.follow(/Ask for an item/);
        await member.send('Ask for this item', { 'What the item is called': flood, 'To be noted': true });
    });
    await t.step('one matter needs the Chair, with who asks, the clause and what each answer does', async () => {
        await sign_in(chair, { seat: 7 });
        await chair.sees('My desk', 'One matter needs your discretion.', `A late item: ${flood}`);
        await chair.press(/^Answer/);
        await chair.sees(`A late item: ${flood}`, '3.16', 'What each answer does', 'Allow the item',
            'It goes on the agenda as item', 'Last day for it');
        if (chair.script) {
            assert.equal(await chair.page.evaluate('document.activeElement.tagName'), 'H1', 'the heading has the focus');
        }
    });
    await t.step('an answer without its reason comes back and says so', async () => {
        await chair.press(/^Allow the item/);
        await chair.sees('There is a problem', 'Choose a reason or write one. Clause 3.16 asks for one.');
    });
    await t.step('with a stock reason it is one press', async () => {
        await chair.fill('It came up after the last day for items.', true);
        await chair.press(/^Allow the item/);
        await chair.sees('Permitted', 'No matter needs your discretion.');
    });
}

async function powers_and_brief({ t, chair }) {
    await t.step('what the terms leave to the Chair is found from the terms', async () => {
        await chair.follow('What the terms leave to you');
        await chair.sees('What the terms leave to you', partnership, 'In a meeting, while you preside', '3.16', '3.20');
        await chair.follow('your desk');
    });
    await t.step('the brief before the meeting is in reach', async () => {
        await chair.follow(/^Before the meeting/);
        await chair.sees('Before the meeting', 'Who is coming', flood, 'For the course of the meeting');
        await chair.follow('My desk');
    });
}

async function on_the_meeting_day({ t, officer, chair }) {
    await t.step('(the meeting opens; seat 5 declares an interest)', async () => {
        await move_clock(officer, [2008, 7, 1], '10:00am');
        await open_workbench(officer, first_day);
        await officer.follow('Meeting day');
        await on_the_day(officer, 'Record attendance', { 'Seats here now': '1-24' });
        await on_the_day(officer, 'Open the meeting');
        await on_the_day(officer, 'Record who presides');
        await officer.follow(flood);
        await on_the_day(officer, /^Take item/);
        await on_the_day(officer, 'Record interest', {
            'Who declares it?': '5', Financial: true, 'Their own': true, 'What it is': 'Owns a boat',
        }, { open: 'Someone declares an interest' });
    });
    await t.step('the Chair sees it at once, with what each answer does to the quorum', async () => {
        await chair.follow('My desk');
        await chair.sees('One matter needs your discretion.', /An interest at item/);
        await chair.press(/^Answer/);
        await chair.sees('Owns a boat', 'Below the test', 'They leave the meeting', 'What each answer does', '3.20');
    });
    await t.step('the answer goes onto the sheet, and the officer sees it', async () => {
        await chair.press(/^They may speak, not decide/);
        await chair.sees('Your answer is on the sheet of the meeting', 'No matter needs your discretion.');
        await officer.reload();
        await officer.sees(/may (join in|speak)/i);
    });
}

async function consult({ t, officer, chair, asked }) {
    await t.step('(a new person in the chair of the Board signs in)', async () => {
        await sign_in(chair, { seat: 14 });
        await chair.sees(/Decide something that cannot wait/);
    });
    await t.step('the Chair asks two members before an urgent decision', async () => {
        await chair.follow(/^Decide something that cannot wait/);
        await chair.sees('Urgent decisions', '4.17', 'Nobody is being consulted now.');
        await chair.press('Ask members');
        await chair.press('Record who is asked');
        await chair.sees('There is a problem', 'Choose at least one member to ask.', 'Choose how they are asked.');
        for (const seat of [/^Seat 10,/, /^Seat 11,/]) {
            await chair.fill(seat, true);
        }
        await chair.send('Record who is asked', {
            'The decision proposed': pumps,
            'Why it cannot wait for a meeting': 'High water is forecast for tonight.',
            'By telephone': true,
        });
        await chair.sees('Permitted', 'Asked: 0 of 2 answered', pumps);
    });
    await t.step('one of them finds it first on their own desk and answers', async () => {
        await sign_in(asked, { seat: 10, body: board });
        await asked.sees('The Chair asks you before an urgent decision', pumps);
        await asked.press(/^Answer/);
        await asked.send('Answer', { Agree: true, 'Anything to add': 'Put one at the ferry too.' });
        await asked.sees('Permitted', 'You answered: Agrees');
    });
    await t.step('the officer records what the other said by telephone', async () => {
        await officer.visit(chair.path);
        await officer.follow(/^Record the answer/);
        await officer.send('Record the answer', { 'Do not agree': true, 'By telephone': true });
        await officer.sees('Asked: 2 of 2 answered');
    });
}

async function decide({ t, chair }) {
    await t.step('the ruling is foreseen as the form fills, and nothing is lost', async () => {
        await chair.reload();
        await chair.sees('Agrees: Put one at the ferry too.', 'Does not agree');
        await chair.press(/^Decide/, { nth: 1 });
        await chair.sees('Decide what cannot wait', 'What the terms of reference say of it as it stands',
            'Who was consulted');
        const form = chair.form('Record the decision');
        const boxes = await form.locator('textarea[name^="considered-"]').all();
        for (const [i, box] of boxes.entries()) {
            await box.fill(`Looked at, point ${i + 1}.`);
        }
        await chair.press('Look at what the terms say');
        await chair.sees('Permitted');
        assert.equal(await chair.value('The decision'), pumps);
    });
    await t.step('the decision is recorded, and says who was consulted and what they answered', async () => {
        await chair.press('Record the decision');
        await chair.sees('Permitted', 'Urgent decisions taken', pumps, 'Record that it was reported');
        await chair.follow(pumps);
        await chair.sees(pumps, 'Who was consulted', '; agrees', '; does not agree', 'Why it could not wait');
    });
}

async function recorded_for_the_chair({ t, officer, chair }) {
    await t.step('(the officer records two acts for the Chair, as told by telephone)', async () => {
        for (const words of ['Close the coast road.', 'Open the sports hall.']) {
            await officer.press('Decide now');
            await officer.fill(/Seat 10,/, true);
            await officer.send('Record the decision', {
                'The decision': words,
                'Why it could not wait for a meeting': 'High water.',
                'By telephone': true,
            });
            await officer.sees(words);
        }
    });
    await t.step('the Chair sees what each was, and confirms one', async () => {
        await chair.follow('My desk');
        await chair.follow(/what was recorded for you/i);
        await chair.sees('Recorded for you', 'Close the coast road.', 'Open the sports hall.', 'By telephone');
        await chair.press(/^It is mine: confirm/, { nth: 1 });
        await chair.sees('What you answered before', 'You confirmed it');
    });
    await t.step('a dispute needs a word of what is wrong, and is shown where the decision is', async () => {
        await chair.unfold(/^This is not right/);
        await chair.press(/^Dispute it/);
        await chair.sees('Say what is wrong, so that it can be put right.');
        await chair.fill('What is wrong with it', 'I said the hall in the north.');
        await chair.press(/^Dispute it/);
        await chair.sees('You disputed it', 'Nothing is left to confirm.');
        await officer.follow('My desk');
        await officer.sees(/Disputed/);
        await officer.follow('Decisions');
        await officer.follow('Open the sports hall.');
        await officer.sees(/Disputed on/, 'I said the hall in the north.');
    });
}

export async function chair(t) {
    await t.serve('kent-rehearsal');
    const officer = await t.person('secretariat', { width: 1280, script: true, touch: false });
    const first = await t.person('chair');
    await late_item({ t, officer, chair: first });
    await powers_and_brief({ t, chair: first });
    await on_the_meeting_day({ t, officer, chair: first });
    const of_board = await t.person('chair');
    const asked = await t.person('member');
    await consult({ t, officer, chair: of_board, asked });
    await decide({ t, chair: of_board });
    await recorded_for_the_chair({ t, officer, chair: of_board });

}
