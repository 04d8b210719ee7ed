// Meeting day goes on without the page being loaded again: forms are sent from a list that outlives the page, typed
// words come back after a reload or a crash, other officers' entries appear, and single keys lead about. The page does
// all of it but the last three without this.
//
// What is here is how an entry is sent and its answer shown; the parts of the page, what is typed, what waits, and the
// sums each have a module.

import { watch } from './live.mjs';
import { Kept, Queue, new_id, slow_ms } from './day_queue.mjs';
import { NotRecorded } from './day_door.mjs';
import { key_panel, listen_for_keys, show_keys } from './day_keys.mjs';
import { at_first, fields_in, is_dirty, is_typing, put, squeezed, ticks } from './day_fields.mjs';
import { Drafts } from './day_drafts.mjs';
import { Parts, part_of } from './day_parts.mjs';
import { show_time, sum_up } from './day_sums.mjs';
import { Waiting, sign_in_again } from './day_waiting.mjs';

const day = document.querySelector('[data-day]');
const sent_max = 2000; // as many as a sheet has lines

if (day) {
  start(day);
}

/** A sentence above the page that is there when it is wanted. */
function notice(html, href) {
  const out = document.createElement('p');
  out.className = 'q-day-queue';
  out.hidden = true;
  out.innerHTML = html;
  out.querySelector('a').href = href;
  return out;
}

function start(root) {
  const { day: address, account, zone } = root.dataset;
  const began = performance.now();
  const clock = Number(root.dataset.now) || 0; // 0: a clock that stands, or goes with what is set down
  const began_at = Date.now();
  // One of the two stands while the machine sleeps, the other goes with whoever sets its clock.
  const now = () => Math.floor(clock + Math.max(performance.now() - began, Date.now() - began_at));
  // Ids of the entries sent since the forms that wait were made: they are no news to whoever wrote those.
  const ours = new Kept(`quorate-sent ${address} ${account}`);
  const forms = new Map(); // the form of each entry on its way
  let paused = false;
  let stale = false;
  let behind = false; // the newest answer came without its page, which is wanted once no more is to be sent

  // ---- What is said beside the page's own words ----

  const said = document.createElement('p');
  said.className = 'govuk-visually-hidden';
  said.setAttribute('role', 'status');
  const say = (words) => {
    said.textContent = words;
  };
  const pause = document.createElement('button');
  pause.type = 'button';
  pause.className = 'govuk-button govuk-button--secondary q-button--compact q-day-pause';
  pause.textContent = 'Pause updates';
  pause.addEventListener('click', () => {
    paused = !paused;
    pause.textContent = paused ? 'Show updates' : 'Pause updates';
    if (!paused && stale) {
      refresh();
    }
  });
  const gone_on = notice('The meeting has gone on to another item. What you are typing stays here. ' +
    '<a class="govuk-link">Go to it</a>', address);
  const somebody_else = notice('Somebody else has signed in in this browser. What you type stays here, and is taken ' +
    'once you have signed in again as yourself. <a class="govuk-link">Sign in</a>', sign_in_again(address));
  somebody_else.setAttribute('role', 'status');
  const not_recorded = new NotRecorded(`quorate-door ${address} ${account}`, (words) => {
    const box = document.getElementById('arrive-who');
    if (box) {
      put(box, words);
      box.focus();
    }
    return box !== null;
  });

  const parts = new Parts(root, (typing) => {
    gone_on.hidden = !typing;
  });
  const drafts = new Drafts(root, (field) => parts.is_kept(field));
  const take = (page, form) => {
    parts.take(page, form);
    sum_up(root);
  };
  const restore = () => drafts.restore() && say('What you typed before is back.');

  // ---- Sending ----

  const queue = new Queue(`quorate-day ${address} ${account}`, {
    ready(item, body) {
      body.set('csrf', document.querySelector('input[name="csrf"]')?.value ?? '');
      body.set('mine', (ours.get() ?? []).join(' '));
      if (item.at && (item.waited || now() - item.at > slow_ms)) {
        body.set('at', String(item.at));
      }
    },
    sent(page, item, url) {
      ours.set([...(ours.get() ?? []), item.id].slice(-sent_max));
      behind = !page;
      if (behind) {
        return;
      }
      arrived(page, item, url);
      if (queue.list.length === 0 && page.querySelector('input[name="line"]')) {
        ours.set(undefined); // every form is made from this answer now
      }
    },
    attention(page, item, url) {
      arrived(page, item, url, true);
    },
    waiting() {
      waiting.tell();
      if (behind && !queue.busy && queue.list.length === 0) {
        behind = false; // what was to come after it has been taken back
        refresh();
      }
    },
  });
  const waiting = new Waiting(queue, address, () => renew());

  /** The answer to a form: its page, with focus where the next thing is done. */
  function arrived(page, item, url, attention = false) {
    const form = forms.get(item.id)?.isConnected ? forms.get(item.id) : undefined;
    if (!part_of(page, 'item')) {
      location.assign(url);
      return;
    }
    parts.attended = null;
    take(page, form ?? document.createElement('form'));
    if (attention) {
      const same = [...root.querySelectorAll(`form[data-verb="${item.verb}"]`)];
      const key = new URLSearchParams(item.body).get('key');
      parts.attended = same.find((each) => (each.querySelector('input[name="key"]')?.value ?? null) === key) ?? root;
    }
    const problem = parts.take_above(page);
    if (!attention) {
      restore();
    }
    drafts.keep();
    if (!attention) {
      history.replaceState(null, '', url);
    }
    // What came of it, each in words of its own, without what always stands beside it.
    const heard = [...page.querySelectorAll('[data-part="said"] .q-day-said')];
    say(heard.map((each) => squeezed(each.textContent)).join(' ') || squeezed(problem?.innerText));
    const nobody = attention && root.querySelector('#arrive-who.govuk-input--error, #arrive-pick');
    if (nobody && (is_typing(root) || queue.list.some(({ verb }) => verb === 'arrive'))) {
      gone_on_at_door(item);
    } else if ((!item.waited || attention) && !is_typing(root)) {
      // What was sent late leaves the focus where the officer is by now, and so does an answer that finds them typing.
      focus_after(item.verb, attention);
    }
    root.dataset.answers = String(Number(root.dataset.answers) + 1);
  }

  /** A name nobody has does not hold up those typed after it. */
  function gone_on_at_door(item) {
    const error = root.querySelector('#arrive-who-error')?.textContent.replace(/^\s*Error:/, '');
    not_recorded.add(new URLSearchParams(item.body).get('who'), squeezed(error) || 'More than one fits these letters.');
    parts.attended = null;
    queue.release();
    const box = document.getElementById('arrive-who');
    if (box && !is_typing(root)) {
      put(box, '');
      box.focus();
    }
  }

  function focus_after(verb, attention) {
    const room = ['arrive', 'came', 'substitute', 'remote', 'back'].includes(verb);
    // At the door the next name is typed without looking up: a name nobody has stays in the box, to be typed over.
    const door = attention && root.querySelector('#arrive-who.govuk-input--error');
    const refused = attention && (root.previousElementSibling ?? root.querySelector('.q-day-refusal'));
    const target = door || refused || (attention && document.querySelector(`#${verb}-pick`)) ||
      (room && document.getElementById('arrive-who')) || document.getElementById('next-step') ||
      root.querySelector('.q-day-item__title');
    if (target) {
      if (!target.matches('input, button, a')) {
        target.tabIndex = -1;
      }
      target.focus();
    }
    if (door) {
      door.select();
    }
  }

  function words_of(form, button) {
    const typed = fields_in(form).filter((field) => is_dirty(field) && !ticks(field)).map((field) => field.value);
    const own = button.cloneNode(true);
    own.querySelectorAll('.q-key').forEach((each) => each.remove());
    return squeezed(`${own.textContent} ${typed.join(', ').slice(0, 80)}`);
  }

  /** Leaving the session leaves nothing behind, and nothing unsent. */
  function signs_out(event) {
    if (queue.list.length > 0) {
      event.preventDefault();
      waiting.tell('These entries are not sent yet. Send them, or take them back, before you sign out.');
    } else {
      drafts.forget();
      not_recorded.forget();
      queue.release();
    }
  }

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.action.endsWith('/sign-out')) {
      signs_out(event);
      return;
    }
    if (!root.contains(form) || new URL(form.action).pathname !== address) {
      return;
    }
    event.preventDefault();
    const button = event.submitter ?? form.querySelector('button');
    let body = body_of(form, button);
    const before = queue.list.find((each) => each.id === body.get('entry'));
    if (before && told_by(body) !== told_by(new URLSearchParams(before.body))) {
      make_new(form); // other words than those on their way: another entry
      body = body_of(form, button);
    }
    const verb = body.get('do') ?? '';
    const id = body.get('entry') || new_id();
    // The box at the door is empty again once a name is sent: a second press has nothing more to say.
    if (verb === 'arrive' && !body.get('who') && !body.has('pick') && queue.list.some((each) => each.verb === verb)) {
      return;
    }
    const at = clock ? now() : 0;
    send(form, { id, verb, body: body.toString(), action: form.action, words: words_of(form, button), at });
  });

  function body_of(form, button) {
    const data = new FormData(form);
    if (button?.name) {
      data.append(button.name, button.value);
    }
    return new URLSearchParams(data);
  }

  /** What a form says, without when and from which page. */
  function told_by(body) {
    const of_the_page = ['time', 'shown_time', 'line', 'position', 'csrf'];
    return JSON.stringify([...body].filter(([name]) => !of_the_page.includes(name)));
  }

  function send(form, item) {
    // A second press while the first is on its way is the same form and counts once.
    if (queue.list.some(({ id }) => id === item.id)) {
      return;
    }
    form.setAttribute('aria-busy', 'true');
    forms.set(item.id, form);
    parts.sends(form);
    drafts.keep(form);
    // At the door the next name is typed before the answer is there.
    const door = item.verb === 'arrive' && form.querySelector('#arrive-who');
    if (door) {
      make_free(form);
      door.value = '';
    }
    const free = () => {
      const waits = queue.list.some(({ id }) => id === item.id);
      if (door || !waits || form.querySelector('input[name="entry"]')?.value !== item.id) {
        return;
      }
      const here = form.contains(document.activeElement) || document.activeElement === document.body;
      make_free(form);
      drafts.keep();
      if (here && !is_typing(root)) {
        focus_after(item.verb, false);
      }
    };
    const late = setTimeout(free, slow_ms); // nobody waits long for a form
    queue.add(item).then(() => {
      clearTimeout(late);
      form.removeAttribute('aria-busy');
      free();
    });
  }

  /** What it held waits to be sent: the form is there for the next thing, and for what is typed into it by now. */
  function make_free(form) {
    for (const field of fields_in(form)) {
      if (parts.was_sent(form, field)) {
        put(field, at_first(field));
      }
    }
    make_new(form);
  }

  /** Its next press is an entry of its own. */
  function make_new(form) {
    for (const each of form.querySelectorAll('input[name="entry"], input[name="entry2"]')) {
      each.value = new_id();
    }
  }

  addEventListener('beforeunload', (event) => {
    if (queue.kept.failed && queue.list.length > 0) {
      event.preventDefault();
    }
  });

  // ---- Live ----

  let fetching = false;

  /** After signing in again in another tab the forms here are sent in the new session, if it is the same person's. */
  function renew_session(page) {
    const csrf = page.querySelector('input[name="csrf"]')?.value;
    if (csrf && page.querySelector('[data-day]')?.dataset.account === account) {
      document.querySelectorAll('input[name="csrf"]').forEach((each) => { each.value = csrf; });
    }
  }

  /** Asks for the page to be in the session of now, also while updates are paused. */
  async function renew() {
    try {
      const response = await fetch(location.href.split('#')[0], { credentials: 'same-origin' });
      renew_session(new DOMParser().parseFromString(await response.text(), 'text/html'));
    } catch {
      // What is sent next finds out by itself.
    }
  }

  async function refresh() {
    stale = true;
    if (paused || fetching || queue.busy) {
      return;
    }
    fetching = true;
    const { answers } = root.dataset;
    try {
      stale = false;
      const response = await fetch(location.href.split('#')[0], { credentials: 'same-origin' });
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const whose = page.querySelector('[data-day]')?.dataset.account;
      somebody_else.hidden = whose === undefined || whose === account;
      if (queue.busy || answers !== root.dataset.answers) {
        stale = true; // an entry was sent meanwhile: this page may be older than its answer
      } else if (response.ok && somebody_else.hidden) {
        renew_session(page);
        take(page);
      }
    } catch {
      stale = true;
    } finally {
      fetching = false;
    }
    if (stale && !paused) {
      setTimeout(refresh, 1000);
    }
  }

  // ---- Beginning ----

  root.querySelector('[data-day-tools]').append(key_panel(root), pause);
  root.querySelector('[data-part="said"]').before(gone_on, somebody_else, not_recorded.box, waiting.box, said);
  root.dataset.answers = '0';
  root.addEventListener('input', () => {
    drafts.keep();
    sum_up(root);
  });
  root.addEventListener('change', () => drafts.keep());
  restore();
  listen_for_keys(root);
  show_keys(root);
  sum_up(root);
  if (clock) {
    setInterval(() => show_time(root, new Date(now()), zone), 10000);
  }
  queue.send();
  addEventListener('focus', () => somebody_else.hidden || refresh());
  let first = '';
  watch(root.dataset.liveEvents, ({ stamp, lost }) => {
    if (lost) {
      return;
    }
    if (first !== stamp) {
      refresh();
    }
    first = stamp;
  });
}
