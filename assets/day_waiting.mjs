// The entries of meeting day that are not sent yet, in sight: why they wait, and what can be done about each.

export const small_button = (words, on_click) => {
  const out = document.createElement('button');
  out.type = 'button';
  out.className = 'govuk-button govuk-button--secondary q-button--compact';
  out.textContent = words;
  out.addEventListener('click', on_click);
  return out;
};

export const sign_in_again = (address) =>
  `/${address.split('/')[1]}/sign-in?to=${encodeURIComponent(address)}`;

const keeps_nothing = 'This browser keeps nothing: if you leave or load this page, what waits is lost.';

/** What could not be sent at once waits still: for its turn to be tried again, here or in another tab. */
const waits_on = ({ list, busy }) => list.length > 0 && Boolean(list[0].waited) && !busy;
/** After a break, so many wait that it takes a while until they are all sent. */
const late_many = ({ list, busy }) => list.length > 1 && Boolean(list[0].waited) && busy;

function why_waiting(queue, unkept) {
  const count = queue.list.length === 1 ? '1 entry waits' : `${queue.list.length} entries wait`;
  if (queue.lost || (waits_on(queue) && !queue.held)) {
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
  const refused = queue.refused.get();
  if (refused) {
    const why = refused.why ? `: ${refused.why.replace(/[.]?$/, '.')}` : '.';
    const rest = queue.list.length === 0 ? '' : ` ${count} until you have dealt with it.`;
    return `Not taken: “${refused.words}”${why} What you typed is in its form again.${rest}`;
  }
  if (queue.held) {
    return `${count} until you have dealt with the one below.`;
  }
  // No count here: it would be read aloud with every one that is sent.
  return late_many(queue) && !unkept ? 'Connected again. What waited is being sent, one after another.'
    : `${count} for an answer.`;
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
    this.shown = '';
    this.line = document.createElement('p');
    this.line.setAttribute('role', 'status');
    this.box.append(this.line);
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
    const refused = queue.refused.get() !== undefined;
    const to_tell = words || queue.lost || queue.held || queue.slow || unkept || late_many(queue) || waits_on(queue);
    if (!refused && (list.length === 0 || !to_tell)) {
      box.hidden = true;
      box.querySelectorAll('ol, button').forEach((each) => each.remove());
      this.say('', false);
      this.shown = '';
      return;
    }
    // It is told again at every try: what says the same stays as it is, with the focus in it.
    const shown = JSON.stringify([words ?? why_waiting(queue, unkept), unkept, queue.stuck, queue.held,
      list.map(({ id }) => id)]);
    if (shown === this.shown) {
      return;
    }
    this.shown = shown;
    this.say(`${words ?? why_waiting(queue, unkept)}${unkept ? ` ${keeps_nothing}` : ''}`,
      queue.stuck && !queue.lost && !unkept && !words);
    const items = document.createElement('ol');
    for (const item of list) {
      const each = document.createElement('li');
      each.append(`${item.words} `, small_button('Take it back', () => queue.drop(item.id)));
      items.append(each);
    }
    const next = list.length === 0 ? 'I have seen it' : queue.held && !queue.stuck ? 'Send the rest' : 'Try now';
    const now = small_button(next, async () => {
      if (queue.stuck) {
        await this.before_trying();
      }
      queue.go_on();
    });
    box.querySelectorAll('ol, button').forEach((each) => each.remove());
    box.append(items, now);
    box.hidden = false;
  }

  /** The sentence stays the same element, so that it is read aloud when it changes and not otherwise. */
  say(words, stuck) {
    const shown = `${words} ${stuck}`;
    if (this.line.dataset.shown !== shown) {
      this.line.dataset.shown = shown;
      this.line.replaceChildren(words, ...(stuck ? [' ', this.way_out()] : []));
    }
  }
}
