// A real OpenID Connect provider (npm oidc-provider) for the journeys: its own login and consent pages, people whose
// addresses follow from the name they log in with, and answers that can be spoilt on purpose.

import { createServer } from 'node:net';
import { webcrypto } from 'node:crypto';

globalThis.crypto ??= webcrypto;

const { exportJWK, generateKeyPair, SignJWT, decodeJwt, decodeProtectedHeader } = await import('jose');
const { Provider } = await import('oidc-provider');

export const client = { id: 'quorate', secret: 'a secret of the tests: nothing else' };

export function free_port() {
    return new Promise((done) => {
        const probe = createServer().listen(0, '127.0.0.1', () => {
            const { port } = probe.address();
            probe.close(() => done(port));
        });
    });
}

/** The token again with other claims, signed by the provider's own key. */
const resigned = (changes) => async (token, { key }) =>
    new SignJWT({ ...decodeJwt(token), ...changes }).setProtectedHeader(decodeProtectedHeader(token)).sign(key);

/** What can be wrong with a token. */
export const spoilt = {
    nonce: resigned({ nonce: 'of-another-sign-in' }),
    audience: resigned({ aud: 'another-program' }),
    issuer: resigned({ iss: 'http://127.0.0.1/another' }),
    expired: resigned({ exp: Math.floor(Date.now() / 1000) - 3600 }),
    unsigned: async (token) => {
        const part = (object) => Buffer.from(JSON.stringify(object)).toString('base64url');
        return `${part({ ...decodeProtectedHeader(token), alg: 'none' })}.${part(decodeJwt(token))}.`;
    },
    by_another: async (token, { stranger }) =>
        new SignJWT(decodeJwt(token)).setProtectedHeader(decodeProtectedHeader(token)).sign(stranger),
};

/** People of the provider: who logs in as NAME has the address NAME@`domain`; "unproved-NAME" has not proved it. */
export async function start_provider({ port, redirect_uris, domain, algorithm = 'RS256' }) {
    const issuer = `http://127.0.0.1:${port}`;
    const made = async () => generateKeyPair(algorithm, { extractable: true });
    const { privateKey } = await made();
    const jwk = { ...(await exportJWK(privateKey)), kid: 'made-1', alg: algorithm, use: 'sig' };
    const stranger = (await made()).privateKey;
    const claims_of = (login) => ({
        sub: `subject-of-${login}`,
        email: `${login.replace('unproved-', '')}@${domain}`,
        email_verified: !login.startsWith('unproved-'),
    });
    const provider = new Provider(issuer, {
        clients: [{
            client_id: client.id,
            client_secret: client.secret,
            redirect_uris,
            id_token_signed_response_alg: algorithm,
        }],
        jwks: { keys: [jwk] },
        claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
        pkce: { required: () => true },
        findAccount: (_, login) => ({ accountId: login, claims: async () => claims_of(login) }),
        cookies: { keys: ['a key of the tests'] },
    });
    const out = { issuer, spoil: undefined };
    provider.use(async (context, next) => {
        await next();
        if (context.path === '/token' && out.spoil && context.body?.id_token) {
            const id_token = await out.spoil(context.body.id_token, { key: privateKey, stranger });
            context.body = { ...context.body, id_token };
        }
    });
    const server = await new Promise((done) => {
        const listening = provider.listen(port, '127.0.0.1', () => done(listening));
    });
    out.stop = () => new Promise((done) => {
        server.closeAllConnections();
        server.close(done);
    });
    return out;
}
