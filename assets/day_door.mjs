// What was typed at the door and is nobody's, found out when the next name was being typed already: it stays in sight,
// also after a reload, until it is put back in the box or taken off the list.

import { Kept } from './day_queue.mjs';
import { small_button } from './day_waiting.mjs';

export class NotRecorded {
  /** back(words) puts words back into the box, and says whether there is one. */
  constructor(name, back) {
    this.kept = new Kept(name);
    this.back = back;
    this.list = document.createElement('ol');
    this.box = document.createElement('div');
    this.box.className = 'q-day-queue';
    this.box.setAttribute('role', 'status');
    const heading = document.createElement('p');
    heading.textContent = 'Not recorded at the door:';
    this.box.append(heading, this.list);
    for (const each of this.kept.get() ?? []) {
      this.show(each);
    }
    this.box.hidden = this.list.children.length === 0;
  }

  add(words, why) {
    this.kept.set([...(this.kept.get() ?? []), { words, why }]);
    this.show({ words, why });
    this.box.hidden = false;
  }

  show({ words, why }) {
    const line = document.createElement('li');
    const off = () => {
      const left = [...(this.kept.get() ?? [])];
      left.splice(left.findIndex((each) => each.words === words), 1);
      this.kept.set(left.length ? left : undefined);
      line.remove();
      this.box.hidden = this.list.children.length === 0;
    };
    line.append(`“${words}”: ${why} `,
      small_button('Put it back in the box', () => this.back(words) && off()), ' ',
      small_button('Leave it out', off));
    this.list.append(line);
  }

  forget() {
    this.kept.set(undefined);
  }
}
