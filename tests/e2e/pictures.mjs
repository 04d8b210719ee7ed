// Makes the pictures of the README again, from the made-up partnership of Riverside, into docs/pictures.
//
//   node tests/e2e/pictures.mjs [build/release/src/quorate] [folder]

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { date, end_everything, file, fresh_data, quorate, root, use_program } from './harness.mjs';
import { Journey } from './runner.mjs';
import { small_png } from './small_png.mjs';
import { move_clock, on_the_day, sign_in_at, small_pdf } from './journeys/desk.mjs';

const [binary, folder = join(root, 'docs/pictures')] = process.argv.slice(2);
const bytes_max = 150 * 1024;
const home = '/riverside';
const practice = '/riverside-practice';
const name = 'The Riverside Partnership';

if (binary) {
    use_program(binary);
}
mkdirSync(folder, { recursive: true });

/** The page from its top, 1280 wide. */
async function picture(person, what, { height = 900 } = {}) {
    await person.page.setViewportSize({ width: 1280, height });
    await person.page.evaluate('document.activeElement?.blur()');
    await person.page.evaluate('window.scrollTo(0, 0)');
    const path = join(folder, `${what}.png`);
    const bytes = small_png(await person.page.screenshot());
    const size = bytes.length;
    if (size > bytes_max) {
        throw new Error(`${path} has ${size} bytes; a picture has at most ${bytes_max}`);
    }
    writeFileSync(path, bytes);
    console.log(`${path}: ${Math.ceil(size / 1024)} KB`);
}

async function public_pictures(t) {
    const reader = await t.person('public');
    await reader.visit(home);
    await picture(reader, 'home');
    await reader.follow('Meetings');
    await reader.follow('Tuesday 15 September 2026');
    await picture(reader, 'meeting', { height: 1100 });
    await reader.follow('Decisions');
    await reader.follow('A toll is not asked for.');
    await reader.unfold('How this was worked out');
    await picture(reader, 'decision', { height: 1200 });
}

/** The meeting of 9 March 2027, called and with its agenda. */
async function call_meeting(officer) {
    await officer.follow('Convene a meeting');
    await officer.send('Continue', { [name]: true });
    await officer.follow(/9 March 2027/);
    await officer.send('Convene meeting', { Place: 'Town Hall, Stonebridge' });
    await officer.press('Edit the agenda', { nth: 0 });
    for (const [title, purpose] of [
        ['Welcome and apologies', 'Information'],
        ['A shared workshop for the boatyards', 'Decision'],
        ['The towpath lights, one year on', 'Noting'],
    ]) {
        await officer.press('Add an item');
        await officer.send('Add the item', { Title: title, [purpose]: true });
    }
}

async function open_meeting(officer) {
    await officer.follow('My desk');
    await officer.follow('Every meeting');
    await officer.follow('Tuesday 9 March 2027');
}

async function planned_meeting(officer) {
    await sign_in_at(officer, home, 'Secretariat');
    await call_meeting(officer);
    await officer.follow('Add papers to the items');
    await officer.send('Add papers', {
        'What are they for?': /^Item 2/,
        Files: file(small_pdf('The case for a shared workshop').path),
        'Title, if you add one file': 'The case for a shared workshop',
    });
    await officer.follow('My desk');
    await picture(officer, 'desk');
    await open_meeting(officer);
    await picture(officer, 'workbench', { height: 1100 });
}

/** In a practice copy, whose clock can be moved to the day. */
async function meeting_going_on(officer) {
    await sign_in_at(officer, practice, 'Secretariat');
    await officer.follow('Convene a meeting');
    await officer.send('Continue', { [name]: true });
    await officer.follow('See the programme');
    await officer.follow('2027');
    await officer.send('Check these dates', { 'Meeting 1': date(2027, 3, 9) });
    await officer.press('Record these dates');
    await officer.follow('My desk');
    await call_meeting(officer);
    await move_clock(officer, [2027, 3, 9], '10:00am');
    await open_meeting(officer);
    await officer.follow('Meeting day');
    await on_the_day(officer, 'Record attendance', { 'Seats here now': '1-6,8-15,18-21' });
    await on_the_day(officer, 'Open the meeting');
    await on_the_day(officer, 'Record who presides');
    await officer.follow('A shared workshop for the boatyards');
    await on_the_day(officer, 'Take item 2', {}, { at: '10:05am' });
    await on_the_day(officer, 'Record interest', {
        'Who declares it?': '14', Financial: true, 'Their own': true, 'What it is': 'Hires a berth beside the workshop',
    }, { at: '10:06am', open: 'Someone declares an interest' });
    await picture(officer, 'meeting-day', { height: 1100 });
}

async function minutes_of_the_winter(officer) {
    await officer.follow('My desk');
    await officer.follow('Every meeting');
    await officer.follow('Tuesday 24 November 2026');
    await officer.follow('Minutes');
    await picture(officer, 'minutes', { height: 1100 });
}

const t = new Journey('pictures');
t.first_time = () => false; // the journeys check the pages
let good = false;
try {
    const data = await fresh_data('riverside');
    const made = quorate('--data', data, 'rehearse', 'riverside', 'riverside-practice', '--from', '2026-12-16T09:00');
    if (made.code !== 0) {
        throw new Error(made.text);
    }
    await t.serve_folder(data);
    const officer = await t.person('secretariat');
    await planned_meeting(officer);
    await public_pictures(t);
    await minutes_of_the_winter(officer);
    await meeting_going_on(officer);
    good = true;
} catch (error) {
    console.error(error.message.slice(0, 3000));
} finally {
    await t.end();
    await end_everything();
}
process.exit(good ? 0 : 1);
