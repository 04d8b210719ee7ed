// The list of what is set down on meeting day, against made-up answers: its order, what stays on it and what it says.

import assert from 'node:assert/strict';
import test from 'node:test';

const store = new Map();
let full = false;
let answers = [];
let sent = [];

globalThis.localStorage = {
  getItem: (name) => store.get(name) ?? null,
  setItem(name, value) {
    if (full) {
      throw new Error('QuotaExceededError');
    }
    store.set(name, value);
  },
  removeItem: (name) => store.delete(name),
};
globalThis.navigator ??= {};
globalThis.addEventListener = () => {};
// A page is its heading; one that starts with "day" has the part of the item in hand.
globalThis.DOMParser = class {
  parseFromString(text) {
    const heading = { textContent: text, parentElement: { querySelector: () => null } };
    return { querySelector: (what) => (what.startsWith('h1') ? heading : text.startsWith('day') ? {} : null) };
  }
};
globalThis.fetch = async (_, { body }) => {
  const [status, text, at] = answers.shift() ?? [200, 'day'];
  sent.push(body.toString());
  if (status === 0) {
    throw new TypeError('no connection');
  }
  return {
    status, ok: status === 200, redirected: status === 200, url: at ?? 'http://q/day', text: async () => text,
  };
};

const { Kept, Queue } = await import('../../assets/day_queue.mjs');

let csrf = 'old';
const queues = [];

function fresh_queue(name) {
  const seen = [];
  const queue = new Queue(name, {
    ready: (item, body) => body.set('csrf', `${csrf}${item.waited ? ' waited' : ''}`),
    sent: (_, item) => seen.push(`sent ${item.id}`),
    attention: (_, item) => seen.push(`attention ${item.id}`),
    waiting: () => {},
  });
  queues.push(queue);
  return { queue, seen };
}

const item = (id) => ({ id, body: `entry=${id}`, action: '/day' });
const ids = (queue) => queue.list.map(({ id }) => id).join(' ');

test.beforeEach(() => {
  store.clear();
  answers = [];
  sent = [];
  full = false;
  csrf = 'old';
});
test.afterEach(() => queues.splice(0).forEach(({ timer }) => clearTimeout(timer)));

test('what is set down while signed out is sent in its order, with the moment it was pressed', async () => {
  const { queue, seen } = fresh_queue('a');
  answers = [[401, 'Sign in'], [401, 'Sign in'], [401, 'Sign in']];
  for (const id of ['A', 'B', 'C']) {
    await queue.add(item(id));
  }
  assert.equal(ids(queue), 'A B C');
  assert.ok(queue.held && queue.signed_out);
  assert.ok(queue.list.every(({ waited }) => waited));
  await queue.go_on();
  assert.deepEqual(seen, ['sent A', 'sent B', 'sent C']);
  assert.ok(!queue.held && !queue.stuck);
});

test('an error page keeps the entry, and the page loaded again sends it with its own csrf', async () => {
  for (const status of [403, 413, 429, 500]) {
    store.clear();
    sent = [];
    csrf = 'old';
    const { queue, seen } = fresh_queue('b');
    answers = [[status, 'Not allowed'], [status, 'Not allowed']];
    await queue.add(item('A'));
    await queue.add(item('B'));
    assert.equal(ids(queue), 'A B');
    assert.ok(queue.held);
    assert.equal(queue.refusal, 'Not allowed');
    assert.deepEqual(seen, []);
    csrf = 'new';
    const again = fresh_queue('b');
    await again.queue.send();
    assert.deepEqual(again.seen, ['sent A', 'sent B']);
    assert.equal(sent.at(-1), 'entry=B&csrf=new+waited');
  }
});

test('what needs attention stops the rest, and what is sent for it goes first', async () => {
  const { queue, seen } = fresh_queue('c');
  answers = [[0]];
  await queue.add(item('A'));
  queue.kept.set([...queue.list, item('B')]);
  answers = [[422, 'day']];
  await queue.send();
  assert.deepEqual(seen, ['attention A']);
  assert.equal(ids(queue), 'B');
  assert.ok(queue.held && !queue.stuck);
  await queue.add(item('A2'));
  assert.deepEqual(seen, ['attention A', 'sent A2', 'sent B']);
});

test('after an answer the order of attention holds again', async () => {
  const { queue, seen } = fresh_queue('d');
  answers = [[401, 'Sign in'], [422, 'day']];
  await queue.add(item('A'));
  await queue.add(item('B'));
  assert.deepEqual(seen, ['attention A']);
  await queue.add(item('A2'));
  assert.deepEqual(seen.slice(1), ['sent A2', 'sent B']);
});

test('a full store: the list is held by the page, which can tell', async () => {
  const { queue, seen } = fresh_queue('e');
  answers = [[0], [0]];
  await queue.add(item('A'));
  full = true;
  await queue.add(item('B'));
  assert.equal(ids(queue), 'A B');
  assert.ok(queue.kept.failed);
  full = false;
  await queue.send();
  assert.deepEqual(seen, ['sent A', 'sent B']);
  assert.ok(!queue.kept.failed);
  const kept = new Kept('e');
  assert.deepEqual(kept.get(), []);
});

test('what waited is sent without the page in between, which comes with the last', async () => {
  const { queue, seen } = fresh_queue('long');
  answers = [[0]];
  await queue.add(item('a'));
  answers = [[0]];
  await queue.add(item('b'));
  answers = [[0]];
  await queue.add(item('c'));
  sent = [];
  answers = [[204, ''], [204, ''], [200, 'day']];
  await queue.go_on();
  assert.deepEqual(sent.map((body) => /more=1/.test(body)), [true, true, false]);
  assert.deepEqual(seen, ['sent a', 'sent b', 'sent c']);
  assert.equal(ids(queue), '');
});
