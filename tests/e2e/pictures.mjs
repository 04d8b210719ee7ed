// Makes the pictures of the README again, from the made-up partnership of Riverside, into docs/pictures.
//
//   node tests/e2e/pictures.mjs [build/release/src/quorate] [folder]

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { end_everything, file, root, use_program } from './harness.mjs';
import { Journey } from './runner.mjs';
import { small_png } from './small_png.mjs';
import { on_the_day, sign_in_at, small_pdf } from './journeys/desk.mjs';

const [binary, folder = join(root, 'docs/pictures')] = process.argv.slice(2);
const bytes_max = 150 * 1024;
const home = '/riverside';
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

async function planned_meeting(t) {
    const officer = await t.person('secretariat');
    await sign_in_at(officer, home, 'Secretariat');
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
    await officer.follow('Add papers to the items');
    await officer.send('Add papers', {
        'What are they for?': /^Item 2/,
        Files: file(small_pdf('The case for a shared workshop').path),
        'Title, if you add one file': 'The case for a shared workshop',
    });
    await officer.follow('My desk');
    await picture(officer, 'desk');
    await officer.follow('Every meeting');
    await officer.follow('Tuesday 9 March 2027');
    await picture(officer, 'workbench', { height: 1100 });
    return officer;
}

async function meeting_going_on(officer) {
    await officer.follow('My desk');
    await officer.follow('Every meeting');
    await officer.follow('Tuesday 9 March 2027');
    await officer.follow('Meeting day');
    await on_the_day(officer, 'Record attendance', { 'Seats here now': '1-6,8-15,18-21' });
    await on_the_day(officer, 'Open the meeting');
    await on_the_day(officer, 'Record who presides');
    await officer.follow('A shared workshop for the boatyards');
    await on_the_day(officer, 'Take item 2');
    await on_the_day(officer, 'Record interest', {
        Seat: '14', Financial: true, 'Their own': true, 'What it is': 'Hires a berth beside the workshop',
    }, { open: 'Someone declares an interest' });
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
    await t.serve('riverside');
    const officer = await planned_meeting(t);
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
