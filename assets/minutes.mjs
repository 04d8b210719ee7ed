// The editor of minutes keeps what is typed as it is typed: a second after the last key the form is sent to its
// "keep" address. What could not be kept there yet stays in this tab, under the account, partnership and meeting it is
// of, and is offered again to that account alone. Nothing here records anything; without a script the button "Keep for
// now" does the same.

const wait_ms = 1500;
const form = document.getElementById('minutes-editor');
const status = document.getElementById('minutes-kept');

/** A time as people say it: "10:05am". */
const clock_words = (at) => at.toLocaleTimeString('en-GB', { hour: 'numeric', minute: '2-digit', hour12: true })
    .replace(/^0:/, '12:').replace(/\s/g, '').toLowerCase();

const day_words = (at) =>
    at.toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

const plain = (text) => text.replace(/\s+/g, ' ').trim();

/** What this tab holds of an account's words for a meeting's minutes. */
class Held {
    constructor(account, address) {
        this.name = `quorate-minutes ${address} ${account}`; // the address has the partnership and the meeting
    }

    get() {
        try {
            return JSON.parse(sessionStorage.getItem(this.name));
        } catch {
            return null;
        }
    }

    set(words) {
        try {
            sessionStorage.setItem(this.name, JSON.stringify(words));
        } catch {
            // A full or forbidden store: the page still has the words.
        }
    }

    forget() {
        try {
            sessionStorage.removeItem(this.name);
        } catch {
            // Nothing was held.
        }
    }
}

if (form && status && form.dataset.keep) {
    const { account } = form.dataset;
    const held = new Held(account, form.dataset.keep);
    let timer = 0;
    let sending = false;
    let again = false;
    let kept = true;
    let refused = false; // signed out, or somebody else is signed in
    let pressed = null; // the button that waits for the words to be kept

    const say = (words) => {
        status.textContent = words;
    };

    const boxes = () => [...form.querySelectorAll('textarea[name^="part-"]')].map((box) => ({
        heading: form.elements.namedItem(box.name.replace('part-', 'heading-')).value,
        box,
    }));
    const typed = () => boxes().map(({ heading, box }) => ({ heading, text: box.value }));

    const post = () => fetch(form.dataset.keep, {
        method: 'POST',
        body: new URLSearchParams(new FormData(form)),
        credentials: 'same-origin',
        redirect: 'manual',
    });

    /** Who is signed in in this browser now. The same account in a new session: its csrf is taken over. */
    const who_now = async () => {
        const answer = await fetch(location.href.split('#')[0], { credentials: 'same-origin' });
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const editor = page.getElementById('minutes-editor');
        const csrf = editor?.querySelector('input[name="csrf"]')?.value;
        if (csrf && editor.dataset.account === account) {
            document.querySelectorAll('input[name="csrf"]').forEach((each) => { each.value = csrf; });
            return 'same';
        }
        return page.querySelector('input[name="csrf"]') ? 'other' : 'nobody';
    };

    const answered = (answer, who) => {
        refused = answer.status === 401 || answer.status === 403;
        kept = answer.type === 'opaqueredirect' || answer.ok;
        if (kept) {
            held.forget();
            say(`Kept at ${clock_words(new Date())}. Not recorded yet.`);
        } else if (refused && who === 'other') {
            say('Not kept: somebody else has signed in in this browser. Sign in again as yourself in another tab, then '
                + 'come back; your words stay here, and nobody else is shown them.');
        } else if (refused) {
            say('Not kept: you are signed out. Sign in again in another tab, then come back; your words stay here.');
        } else if (answer.status === 413) {
            say('Not kept: it is too long. Shorten it; your words stay on this page.');
        } else {
            say('Not kept: something went wrong. It is tried again; your words stay on this page.');
            again = true;
        }
    };

    const keep = async () => {
        if (sending) {
            again = true;
            return;
        }
        sending = true;
        try {
            let answer = await post();
            const who = answer.status === 403 ? await who_now() : 'same';
            if (answer.status === 403 && who === 'same') {
                answer = await post();
            }
            answered(answer, who);
        } catch {
            say('Not kept: the connection is lost. It is tried again; your words stay on this page.');
            again = true;
        }
        sending = false;
        const button = pressed;
        pressed = null;
        if (button && kept && !refused) {
            form.requestSubmit(button);
        } else if (again) {
            again = false;
            clearTimeout(timer);
            timer = setTimeout(keep, wait_ms * 2);
        }
    };

    const position = Number(form.elements.namedItem('position')?.value ?? 0); // of the record this page was made from
    const hold = (sent) => held.set({ at: Date.now(), parts: typed(), sent, position });

    const changed = () => {
        kept = false;
        hold(false);
        clearTimeout(timer);
        timer = setTimeout(keep, wait_ms);
    };

    /** Puts words back into the boxes of their headings; what has none any more goes below the last. */
    const put_back = (parts) => {
        const all = boxes();
        for (const { heading, text } of parts) {
            const here = all.find((each) => each.heading === heading);
            if (here) {
                here.box.value = text;
            } else if (text.trim() !== '' && all.length > 0) {
                all.at(-1).box.value += `\n\n### ${heading}\n\n${text}`;
            }
        }
        changed();
    };

    /** Words of an earlier visit of the same account that never reached the server. */
    const offer = ({ at, parts }) => {
        const box = document.createElement('div');
        box.className = 'govuk-inset-text';
        box.id = 'minutes-held';
        const words = document.createElement('p');
        words.className = 'govuk-body';
        const then = new Date(at);
        words.textContent = `You typed other words here, last at ${clock_words(then)} on ${day_words(then)}, and they `
            + 'could not be kept. They are still in this tab.';
        const button = (text, action) => {
            const out = document.createElement('button');
            out.type = 'button';
            out.className = 'govuk-button govuk-button--secondary';
            out.textContent = text;
            out.addEventListener('click', () => {
                box.remove();
                action();
                boxes()[0]?.box.focus();
            });
            return out;
        };
        const buttons = document.createElement('div');
        buttons.className = 'govuk-button-group';
        buttons.append(button('Put them back', () => put_back(parts)), button('Throw them away', () => held.forget()));
        box.append(words, buttons);
        form.before(box);
    };

    form.addEventListener('input', changed);
    form.addEventListener('submit', (event) => {
        clearTimeout(timer);
        if (refused) {
            event.preventDefault();
            pressed = event.submitter;
            keep();
        } else {
            if (!kept) {
                hold(true);
            }
            kept = true;
        }
    });
    window.addEventListener('focus', () => refused && keep());
    window.addEventListener('beforeunload', (event) => {
        if (!kept) {
            event.preventDefault();
        }
    });
    say('What you type is kept as you write. It is recorded when you press the button.');
    const before = held.get();
    const shown = new Map(typed().map(({ heading, text }) => [heading, plain(text)]));
    const recorded = before?.sent && position > before.position;
    if (before && !recorded && before.parts.some(({ heading, text }) => plain(text) !== (shown.get(heading) ?? ''))) {
        offer(before);
    } else {
        held.forget();
    }
}
