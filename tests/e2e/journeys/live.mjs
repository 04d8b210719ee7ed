// A meeting seen by several people at once: the officer who keys it, a colleague who follows meeting day, a member on a
// telephone, the public, and the screen in the room. What one does the others see without loading their pages again.

import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';

import { quorate, squeezed } from '../harness.mjs';
import { move_clock, on_the_day, open_workbench, sign_in } from './desk.mjs';

const meeting = '/kent-rehearsal/meetings/kp/m1';
const first_day = 'Tuesday 1 July 2008';
const question = 'That the partners share one training centre';

/** A meeting open to the public, with its agenda. */
async function called(t) {
    const { data } = t.server;
    await t.server.stop();
    const acts = [
        '2008-06-02T09:00 servicing convene-meeting meeting=kp/m1 at=2008-07-01T10:00 place="Sessions House" ' +
            'remote=yes open_to_public=yes',
        '2008-06-03T09:01 servicing notify-item meeting=kp/m1 item=1 title="Welcome and apologies" purpose=information',
        '2008-06-03T09:02 servicing notify-item meeting=kp/m1 item=2 title="A shared training centre" purpose=decision',
        '2008-06-03T09:03 servicing notify-item meeting=kp/m1 item=3 title="Report on green transport" purpose=noting',
    ];
    for (const act of acts) {
        const done = quorate('--data', data, 'act', 'kent-rehearsal', act);
        assert.equal(done.code, 0, done.text);
    }
    await t.server.start();
}

/** Waits until a page says something, by itself. */
async function comes_to_see(person, text, { within = 'main', limit = 20_000 } = {}) {
    const fits = (shown) => (text instanceof RegExp ? text.test(shown) : shown.includes(text));
    const until = Date.now() + limit;
    let shown = '';
    while (Date.now() < until) {
        shown = squeezed(await person.page.locator(within).first().innerText());
        if (fits(shown)) {
            return;
        }
        await wait(25);
    }
    throw new Error(`${person.role} at ${person.path} does not come to see "${text}". It says: ${shown}`);
}

async function all_see(people, text) {
    await Promise.all(people.map((person) => comes_to_see(person, text)));
}

/** The picture of a page as it is now, when pictures are kept. */
async function picture(t, person, what) {
    await t.shot(person, `-${what}`);
}

export async function live(t) {
    await t.serve('kent-rehearsal');
    await called(t);
    const job = { t };
    await everyone_comes(job);
    await the_item(job);
    await the_vote(job);
    await a_break(job);
    await by_count(job);
    await paused(job);
}

async function everyone_comes(job) {
    const { t } = job;
    job.officer = await t.person('secretariat', { script: false });
    job.member = await t.person('member', { width: 320 });
    job.reader = await t.person('public');
    job.screen = await t.person('screen', { width: 1920 });
    job.colleague = await t.person('colleague');
    const { officer, member, reader, screen, colleague } = job;
    await t.step('the officer takes attendance and opens the meeting', async () => {
        await sign_in(officer, 'Secretariat');
        await move_clock(officer, [2008, 7, 1], '9:50am');
        await open_workbench(officer, first_day);
        await officer.follow('Meeting day');
        await on_the_day(officer, 'Record attendance', { 'Seats here now': '1-4,6,8,10-23' }, { at: '9:50am' });
        await on_the_day(officer, 'Open the meeting', {}, { at: '10:00am' });
        await on_the_day(officer, 'Record who presides', {}, { at: '10:01am' });
    });
    await t.step('the public finds the meeting on its page and follows it', async () => {
        await reader.visit(meeting);
        await reader.follow('Follow the meeting live');
        await reader.sees('Open since 10:00am', '20 of 40 present. Quorum 20: none to spare.',
            'Item 1 comes next: Welcome and apologies', 'as it is being recorded', 'This page changes by itself.');
    });
    await t.step('the screen in the room shows it large, with nothing to press', async () => {
        await screen.page.setViewportSize({ width: 1920, height: 1080 });
        await screen.visit(`${meeting}/live/screen`);
        await screen.sees('Open since 10:00am', '20 of 40 present');
        assert.equal(await screen.page.locator('nav, form, button').count(), 0);
    });
    await t.step('a colleague looks on at meeting day', async () => {
        await sign_in(colleague, 'Secretariat');
        await open_workbench(colleague, first_day);
        await colleague.follow('Meeting day');
        await colleague.sees('20 of 40 present. Quorum 20: none to spare.');
    });
    await t.step('a member says on their telephone that they are here, and everybody sees the count', async () => {
        await sign_in(member, { seat: 5 });
        await member.visit('/kent-rehearsal/desk/mine/kp/m1/now');
        await member.sees('You are not recorded as here yet.');
        await member.press('I am here');
        await member.sees('You are recorded as here', '21 of 40 present. Quorum 20: one to spare.');
        await all_see([reader, screen, colleague], '21 of 40 present. Quorum 20: one to spare.');
    });
}

async function the_item({ t, officer, member, reader, screen }) {
    await t.step('the item is taken: the agenda moves for all, and it is said once in the polite region', async () => {
        await officer.follow('A shared training centre');
        await on_the_day(officer, 'Take item 2', {}, { at: '10:30am' });
        await all_see([member, reader, screen], 'Under discussion');
        const said = await reader.page.locator('[aria-live=polite]').innerText();
        assert.match(said, /Item 2: A shared training centre/);
        await picture(t, screen, 'item-taken');
    });
    await t.step('the member declares an interest at it; the public is not told, the officer is', async () => {
        await member.unfold('Declare an interest');
        await member.send('Declare the interest', { Another: true, 'What it is': 'A cousin teaches there' });
        await member.sees('Your declaration is set down.', 'It is not determined yet.');
        await officer.reload();
        await officer.sees(/declared/);
        await reader.sees_not('interest', 'cousin');
        await on_the_day(officer, 'Record determination', { 'Below the test: takes part in full': true },
            { at: '10:33am' });
    });
    await t.step('the question is put, and all see it as put', async () => {
        await on_the_day(officer, 'Record motion', { 'Moved by': '3', 'The motion': question }, { at: '10:40am' });
        if (!(await officer.offered('Put the question'))) {
            await officer.unfold('Put the question');
        }
        await on_the_day(officer, 'Put the question', {}, { at: '10:45am' });
        await all_see([member, reader, screen], question);
        await all_see([member, reader, screen], 'The question is put');
        await picture(t, reader, 'question-put');
    });
}

const ballot_page = '/kent-rehearsal/desk/meetings/kp/m1/ballot';

async function the_vote({ t, officer, member, reader, screen }) {
    await t.step('the officer opens a vote on devices, by name; the member sees it come', async () => {
        await officer.visit(ballot_page);
        await officer.send('Open the vote on devices', { 'By name': true });
        await comes_to_see(member, 'You have not voted yet.');
        await all_see([reader, screen], '0 of 21 have voted');
    });
    await t.step('a double press counts once', async () => {
        const button = member.page.getByRole('button', { name: 'Vote for' });
        const loaded = member.page.waitForEvent('load');
        await button.dblclick();
        await loaded;
        await comes_to_see(member, 'You voted for.');
        await all_see([reader, screen], '1 of 21 have voted');
        await officer.reload();
        await officer.sees('1 of 21 have voted');
        await officer.sees_not('for,');
        await picture(t, member, 'voted');
    });
    await t.step('another member, who came too late for the roll, is told why with the clause', async () => {
        const late = await t.person('late', { width: 320 });
        await sign_in(late, { seat: 9 });
        await late.visit('/kent-rehearsal/desk/mine/kp/m1/now');
        await late.sees('You cannot vote on this.', 'The roll was fixed when the question was put at 10:45am.');
        assert.ok((await late.page.locator('main a[href*="/terms#"]').count()) > 0);
        await late.context.close();
        t.people.pop();
    });
    await t.step('the member changes their mind; the newest choice is the one that counts', async () => {
        await member.press('Vote against');
        await member.sees('You voted against.', 'You can change it until the vote is closed.');
    });
    await t.step('the vote is closed: its result is on the sheet, and everybody sees it', async () => {
        await officer.press('Close the vote');
        await officer.visit('/kent-rehearsal/desk/meetings/kp/m1/day');
        await officer.sees(/[Nn]one for, one against|[Zz]ero for, one against|[Nn]o.* for, one against/);
        await all_see([reader, screen], /one against, .*abstained/);
        await comes_to_see(member, 'Your vote was counted.');
    });
    await t.step('the outcome is declared', async () => {
        await on_the_day(officer, 'Declare the outcome', { Lost: true, Vote: true }, { at: '10:51am' });
        await all_see([reader, screen], 'Lost, as declared by whoever presides.');
        await picture(t, screen, 'result');
        await picture(t, reader, 'result');
    });
}

async function a_break({ t, officer, reader, screen }) {
    await t.step('the connection breaks: the page says so and offers to load again', async () => {
        reader.offline = true;
        await reader.context.setOffline(true);
        await comes_to_see(reader, 'The connection is lost.');
        assert.ok(await reader.page.getByRole('link', { name: 'Reload' }).isVisible());
        await officer.follow('Report on green transport');
        await on_the_day(officer, 'Take item 3', {}, { at: '11:00am' });
        // Those with a connection.
        await comes_to_see(screen, 'Report on green transport', { within: '[data-live-part=item]' });
        await reader.sees_not('For noting');
    });
    await t.step('when it is back the page catches up by itself', async () => {
        await reader.context.setOffline(false);
        await comes_to_see(reader, 'This page changes by itself.');
        await comes_to_see(reader, 'Report on green transport', { within: '[data-live-part=item]' });
        reader.offline = false;
    });
}

async function by_count({ t, officer, member, reader }) {
    await t.step('a vote by count keeps no names, and a vote that comes too late is refused in words', async () => {
        await officer.unfold('More at this item').catch(() => {});
        await on_the_day(officer, 'Put the question', { 'The question': 'That the report be welcomed' },
            { at: '11:05am', open: 'Put the question' });
        await officer.visit(ballot_page);
        await officer.send('Open the vote on devices', { 'By count': true });
        await comes_to_see(member, 'The vote is by count: who voted how is erased when it closes.');
        await member.press('Abstain');
        await member.sees('You abstained.');
        const tab = await member.context.newPage();
        await tab.goto('/kent-rehearsal/desk/mine/kp/m1/now');
        await tab.evaluate(() => document.querySelector('[data-live-own]').removeAttribute('data-live-own'));
        await officer.press('Close the vote');
        await comes_to_see(reader, /one abstained/);
        member.expects = 409;
        await tab.getByRole('button', { name: 'Vote for' }).click();
        await tab.getByText('This vote is closed, so your choice was not taken.').first().waitFor();
        await tab.close();
        await comes_to_see(member, 'Your vote was counted.');
        await member.sees_not('You abstained');
    });
}

async function paused({ t, officer, reader, screen }) {
    await t.step('updates can be paused, and nothing is missed', async () => {
        await reader.page.getByRole('button', { name: 'Pause updates' }).click();
        await officer.visit('/kent-rehearsal/desk/meetings/kp/m1/day');
        await on_the_day(officer, 'Declare the outcome', { Lost: true, Vote: true }, { at: '11:10am' });
        await comes_to_see(screen, 'Lost, as declared'); // those who did not pause
        await reader.sees('Updates are paused.');
        await reader.sees_not('Lost, as declared');
        await reader.page.getByRole('button', { name: 'Show updates again' }).click();
        await comes_to_see(reader, 'as declared by whoever presides');
    });
    await t.step('without a script it is a plain page with a link that loads it again', async () => {
        const plain = await t.person('plain', { script: false, width: 320 });
        await plain.visit(`${meeting}/live`);
        await plain.sees('This page does not change by itself.', 'Report on green transport');
        await plain.follow('Reload');
        await plain.sees('Agenda');
    });
}
