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
    let refused = false; // signed out, or in another session than the page was made in
    let pressed = null; // the button that waits for the words to be kept

    const say = (words) => {
        status.textContent = words;
    };

    const post = () => fetch(form.dataset.keep, {
        method: 'POST',
        body: new URLSearchParams(new FormData(form)),
        credentials: 'same-origin',
        redirect: 'manual',
    });

    // Signed in again in another tab: the page as it is made now has the new session's csrf.
    const renew_session = async () => {
        const answer = await fetch(location.href.split('#')[0], { credentials: 'same-origin' });
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const csrf = page.querySelector('#minutes-editor input[name="csrf"]')?.value;
        if (csrf) {
            document.querySelectorAll('input[name="csrf"]').forEach((each) => { each.value = csrf; });
        }
        return csrf !== undefined;
    };

    const answered = (answer) => {
        refused = answer.status === 401 || answer.status === 403;
        kept = answer.type === 'opaqueredirect' || answer.ok;
        if (kept) {
            const now = new Date().toLocaleTimeString('en-GB', { hour: 'numeric', minute: '2-digit' });
            say(`Kept at ${now}. Not recorded yet.`);
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
            if (answer.status === 403 && (await renew_session())) {
                answer = await post();
            }
            answered(answer);
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

    form.addEventListener('input', () => {
        kept = false;
        clearTimeout(timer);
        timer = setTimeout(keep, wait_ms);
    });
    form.addEventListener('submit', (event) => {
        clearTimeout(timer);
        if (refused) {
            event.preventDefault();
            pressed = event.submitter;
            keep();
        } else {
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
}
