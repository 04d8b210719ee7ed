// The page of a bulk task looks by itself how far it has got, until it is done or stopped. Without
// this the page says the same when it is loaded again.

const every_ms = 1000;
const longest_wait_ms = 15_000;

function part() {
    return document.getElementById('progress');
}

async function look() {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' }, credentials: 'same-origin' });
    if (!answer.ok) {
        throw new Error(`${answer.status}`);
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.getElementById('progress');
    const here = part();
    const was = here?.dataset.progress;
    // A button somebody is on stays where it is until they leave it.
    if (fresh && here && !here.contains(document.activeElement)) {
        here.replaceWith(document.adoptNode(fresh));
    } else if (fresh && here) {
        here.dataset.progress = fresh.dataset.progress;
        for (const what of ['#how-far', 'progress', 'table']) {
            const [now, then] = [here.querySelector(what), fresh.querySelector(what)];
            if (now && then) {
                now.replaceWith(document.adoptNode(then));
            }
        }
    }
    if (fresh && fresh.dataset.progress !== was) {
        document.getElementById('progress-said').textContent = document.getElementById('how-far').textContent;
    }
}

let wait = every_ms;

function again() {
    if (part()?.dataset.progress !== 'running') {
        return;
    }
    setTimeout(async () => {
        try {
            await look();
            wait = every_ms;
        } catch {
            wait = Math.min(wait * 2, longest_wait_ms);
        }
        again();
    }, wait);
}

again();
