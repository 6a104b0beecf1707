// All rows of the page at once; and every choice is kept as soon as it is made.
const form = document.querySelector("[data-bc-choice]");
const all = form?.querySelector("[data-bc-all]");
const rows = form ? [...form.querySelectorAll("[data-bc-take]")] : [];
const confirm = form?.querySelector("[data-bc-confirm]");

function show() {
  const taken = rows.filter((row) => row.checked).length;
  if (all) {
    all.checked = taken === rows.length;
    all.indeterminate = taken > 0 && taken < rows.length;
  }
}

let waiting = null;

async function keep() {
  waiting = null;
  const body = new URLSearchParams(new FormData(form));
  body.set("keep", "1");
  try {
    await fetch(form.action, { method: "POST", body, redirect: "manual", keepalive: true });
  } catch {
    // The form sends the choice as well.
  }
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
