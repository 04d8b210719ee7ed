// Private notes save as they are typed. Without this the button saves them. What could not be saved yet stays in this
// tab until it is, also through a reload.

const pause_ms = 700;
const retry_ms = 5000;

function read(key) {
    try {
        return sessionStorage.getItem(key);
    } catch {
        return null;
    }
}

class Note {
    constructor(form) {
        this.form = form;
        this.words = form.elements.words;
        this.state = form.querySelector('[data-note-state]');
        // "elements.item" is a method of its own.
        const [item, line] = ['item', 'line'].map((name) => form.elements.namedItem(name).value);
        this.key = `note ${form.dataset.note} ${form.getAttribute('action')} ${item} ${line}`;
        this.saved = this.words.value;
        this.busy = false;
        this.sent = false; // by the button: leaving the page need not send it as well
        this.refused = false; // signed out, or in another session than the page was made in
        this.restore();
        this.words.addEventListener('input', () => this.typed());
        form.addEventListener('submit', (event) => {
            clearTimeout(this.timer);
            if (this.refused) {
                event.preventDefault();
                this.save();
            } else {
                this.sent = true;
                this.keep(true);
            }
        });
        addEventListener('online', () => this.soon(0));
        addEventListener('focus', () => this.refused && this.soon(0));
        addEventListener('pagehide', () => this.sent || this.save({ keepalive: true }));
    }

    /** What was not saved comes back. Sent by the button it may have been saved with more from elsewhere below it. */
    restore() {
        const kept = read(this.key);
        const sent = kept === null || kept === this.saved ||
            (read(`${this.key} sent`) !== null && this.saved.startsWith(`${kept}\n`));
        if (sent) {
            this.forget();
            return;
        }
        this.words.value = kept;
        this.form.closest('details').open = true;
        this.soon(0);
    }

    keep(sent) {
        try {
            sessionStorage.setItem(this.key, this.words.value);
            sessionStorage.removeItem(`${this.key} sent`);
            if (sent) {
                sessionStorage.setItem(`${this.key} sent`, 'yes');
            }
            return true;
        } catch {
            return false; // a full or forbidden store
        }
    }

    forget() {
        try {
            sessionStorage.removeItem(this.key);
            sessionStorage.removeItem(`${this.key} sent`);
        } catch {
            // Nothing was kept.
        }
    }

    say(text) {
        this.state.textContent = text;
    }

    typed() {
        this.sent = false;
        this.say(this.keep(false) ? 'Not saved yet'
            : 'Not saved yet, and this browser keeps nothing: stay on this page until it is');
        this.soon(pause_ms);
    }

    soon(wait) {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.save(), wait);
    }

    async save({ keepalive = false } = {}) {
        const words = this.words.value;
        if (words === this.saved || (this.busy && !keepalive)) {
            return;
        }
        this.busy = true;
        try {
            let answer = await this.post(keepalive);
            if (answer.status === 403 && !keepalive && (await this.renew_session())) {
                answer = await this.post(keepalive);
            }
            await this.answered(answer, words);
        } catch {
            this.say('Not saved: no connection. It is saved when the connection is back.');
            this.soon(retry_ms);
        } finally {
            this.busy = false;
        }
        if (this.words.value !== words) {
            this.soon(pause_ms);
        }
    }

    post(keepalive) {
        const fields = new URLSearchParams(new FormData(this.form));
        fields.set('script', 'yes');
        const headers = { Accept: 'application/json' };
        return fetch(this.form.getAttribute('action'), { method: 'POST', body: fields, keepalive, headers });
    }

    /** Signed in again in another tab as the same person: the page as it is made now has the new session's csrf. */
    async renew_session() {
        const answer = await fetch(location.href.split('#')[0]);
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const csrf = page.querySelector(`form[data-note="${this.form.dataset.note}"] input[name="csrf"]`)?.value;
        if (csrf) {
            document.querySelectorAll('input[name="csrf"]').forEach((each) => { each.value = csrf; });
        }
        return csrf !== undefined;
    }

    async answered(answer, words) {
        this.refused = answer.status === 401 || answer.status === 403;
        if (this.refused) {
            this.say('Not saved: you are signed out. Sign in again in another tab, then press Save note here.');
            return;
        }
        if (answer.status >= 500 || !answer.headers.get('Content-Type')?.includes('json')) {
            this.say('Not saved: something went wrong. It is tried again.');
            this.soon(retry_ms);
            return;
        }
        const kept = await answer.json();
        if (!answer.ok) {
            this.say(kept.problem ?? kept.detail ?? 'Not saved.');
            return;
        }
        this.form.elements.turn.value = String(kept.turn);
        if (kept.merged) {
            // What was written elsewhere comes below what stands here.
            this.words.value += kept.words.slice(words.length);
            this.saved = kept.words;
        } else {
            this.saved = words;
        }
        if (this.words.value === this.saved) {
            this.forget();
            this.say(kept.merged ? 'Saved, with what you wrote elsewhere below it' : 'Saved');
        }
    }
}

for (const form of document.querySelectorAll('form[data-note]')) {
    new Note(form);
}
