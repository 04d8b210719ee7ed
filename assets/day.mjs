// Meeting day goes on without the page being loaded again: forms are sent from a list that outlives the page, typed
// words come back after a reload or a crash, other officers' entries appear, and single keys lead about. The page does
// all of it but the last three without this.

import { watch } from './live.mjs';
import { Kept, Queue, new_id } from './day_queue.mjs';
import { NotRecorded } from './day_door.mjs';
import { key_panel, listen_for_keys, show_keys } from './day_keys.mjs';

const day = document.querySelector('[data-day]');
const draft_days_max = 7;

if (day) {
  start(day);
}

function start(root) {
  const { day: address, account, zone } = root.dataset;
  const main = document.getElementById('main');
  const began = performance.now();
  const clock = Number(root.dataset.now) || 0; // 0: a clock that stands, or goes with what is set down
  const drafts = new Kept(`quorate-draft ${address} ${account}`);
  const shown = new Map();
  const ours = new Set(); // ids of entries this page has sent
  const forms = new Map(); // the form of each entry on its way
  const sent_values = new WeakMap(); // what each of those forms held when it was sent, by the id of the field
  let attended = null; // the form whose answer needs attention, as it came back
  let paused = false;
  let stale = false;

  // ---- What is said beside the page's own words ----

  const tools = root.querySelector('[data-day-tools]');
  const waiting = document.createElement('div');
  waiting.className = 'q-day-queue';
  waiting.hidden = true;
  const said = document.createElement('p');
  said.className = 'govuk-visually-hidden';
  said.setAttribute('role', 'status');
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
  tools.append(key_panel(root), pause);
  root.querySelector('[data-part="said"]').before(waiting, said);

  const gone_on = document.createElement('p');
  gone_on.className = 'q-day-queue';
  gone_on.hidden = true;
  gone_on.innerHTML = 'The meeting has gone on to another item. What you are typing stays here. ' +
    '<a class="govuk-link">Go to it</a>';
  gone_on.querySelector('a').href = address;
  waiting.before(gone_on);

  const somebody_else = document.createElement('p');
  somebody_else.className = 'q-day-queue';
  somebody_else.hidden = true;
  somebody_else.setAttribute('role', 'status');
  somebody_else.innerHTML = 'Somebody else has signed in in this browser. What you type stays here, and is taken once ' +
    'you have signed in again as yourself. <a class="govuk-link">Sign in</a>';
  somebody_else.querySelector('a').href =
    `/${address.split('/')[1]}/sign-in?to=${encodeURIComponent(address)}`;
  waiting.before(somebody_else);

  const not_recorded = new NotRecorded((words) => {
    const box = document.getElementById('arrive-who');
    if (box) {
      put(box, words);
      box.focus();
    }
    return box !== null;
  });
  waiting.before(not_recorded.box);

  const say = (words) => {
    said.textContent = words;
  };

  // ---- Parts of the page ----

  const part_of = (from, name) => from.querySelector(`[data-part="${name}"]`);
  const parts = [...root.querySelectorAll('[data-part]')].map((each) => each.dataset.part);
  // Ids and places differ on every page; they change nothing that is seen.
  const plain = (part) => part.innerHTML
    .replace(/(name="(?:entry|entry2|position|line|shown_time|csrf)" value=")[^"]*/g, '$1');

  const fields_in = (part) => [...part.querySelectorAll('input:not([type=hidden]), textarea, select')];
  const ticks = (field) => field.type === 'checkbox' || field.type === 'radio';
  // A list in which nothing is chosen shows its first answer.
  const first_choice = (field) => Math.max(Math.min(0, field.options.length - 1),
    [...field.options].findIndex((each) => each.defaultSelected));
  const is_dirty = (field) => (ticks(field) ? field.checked !== field.defaultChecked
    : field.tagName === 'SELECT' ? field.selectedIndex !== first_choice(field)
    : field.value !== field.defaultValue);
  const is_kept = (field) => is_dirty(field) || (attended !== null && field.form === attended && value_of(field));
  const value_of = (field) => (ticks(field) ? field.checked : field.value);
  const put = (field, value) => {
    if (ticks(field)) {
      field.checked = value;
    } else {
      field.value = value;
    }
  };
  const open_around = (field) => {
    for (let each = field.closest('details'); each; each = each.parentElement.closest('details')) {
      each.open = true;
    }
  };

  // Fields of the item in hand belong to that item, the others to the meeting.
  const draft_of = (field) => (field.closest('[data-part="item"]') ? `${root.dataset.item} ${field.id}` : field.id);

  /** Puts a newer part in the place of the old one and keeps what was typed, open and in focus. */
  function swap(name, fresh, without, same) {
    const old = part_of(root, name);
    const was_sent = (field) => field.form === without && sent_values.get(without)?.get(field.id) === value_of(field);
    const typed = fields_in(old).filter((field) => same && is_kept(field) && field.id && !was_sent(field));
    const kept = typed.map((field) => ({ id: field.id, value: value_of(field), field }));
    const open = [...old.querySelectorAll('details[open][id]')]
      .filter((each) => !without || !each.contains(without)).map((each) => each.id);
    const active = old.contains(document.activeElement) ? document.activeElement : null;
    const selection = active && 'selectionStart' in active ? [active.selectionStart, active.selectionEnd] : null;
    old.replaceChildren(...fresh.cloneNode(true).childNodes);
    for (const id of open) {
      const each = document.getElementById(id);
      if (each) {
        each.open = true;
      }
    }
    for (const { id, value } of kept) {
      const field = document.getElementById(id);
      if (field) {
        put(field, value);
        open_around(field);
      }
    }
    const again = active?.id ? document.getElementById(active.id) : null;
    if (again && (active.form !== without || typed.includes(active))) {
      again.focus({ preventScroll: true });
      if (selection && selection[0] !== null && again.setSelectionRange) {
        again.setSelectionRange(...selection);
      }
    }
    shown.set(name, plain(fresh));
  }

  /** Takes over what changed of a page. `form` was sent: what it held is not put back. */
  function take(page, form) {
    const item = page.querySelector('[data-day]')?.dataset.item;
    const same = item === root.dataset.item;
    const typing = !form && !same && fields_in(part_of(root, 'item')).some(is_kept);
    gone_on.hidden = !typing;
    if (!typing && item !== undefined) {
      root.dataset.item = item;
    }
    for (const name of parts) {
      if (typing && name === 'item') {
        continue;
      }
      const fresh = part_of(page, name);
      // What needs attention stays as it is until it has been dealt with.
      const held = !form && attended !== null && (name === 'item' || name === 'said' ||
        part_of(root, name).contains(attended));
      if (fresh && !held && (form || plain(fresh) !== shown.get(name))) {
        swap(name, fresh, form, name !== 'item' || same);
      }
    }
    // The next forms are made from the newest record, also where nothing else changed.
    const newest = page.querySelector('input[name="line"]');
    for (const each of root.querySelectorAll('input[name="line"], input[name="position"]')) {
      const other = newest?.form.querySelector(`input[name="${each.name}"]`);
      each.value = other ? other.value : each.value;
    }
    for (const list of page.querySelectorAll('datalist')) {
      const old = document.getElementById(list.id);
      if (old && old.innerHTML !== list.innerHTML) {
        old.replaceChildren(...list.cloneNode(true).childNodes);
      }
    }
    const sheet = page.querySelector('.q-sheet');
    main.querySelector('.q-sheet')?.replaceChildren(...(sheet ? sheet.cloneNode(true).childNodes : []));
    show_keys(root);
    sum_up();
  }

  // ---- What is typed outlives the page ----

  function keep_drafts(without) {
    const now = {};
    for (const field of fields_in(root)) {
      if (field.id && is_kept(field) && field.form !== without && !field.closest('[data-day-tools]')) {
        now[draft_of(field)] = value_of(field);
      }
    }
    const old = drafts.get()?.fields ?? {};
    const here = new Set(fields_in(root).filter((field) => field.id).map(draft_of));
    // What was typed for a form that is not on this page waits until it is.
    for (const [id, value] of Object.entries(old)) {
      if (!(id in now) && !here.has(id)) {
        now[id] = value;
      }
    }
    drafts.set(Object.keys(now).length ? { at: Date.now(), fields: now } : undefined);
  }

  function restore_drafts() {
    const old = drafts.get();
    if (!old || Date.now() - old.at > draft_days_max * 86400000) {
      return;
    }
    let back = 0;
    for (const field of fields_in(root).filter((each) => each.id && draft_of(each) in old.fields)) {
      const value = old.fields[draft_of(field)];
      if (!is_dirty(field) && value_of(field) !== value) {
        put(field, value);
        open_around(field);
        back += 1;
      }
    }
    if (back > 0) {
      say('What you typed before is back.');
    }
  }

  // ---- Sending ----

  const queue = new Queue(`quorate-day ${address} ${account}`, {
    ready(item, body) {
      body.set('csrf', document.querySelector('input[name="csrf"]')?.value ?? '');
      body.set('mine', [...ours].slice(-40).join(' '));
      if (item.waited && item.at) {
        body.set('at', String(item.at));
      }
    },
    sent(page, item, url) {
      ours.add(item.id);
      arrived(page, item, url);
    },
    attention(page, item, url) {
      arrived(page, item, url, true);
    },
    waiting: () => tell(),
  });

  function why_waiting(list, unkept) {
    const count = list.length === 1 ? '1 entry waits' : `${list.length} entries wait`;
    if (queue.lost) {
      return `${count} for the connection.${unkept ? '' : ' Go on: nothing is lost.'}`;
    }
    if (queue.signed_out && unkept) {
      return 'You are signed out. Sign in again in another tab, then press Try now.';
    }
    if (queue.signed_out) {
      return 'You are signed out. What you set down is kept here, and is sent once you have signed in again.';
    }
    if (queue.refusal) {
      const next = unkept ? 'Sign in again in another tab if you have to, then press Try now'
        : 'Load the page again, and sign in if you are asked to';
      return `Not taken: ${queue.refusal.replace(/[.]?$/, '.')} ${next}; what you set down waits here.`;
    }
    return queue.held ? `${count} until you have dealt with the one below.` : `${count} for an answer.`;
  }

  /** Where an entry that was not taken can be sent from. */
  function way_out() {
    const link = document.createElement('a');
    link.className = 'govuk-link';
    link.href = queue.signed_out ? `/${address.split('/')[1]}/sign-in?to=${encodeURIComponent(address)}` : address;
    link.textContent = queue.signed_out ? 'Sign in' : 'Load the page again';
    return link;
  }

  function tell(words) {
    const list = queue.list;
    const unkept = queue.kept.failed;
    if (list.length === 0 || (!words && !queue.lost && !queue.held && !unkept)) {
      waiting.hidden = true;
      waiting.replaceChildren();
      return;
    }
    const line = document.createElement('p');
    line.setAttribute('role', 'status');
    line.textContent = words ?? why_waiting(list, unkept);
    if (unkept) {
      line.append(' This browser keeps nothing: if you leave or load this page, what waits is lost.');
    }
    if (queue.stuck && !queue.lost && !unkept && !words) {
      line.append(' ', way_out());
    }
    const items = document.createElement('ol');
    for (const item of list) {
      const each = document.createElement('li');
      const out = document.createElement('button');
      out.type = 'button';
      out.className = 'govuk-button govuk-button--secondary q-button--compact';
      out.textContent = 'Take it back';
      out.addEventListener('click', () => queue.drop(item.id));
      each.append(`${item.words} `, out);
      items.append(each);
    }
    const now = document.createElement('button');
    now.type = 'button';
    now.className = 'govuk-button govuk-button--secondary q-button--compact';
    now.textContent = queue.held && !queue.stuck ? 'Send the rest' : 'Try now';
    now.addEventListener('click', async () => {
      if (queue.stuck) {
        await refresh();
      }
      queue.go_on();
    });
    waiting.replaceChildren(line, items, now);
    waiting.hidden = false;
  }

  /** The answer to a form: its page, with focus where the next thing is done. */
  function arrived(page, item, url, attention = false) {
    const form = forms.get(item.id)?.isConnected ? forms.get(item.id) : undefined;
    if (!part_of(page, 'item')) {
      location.assign(url);
      return;
    }
    attended = null;
    take(page, form ?? document.createElement('form'));
    if (attention) {
      const same = [...root.querySelectorAll(`form[data-verb="${item.verb}"]`)];
      const key = new URLSearchParams(item.body).get('key');
      attended = same.find((each) => (each.querySelector('input[name="key"]')?.value ?? null) === key) ?? root;
    }
    const problem = take_above(page);
    if (!attention) {
      restore_drafts();
    }
    keep_drafts();
    if (!attention) {
      history.replaceState(null, '', url);
    }
    say(squeezed(part_of(page, 'said')?.textContent) || squeezed(problem?.textContent) || '');
    const nobody = attention && root.querySelector('#arrive-who.govuk-input--error, #arrive-pick');
    if (nobody && (is_typing() || queue.list.some(({ verb }) => verb === 'arrive'))) {
      gone_on_at_door(item);
    } else if ((!item.waited || attention) && !is_typing()) {
      // What was sent late leaves the focus where the officer is by now, and so does an answer that finds them typing.
      focus_after(item.verb, attention);
    }
    root.dataset.answers = String(Number(root.dataset.answers) + 1);
  }

  /** A name nobody has does not hold up those typed after it. */
  function gone_on_at_door(item) {
    not_recorded.add(new URLSearchParams(item.body).get('who'));
    attended = null;
    queue.held = false;
    const box = document.getElementById('arrive-who');
    if (box && !is_typing()) {
      put(box, '');
      box.focus();
    }
  }

  /** What stands above the page: what was wrong, what others changed meanwhile. */
  function take_above(page) {
    while (root.previousSibling) {
      root.previousSibling.remove();
    }
    const fresh = page.querySelector('[data-day]');
    for (let each = fresh?.parentElement.firstChild; each && each !== fresh; each = each.nextSibling) {
      root.before(each.cloneNode(true));
    }
    return root.previousElementSibling;
  }

  function is_typing() {
    const active = document.activeElement;
    return root.contains(active) && active.matches('input:not([type=hidden]), textarea') && !ticks(active) &&
      value_of(active) !== '' && is_dirty(active);
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

  const squeezed = (text) => (text ?? '').replace(/\s+/g, ' ').trim();

  function words_of(form, button) {
    const typed = fields_in(form).filter((field) => is_dirty(field) && !ticks(field)).map((field) => field.value);
    const own = button.cloneNode(true);
    own.querySelectorAll('.q-key').forEach((each) => each.remove());
    return squeezed(`${own.textContent} ${typed.join(', ').slice(0, 80)}`);
  }

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.action.endsWith('/sign-out')) {
      if (queue.list.length > 0) {
        event.preventDefault();
        tell('These entries are not sent yet. Send them, or take them back, before you sign out.');
      } else {
        drafts.set(undefined);
      }
      return;
    }
    if (!root.contains(form) || new URL(form.action).pathname !== address) {
      return;
    }
    event.preventDefault();
    const button = event.submitter ?? form.querySelector('button');
    const data = new FormData(form);
    if (button?.name) {
      data.append(button.name, button.value);
    }
    const body = new URLSearchParams(data);
    const verb = body.get('do') ?? '';
    const id = body.get('entry') || new_id();
    // The box at the door is empty again once a name is sent: a second press has nothing more to say.
    if (verb === 'arrive' && !body.get('who') && !body.has('pick') && queue.list.some((each) => each.verb === verb)) {
      return;
    }
    const item = { id, verb, body: body.toString(), action: form.action, words: words_of(form, button) };
    item.at = clock ? Math.floor(clock + performance.now() - began) : 0;
    sent_form(form, item);
  });

  function sent_form(form, item) {
    // A second press while the first is on its way is the same form and counts once.
    if (queue.list.some(({ id }) => id === item.id)) {
      return;
    }
    form.setAttribute('aria-busy', 'true');
    forms.set(item.id, form);
    sent_values.set(form, new Map(fields_in(form).map((field) => [field.id, value_of(field)])));
    keep_drafts(form);
    // At the door the next name is typed before the answer is there.
    const door = item.verb === 'arrive' && form.querySelector('#arrive-who');
    if (door) {
      make_free(form);
      door.value = '';
    }
    queue.add(item).then(() => {
      form.removeAttribute('aria-busy');
      if (!door && queue.list.some(({ id }) => id === item.id)) {
        make_free(form);
        keep_drafts();
        focus_after(item.verb, false);
      }
    });
  }

  /** What it held waits to be sent: the form is there for the next thing. */
  function make_free(form) {
    form.reset();
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

  async function refresh() {
    stale = true;
    if (paused || fetching || queue.busy) {
      return;
    }
    fetching = true;
    try {
      stale = false;
      const response = await fetch(location.href.split('#')[0], { credentials: 'same-origin' });
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const whose = page.querySelector('[data-day]')?.dataset.account;
      somebody_else.hidden = whose === undefined || whose === account;
      if (response.ok && !queue.busy && somebody_else.hidden) {
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

  // ---- Small helps ----

  /** The sum while hands are counted: what carries, and how many are still to be counted. */
  function sum_up() {
    for (const box of root.querySelectorAll('[data-sum]')) {
      const named = (value) =>
        box.querySelectorAll(`input[type=radio][name^="name-"][value="${value}"]:checked`).length;
      const rest = box.querySelector('input[name="rest"]:checked')?.value;
      const marked = box.querySelectorAll('input[name^="name-"]:checked').length;
      const by_name = marked > 0 || rest;
      const count = (value) => (by_name
        ? named(value) + (rest === value ? Number(box.dataset.may) - marked : 0)
        : Number(box.querySelector(`input[name="${value}"]`)?.value) || 0);
      const [yes, no, none] = ['for', 'against', 'abstain'].map(count);
      const base = box.dataset.sum === 'cast' ? yes + no : Number(box.dataset.sum);
      const { over, under, may } = box.dataset;
      const needed = Math.floor((base * over) / under) + 1;
      const left = Number(may) - yes - no - none;
      const words = yes + no + none === 0 ? ''
        : `${yes} for, ${no} against, ${none} abstained: ${yes * under > base * over ? 'carried'
          : yes === no ? 'a tie, not carried' : 'not carried'}; ${needed} for carry it. ` +
          (left > 0 ? `${left} not counted yet.` : left < 0 ? `That is ${-left} more than may vote.` : 'All counted.');
      const out = box.querySelector('[data-sum-words]');
      if (out && out.textContent !== words) {
        out.textContent = words;
      }
    }
  }

  /** A time box left alone shows the time it is. */
  function tick() {
    const now = new Date(clock + performance.now() - began);
    const parts_of_time = new Intl.DateTimeFormat('en-GB', {
      hour: 'numeric', minute: '2-digit', hour12: true, timeZone: zone,
    }).formatToParts(now);
    const get = (type) => parts_of_time.find((each) => each.type === type)?.value ?? '';
    const half = get('dayPeriod').toLowerCase().replace(/[^a-z]/g, '');
    const words = `${get('hour') === '0' ? '12' : get('hour')}:${get('minute')}${half}`;
    for (const hidden of root.querySelectorAll('input[name="shown_time"]')) {
      const box = hidden.form.querySelector('[data-time]');
      if (box && box.value === hidden.value && box.value === box.defaultValue && document.activeElement !== box) {
        box.defaultValue = words;
        box.value = words;
        hidden.value = words;
      }
    }
  }

  // ---- Beginning ----

  root.dataset.answers = '0';
  for (const name of parts) {
    shown.set(name, plain(part_of(root, name)));
  }
  root.addEventListener('input', () => {
    keep_drafts();
    sum_up();
  });
  root.addEventListener('change', () => keep_drafts());
  restore_drafts();
  listen_for_keys(root);
  show_keys(root);
  sum_up();
  if (clock) {
    setInterval(tick, 10000);
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
