// Getting in and out: an invitation, a link by mail, a new password, too many tries, two devices of one person, and an
// account that is stopped. The mail is read in the outbox: nothing is sent from a made-up partnership.

import assert from 'node:assert/strict';

import { sign_in_at } from './desk.mjs';

const home = '/riverside';
const name = 'The Riverside Partnership';
const address = 'beth.quarmby@riverside.example';
const first = 'three odd words';
const second = 'four other odd words';
const by_password = 'Sign in with a name and password';
const ask_words = 'Forgotten it, or no password? Get a link by mail';

export async function sign_in_journey(t) {
    await t.serve('riverside');
    const keeper = await t.person('administrator');
    const beth = await t.person('invited');
    await invited(t, keeper, beth);
    await by_link(t, keeper, beth);
    await new_password(t, keeper, beth);
    await locked_out(t, keeper, beth);
    await two_devices(t, beth);
    await stopped(t, keeper, beth);
}

async function type_password(person, words, password) {
    await person.visit(`${home}/sign-in`);
    await person.unfold(by_password);
    await person.send('Sign in', { 'Name or e-mail address': words, Password: password });
}

/** The link of the newest mail of that subject, as the administrator reads it in the outbox. */
async function link_in_outbox(keeper, subject) {
    await keeper.follow('My desk');
    await keeper.follow('kept in the outbox');
    await keeper.follow(subject);
    const link = keeper.page.getByRole('link', { name: /\/link\// });
    return link.getAttribute('href');
}

async function ask(person, words, purpose) {
    await person.visit(`${home}/sign-in`);
    await person.unfold(by_password);
    await person.follow(ask_words);
    await person.send('Send the link', { 'Name or e-mail address': words, [purpose]: true });
    await person.sees('Look at your mail', 'If somebody signs in by that name or address');
}

/** Nobody is signed in: the desk asks who it is. */
async function is_out(person) {
    await person.visit(`${home}/desk`);
    await person.sees('Sign in', 'To practise with');
}

async function invited(t, keeper, beth) {
    await t.step('the administrator invites a person of the register', async () => {
        await sign_in_at(keeper, home, 'Administrator');
        await keeper.sees('You keep the accounts and the mail.');
        await keeper.press('Invite somebody');
        await keeper.send('Invite', { Person: 'Beth Quarmby' });
        await keeper.sees('There is a problem', 'Enter their e-mail address, or choose a first password.');
        await keeper.send('Invite', { 'E-mail address': 'beth@nowhere' });
        await keeper.sees('is not an e-mail address');
        await keeper.send('Invite', { 'E-mail address': address });
        await keeper.sees('The account is made, and its invitation is in the outbox.', 'Beth Quarmby',
            'Invited');
    });
    await t.step('she opens the link, mail scanners having opened it before, and chooses a password', async () => {
        const link = await link_in_outbox(keeper, `Your invitation to ${name}`);
        await beth.visit(link);
        await beth.visit(link);
        await beth.sees('Welcome', 'beth.quarmby');
        const button = 'Save it and sign in';
        await beth.send(button, { 'Choose a password': 'short', 'The same again': 'short' });
        await beth.sees('There is a problem', 'Choose a password of at least 8 characters.');
        await beth.send(button, { 'Choose a password': first, 'The same again': second });
        await beth.sees('The two are not the same. Type both again.');
        await beth.send(button, { 'Choose a password': first, 'The same again': first });
        await beth.sees('My desk', 'Where you sit', 'seat 5');
        await beth.visit(link, { expects: 410 });
        await beth.sees('This link opens nothing any more', 'Get a new link');
    });
    await t.step('signs out, and in again by address and password', async () => {
        await beth.press('Sign out');
        await is_out(beth);
        await type_password(beth, ` ${address.toUpperCase()} `, first);
        await beth.sees('My desk');
    });
}

async function by_link(t, keeper, beth) {
    await t.step('a link by mail: the same answer for a name nobody has', async () => {
        await beth.press('Sign out');
        await ask(beth, 'nobody.at.all', 'To sign in now');
        await ask(beth, address, 'To sign in now');
        const link = await link_in_outbox(keeper, `Sign in to ${name}`);
        await beth.visit(link);
        await beth.sees('Sign in', 'You sign in to');
        await beth.press('Sign in', { within: beth.page.getByRole('main') });
        await beth.sees('My desk');
        await beth.visit(link, { expects: 410 });
    });
}

async function new_password(t, keeper, beth) {
    await t.step('a new password ends the other sessions', async () => {
        const other = await t.person('invited');
        await type_password(other, 'beth.quarmby', first);
        await other.sees('My desk');
        await beth.press('Sign out');
        await ask(beth, 'beth.quarmby', 'To choose a new password');
        await beth.visit(await link_in_outbox(keeper, `A new password for ${name}`));
        await beth.sees('Choose a new password');
        await beth.send('Save it and sign in', { 'New password': second, 'The same again': second });
        await beth.sees('My desk');
        await is_out(other);
        await type_password(other, 'beth.quarmby', first);
        await other.sees('The name and the password do not go together');
        assert.equal(await other.value('Name or e-mail address'), 'beth.quarmby');
    });
}

async function locked_out(t, keeper, beth) {
    await t.step('too many tries: told until when, whether or not there is such a name', async () => {
        for (const typed of ['beth.quarmby', 'nobody.at.all']) {
            const stranger = await t.person('public');
            for (let i = 0; i < 5; ++i) {
                await type_password(stranger, typed, 'not this one');
            }
            await stranger.sees('There were too many tries', /locked until \d+:\d\d[ap]m/,
                'A sign-in link still works');
        }
    });
    await t.step('by her address she is told so with the right password; a stranger learns nothing', async () => {
        const owner = await t.person('invited');
        await type_password(owner, address, second);
        await owner.sees('There were too many tries', /locked until \d+:\d\d[ap]m/);
        const stranger = await t.person('public');
        for (const typed of [address, 'nobody@riverside.example']) {
            await type_password(stranger, typed, 'not this one');
            await stranger.sees('The name and the password do not go together');
        }
    });
    await t.step('a link by mail gets her in all the same', async () => {
        await beth.press('Sign out');
        await type_password(beth, 'beth.quarmby', second);
        await beth.sees('There were too many tries');
        await ask(beth, 'beth.quarmby', 'To sign in now');
        await beth.visit(await link_in_outbox(keeper, `Sign in to ${name}`));
        await beth.press('Sign in', { within: beth.page.getByRole('main') });
        await beth.sees('My desk');
    });
}

async function two_devices(t, beth) {
    await t.step('sees where she is signed in, and signs out everywhere else', async () => {
        const phone = await t.person('invited');
        await type_password(phone, 'beth.quarmby', second);
        await phone.sees('My desk');
        await beth.visit(`${home}/account`);
        await beth.sees('My account', 'This device', 'Where you are signed in', 'By password');
        await beth.press('Sign out everywhere else');
        await beth.sees('You are signed out everywhere else.', 'This device');
        await is_out(phone);
        await type_password(phone, 'beth.quarmby', second);
        await beth.reload();
        await beth.press(/^End/);
        await beth.sees('That session is ended.');
        await is_out(phone);
    });
    await t.step('changes the password, knowing the one before', async () => {
        const button = 'Change password';
        await beth.send(button, { 'Password now': 'not this', 'New password': first, 'The same again': first });
        await beth.sees('That is not your password now.');
        await beth.send(button, { 'Password now': second, 'New password': first, 'The same again': first });
        await beth.sees('Your password is changed.');
    });
    await t.step('signs out everywhere', async () => {
        const phone = await t.person('invited');
        await type_password(phone, 'beth.quarmby', first);
        await beth.press('Sign out everywhere');
        await is_out(beth);
        await is_out(phone);
    });
}

async function stopped(t, keeper, beth) {
    await t.step('a stopped account is out at once, and can be taken up again', async () => {
        await type_password(beth, 'beth.quarmby', first);
        await keeper.follow('My desk');
        await keeper.follow('can sign in');
        await keeper.follow('beth.quarmby');
        await keeper.press('Stop it');
        await keeper.sees('The account is stopped.', 'Stopped');
        await is_out(beth);
        await type_password(beth, 'beth.quarmby', first);
        await beth.sees('The name and the password do not go together');
        await keeper.press('Take it up again');
        await type_password(beth, 'beth.quarmby', first);
        await beth.sees('My desk');
    });
    await t.step('another address; then the account is removed', async () => {
        await keeper.press('Change it');
        await keeper.send('Change the account', { 'E-mail address': 'beth@elsewhere.example' });
        await keeper.sees('The account is changed.', 'beth@elsewhere.example');
        await keeper.follow('Remove it');
        await keeper.press('Remove the account');
        await keeper.sees('The account is removed.');
        await is_out(beth);
    });
    await t.step('the only administrator stays; the secretariat keeps members and partners only', async () => {
        const officer = await t.person('secretariat');
        await sign_in_at(officer, home, 'Secretariat');
        await officer.visit(`${home}/desk/accounts/administrator`);
        await officer.sees('Only the administrator changes an account of this kind.');
        await officer.visit(`${home}/desk/accounts/administrator/change`, { expects: 403 });
        await officer.visit(`${home}/desk/add-account`);
        assert.equal(await officer.page.getByLabel('Administrator').count(), 0);
        const member = await t.person('member');
        await sign_in_at(member, home);
        await member.visit(`${home}/desk/accounts`, { expects: 403 });
        await member.visit(`${home}/desk/outbox`, { expects: 403 });
    });
}
