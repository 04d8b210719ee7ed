// The entries of meeting day that are not sent yet, in sight: why they wait, and what can be done about each.

const small_button = (words, on_click) => {
  const out = document.createElement('button');
  out.type = 'button';
  out.className = 'govuk-button govuk-button--secondary q-button--compact';
  out.textContent = words;
  out.addEventListener('click', on_click);
  return out;
};

export const sign_in_again = (address) =>
  `/${address.split('/')[1]}/sign-in?to=${encodeURIComponent(address)}`;

function why_waiting(queue, unkept) {
  const count = queue.list.length === 1 ? '1 entry waits' : `${queue.list.length} entries wait`;
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

export class Waiting {
  /** before_trying() is waited for when an entry that was not taken is tried again. */
  constructor(queue, address, before_trying) {
    this.queue = queue;
    this.address = address;
    this.before_trying = before_trying;
    this.box = document.createElement('div');
    this.box.className = 'q-day-queue';
    this.box.hidden = true;
  }

  /** Where an entry that was not taken can be sent from. */
  way_out() {
    const link = document.createElement('a');
    link.className = 'govuk-link';
    link.href = this.queue.signed_out ? sign_in_again(this.address) : this.address;
    link.textContent = this.queue.signed_out ? 'Sign in' : 'Load the page again';
    return link;
  }

  /** Shows what waits, with these words when there is more to say than why. */
  tell(words) {
    const { queue, box } = this;
    const list = queue.list;
    const unkept = queue.kept.failed;
    if (list.length === 0 || (!words && !queue.lost && !queue.held && !unkept)) {
      box.hidden = true;
      box.replaceChildren();
      return;
    }
    const line = document.createElement('p');
    line.setAttribute('role', 'status');
    line.textContent = words ?? why_waiting(queue, unkept);
    if (unkept) {
      line.append(' This browser keeps nothing: if you leave or load this page, what waits is lost.');
    }
    if (queue.stuck && !queue.lost && !unkept && !words) {
      line.append(' ', this.way_out());
    }
    const items = document.createElement('ol');
    for (const item of list) {
      const each = document.createElement('li');
      each.append(`${item.words} `, small_button('Take it back', () => queue.drop(item.id)));
      items.append(each);
    }
    const now = small_button(queue.held && !queue.stuck ? 'Send the rest' : 'Try now', async () => {
      if (queue.stuck) {
        await this.before_trying();
      }
      queue.go_on();
    });
    box.replaceChildren(line, items, now);
    box.hidden = false;
  }
}
