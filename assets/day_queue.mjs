// What is set down on meeting day, sent once and in order. Every form is put on a list that outlives the page before it
// is sent, and comes off it when the answer is there. A form keeps its own id, so that one whose answer was lost counts
// once however often it is sent.

const wait_ms = 4000;
const answer_limit_ms = 15000;
export const slow_ms = 3000; // an answer that takes longer is waited for in sight

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
    this.failed = false; // the store did not take the newest value
  }

  get() {
    if (this.failed) {
      return this.held;
    }
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
      this.failed = false;
    } catch {
      this.failed = true; // a full or forbidden store: the page still holds it
    }
  }
}

/** What a page that is none of meeting day says: its heading and what stands below it. */
function words_of(page, status) {
  const heading = page.querySelector('h1, title');
  const words = [heading?.textContent, heading?.parentElement.querySelector('p')?.textContent]
    .map((each) => (each ?? '').replace(/\s+/g, ' ').trim()).filter(Boolean).join(': ');
  return words.slice(0, 300) || `the answer was ${status}`;
}

/** Why a form of meeting day was not taken, as the page that came back says. */
function why_not(page) {
  const from = page.querySelector('.govuk-error-summary__list, .q-day-refusal .q-ruling h2, .q-day-refusal h2') ??
    page.querySelector('.govuk-error-summary, .q-day-refusal');
  return (from?.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 300);
}

/**
 * on.sent(page, item, url) and on.attention(page, item, url) get the answer as a document, and sent() none while more
 * is to come; on.waiting() is told whenever the list or its state changes; on.ready(item, body) puts into a form what
 * only the moment of sending knows.
 */
export class Queue {
  constructor(name, on) {
    this.kept = new Kept(name);
    this.on = on;
    this.busy = false;
    this.refused = new Kept(`${name} refused`); // what stopped the list and is off it, with why
    this.held = this.refused.get() !== undefined && this.list.length > 0;
    this.slow = false; // the answer to the first entry takes long
    this.signed_out = false; // held so: the first entry stays on the list
    this.refusal = ''; // held so as well: what the page said that did not take the first entry
    this.lost = false;
    this.timer = 0;
    addEventListener('online', () => this.send());
    addEventListener('storage', (event) => [name, this.refused.name].includes(event.key) && this.heard());
  }

  get list() {
    return this.kept.get() ?? [];
  }

  /** Another tab changed the list, or what holds it. If that tab is closed, this one sends the rest. */
  heard() {
    if (!this.stuck) {
      this.held = this.refused.get() !== undefined && this.list.length > 0;
    }
    clearTimeout(this.timer);
    if (this.list.length > 0 && !this.held && !this.busy) {
      this.timer = setTimeout(() => this.send(), wait_ms);
    }
    this.on.waiting();
  }

  /** What stopped the list has been dealt with. */
  release() {
    this.held = false;
    this.refused.set(undefined);
  }

  /** The first entry was not taken and waits on the list itself. */
  get stuck() {
    return this.signed_out || this.refusal !== '';
  }

  /** At the end; in front of what waits for the entry that needed attention, which is off the list. */
  add(item) {
    this.kept.set(this.held && !this.stuck ? [item, ...this.list] : [...this.list, item]);
    this.release();
    return this.send();
  }

  drop(id) {
    this.kept.set(this.list.filter((item) => item.id !== id));
    if (this.list.length === 0 && !this.busy) {
      this.release();
    }
    this.on.waiting();
  }

  go_on() {
    this.release();
    return this.send();
  }

  /** Sends what waits, one after another; one tab at a time. */
  async send() {
    clearTimeout(this.timer);
    if (this.busy || this.held) {
      this.on.waiting();
      return;
    }
    this.busy = true;
    try {
      const work = () => this.work();
      await (navigator.locks ? navigator.locks.request(this.kept.name, work) : work());
    } finally {
      this.busy = false;
      this.on.waiting();
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
      this.signed_out = answer.sign_in;
      this.refusal = answer.refusal;
      if (this.stuck) {
        this.held = true;
        this.mark_waiting();
        return;
      }
      this.kept.set(this.list.filter((each) => each.id !== item.id));
      this.on.waiting();
      if (answer.good) {
        this.on.sent(answer.page, item, answer.url);
      } else {
        this.held = this.list.length > 0;
        if (this.held || item.waited) {
          this.refused.set({ words: item.words, why: why_not(answer.page) });
        }
        this.mark_waiting();
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
    if (item.waited && this.list.at(-1)?.id !== item.id) {
      body.set('more', '1'); // the page is wanted after the last
    }
    const late = setTimeout(() => {
      this.slow = true;
      this.on.waiting();
    }, slow_ms);
    try {
      const response = await fetch(item.action, {
        method: 'POST', body, credentials: 'same-origin', signal: AbortSignal.timeout(answer_limit_ms),
      });
      if (response.status >= 502 && response.status <= 504) {
        return undefined;
      }
      if (response.status === 204) {
        return { good: true, refusal: '', sign_in: false, url: response.url };
      }
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const sign_in = response.status === 401 || new URL(response.url).pathname.endsWith('/sign-in');
      const good = response.ok && response.redirected;
      // An error page, or what a network puts in the place of an answer: nobody has looked at the entry.
      const refusal = sign_in || good || page.querySelector('[data-part="item"]') ? ''
        : words_of(page, response.status);
      return { page, sign_in, good, refusal, url: response.url };
    } catch {
      return undefined;
    } finally {
      clearTimeout(late);
      this.slow = false;
    }
  }
}
