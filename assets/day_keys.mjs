// Single keys for meeting day, shown beside what they lead to. They can be turned off or changed, this browser
// remembers it, and none works while something is being typed (WCAG 2.1.4).

import { Kept } from './day_queue.mjs';

const typing = 'input, textarea, select, [contenteditable]';
const types_nothing = ['checkbox', 'radio', 'submit', 'button', 'reset'];

const settings = new Kept('quorate-day-keys');
const chosen = () => settings.get() ?? { off: false, keys: {} };

function places(root) {
  return [...root.querySelectorAll('[data-shortcut]')];
}

function key_of(place) {
  return chosen().keys[place.dataset.shortcut] ?? place.dataset.key;
}

/** Where the key is shown: in the button, the summary, or the label of the field. */
function sign_of(place) {
  if (place.matches('details')) {
    return place.querySelector(':scope > summary');
  }
  if (place.matches('input')) {
    return place.labels[0];
  }
  return place.matches('button, a') ? place : place.querySelector('h2, button');
}

/** Shows each key where it leads, by the style sheet (it is no part of any name); nothing when keys are off. */
export function show_keys(root) {
  for (const old of root.querySelectorAll('[data-shown-key]')) {
    old.removeAttribute('data-shown-key');
    old.removeAttribute('aria-keyshortcuts');
  }
  for (const place of places(root)) {
    const sign = sign_of(place);
    const key = key_of(place);
    if (chosen().off || !key || !sign) {
      continue;
    }
    const other = sign.dataset.shownKey;
    sign.dataset.shownKey = other ? `${other} or ${key.toUpperCase()}` : key.toUpperCase();
    if (!sign.matches('label, h2')) {
      sign.setAttribute('aria-keyshortcuts', key);
    }
  }
}

function first_field(place) {
  if (place.dataset.shortcut === 'agenda') {
    return place.querySelector('a[aria-current], a');
  }
  const fields = place.querySelectorAll('input:not([type=hidden]):not([data-time]), textarea, select');
  return [...fields].find((field) => field.checkVisibility?.() ?? true) ?? place.querySelector('button');
}

/** Goes where a key leads: to a field, or to the first field of what it opens. */
export function go_to(place) {
  if (place.matches('details')) {
    place.open = true;
    const outer = (each) => each.parentElement.closest('details');
    for (let around = outer(place); around; around = outer(around)) {
      around.open = true;
    }
    (first_field(place) ?? place.querySelector('summary')).focus();
  } else if (place.matches('button')) {
    const form = place.closest('form');
    const field = place.dataset.shortcut === 'next' ? first_field(form) : null;
    if (field && field !== place) {
      field.focus();
    } else {
      place.focus();
      if (place.dataset.shortcut === 'undo') {
        place.click();
      }
    }
  } else {
    (place.matches('input, a') ? place : first_field(place)).focus();
  }
  document.activeElement?.scrollIntoView({ block: 'nearest' });
}

function is_typing(target) {
  return target.closest?.(typing) && !types_nothing.includes(target.type);
}

function pressed(root, event) {
  const plain = !event.ctrlKey && !event.altKey && !event.metaKey && event.key.length === 1;
  if (chosen().off || !plain || event.isComposing || is_typing(event.target)) {
    return;
  }
  const place = places(root).find((each) => key_of(each) === event.key.toLowerCase());
  if (place) {
    event.preventDefault();
    go_to(place);
  }
}

function key_row(place, redo) {
  const row = document.createElement('li');
  const label = document.createElement('label');
  const box = document.createElement('input');
  box.className = 'govuk-input govuk-input--width-2';
  box.maxLength = 1;
  box.autocomplete = 'off';
  box.id = `key-${place.dataset.shortcut}`;
  box.value = key_of(place);
  label.htmlFor = box.id;
  label.textContent = place.dataset.shortcutWords;
  box.addEventListener('input', () => {
    const { off, keys } = chosen();
    settings.set({ off, keys: { ...keys, [place.dataset.shortcut]: box.value.trim().toLowerCase() } });
    redo();
  });
  row.append(label, box);
  return row;
}

/** The panel that turns keys off, changes them, and puts them back. */
export function key_panel(root) {
  const panel = document.createElement('details');
  panel.className = 'govuk-details q-day-keys';
  panel.innerHTML = '<summary class="govuk-details__summary"><span class="govuk-details__summary-text">' +
    'Keyboard shortcuts</span></summary><div class="govuk-details__text">' +
    '<p class="govuk-body-s">One key, when you are not typing. Escape leaves a field.</p>' +
    '<p class="govuk-body-s"><label><input type="checkbox" id="keys-on"> Use single keys</label></p>' +
    '<ul class="govuk-list"></ul><button type="button" class="govuk-button govuk-button--secondary ' +
    'q-button--compact">Put the keys back as they were</button></div>';
  const on = panel.querySelector('#keys-on');
  const list = panel.querySelector('ul');
  const redo = () => show_keys(root);
  const fill = () => {
    on.checked = !chosen().off;
    const seen = new Set();
    list.replaceChildren(...places(root)
      .filter(({ dataset }) => !seen.has(dataset.shortcut) && seen.add(dataset.shortcut))
      .map((place) => key_row(place, redo)));
  };
  panel.addEventListener('toggle', fill);
  on.addEventListener('change', () => {
    settings.set({ ...chosen(), off: !on.checked });
    redo();
  });
  panel.querySelector('button').addEventListener('click', () => {
    settings.set({ off: chosen().off, keys: {} });
    fill();
    redo();
  });
  return panel;
}

export function listen_for_keys(root) {
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && is_typing(event.target)) {
      event.target.blur();
      return;
    }
    pressed(root, event);
  });
}
