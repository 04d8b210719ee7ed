// Signing in with the account of another organisation, through the pages of a real OpenID Connect provider.

import assert from 'node:assert/strict';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { fresh_data } from '../harness.mjs';
import { client, free_port, spoilt, start_provider } from '../made_provider.mjs';
import { sign_in_at } from './desk.mjs';

const home = '/riverside';
const button = 'Sign in with Riverside Council';

function set_up(data, issuer) {
    const secret = join(data, 'riverside', 'council.secret');
    writeFileSync(secret, `${client.secret}\n`);
    chmodSync(secret, 0o600);
    const file = `[provider.council]
name = "Riverside Council"
issuer = "${issuer}"
client_id = "${client.id}"
secret_file = "council.secret"

[provider.forgotten]
name = "Half set up"
issuer = "https://id.example"
`;
    writeFileSync(join(data, 'riverside', 'sign-in.toml'), file);
}

/** The provider's own pages ask for a typeface of another site. */
async function stranger_at(t, role = 'public') {
    const person = await t.person(role);
    await person.context.route('https://fonts.googleapis.com/**', (route) => route.fulfill({ body: '' }));
    return person;
}

/** Presses what leads to another page, and waits for that page: ours are not the only ones on the way. */
async function go_by(person, pressed) {
    const main = person.page.mainFrame();
    await Promise.all([person.page.waitForEvent('framenavigated', (frame) => frame === main), pressed.click()]);
    await person.page.waitForLoadState();
}

/** The button that leads to the provider; its own pages are not ours to check. */
async function to_the_provider(person, name = button) {
    await go_by(person, person.page.getByRole('button', { name }));
}

async function log_in(person, login) {
    await person.page.locator('input[name=login]').fill(login);
    await person.page.locator('input[name=password]').fill('any');
    await go_by(person, person.page.locator('button[type=submit]'));
}

/** Consents where the provider asks, goes on where without scripts it asks for a press, and arrives back here. */
async function come_back(person, { expects = 200 } = {}) {
    person.expects = expects;
    const { page } = person;
    const asked = page.getByRole('button', { name: 'Continue', exact: true })
        .or(page.locator('form input[value=consent] ~ button')).first();
    const here = (url) => url.href.startsWith(person.journey.server.origin);
    for (let pressed = 0; !here(new URL(page.url())); pressed += 1) {
        assert.ok(pressed < 5, `the provider goes on asking: ${page.url()}`);
        await Promise.any([page.waitForURL(here), asked.waitFor()]);
        if (!here(new URL(page.url()))) {
            await go_by(person, asked);
        }
    }
    await page.waitForLoadState();
    assert.equal(person.status, expects, await person.shown());
    await person.arrived();
    person.expects = undefined;
}

async function sign_in_as(person, login, options) {
    await person.visit(`${home}/sign-in`);
    await to_the_provider(person);
    await log_in(person, login);
    await come_back(person, options);
}

export async function oidc(t) {
    const data = await fresh_data('riverside');
    const port = await free_port();
    set_up(data, `http://127.0.0.1:${port}`);
    const server = await t.serve_folder(data);
    let provider = await start_provider({
        port, redirect_uris: [`${server.origin}${home}/sign-in/back`], domain: 'riverside.example',
    });
    try {
        await signing_in(t, server, () => provider);
        await what_goes_wrong(t, server, provider);
        await t.step('a provider that cannot be reached is said to be, and the password still works', async () => {
            await provider.stop();
            provider = undefined;
            await server.stop();
            await server.start();
            const person = await stranger_at(t);
            await person.visit(`${home}/sign-in`);
            person.expects = 503;
            await person.press(button);
            await person.sees('You are not signed in', 'cannot be reached at the moment');
            person.expects = undefined;
            await person.follow('Sign in another way');
            await sign_in_at(person, home, 'Secretariat');
            await person.sees('This week');
        });
    } finally {
        await provider?.stop();
    }
}

async function signing_in(t, server) {
    const member = await stranger_at(t, 'member');
    await t.step('what is not set up rightly is said at the start, and is not offered', async () => {
        assert.match(server.said, /riverside: single sign-on: sign-in\.toml:\d+: name, issuer and client_id/);
        await member.visit(`${home}/sign-in`);
        await member.sees(button);
        await member.sees_not('Half set up');
    });
    await t.step('a member comes in through the provider, where they wanted to go', async () => {
        await member.visit(`${home}/desk/interests`);
        await to_the_provider(member);
        await log_in(member, 'rp-9');
        await come_back(member);
        await member.sees('register of interests');
        assert.equal(member.path, `${home}/desk/interests`);
    });
    await t.step('signing out ends the session here', async () => {
        await member.press('Sign out');
        await member.visit(`${home}/desk`);
        await member.sees('Sign in');
    });
    await t.step('the second time they are known', async () => {
        await to_the_provider(member);
        await come_back(member);
        await member.sees('My desk');
    });
    await t.step('what was typed into a form whose session had ended comes along', async () => {
        await member.visit(`${home}/desk/interests`);
        await member.context.clearCookies({ name: 'quorate-riverside' });
        await member.send('Enter this interest', {
            'The Riverside Partnership': true, Financial: true, 'What it is': 'A ferry ticket office',
        });
        await member.sees('What you typed is kept');
        await member.press(button);
        await member.sees('What you typed before is kept. You can send it once you are signed in.');
        await to_the_provider(member, 'Go to Riverside Council');
        await come_back(member);
        await member.press('Send what I typed');
        await member.sees('A ferry ticket office');
    });
    await t.step('a link from elsewhere brings no form to send after signing in', async () => {
        const link = `${server.origin}${home}/sign-in/with/council?to=${home}/desk/clock&again=day%3D1`;
        const answer = await fetch(link, { redirect: 'manual' });
        assert.equal(answer.status, 303, 'it goes straight to the provider, with nothing kept');
        assert.ok(!answer.headers.get('location').startsWith(server.origin));
    });
    await t.step('the administrator sees whose account it is, and can take it back', async () => {
        const keeper = await t.person('administrator');
        await sign_in_at(keeper, home, 'Administrator');
        await keeper.visit(`${home}/desk/accounts/rp-9/single-sign-on`);
        await keeper.sees('Riverside Council', 'Its owner signs in with Riverside Council since');
        await keeper.press('Let another Riverside Council account in instead');
        await keeper.sees('Nobody has signed in to this account with Riverside Council yet.', 'rp-9@riverside.example');
    });
}

async function what_goes_wrong(t, server, provider) {
    await t.step('somebody no account waits for is not let in', async () => {
        const stranger = await stranger_at(t);
        await sign_in_as(stranger, 'stranger', { expects: 403 });
        await stranger.sees('You are not signed in', 'no account of this partnership waits for you');
        assert.match(server.said, /provider\.council: somebody was not let in: no account waits for them/);
        await to_the_provider(stranger, 'Use another account of Riverside Council');
        await log_in(stranger, 'rp-12');
        await come_back(stranger);
        await stranger.sees('My desk');
    });
    await t.step('an address that is not proved opens nothing', async () => {
        const person = await stranger_at(t);
        await sign_in_as(person, 'unproved-secretariat', { expects: 403 });
        await person.sees('does not confirm that the e-mail address is yours');
        await person.visit(`${home}/desk`);
        await person.sees('Sign in');
    });
    await t.step('who changes their mind is told that nothing happened', async () => {
        const person = await stranger_at(t);
        await person.visit(`${home}/sign-in`);
        await to_the_provider(person);
        await go_by(person, person.page.getByText('Cancel'));
        await come_back(person);
        await person.sees('You did not go through with signing in', 'Nothing was changed');
    });
    const reasons = {
        nonce: 'the ID token does not belong to this sign-in',
        audience: 'the ID token was made for another program',
        issuer: 'the ID token is of another issuer',
        expired: 'the time of the ID token is over',
        unsigned: 'the ID token is signed in a way that is not taken',
        by_another: 'the signature of the ID token does not fit',
    };
    for (const [what, words] of Object.entries(reasons)) {
        await t.step(`a token that is not right is not taken: ${what}`, async () => {
            provider.spoil = spoilt[what];
            const person = await stranger_at(t);
            await sign_in_as(person, 'rp-10', { expects: 422 });
            provider.spoil = undefined;
            await person.sees('could not be relied on', 'Try again');
            await person.visit(`${home}/desk`);
            await person.sees('Sign in');
            assert.ok(server.said.includes(words), server.said);
        });
    }
    await t.step('an answer belongs to the browser that asked, once', async () => {
        const first = await stranger_at(t);
        const second = await stranger_at(t);
        let answer;
        first.page.on('request', (request) => {
            const { searchParams } = new URL(request.url());
            if (searchParams.has('state')) {
                answer = `${home}/sign-in/back?code=x&state=${searchParams.get('state')}`;
            }
        });
        await first.visit(`${home}/sign-in`);
        await to_the_provider(first);
        await second.visit(answer, { expects: 422 });
        await second.sees('begun in another browser');
        await log_in(first, 'rp-11');
        await come_back(first);
        await first.sees('My desk');
        await first.visit(answer, { expects: 422 });
        await first.sees('has been used');
    });
    await t.step('no code, token or secret is in the log', async () => {
        for (const secret of [client.secret, 'eyJ', 'code=', 'state=']) {
            assert.ok(!server.said.includes(secret), `${secret} is in the log`);
        }
    });
}
