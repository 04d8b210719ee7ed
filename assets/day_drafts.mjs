// What is typed on meeting day and not yet sent outlives the page: it is there again after a reload or a crash.

import { Kept } from './day_queue.mjs';
import { fields_in, is_dirty, open_around, put, value_of } from './day_fields.mjs';

const days_max = 7;

export class Drafts {
  /** is_kept(field) says whether what it holds is somebody's. */
  constructor(root, is_kept) {
    const { day, account } = root.dataset;
    this.root = root;
    this.is_kept = is_kept;
    this.kept = new Kept(`quorate-draft ${day} ${account}`);
  }

  // Fields of the item in hand belong to that item, the others to the meeting.
  name_of(field) {
    return field.closest('[data-part="item"]') ? `${this.root.dataset.item} ${field.id}` : field.id;
  }

  /** Keeps what every form holds, but for one that is sent. */
  keep(without) {
    const now = {};
    for (const field of fields_in(this.root)) {
      if (field.id && this.is_kept(field) && field.form !== without && !field.closest('[data-day-tools]')) {
        now[this.name_of(field)] = value_of(field);
      }
    }
    const old = this.kept.get()?.fields ?? {};
    const here = new Set(fields_in(this.root).filter((field) => field.id).map((field) => this.name_of(field)));
    // What was typed for a form that is not on this page waits until it is.
    for (const [id, value] of Object.entries(old)) {
      if (!(id in now) && !here.has(id)) {
        now[id] = value;
      }
    }
    this.kept.set(Object.keys(now).length ? { at: Date.now(), fields: now } : undefined);
  }

  /** Puts back what was kept; says whether there was anything. */
  restore() {
    const old = this.kept.get();
    if (!old || Date.now() - old.at > days_max * 86400000) {
      return false;
    }
    let back = 0;
    for (const field of fields_in(this.root).filter((each) => each.id && this.name_of(each) in old.fields)) {
      const value = old.fields[this.name_of(field)];
      if (!is_dirty(field) && value_of(field) !== value) {
        put(field, value);
        open_around(field);
        back += 1;
      }
    }
    return back > 0;
  }

  forget() {
    this.kept.set(undefined);
  }
}
