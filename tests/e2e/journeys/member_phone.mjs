// A member on a telephone: the papers, what to declare, an item asked for, apologies, a substitute.

import assert from 'node:assert/strict';

import { file } from '../harness.mjs';
import { convene_july, first_day, move_clock, open_workbench, sign_in, small_pdf } from './desk.mjs';

export async function member_phone(t) {
    await t.serve('kent-rehearsal');
    const paper = small_pdf('Where the money goes');
    await t.step('(the secretariat calls the meeting and sends a paper)', async () => {
        const officer = await t.person('secretariat', { width: 1280 });
        await sign_in(officer, 'Secretariat');
        await convene_july(officer);
        await officer.press('Edit the agenda', { nth: 0 });
        await officer.press('Add an item');
        await officer.send('Add the item', { Title: 'Where the money goes', Discussion: true });
        await officer.follow('Add papers to the items');
        await officer.send('Add papers', {
            'What are they for?': /^Item 1/,
            Files: file(paper.path),
            'Restricted: why, and until when': 'Prices of a tender; review in May',
        });
        await move_clock(officer, [2008, 6, 10], '9:00am');
        await officer.press('Send papers');
        await officer.press('Check');
        await officer.press('Record papers as sent');
    });
    const member = await t.person('member', { width: 320 });
    await t.step('signs in: the next meeting comes first, and nothing needs doing to come', async () => {
        await sign_in(member, { seat: 5 });
        await member.sees('My desk', 'Your next meeting', first_day, 'there is nothing to do');
    });
    await t.step('reads a paper that only members may read', async () => {
        const got = await member.download(/where-the-money-goes|Where the money goes/);
        assert.equal(got.status, 200);
        assert.ok(got.bytes.equals(paper.bytes));
        const link = member.page.getByRole('link', { name: /where.the.money.goes/i }).first();
        const href = await link.getAttribute('href');
        const reader = await t.person('public', { width: 320 });
        await reader.visit(href, { expects: 404 });
    });
    await t.step('declares an interest', async () => {
        await member.press('Declare an interest');
        await member.send('Declare the interest');
        await member.sees('There is a problem', 'Choose the item.', 'Choose the kind of interest.');
        await member.send('Declare the interest', {
            'At which item': /Where the money goes/,
            Financial: true,
            'What it is': 'A contract with the partnership',
        });
        await member.sees('Permitted');
    });
    await t.step('asks for an item, in time', async () => {
        await member.press('Ask for an item');
        await member.sees('17 June');
        await member.send('Ask for this item', {
            'What the item is called': 'A rota for the chair',
            'To be discussed': true,
        });
        await member.sees('A rota for the chair', 'On the agenda');
    });
    await t.step('names a substitute, and takes the name back', async () => {
        await member.press('Send a substitute');
        await member.send('Send this substitute');
        await member.sees('Enter the name of the person who comes in your place.');
        await member.send('Send this substitute', { 'Who comes in your place': 'Substitute for seat 5' });
        await member.sees('Permitted');
        await member.press('Change your substitute');
        await member.press('Take the name back');
        await member.sees('Permitted');
    });
    await t.step('sends apologies, and the secretariat sees them', async () => {
        await member.press('Send apologies');
        await member.press('Send apologies');
        await member.sees('Permitted');
        const officer = t.people[0];
        await open_workbench(officer, first_day);
        await officer.sees('1 of 40 members has sent apologies or named a substitute.');
    });
    await t.step('enters an interest in the register', async () => {
        await member.follow('Enter or take out an interest');
        await member.sees('interest');
    });
    await t.step('signs out', async () => {
        await member.press('Sign out');
        await member.sees('The Kent Partnership');
    });
}
