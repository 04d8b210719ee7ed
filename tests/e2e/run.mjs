// The journeys: people at real browsers, who find their way by the words on the pages.
//
//   node tests/e2e/run.mjs [build/release/src/quorate] [--only NAME,NAME] [--one-at-a-time]
//
// Each journey serves its own copy of an example. QUORATE_SHOTS=FOLDER keeps a picture of every kind of page.

import { end_everything, use_program } from './harness.mjs';
import { run_journeys } from './runner.mjs';
import { chair } from './journeys/chair.mjs';
import { auditor } from './journeys/auditor.mjs';
import { crawl } from './journeys/crawl.mjs';
import { live } from './journeys/live.mjs';
import { keyboard_only } from './journeys/keyboard_only.mjs';
import { main_job } from './journeys/main_job.mjs';
import { meeting_day } from './journeys/meeting_day.mjs';
import { member_phone } from './journeys/member_phone.mjs';
import { minutes } from './journeys/minutes.mjs';
import { offline } from './journeys/offline.mjs';
import { oidc } from './journeys/oidc.mjs';
import { partner } from './journeys/partner.mjs';
import { public_visitor } from './journeys/public_visitor.mjs';
import { refusals } from './journeys/refusals.mjs';
import { sign_in_journey } from './journeys/sign_in.mjs';
import { secretariat } from './journeys/secretariat.mjs';

// The longest first, so that those side by side end together.
const all = [
    { name: 'crawl-practice', run: (t) => crawl(t, 'kent-rehearsal') },
    { name: 'crawl-made-up', run: (t) => crawl(t, 'riverside') },
    { name: 'main-job', run: main_job },
    { name: 'main-job-without-script', run: main_job, kind: { script: false } },
    { name: 'main-job-at-320', run: main_job, kind: { width: 320 } },
    { name: 'live', run: live },
    { name: 'secretariat', run: secretariat },
    { name: 'secretariat-without-script-at-320', run: secretariat, kind: { script: false, width: 320 } },
    { name: 'keyboard-only', run: keyboard_only },
    { name: 'minutes', run: minutes },
    { name: 'minutes-without-script-at-320', run: minutes, kind: { script: false, width: 320 } },
    { name: 'chair', run: chair },
    { name: 'chair-on-a-phone', run: chair, kind: { width: 390, touch: true } },
    { name: 'chair-without-script-at-320', run: chair, kind: { script: false, width: 320 } },
    { name: 'meeting-day', run: meeting_day },
    { name: 'offline', run: offline },
    { name: 'refusals', run: refusals },
    { name: 'auditor', run: auditor },
    { name: 'auditor-at-320', run: auditor, kind: { width: 320 } },
    { name: 'public-visitor', run: public_visitor },
    { name: 'oidc', run: oidc },
    { name: 'oidc-without-script-at-320', run: oidc, kind: { script: false, width: 320 } },
    { name: 'sign-in', run: sign_in_journey },
    { name: 'sign-in-without-script-at-320', run: sign_in_journey, kind: { script: false, width: 320 } },
    { name: 'partner', run: partner },
    { name: 'partner-without-script-at-320', run: partner, kind: { script: false, width: 320 } },
    { name: 'member-phone', run: member_phone, kind: { width: 390, touch: true } },
    { name: 'member-phone-at-320', run: member_phone, kind: { width: 320, touch: true } },
    { name: 'member-phone-without-script', run: member_phone, kind: { width: 390, script: false } },
];

const words = process.argv.slice(2);
const only = words.includes('--only') ? words[words.indexOf('--only') + 1].split(',') : undefined;
const binary = words.find((word, i) => !word.startsWith('--') && words[i - 1] !== '--only');
if (binary) {
    use_program(binary);
}
const chosen = all.filter(({ name }) => !only || only.includes(name));
if (chosen.length === 0) {
    console.error(`There is no journey of that name. They are: ${all.map(({ name }) => name).join(', ')}`);
    process.exit(2);
}
for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => end_everything().finally(() => process.exit(1)));
}
let good = false;
try {
    good = await run_journeys(chosen, words.includes('--one-at-a-time') ? 1 : 2);
} finally {
    await end_everything();
}
process.exit(good ? 0 : 1);
