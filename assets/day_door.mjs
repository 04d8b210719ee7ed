// What was typed at the door and is nobody's, found out when the next name was being typed already: it stays in sight
// until it is put back in the box.

/** back(words) puts words back into the box, and says whether there is one. */
export class NotRecorded {
  constructor(back) {
    this.back = back;
    this.list = document.createElement('ol');
    this.box = document.createElement('div');
    this.box.className = 'q-day-queue';
    this.box.setAttribute('role', 'status');
    this.box.hidden = true;
    const heading = document.createElement('p');
    heading.textContent = 'Not recorded: these letters fit nobody who is to come, or several.';
    this.box.append(heading, this.list);
  }

  add(words) {
    const line = document.createElement('li');
    const again = document.createElement('button');
    again.type = 'button';
    again.className = 'govuk-button govuk-button--secondary q-button--compact';
    again.textContent = 'Put it back in the box';
    again.addEventListener('click', () => {
      if (this.back(words)) {
        line.remove();
        this.box.hidden = this.list.children.length === 0;
      }
    });
    line.append(`“${words}” `, again);
    this.list.append(line);
    this.box.hidden = false;
  }
}
