// Meeting day as an officer uses it: a whole meeting by keyboard only, entered from paper at its true times; people told
// apart by letters; undo, and a line put right; a vote by name; the connection lost, and an answer lost; what is in the
// record put right; a joint meeting.

import assert from 'node:assert/strict';

import { fresh_data, quorate } from '../harness.mjs';
import { another_officer, another_tab, sign_in_as_second, sign_in_at } from './desk.mjs';

const home = '/riverside';
const day = `${home}/desk/meetings/rb/m8/day`;
const joint = `${home}/desk/meetings/rb/m9/day`;
const zone_day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });
// Riverside's record ends on 15 December 2026: its clock is never before that.
const clock = Math.max(Date.now(), Date.UTC(2026, 11, 15, 12));
const days_ago = (days) => zone_day.format(new Date(clock - days * 86_400_000));

export async function meeting_day(t) {
    await t.serve_folder(await called_meetings());
    const officer = await t.person('secretariat');
    await t.step('opens meeting day, and says once why it is entered on a later day', async () => {
        await sign_in_at(officer, home, 'Secretariat');
        await officer.visit(day);
        await officer.send('Keep this reason', {
            'Why is it entered on a later day?': 'Entered from the signed sheet and the notes taken in the room',
        });
        await officer.sees('Entered on a later day:');
    });
    await by_keyboard(t, officer);
    await put_right(t, officer);
    await connection_lost(t, officer);
    await session_ended(t, officer);
    await two_officers(t, officer);
    await one_browser(t, officer);
    await ended(t, officer);
    await joint_meeting(t, officer);
    await on_paper(t, officer);
    await on_a_phone(t);
}

/** A meeting of the board yesterday, and a joint one the day before. */
async function called_meetings() {
    const data = await fresh_data('riverside');
    const late = 'late_reason="Called by letter"';
    const lines = [
        `${days_ago(30)}T09:00 servicing convene-meeting meeting=rb/m8 at=${days_ago(1)}T10:00 ` +
            `place="Guildhall, Milbrook" remote=yes ${late}`,
        ...[['Welcome and apologies', 'information'], ['A shared workshop for the boatyards', 'decision'],
            ['The towpath lights, one year on', 'noting'], ['Flood wardens for the lower town', 'decision']].map(
            ([title, purpose], i) => `${days_ago(30)}T09:00 servicing notify-item meeting=rb/m8 item=${i + 1} ` +
                `title="${title}" purpose=${purpose}${i === 1 ? ' affects=ferry-line' : ''} ${late}`),
        `${days_ago(5)}T09:00 seat:rb/7 accept-invitation meeting=rb/m8 evidence=telephone ${late}`,
        `${days_ago(30)}T10:00 servicing convene-meeting meeting=rb/m9 at=${days_ago(2)}T14:00 jointly_with=rp ` +
            `place="Guildhall, Milbrook" ${late}`,
        `${days_ago(30)}T10:00 servicing notify-item meeting=rb/m9 item=1 title="One plan for the river" ` +
            `purpose=decision ${late}`,
    ];
    for (const line of lines) {
        const done = quorate('--data', data, 'act', 'riverside', line);
        assert.equal(done.code, 0, `${line}\n${done.text}`);
    }
    return data;
}

/** A promise that is kept from outside. */
function with_resolvers() {
    const out = {};
    out.promise = new Promise((resolve) => {
        out.resolve = resolve;
    });
    return out;
}

// ---- At the keyboard ----

const said = '.q-day__said .q-day-said';
const active = (officer) => officer.page.evaluate(() => document.activeElement?.id ?? '');

async function keys(officer, ...each) {
    for (const key of each) {
        await officer.page.keyboard.press(key);
    }
}

/** Types over what is in the field in focus. */
async function type(officer, words) {
    await keys(officer, 'Control+A');
    await officer.page.keyboard.type(words);
}

/** Tab, or back, until this has the focus. */
async function tab_to(officer, selector, key = 'Tab') {
    for (let i = 0; i < 150; i += 1) {
        await keys(officer, key);
        if (await officer.page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) {
            return;
        }
    }
    throw new Error(`Tab does not reach ${selector} on ${officer.path}: ${await officer.shown()}`);
}

/** What a press leads to: the page says something new, without being loaded again. */
async function answered(officer, act, words) {
    const loaded = () => officer.page.evaluate(() => performance.timeOrigin);
    const before = await loaded();
    await act();
    await officer.page.locator(said, { hasText: words }).waitFor();
    const after = await loaded();
    assert.equal(after, before, 'the page was not loaded again');
}

async function came(officer, letters, words, { time } = {}) {
    await answered(officer, async () => {
        await type(officer, letters);
        if (time) {
            await tab_to(officer, '#arrive-time');
            await type(officer, time);
        }
        await keys(officer, 'Enter');
    }, words);
    assert.equal(await active(officer), 'arrive-who', 'the box for the next is in focus again');
}

async function by_keyboard(t, officer) {
    const { page } = officer;
    await t.step('the count, the next step and the box for who came are in sight on a laptop', async () => {
        await page.setViewportSize({ width: 1280, height: 720 });
        await page.evaluate(() => window.scrollTo(0, 0));
        for (const selector of ['.q-quorum__words', '#arrive-who', '#next-step']) {
            const box = await page.locator(selector).first().boundingBox();
            assert.ok(box && box.y + box.height <= 720, `${selector} ends at ${box && box.y + box.height}`);
        }
        await officer.sees('Said they would come, not here yet');
        await officer.journey.shot(officer, '/laptop');
    });
    await t.step('attendance by a few letters and Enter: a name, an organisation, a number', async () => {
        await keys(officer, 'Escape', 'a');
        assert.equal(await active(officer), 'arrive-who', 'one key leads to the box');
        await came(officer, 'ridley', 'seat 1) came', { time: '9:50am' });
        await came(officer, 'nuala', 'seat 2) came');
        await came(officer, 'fire and', 'seat 3) came');
        await came(officer, '4', 'seat 4) came');
        await came(officer, 'university', 'seat 5) came');
        await officer.sees(/Quorum \d+: /);
    });
    await t.step('letters that fit two are answered with both, each with their organisation', async () => {
        await type(officer, 'private');
        await keys(officer, 'Enter');
        await page.getByRole('group', { name: 'Who came?' }).waitFor();
        await officer.sees('6 Mara Jennings, Riverside Chamber of Trade', '7 Clare Danvers, Weir Energy');
        await tab_to(officer, 'input[name="pick"]');
        await answered(officer, () => keys(officer, 'Space', 'Enter'), 'seat 6) came');
    });
    await t.step('opens the meeting and records who presides, by the next step alone', async () => {
        await keys(officer, 'Escape', 'n');
        await tab_to(officer, '#open-time', 'Shift+Tab').catch(() => {});
        await type(officer, '10:04am');
        await answered(officer, () => keys(officer, 'Enter'), 'Meeting opened');
        await keys(officer, 'n');
        await answered(officer, () => keys(officer, 'Enter'), 'takes the chair');
        await officer.sees('is in the chair', 'If someone leaves now');
    });
    await t.step('takes an item; a key does nothing while something is being typed', async () => {
        await keys(officer, 'g');
        await page.goto(`${day}?item=2`);
        await keys(officer, 'n');
        await answered(officer, () => keys(officer, 'Enter'), 'Item 2 taken');
        await keys(officer, 'd');
        await page.keyboard.type('a lively discussion of nine minutes');
        assert.equal(await page.locator('#discuss-words').inputValue(), 'a lively discussion of nine minutes');
        await tab_to(officer, '[data-verb="discuss"] button');
        await answered(officer, () => keys(officer, 'Enter'), 'Discussion of item 2');
    });
    await t.step('keys can be changed and turned off, and this browser remembers it', async () => {
        await page.locator('summary', { hasText: 'Keyboard shortcuts' }).focus();
        await keys(officer, 'Enter');
        await page.locator('#key-arrive').fill('w');
        await page.locator('summary', { hasText: 'Keyboard shortcuts' }).focus();
        await keys(officer, 'Enter');
        await officer.reload();
        await keys(officer, 'w');
        assert.equal(await active(officer), 'arrive-who');
        await keys(officer, 'Escape');
        await page.locator('summary', { hasText: 'Keyboard shortcuts' }).click();
        await page.getByLabel('Use single keys').uncheck();
        await page.locator('summary', { hasText: 'Keyboard shortcuts' }).click();
        await page.locator('h1').click();
        await keys(officer, 'w');
        assert.notEqual(await active(officer), 'arrive-who');
        await page.locator('summary', { hasText: 'Keyboard shortcuts' }).click();
        await page.getByLabel('Use single keys').check();
        await page.getByRole('button', { name: 'Put the keys back as they were' }).click();
        await page.locator('summary', { hasText: 'Keyboard shortcuts' }).click();
    });
    await t.step('moves, seconds and puts the question; consensus fails; a vote by name', async () => {
        await page.locator('h1').click();
        await keys(officer, 'm');
        await page.keyboard.type('nuala');
        await keys(officer, 'Tab');
        await page.keyboard.type('That the boatyards share one workshop');
        await tab_to(officer, '[data-verb="move"] button');
        await answered(officer, () => keys(officer, 'Enter'), 'moved');
        await keys(officer, 's');
        await page.keyboard.type('3');
        await answered(officer, () => keys(officer, 'Enter'), 'seconded');
        await keys(officer, 'p');
        await tab_to(officer, '[data-verb="put"] button');
        await answered(officer, () => keys(officer, 'Enter'), 'Question put');
        await keys(officer, 'c');
        await page.keyboard.type('university');
        await answered(officer, () => keys(officer, 'Enter'), 'No consensus');
        await keys(officer, 'v');
        await page.locator('#vote-by-name > summary').focus();
        await keys(officer, 'Enter');
        await tab_to(officer, 'input[name="name-5"]');
        await keys(officer, 'Space', 'ArrowRight');
        await tab_to(officer, 'input[name="rest"]');
        await keys(officer, 'Space');
        await page.locator('[data-sum-words]', { hasText: '5 for, 1 against, 0 abstained: carried' }).waitFor();
        await officer.journey.shot(officer, '/vote-by-name');
        await officer.axe('/vote by name');
        await tab_to(officer, '[data-verb="vote"] button');
        await answered(officer, () => keys(officer, 'Enter'), 'Vote: 5 for, 1 against');
        await keys(officer, 'n');
        await tab_to(officer, '[data-verb="outcome"] button');
        await answered(officer, () => keys(officer, 'Enter'), 'carried');
    });
}

async function put_right(t, officer) {
    const { page } = officer;
    await t.step('takes back a line that nothing rests on, though it is not the newest', async () => {
        const line = page.locator('.q-day__log > ol > li', { hasText: 'Discussion of item 2' });
        await line.getByRole('button', { name: /^Undo/ }).click();
        await page.locator(said, { hasText: 'Taken back' }).waitFor();
        await officer.sees_not('a lively discussion');
    });
    await t.step('a line that others rest on is taken back only with them, and says which', async () => {
        const line = page.locator('.q-day__log > ol > li', { hasText: 'moved: That the boatyards' });
        const loaded = page.waitForURL(/\/day\/line/);
        await line.getByRole('button', { name: /^Undo/ }).click();
        await loaded;
        await officer.arrived();
        await officer.sees('rest on it', 'Take all of them back');
        await officer.follow('Back to meeting day');
    });
    await t.step('a mis-keyed time is put right in its place', async () => {
        await officer.visit(`${day}?item=2`);
        const line = page.locator('.q-day__log > ol > li', { hasText: 'seconded' });
        await officer.leave(line.getByRole('link', { name: /^Change/ }), 'link "Change"');
        await officer.sees('Change a line', 'leaves no trace');
        await officer.send('Put it right', { Time: '10:41am' }, { press: false });
        await officer.leave(page.getByRole('button', { name: /^Put it right/ }), 'button "Put it right"');
        if ((await page.getByRole('button', { name: 'Put it right all the same' }).count()) > 0) {
            await officer.press('Put it right all the same');
        }
        await officer.sees('Put right. It left no trace.', '10:41am');
    });
    await t.step('the item closes, and what was set down enters the record', async () => {
        await page.locator('h1').click();
        await answered(officer, async () => {
            await page.getByRole('button', { name: /^Close item 2/ }).click();
        }, /acts entered the record/);
    });
}

async function connection_lost(t, officer) {
    const { page, context } = officer;
    await t.step('offline, entries wait in order and the page says so', async () => {
        await page.goto(`${day}?item=4`);
        await keys(officer, 'n');
        await answered(officer, () => keys(officer, 'Enter'), 'Item 4 taken');
        officer.offline = true;
        await context.setOffline(true);
        await keys(officer, 'a');
        await type(officer, 'weir');
        await keys(officer, 'Enter');
        await page.getByText('1 entry waits for the connection').waitFor();
        await keys(officer, 'Escape', 'd');
        await page.keyboard.type('Wardens were asked for on both banks');
        await tab_to(officer, '[data-verb="discuss"] button');
        await keys(officer, 'Enter');
        await page.getByText('2 entries wait for the connection').waitFor();
        await keys(officer, 'Escape', 'm');
        await page.keyboard.type('2');
        await keys(officer, 'Tab');
        await page.keyboard.type('That wardens be appointed');
        await tab_to(officer, '[data-verb="move"] button');
        await keys(officer, 'Enter');
        await page.getByText('3 entries wait for the connection').waitFor();
        await officer.journey.shot(officer, '/offline');
        await officer.axe('/offline');
    });
    await t.step('what is half typed outlives a reload', async () => {
        await keys(officer, 'Escape', 'l');
        await page.keyboard.type('half a na');
        await context.setOffline(false);
        await context.setOffline(true);
    });
    await t.step('back online they are sent once, in order, and all three are there', async () => {
        await context.setOffline(false);
        await page.getByText(/entr(y|ies) waits? for the connection/).waitFor({ state: 'hidden' });
        officer.offline = false;
        await officer.reload();
        assert.equal(await page.locator('#depart-who').inputValue(), 'half a na', 'typed words came back');
        await page.locator('#depart-who').fill('');
        const lines = await page.locator('.q-day__log ol').first().innerText();
        const places = ['moved: That wardens', 'Discussion of item 4', 'seat 7) came'].map((each) => lines.indexOf(each));
        assert.ok(places.every((at) => at >= 0), lines);
        assert.deepEqual([...places].sort((a, b) => a - b), places, 'newest first');
    });
    await t.step('an answer that was lost counts once', async () => {
        officer.offline = true;
        let asked = 0;
        await page.route(/\/day$/, async (route) => {
            if (route.request().method() !== 'POST' || (asked += 1) > 1) {
                return route.continue();
            }
            await route.fetch({ maxRedirects: 0 }); // the server has it; its answer never arrives
            return route.abort('connectionreset');
        });
        await page.locator('h1').click();
        await keys(officer, 's');
        await page.keyboard.type('3');
        await keys(officer, 'Enter');
        await page.locator(said, { hasText: 'seconded' }).waitFor();
        await page.unroute(/\/day$/);
        officer.offline = false;
        assert.equal(asked, 2, 'it was sent again');
        assert.equal(await page.locator('.q-day__log > ol > li', { hasText: 'seconded' }).count(), 1);
    });
    await t.step('the first that needs attention stops the rest, with everything typed', async () => {
        officer.offline = true;
        await context.setOffline(true);
        await page.locator('h1').click();
        await keys(officer, 'd');
        await page.keyboard.type('What was said after the motion');
        await page.locator('[data-verb="discuss"] [data-time]').fill('half past');
        await page.locator('[data-verb="discuss"] button').click();
        await page.getByText('1 entry waits for the connection').waitFor();
        await page.locator('#arrive-who').fill('volunteers');
        await page.locator('#arrive-who').press('Enter');
        await page.getByText('2 entries wait for the connection').waitFor();
        await context.setOffline(false);
        await page.getByText('1 entry waits until you have dealt with').waitFor();
        officer.offline = false;
        await officer.sees('Write the time as 10:05am.');
        assert.equal(await page.locator('#discuss-words').inputValue(), 'What was said after the motion');
        await page.locator('[data-verb="discuss"] [data-time]').fill('10:55am');
        await page.locator('[data-verb="discuss"] button').click();
        await page.locator(said, { hasText: 'seat 8) came' }).waitFor();
        await officer.sees('What was said after the motion');
    });
}

async function session_ended(t, officer) {
    const { page, context } = officer;
    const discuss = async (words) => {
        await page.locator('h1').click();
        await keys(officer, 'd');
        await page.locator('#discuss-words').fill(words);
        await page.locator('[data-verb="discuss"] button').click();
    };
    await t.step('signed out, entries wait; signed in again in another tab, they are sent once, in order', async () => {
        officer.offline = true;
        await context.clearCookies();
        await discuss('First while signed out');
        await page.getByText('You are signed out. What you set down is kept here').waitFor();
        await discuss('Second while signed out');
        await page.locator('.q-day-queue li').nth(1).waitFor();
        const tab = await context.newPage();
        await tab.goto(`${home}/sign-in`);
        await tab.getByRole('button', { name: 'Sign in as Secretariat' }).click();
        await tab.waitForURL(/desk/);
        await tab.close();
        await discuss('Third in the old session');
        await page.getByText(/Not taken: .*Load the page again/).waitFor();
        assert.equal(await page.locator('.q-day-queue li').count(), 3);
        await page.getByRole('link', { name: 'Load the page again' }).click();
        await page.locator('.q-day__log', { hasText: 'Third in the old session' }).waitFor();
        officer.offline = false;
        await officer.visit(`${day}?item=4`);
        const lines = await page.locator('.q-day__log ol').first().innerText();
        const places = ['Third in', 'Second while', 'First while'].map((each) => lines.indexOf(each));
        assert.ok(places.every((at) => at >= 0), lines);
        assert.deepEqual([...places].sort((a, b) => a - b), places, 'newest first');
        const first = page.locator('.q-day__log > ol > li', { hasText: 'First while signed out' });
        assert.equal(await first.count(), 1, 'once');
    });
}

async function two_officers(t, officer) {
    const { page } = officer;
    const other = await t.person('secretariat');
    await t.step("another officer's entry appears, and what is being typed stays", async () => {
        await sign_in_at(other, home, 'Secretariat');
        await other.visit(`${day}?item=4`);
        await page.locator('#arrive-who').focus();
        await page.keyboard.type('equ');
        await other.page.locator('#arrive-who').fill('4x');
        await other.page.locator('#arrive-who').fill('chamber');
        await other.page.locator('#arrive-who').fill('');
        await other.page.locator('h1').click();
        await keys(other, 'l');
        await other.page.keyboard.type('university');
        await keys(other, 'Enter');
        await other.page.locator(said, { hasText: 'seat 5) left' }).waitFor();
        await page.locator('.q-day__log', { hasText: 'seat 5) left' }).waitFor();
        assert.equal(await page.locator('#arrive-who').inputValue(), 'equ');
        assert.equal(await active(officer), 'arrive-who');
        await page.locator('#arrive-who').fill('');
    });
    await t.step('a page asked for before an entry was sent does not take the place of its answer', async () => {
        const came = 'seat 9) came';
        const asked = with_resolvers();
        const go_on = with_resolvers();
        let pages = 0;
        await page.route(/\/day(\?[^/]*)?$/, async (route) => {
            if (route.request().method() !== 'GET' || (pages += 1) > 1) {
                return route.continue();
            }
            const response = await route.fetch();
            asked.resolve();
            await go_on.promise;
            return route.fulfill({ response });
        });
        await other.page.locator('h1').click();
        await keys(other, 'l');
        await other.page.keyboard.type('4');
        await keys(other, 'Enter');
        await asked.promise;
        await page.locator('#arrive-who').fill('nwosu');
        await page.locator('#arrive-who').press('Enter');
        const log = page.locator('.q-day__log').first();
        await log.filter({ hasText: came }).waitFor();
        await page.evaluate((words) => {
            new MutationObserver(() => {
                if (!document.querySelector('.q-day__log').textContent.includes(words)) {
                    document.body.dataset.lost = 'yes';
                }
            }).observe(document.body, { childList: true, subtree: true });
        }, came);
        let answers = 0; // the page that was held, and the one asked for after it
        const again = page.waitForResponse((each) =>
            each.request().method() === 'GET' && /\/day(\?|$)/.test(each.url()) && (answers += 1) > 1);
        go_on.resolve();
        await again;
        await log.filter({ hasText: 'seat 4) left' }).waitFor();
        assert.equal(await page.evaluate(() => document.body.dataset.lost), undefined, 'it was never gone');
        await page.unroute(/\/day(\?[^/]*)?$/);
    });
}

async function one_browser(t, officer) {
    const { page } = officer;
    const notice = page.getByText('Somebody else has signed in in this browser.');
    await t.step('what is typed is not mixed with the page of whoever signs in in the same browser', async () => {
        const second = await another_officer(t, home);
        await page.locator('#arrive-who').fill('equ');
        officer.offline = true;
        const tab = await another_tab(officer);
        await sign_in_as_second(tab, home);
        await second.visit(`${day}?item=4`);
        await second.page.locator('h1').click();
        await keys(second, 'd');
        await second.page.locator('#discuss-words').fill('Said by the second officer');
        await second.page.locator('[data-verb="discuss"] button').click();
        await notice.waitFor();
        assert.equal(await page.locator('#arrive-who').inputValue(), 'equ');
        await officer.sees_not('Said by the second officer');
        const csrf = (at) => at.locator('input[name="csrf"]').evaluateAll((all) => all.map((each) => each.value));
        const theirs = new Set(await csrf(tab.page));
        assert.ok((await csrf(page)).every((each) => !theirs.has(each)), 'no form is sent in their name');
        await sign_in_at(tab, home, 'Secretariat');
        await tab.page.close();
        await page.evaluate(() => window.dispatchEvent(new Event('focus')));
        await page.locator('.q-day__log', { hasText: 'Said by the second officer' }).waitFor();
        await notice.waitFor({ state: 'hidden' });
        assert.equal(await page.locator('#arrive-who').inputValue(), 'equ');
        await page.locator('#arrive-who').fill('');
        officer.offline = false;
    });
}

async function ended(t, officer) {
    const { page } = officer;
    await t.step('decides by consensus, closes the item and the meeting', async () => {
        await page.goto(`${day}?item=4`);
        await keys(officer, 'p');
        await tab_to(officer, '[data-verb="put"] button');
        await answered(officer, () => keys(officer, 'Enter'), 'Question put');
        await keys(officer, 'n');
        await tab_to(officer, '[data-verb="consensus"] button');
        await answered(officer, () => keys(officer, 'Enter'), 'Consensus');
        await keys(officer, 'n');
        await tab_to(officer, '[data-verb="outcome"] button');
        await answered(officer, () => keys(officer, 'Enter'), 'carried');
        await keys(officer, 't');
        await page.keyboard.type('Ask for wardens by the next meeting');
        await page.locator('#action-organisation').focus();
        await page.keyboard.type('Riverside Fire');
        await tab_to(officer, '[data-verb="action"] button');
        await answered(officer, () => keys(officer, 'Enter'), 'Action: Ask for wardens');
        await officer.sees('For Riverside Fire and Rescue');
        await page.locator('summary', { hasText: 'Close the meeting' }).click();
        await page.getByRole('button', { name: /^Close the meeting/ }).click();
        await page.getByText('The meeting is closed').waitFor();
    });
    await t.step('after closing, an arrival is put right from the log; the old words stay', async () => {
        await officer.visit(`${day}/log`);
        const line = page.locator('li', { hasText: 'seat 7) came' });
        await officer.leave(line.getByRole('link', { name: /^Put right/ }), 'link "Put right"');
        await officer.send('Show what this changes', {
            'Whose presence': /Weir Energy/, 'Came at': '10:40am', 'Why it is put right': 'The signed sheet says 10:40am',
            'Why is it entered only now?': 'Found when the minutes were drafted',
        }).catch(async (error) => {
            throw new Error(`${error.message}\n${await officer.shown()}`);
        });
        await officer.sees('What this changes');
        await officer.send('Record the correction');
        await officer.visit(`${day}/log`);
        await officer.sees('seat 7) came');
    });
}

async function joint_meeting(t, officer) {
    const { page } = officer;
    await t.step('a joint meeting has a quorum for each body, and tells their seats apart', async () => {
        await officer.visit(joint);
        await officer.send('Keep this reason', { 'Why is it entered on a later day?': 'Entered from the signed sheet' });
        await officer.sees('Meeting day: The Riverside Board and The Riverside Partnership');
        await officer.send('Record attendance', { 'Seats here now': '1-6,rp/13-15' });
        await officer.sees('Seats 1 to 6, and seats 13 to 15 of The Riverside Partnership here');
        await page.locator('#arrive-who').fill('canon');
        await page.locator('#arrive-who').press('Enter');
        await page.locator(said, { hasText: 'seat 23 of The Riverside Partnership) came' }).waitFor();
        await officer.sees('Quorum', 'Who is counted, and why');
        await page.locator('#counted > summary').click();
        await officer.sees('Counted (');
        await officer.journey.shot(officer, '/joint');
    });
    await t.step('who sits on both bodies comes and leaves in both seats', async () => {
        for (const [box, words] of [['#arrive-who', 'came'], ['#depart-who', 'left']]) {
            await page.locator(box).evaluate((field) => {
                for (let fold = field.closest('details'); fold; fold = fold.parentElement.closest('details')) {
                    fold.open = true;
                }
            });
            await page.locator(box).fill('calloway');
            await page.locator(box).press('Enter');
            const both = `Seat 8, and seat 18 of The Riverside Partnership ${words}`;
            await page.locator(said, { hasText: both }).waitFor();
        }
    });
    await t.step('names are typed one after another without waiting; one that is nobody stays in sight', async () => {
        await page.locator('#arrive-who').focus();
        for (const name of ['salma', 'zzzz', 'joan a', 'kofi', 'dilys']) {
            await page.keyboard.type(name, { delay: 20 });
            await keys(officer, 'Enter');
        }
        await keys(officer, 'Enter');
        await page.locator('.q-day__log', { hasText: 'Dilys Morgan' }).waitFor();
        for (const name of ['Salma Haddad', 'Joan Ashdown', 'Kofi Mensah', 'Dilys Morgan']) {
            const lines = page.locator('.q-day__log > ol > li', { hasText: `${name} (seat` });
            assert.equal(await lines.count(), 1, name);
        }
        assert.equal(await active(officer), 'arrive-who');
        await page.getByText('Nobody who is not here fits “zzzz”').waitFor();
        await page.getByRole('button', { name: 'Put it back in the box' }).click();
        assert.equal(await page.locator('#arrive-who').inputValue(), 'zzzz');
        await page.locator('#arrive-who').fill('');
    });
}

async function on_paper(t, officer) {
    await t.step('the paper kit has the brief, the script, the attendance sheet and the vote sheet', async () => {
        await officer.visit(`${home}/desk/meetings/rb/m8/kit`);
        await officer.sees("The Chair's brief", 'The words to say', 'Attendance sheet', 'Vote sheet',
            'Does any member have an interest to declare?');
        await officer.page.emulateMedia({ media: 'print' });
        await officer.journey.shot(officer, '/kit-print');
        await officer.page.emulateMedia({ media: 'screen' });
    });
}

async function on_a_phone(t) {
    await t.step('on a phone nothing runs off the page, and without scripts it works as a plain page', async () => {
        const phone = await t.person('secretariat', { width: 320, script: false });
        await sign_in_at(phone, home, 'Secretariat');
        await phone.visit(joint);
        await phone.send('Record arrival', { 'Who came?': 'imam' });
        await phone.sees('seat 24 of The Riverside Partnership) came');
    });
}
