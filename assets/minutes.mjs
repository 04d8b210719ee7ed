// The editor of minutes keeps what is typed as it is typed: a second after the last key the form is sent to its
// "keep" address. Nothing here records anything; without a script the button "Keep for now" does the same.

const wait_ms = 1500;
const form = document.getElementById('minutes-editor');
const status = document.getElementById('minutes-kept');

if (form && status && form.dataset.keep) {
    let timer = 0;
    let sending = false;
    let again = false;
    let kept = true;

    const say = (words) => {
        status.textContent = words;
    };

    const keep = async () => {
        if (sending) {
            again = true;
            return;
        }
        sending = true;
        try {
            const answer = await fetch(form.dataset.keep, {
                method: 'POST',
                body: new URLSearchParams(new FormData(form)),
                credentials: 'same-origin',
                redirect: 'manual',
            });
            if (answer.type !== 'opaqueredirect' && !answer.ok) {
                throw new Error(String(answer.status));
            }
            kept = true;
            const now = new Date().toLocaleTimeString('en-GB', { hour: 'numeric', minute: '2-digit' });
            say(`Kept at ${now}. Not recorded yet.`);
        } catch {
            say('Not kept: the connection is lost. It is tried again; your words stay on this page.');
            again = true;
        }
        sending = false;
        if (again) {
            again = false;
            clearTimeout(timer);
            timer = setTimeout(keep, wait_ms * 2);
        }
    };

    form.addEventListener('input', () => {
        kept = false;
        clearTimeout(timer);
        timer = setTimeout(keep, wait_ms);
    });
    form.addEventListener('submit', () => {
        kept = true;
        clearTimeout(timer);
    });
    window.addEventListener('beforeunload', (event) => {
        if (!kept) {
            event.preventDefault();
        }
    });
    say('What you type is kept as you write. It is recorded when you press the button.');
}
