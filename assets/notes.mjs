// Private notes save as they are typed. Without this the button saves them. What could not be saved yet stays in this
// tab until it is, also through a reload.

const pause_ms = 700;
const retry_ms = 5000;

class Note {
    constructor(form) {
        this.form = form;
        this.words = form.elements.words;
        this.state = form.querySelector('[data-note-state]');
        const { item, line } = form.elements;
        this.key = `note ${form.dataset.note} ${form.getAttribute('action')} ${item.value} ${line.value}`;
        this.saved = this.words.value;
        this.busy = false;
        const kept = sessionStorage.getItem(this.key);
        if (kept !== null && kept !== this.saved) {
            this.words.value = kept;
            form.closest('details').open = true;
            this.soon(0);
        }
        this.words.addEventListener('input', () => this.typed());
        form.addEventListener('submit', () => {
            clearTimeout(this.timer);
            sessionStorage.removeItem(this.key);
        });
        addEventListener('online', () => this.soon(0));
        addEventListener('pagehide', () => this.save({ keepalive: true }));
    }

    say(text) {
        this.state.textContent = text;
    }

    typed() {
        sessionStorage.setItem(this.key, this.words.value);
        this.say('Not saved yet');
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
            const fields = new URLSearchParams(new FormData(this.form));
            fields.set('script', 'yes');
            const answer = await fetch(this.form.getAttribute('action'), {
                method: 'POST',
                body: fields,
                keepalive,
                headers: { Accept: 'application/json' },
            });
            await this.answered(answer, words);
        } catch {
            this.say('Not saved: no connection. It is kept in this tab and saved when the connection is back.');
            this.soon(retry_ms);
        } finally {
            this.busy = false;
        }
        if (this.words.value !== words) {
            this.soon(pause_ms);
        }
    }

    async answered(answer, words) {
        if (!answer.headers.get('Content-Type')?.includes('json')) {
            this.say('Not saved: you are signed out. Sign in again in another tab, then press Save note here.');
            return;
        }
        const kept = await answer.json();
        if (!answer.ok) {
            this.say(kept.problem ?? 'Not saved.');
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
            sessionStorage.removeItem(this.key);
            this.say(kept.merged ? 'Saved, with what you wrote elsewhere below it' : 'Saved');
        }
    }
}

for (const form of document.querySelectorAll('form[data-note]')) {
    new Note(form);
}
