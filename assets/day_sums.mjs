// Small helps of meeting day: the sum while hands are counted, and the time it is.

/** The sum while hands are counted: what carries, and how many are still to be counted. */
export function sum_up(root) {
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
export function show_time(root, now, zone) {
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
