// How soon a page can be used on a slow line: 1.6 Mbit/s with 150 ms there and back, an empty cache, in Chromium. Each
// page is opened several times; the middle figure counts. Usable: what is to be read is painted and nothing that blocks
// it is under way.
//
//   node bench/slow_line.mjs [build/release/src/quorate]

import { chromium } from 'playwright-core';

import { Server, end_everything, fresh_data, use_program } from '../tests/e2e/harness.mjs';

const bits_per_second = 1_600_000;
const there_and_back_ms = 150;
const times = 5;
const budget_ms = 1000;

const pages = [
    ['The first page, signed out', '/riverside'],
    ['A meeting, signed out', '/riverside/meetings/rp/m3'],
    ['The terms of reference, signed out', '/riverside/bodies/rp/terms'],
    ['Signing in', '/riverside/sign-in'],
    ["The secretariat's desk", '/riverside/desk', 'secretariat'],
    ['A member\'s desk', '/riverside/desk', 'seat'],
];

async function open_once(browser, origin, path, account) {
    const context = await browser.newContext({ baseURL: origin, viewport: { width: 390, height: 780 } });
    const page = await context.newPage();
    if (account) {
        await page.goto('/riverside/sign-in');
        const button = account === 'seat' ? 'Sign in as this member' : 'Sign in as Secretariat';
        await page.getByRole('button', { name: button, exact: true }).click();
        await page.waitForLoadState('load');
    }
    const line = await context.newCDPSession(page);
    await line.send('Network.enable');
    await line.send('Network.clearBrowserCache');
    await line.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: there_and_back_ms,
        downloadThroughput: bits_per_second / 8,
        uploadThroughput: bits_per_second / 8,
    });
    await page.goto(path);
    const figures = await page.evaluate(() => new Promise((done) => {
        const [way] = performance.getEntriesByType('navigation');
        const painted = performance.getEntriesByName('first-contentful-paint')[0];
        const bytes = way.transferSize +
            performance.getEntriesByType('resource').reduce((sum, each) => sum + each.transferSize, 0);
        requestAnimationFrame(() => done({
            usable: Math.max(painted?.startTime ?? 0, way.domInteractive, way.domContentLoadedEventEnd),
            loaded: way.loadEventEnd,
            bytes,
        }));
    }));
    await context.close();
    return figures;
}

const middle = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const columns = (...cells) => console.log(cells.map((each, i) => String(each).padEnd([60, 14, 14, 12][i])).join(''));

const [binary] = process.argv.slice(2);
if (binary) {
    use_program(binary);
}
let browser;
try {
    const server = await new Server(await fresh_data('riverside')).start();
    browser = await chromium.launch({
        executablePath: process.env.QUORATE_CHROMIUM ?? '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu'],
    });
    columns('', 'usable', 'whole', 'bytes');
    for (const [words, path, account] of pages) {
        const runs = [];
        for (let i = 0; i < times; i += 1) {
            runs.push(await open_once(browser, server.origin, path, account));
        }
        const [usable, loaded, bytes] = ['usable', 'loaded', 'bytes'].map((each) => middle(runs.map((run) => run[each])));
        columns(words, `${Math.round(usable)} ms`, `${Math.round(loaded)} ms`, `${(bytes / 1024).toFixed(1)} KB`);
    }
    console.log(`The budget is ${budget_ms} ms until the first page can be used.`);
    await server.stop();
} finally {
    await browser?.close();
    await end_everything();
}
