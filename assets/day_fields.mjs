// The fields of a form on meeting day: what somebody left in them, and how it is put back.

export const fields_in = (part) => [...part.querySelectorAll('input:not([type=hidden]), textarea, select')];
export const ticks = (field) => field.type === 'checkbox' || field.type === 'radio';
export const value_of = (field) => (ticks(field) ? field.checked : field.value);

// A list in which nothing is chosen shows its first answer.
const first_choice = (field) => Math.max(Math.min(0, field.options.length - 1),
  [...field.options].findIndex((each) => each.defaultSelected));

/** What the page came with in it. */
export const at_first = (field) => (ticks(field) ? field.defaultChecked
  : field.tagName === 'SELECT' ? field.options[first_choice(field)]?.value ?? '' : field.defaultValue);

/** Whether it holds something else than the page came with. */
export const is_dirty = (field) => (ticks(field) ? field.checked !== field.defaultChecked
  : field.tagName === 'SELECT' ? field.selectedIndex !== first_choice(field)
  : field.value !== field.defaultValue);

export function put(field, value) {
  if (ticks(field)) {
    field.checked = value;
  } else {
    field.value = value;
  }
}

export function open_around(field) {
  for (let each = field.closest('details'); each; each = each.parentElement.closest('details')) {
    each.open = true;
  }
}

/** Whether somebody within is in the middle of words. */
export function is_typing(root) {
  const active = document.activeElement;
  return root.contains(active) && active.matches('input:not([type=hidden]), textarea') && !ticks(active) &&
    value_of(active) !== '' && is_dirty(active);
}

export const squeezed = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
