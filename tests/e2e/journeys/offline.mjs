// An officer whose connection fails again and again: many entries typed meanwhile, the server killed, the tab closed,
// an answer that does not come, an entry that is not taken.

import assert from 'node:assert/strict';

import { fresh_data, quorate } from '../harness.mjs';
import { another_tab, sign_in_at } from './desk.mjs';

const home = '/riverside';
const day = `${home}/desk/meetings/rb/m8/day`;
const zone_day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });
// Riverside's record ends on 15 December 2026: its clock is never before that.
const clock = Math.max(Date.now(), Date.UTC(2026, 11, 15, 12));
const days_ago = (days) => zone_day.format(new Date(clock - days * 86_400_000));
const typed_offline = 60;

async function called_meeting() {
    const data = await fresh_data('riverside');
    const late = 'late_reason="Called by letter"';
    const lines = [
        `${days_ago(30)}T09:00 servicing convene-meeting meeting=rb/m8 at=${days_ago(1)}T10:00 place=Guildhall ${late}`,
        `${days_ago(30)}T09:00 servicing notify-item meeting=rb/m8 item=1 title="Moorings" purpose=decision ${late}`,
    ];
    for (const line of lines) {
        const done = quorate('--data', data, 'act', 'riverside', line);
        assert.equal(done.code, 0, `${line}\n${done.text}`);
    }
    return data;
}

export async function offline(t) {
    await t.serve_folder(await called_meeting());
    const job = { t, officer: await t.person('secretariat') };
    await begun(job);
    await many_and_a_closed_tab(job);
    await an_answer_that_does_not_come(job);
    await not_taken(job);
}

const log = (officer) => officer.page.locator('.q-day__log').first().locator('> ol > li');

async function discuss(officer, words) {
    const { page } = officer;
    await page.locator('#discuss-words').evaluate((field) => {
        for (let fold = field.closest('details'); fold; fold = fold.parentElement.closest('details')) {
            fold.open = true;
        }
    });
    await page.locator('#discuss-words').fill(words);
    await page.locator('[data-verb="discuss"] button').first().click();
}

async function begun({ t, officer }) {
    await t.step('the meeting is open and its item taken', async () => {
        await sign_in_at(officer, home, 'Secretariat');
        await officer.visit(day);
        await officer.send('Keep this reason', { 'Why is it entered on a later day?': 'Entered from the notes' });
        await officer.send('Record attendance', { 'Seats here now': '1-6', Time: '10:00am' });
        await officer.send('Open the meeting', { Time: '10:01am' });
        await officer.send('Record who presides');
        await officer.visit(`${day}?item=1`);
        await officer.send('Take item 1');
    });
}

async function many_and_a_closed_tab(job) {
    const { t, officer } = job;
    await t.step('what was typed offline outlives the tab and the server, and is sent once, in order', async () => {
        officer.offline = true;
        await officer.context.setOffline(true);
        for (let i = 1; i <= typed_offline; i += 1) {
            await discuss(officer, `Remark ${i} of those typed offline.`);
        }
        await officer.page.getByText(`${typed_offline} entries wait for the connection`).waitFor();
        await t.server.stop('SIGKILL');
        await t.server.start();
        job.officer = await another_tab(officer);
        await officer.page.close();
        await officer.context.setOffline(false);
        await job.officer.page.goto(`${day}?item=1`);
        await log(job.officer).filter({ hasText: `Remark ${typed_offline} of` }).waitFor();
        job.officer.offline = false;
        await job.officer.visit(`${day}/log`);
        const words = (await job.officer.page.locator('main').innerText()).matchAll(/Remark (\d+) of/g);
        const newest_first = Array.from({ length: typed_offline }, (_, i) => typed_offline - i);
        assert.deepEqual([...new Set([...words].map(([, each]) => Number(each)))], newest_first);
        await job.officer.visit(`${day}?item=1`);
    });
}

async function an_answer_that_does_not_come({ t, officer }) {
    const { page } = officer;
    await t.step('while an answer does not come the form is free, and keeps what is typed into it', async () => {
        officer.offline = true;
        let held = [];
        await page.route(/\/day(\?[^/]*)?$/, (route) =>
            held && route.request().method() === 'POST' ? held.push(route) : route.continue());
        await discuss(officer, 'Sent, and not answered');
        await page.getByText('1 entry waits for an answer').waitFor();
        await page.locator('#discuss-words').fill('Typed meanwhile');
        const waiting = held;
        held = undefined;
        await Promise.all(waiting.map((each) => each.abort('connectionreset')));
        await log(officer).filter({ hasText: 'Sent, and not answered' }).waitFor();
        await page.unroute(/\/day(\?[^/]*)?$/);
        officer.offline = false;
        assert.equal(await page.locator('#discuss-words').inputValue(), 'Typed meanwhile');
        await discuss(officer, 'Typed meanwhile');
        await log(officer).filter({ hasText: 'Typed meanwhile' }).waitFor();
    });
}

async function not_taken(job) {
    const { t, officer } = job;
    await t.step('an entry that is not taken says why, also in a tab opened later, and holds the rest', async () => {
        officer.offline = true;
        await officer.context.setOffline(true);
        await discuss(officer, ' ');
        await discuss(officer, 'After the one not taken');
        await officer.page.getByText('2 entries wait for the connection').waitFor();
        await officer.context.setOffline(false);
        const why = /Not taken: “Record discussion”: Fill in: Discussion\..*1 entry waits until you have dealt with it/;
        await officer.page.getByText(why).waitFor();
        job.officer = await another_tab(officer);
        await officer.page.close();
        const { page } = job.officer;
        await page.goto(`${day}?item=1`);
        await page.getByText(why).waitFor();
        job.officer.offline = false;
        await job.officer.journey.shot(job.officer, '/not-taken');
        await job.officer.axe('/not taken');
        await page.getByRole('button', { name: 'Send the rest' }).click();
        await log(job.officer).filter({ hasText: 'After the one not taken' }).waitFor();
        await page.getByText('Not taken:').waitFor({ state: 'hidden' });
    });
    await t.step('a name nobody has stays in sight with the reason until it is dealt with', async () => {
        const { page } = job.officer;
        await page.locator('#arrive-who').focus();
        for (const name of ['zzzz', 'weir']) {
            await page.keyboard.type(name);
            await page.keyboard.press('Enter');
        }
        await log(job.officer).filter({ hasText: 'seat 7) came' }).waitFor();
        await page.getByText('Nobody who is not here fits “zzzz”').waitFor();
        await job.officer.reload();
        await page.getByText('Nobody who is not here fits “zzzz”').waitFor();
        await page.getByRole('button', { name: 'Leave it out' }).click();
        await page.getByText('Not recorded at the door').waitFor({ state: 'hidden' });
    });
}
