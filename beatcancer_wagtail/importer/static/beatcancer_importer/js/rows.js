// All rows of the page at once; and every choice is kept as soon as it is made, and what the screen says of it renewed.
const form = document.querySelector("[data-bc-choice]");
const all = form?.querySelector("[data-bc-all]");
const rows = form ? [...form.querySelectorAll("[data-bc-take]")] : [];
const confirm = form?.querySelector("[data-bc-confirm]");
const count = form?.querySelector("[data-bc-taken]");
const elsewhere = Number(count?.dataset.bcTaken) - rows.filter((row) => row.defaultChecked).length; // on other pages of the list

function show() {
  const taken = rows.filter((row) => row.checked).length;
  if (all) {
    all.checked = taken === rows.length;
    all.indeterminate = taken > 0 && taken < rows.length;
  }
  if (count) {
    const { bcWords, bcOf } = count.dataset;
    count.textContent = bcWords.replace("{number}", elsewhere + taken).replace("{total}", bcOf);
    count.hidden = false;
  }
}

let waiting = null;
let asked = 0;

async function keep() {
  waiting = null;
  asked += 1;
  const mine = asked;
  const body = new URLSearchParams(new FormData(form));
  body.set("keep", "1");
  try {
    const answer = await fetch(form.action, { method: "POST", body, keepalive: true });
    const text = await answer.text();
    if (mine === asked) renew(new DOMParser().parseFromString(text, "text/html"));
  } catch {
    // The form sends the choice as well.
  }
}

function renew(screen) {
  for (const part of screen.querySelectorAll("[data-bc-fresh]")) document.getElementById(part.id)?.replaceWith(part);
}

if (form && rows.length) {
  const button = form.querySelector("[data-bc-keep]");
  if (button) button.hidden = true;
  if (all) {
    all.hidden = false;
    all.addEventListener("change", () => {
      for (const row of rows) row.checked = all.checked;
    });
  }
  form.addEventListener("change", (event) => {
    if (event.target !== all && !event.target.matches("[data-bc-take]")) return;
    show();
    clearTimeout(waiting);
    waiting = setTimeout(keep, 300);
  });
  addEventListener("pagehide", () => {
    if (waiting) keep();
  });
  addEventListener("pageshow", show);
  show();
}

if (form && confirm) {
  const label = confirm.textContent;
  form.addEventListener("submit", (event) => {
    if (form.dataset.bcSent) return event.preventDefault();
    clearTimeout(waiting);
    waiting = null;
    form.dataset.bcSent = "1";
    if (event.submitter === confirm) {
      confirm.textContent = confirm.dataset.bcBusy;
      confirm.setAttribute("aria-disabled", "true");
    }
    return undefined;
  });
  addEventListener("pageshow", () => {
    delete form.dataset.bcSent;
    confirm.textContent = label;
    confirm.removeAttribute("aria-disabled");
  });
}
