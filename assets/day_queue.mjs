// What is set down on meeting day, sent once and in order. Every form is put on a list that outlives the page before it
// is sent, and comes off it when the answer is there. A form keeps its own id, so that one whose answer was lost counts
// once however often it is sent.

const wait_ms = 4000;
const answer_limit_ms = 15000;

/** A version 7 UUID: the id of an entry, as the server makes them. */
export function new_id() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const now = Date.now();
  for (let i = 0; i < 6; i += 1) {
    bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) % 256;
  }
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** A list kept in this browser. One that cannot be kept is held while the page lives. */
export class Kept {
  constructor(name) {
    this.name = name;
    this.held = undefined;
  }

  get() {
    try {
      return JSON.parse(localStorage.getItem(this.name)) ?? this.held;
    } catch {
      return this.held;
    }
  }

  set(value) {
    this.held = value;
    try {
      if (value === undefined) {
        localStorage.removeItem(this.name);
      } else {
        localStorage.setItem(this.name, JSON.stringify(value));
      }
    } catch {
      // A full or forbidden store: the page still holds it.
    }
  }
}

/**
 * on.sent(page, item), on.attention(page, item) and on.sign_in(item) get the answer as a document; on.waiting(list)
 * is told whenever the list or its state changes; on.ready(item, body) puts into a form what only the moment of sending
 * knows.
 */
export class Queue {
  constructor(name, on) {
    this.kept = new Kept(name);
    this.on = on;
    this.busy = false;
    this.held = false; // until somebody has dealt with an entry that needs attention
    this.lost = false;
    this.timer = 0;
    addEventListener('online', () => this.send());
    addEventListener('storage', (event) => event.key === name && this.on.waiting(this.list, this));
  }

  get list() {
    return this.kept.get() ?? [];
  }

  /** At the end; in front of what waits for the entry that needed attention. */
  add(item) {
    this.kept.set(this.held ? [item, ...this.list] : [...this.list, item]);
    this.held = false;
    return this.send();
  }

  drop(id) {
    this.kept.set(this.list.filter((item) => item.id !== id));
    this.on.waiting(this.list, this);
  }

  go_on() {
    this.held = false;
    return this.send();
  }

  /** Sends what waits, one after another; one tab at a time. */
  async send() {
    clearTimeout(this.timer);
    if (this.busy || this.held) {
      this.on.waiting(this.list, this);
      return;
    }
    this.busy = true;
    try {
      const work = () => this.work();
      await (navigator.locks ? navigator.locks.request(this.kept.name, work) : work());
    } finally {
      this.busy = false;
      this.on.waiting(this.list, this);
    }
  }

  async work() {
    for (let item = this.list[0]; item && !this.held; item = this.list[0]) {
      const answer = await this.post(item);
      this.lost = answer === undefined;
      if (this.lost) {
        this.mark_waiting();
        this.timer = setTimeout(() => this.send(), wait_ms);
        return;
      }
      if (answer.sign_in) {
        this.held = true;
        this.on.sign_in(item);
        return;
      }
      this.kept.set(this.list.filter((each) => each.id !== item.id));
      if (answer.good) {
        this.on.sent(answer.page, item, answer.url);
      } else {
        this.held = this.list.length > 0;
        this.on.attention(answer.page, item, answer.url);
      }
    }
  }

  /** An entry that could not be sent at once keeps the moment it was pressed. */
  mark_waiting() {
    this.kept.set(this.list.map((item) => ({ ...item, waited: true })));
  }

  /** The answer as a page, or nothing when there was none to be had. */
  async post(item) {
    const body = new URLSearchParams(item.body);
    this.on.ready(item, body);
    try {
      const response = await fetch(item.action, {
        method: 'POST', body, credentials: 'same-origin', signal: AbortSignal.timeout(answer_limit_ms),
      });
      if (response.status >= 502 && response.status <= 504) {
        return undefined;
      }
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const sign_in = response.status === 401 || new URL(response.url).pathname.endsWith('/sign-in');
      return { page, sign_in, good: response.ok && response.redirected, url: response.url };
    } catch {
      return undefined;
    }
  }
}
