// Pages that follow a meeting as it goes on. Without this they are plain pages with a reload link.
//
// A page marks itself with data-live-follow (the address of its events), the parts that change with
// data-live-part, and, when it has parts of its reader's own, where to fetch them with
// data-live-own. What is read aloud goes into one polite region, data-live-said.

const slowest = 30000;
const silence = 40000; // more than two beats of the server: nothing has come through for as long

/// Follows `url` and calls `on_change({stamp, parts, said, lost})`: with another `stamp` when
/// something changed (`parts`: key to HTML, of what can be shown as it comes), and with `lost` alone
/// when the connection breaks (true), or is there or back (false). One that says nothing for long is
/// broken, whatever the browser holds of it.
/// Returns a function that ends it. After a break the stream goes on from the last event seen.
export function watch(url, on_change, from = '') {
  let source = null;
  let stamp = from;
  let lost; // until it is known
  let was_silent = false;
  let wait = 1000;
  let timer = 0;
  let listening = 0;
  let ended = false;

  const tell_lost = (now) => {
    if (lost !== now) {
      lost = now;
      on_change({ stamp, parts: {}, said: '', lost });
    }
  };
  const hear = () => {
    clearTimeout(listening);
    listening = setTimeout(() => {
      was_silent = true;
      tell_lost(true);
      open();
    }, silence);
  };
  const there = () => {
    wait = 1000;
    was_silent = false;
    hear();
    tell_lost(false);
  };
  const take = (event) => {
    stamp = event.lastEventId || stamp;
    there();
    const { parts, said } = JSON.parse(event.data);
    on_change({ stamp, parts, said, lost });
  };
  const open = () => {
    clearTimeout(timer);
    source?.close();
    if (ended) {
      return;
    }
    const address = new URL(url, document.baseURI);
    if (stamp) {
      address.searchParams.set('after', stamp);
    }
    source = new EventSource(address);
    hear();
    // After a silence only words from there count: something between may answer and pass nothing on.
    source.addEventListener('open', () => was_silent || tell_lost(false));
    source.addEventListener('beat', there);
    source.addEventListener('whole', take);
    source.addEventListener('change', take);
    source.addEventListener('error', () => {
      tell_lost(true);
      // What the browser does by itself differs, and it gives up on an answer that is no stream.
      source.close();
      clearTimeout(listening);
      clearTimeout(timer);
      timer = setTimeout(open, wait);
      wait = Math.min(wait * 2, slowest);
    });
  };
  const again = () => {
    if (lost) {
      wait = 1000;
      open();
    }
  };
  window.addEventListener('online', again);
  window.addEventListener('offline', () => {
    source?.close(); // else some browsers wait for minutes before they find it dead
    clearTimeout(listening);
    tell_lost(true);
  });
  // A page that comes back from the browser's store has a dead stream.
  window.addEventListener('pageshow', (event) => event.persisted && open());
  open();
  return () => {
    ended = true;
    clearTimeout(timer);
    clearTimeout(listening);
    source?.close();
  };
}

/// Puts HTML from this site's own pages in place of what stands in an element. What was folded open
/// stays open, and the focus stays on the button or link of the same words.
export function put(element, html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  const words = (each) => each.textContent.trim();
  const open = [...element.querySelectorAll('details[open] > summary')].map(words);
  const focus = element.contains(document.activeElement) ? words(document.activeElement) : '';
  element.replaceChildren(template.content);
  for (const summary of element.querySelectorAll('details > summary')) {
    if (open.includes(words(summary))) {
      summary.parentElement.open = true;
    }
  }
  if (focus) {
    [...element.querySelectorAll('a, button, summary')].find((each) => words(each) === focus)?.focus();
  }
}

const chosen_first = (field) => {
  const given = [...field.options].findIndex((each) => each.defaultSelected);
  return given < 0 ? 0 : given;
};

/// The same without what differs on every page: the ids of forms not sent yet.
const settled = (html) => html.replace(/(name="(?:entry|press)" value=")[^"]*/g, '$1');

/// Whether somebody is at a form within: a field has the focus or holds something not yet sent.
export function in_use(element) {
  if (element.contains(document.activeElement) && document.activeElement.matches('input, select, textarea')) {
    return true;
  }
  return [...element.querySelectorAll('input, select, textarea')].some((field) =>
    field.type === 'radio' || field.type === 'checkbox' ? field.checked !== field.defaultChecked
      : field.tagName === 'SELECT' ? field.selectedIndex !== chosen_first(field)
        : field.type !== 'hidden' && field.value !== field.defaultValue);
}

function follow(page) {
  const said = page.querySelector('[data-live-said]');
  const words = page.querySelector('[data-live-words]');
  const at_first = words?.textContent ?? '';
  const reload = page.querySelector('[data-live-reload]');
  const pause = page.querySelector('[data-live-pause]');
  const own = page.querySelector('[data-live-own]');
  let paused = false;
  let lost; // until it is known, the page says what it says without this
  let waiting = { parts: {}, said: [] };
  let fetching = null;
  let soon = 0;
  let shown = '';
  let later = '';
  let newest = page.dataset.liveFrom ?? '';

  const show_state = () => {
    const unknown = lost === undefined && !paused;
    page.dataset.liveState = unknown ? 'opening' : lost ? 'lost' : paused ? 'paused' : 'live';
    if (words) {
      words.textContent = unknown ? at_first : lost ? 'The connection is lost. This page shows what was known before.'
        : paused ? 'Updates are paused.' : 'This page changes by itself.';
    }
    if (reload) {
      reload.parentElement.classList.toggle('q-live-connection--lost', lost);
    }
  };
  const apply = ({ parts, said: sentences }) => {
    for (const [key, html] of Object.entries(parts)) {
      for (const element of page.querySelectorAll(`[data-live-part="${key}"]`)) {
        put(element, html);
      }
    }
    if (said && sentences.length > 0) {
      said.textContent = sentences.join(' ');
    }
  };
  const show_own = (html) => {
    shown = settled(html);
    put(own, html);
  };
  const fetch_own = async () => {
    if (!own || paused || lost) {
      return;
    }
    fetching?.abort();
    fetching = new AbortController();
    try {
      const answer = await fetch(own.dataset.liveOwn, { signal: fetching.signal, headers: { accept: 'text/html' } });
      if (!answer.ok || answer.redirected) {
        return;
      }
      const html = await answer.text();
      if (settled(html) === shown) {
        return;
      }
      if (in_use(own)) {
        later = html;
        page.querySelector('[data-live-later]')?.removeAttribute('hidden');
        return;
      }
      show_own(html);
    } catch {
      // The next event asks again.
    }
  };

  page.querySelector('[data-live-later] button')?.addEventListener('click', (event) => {
    show_own(later);
    event.target.closest('[data-live-later]').hidden = true;
    own.focus();
  });
  if (pause) {
    pause.hidden = false;
    pause.addEventListener('click', () => {
      paused = !paused;
      pause.textContent = paused ? 'Show updates again' : 'Pause updates';
      if (!paused) {
        apply(waiting);
        waiting = { parts: {}, said: [] };
        fetch_own();
      }
      show_state();
    });
  }
  show_state();
  watch(page.dataset.liveFollow, (change) => {
    const news = change.stamp !== newest;
    newest = change.stamp;
    if (change.lost !== lost) {
      lost = change.lost;
      show_state();
    }
    Object.assign(waiting.parts, change.parts);
    if (change.said) {
      waiting.said = [...waiting.said, change.said].slice(-3);
    }
    if (!paused) {
      apply(waiting);
      waiting = { parts: {}, said: [] };
      if (news) {
        // Not everybody in the room at the same moment.
        clearTimeout(soon);
        soon = setTimeout(fetch_own, Math.random() * 250);
      }
    }
  }, page.dataset.liveFrom ?? '');
}

for (const page of document.querySelectorAll('[data-live-follow]')) {
  follow(page);
}
