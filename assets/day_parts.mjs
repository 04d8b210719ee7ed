// The parts of meeting day's page, put in the place of the old ones without losing what somebody is at: what was typed,
// what is open, and where the focus is.

import { show_keys } from './day_keys.mjs';
import { fields_in, is_dirty, open_around, put, value_of } from './day_fields.mjs';

export const part_of = (from, name) => from.querySelector(`[data-part="${name}"]`);

// Ids and places differ on every page; they change nothing that is seen.
const plain = (part) => part.innerHTML
  .replace(/(name="(?:entry|entry2|position|line|shown_time|csrf)" value=")[^"]*/g, '$1');

export class Parts {
  /** gone_on(typing) is told whether the meeting is at another item than the one somebody types for. */
  constructor(root, gone_on) {
    this.root = root;
    this.gone_on = gone_on;
    this.names = [...root.querySelectorAll('[data-part]')].map((each) => each.dataset.part);
    this.shown = new Map(this.names.map((name) => [name, plain(part_of(root, name))]));
    this.attended = null; // the form whose answer needs attention, as it came back
    this.sent_values = new WeakMap(); // what each form held when it was sent, by the id of the field
  }

  /** What a form holds at the moment it is sent; that much is not put back. */
  sends(form) {
    this.sent_values.set(form, new Map(fields_in(form).map((field) => [field.id, value_of(field)])));
  }

  /** The field holds what it held when its form was sent. */
  was_sent(form, field) {
    return this.sent_values.get(form)?.get(field.id) === value_of(field);
  }

  is_kept(field) {
    return is_dirty(field) || (this.attended !== null && field.form === this.attended && Boolean(value_of(field)));
  }

  /** Puts a newer part in the place of the old one and keeps what was typed, open and in focus. */
  swap(name, fresh, without, same) {
    const old = part_of(this.root, name);
    const was_sent = (field) => field.form === without && this.was_sent(without, field);
    const typed = fields_in(old).filter((field) => same && this.is_kept(field) && field.id && !was_sent(field));
    const kept = typed.map((field) => ({ id: field.id, value: value_of(field) }));
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
    this.shown.set(name, plain(fresh));
  }

  /** Takes over what changed of a page. `form` was sent: what it held is not put back. */
  take(page, form) {
    const { root } = this;
    const item = page.querySelector('[data-day]')?.dataset.item;
    const same = item === root.dataset.item;
    const typing = !form && !same && fields_in(part_of(root, 'item')).some((field) => this.is_kept(field));
    this.gone_on(typing);
    if (!typing && item !== undefined) {
      root.dataset.item = item;
    }
    for (const name of this.names) {
      if (typing && name === 'item') {
        continue;
      }
      const fresh = part_of(page, name);
      // What needs attention stays as it is until it has been dealt with.
      const held = !form && this.attended !== null && (name === 'item' || name === 'said' ||
        part_of(root, name).contains(this.attended));
      if (fresh && !held && (form || plain(fresh) !== this.shown.get(name))) {
        this.swap(name, fresh, form, name !== 'item' || same);
      }
    }
    this.take_rest(page);
    show_keys(root);
  }

  /** What belongs to no part: where the next forms are made from, the lists of names, the sheet that prints. */
  take_rest(page) {
    // The next forms are made from the newest record, also where nothing else changed.
    const newest = page.querySelector('input[name="line"]');
    for (const each of this.root.querySelectorAll('input[name="line"], input[name="position"]')) {
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
    document.getElementById('main').querySelector('.q-sheet')
      ?.replaceChildren(...(sheet ? sheet.cloneNode(true).childNodes : []));
  }

  /** What stands above the page: what was wrong, what others changed meanwhile. */
  take_above(page) {
    const { root } = this;
    while (root.previousSibling) {
      root.previousSibling.remove();
    }
    const fresh = page.querySelector('[data-day]');
    for (let each = fresh?.parentElement.firstChild; each && each !== fresh; each = each.nextSibling) {
      root.before(each.cloneNode(true));
    }
    return root.previousElementSibling;
  }
}
