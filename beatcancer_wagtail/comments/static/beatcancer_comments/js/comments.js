// Writes a comment without leaving the page. Each step falls back to a plain link or a plain form, and no word is lost.
const A_LONG_TIME = 20000;
const WANTED = { "X-Requested-With": "beatcancer-comment-form" };
const hook = (name) => `[data-bc-comments=${name}]`;
const isPlain = (event) => !(event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey);

async function ask(url, options) {
  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(), A_LONG_TIME);
  try {
    const response = await fetch(url, { headers: WANTED, ...options, signal: stop.signal });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const part = page.querySelector(`${hook("form")}, ${hook("thanks")}`);
    if (!part) throw new Error(response.status);
    return { part: document.importNode(part, true), isFine: response.ok };
  } finally {
    clearTimeout(late);
  }
}

// The form comes before the link; what has been written in it stays when it is closed.
const opened = new Map();

// To its beginning, however long it is.
function face(element) {
  element.focus({ preventScroll: true });
  const { top } = element.getBoundingClientRect();
  if (top < 0 || top > innerHeight / 2) element.scrollIntoView();
}

async function open(link) {
  if (opened.has(link)) return show(link, opened.get(link));
  opened.set(link, null); // on its way
  link.setAttribute("aria-busy", "true");
  try {
    const { part, isFine } = await ask(link.href);
    if (!isFine || !part.matches(hook("form"))) throw new Error("closed");
    link.parentElement.before(part);
    opened.set(link, part);
    prepare(part);
    show(link, part);
  } catch {
    opened.delete(link);
    location.assign(link.href); // the page itself says what is wrong
  }
  link.removeAttribute("aria-busy");
}

function show(link, form) {
  if (!form) return; // still on its way
  form.hidden = false;
  if (link) link.hidden = true;
  form.querySelector(hook("close")).hidden = !link; // a form of the page itself stays
  face(form.querySelector(hook("problem")) ?? form.querySelector("[tabindex]"));
}

const linkOf = (form) => [...opened.keys()].find((link) => opened.get(link) === form);

function close(form) {
  const link = linkOf(form);
  form.hidden = true;
  link.hidden = false;
  link.focus();
}

async function send(form) {
  if (form.hasAttribute("aria-busy")) return; // one at a time
  form.setAttribute("aria-busy", "true");
  form.querySelector(hook("status")).textContent = form.dataset.bcSending;
  try {
    const body = new URLSearchParams(new FormData(form));
    answer(form, (await ask(form.action, { method: "POST", body })).part);
  } catch {
    fail(form);
  }
}

function answer(form, part) {
  const link = linkOf(form);
  form.replaceWith(part);
  if (part.matches(hook("thanks"))) {
    opened.delete(link);
    if (link) link.hidden = false;
    face(part);
    guard();
    if (part.dataset.bcLasting) location.assign(part.dataset.bcLasting); // where the help stays when the page is loaded again
  } else {
    if (link) opened.set(link, part);
    prepare(part);
    show(link, part);
  }
}

function fail(form) {
  form.removeAttribute("aria-busy");
  form.querySelector(hook("status")).textContent = "";
  form.querySelector(hook("plain")).hidden = false;
  const help = form.querySelector(".bc-comment-help") ?? "";
  form.querySelector(hook("problem"))?.remove();
  const problem = document.createElement("div");
  const why = document.createElement("p");
  Object.assign(why, { className: "bc-callout bc-callout--warning bc-comment-form__why", textContent: form.dataset.bcFailed });
  Object.assign(problem, { className: "bc-comment-form__problem", tabIndex: -1 });
  problem.dataset.bcComments = "problem";
  problem.setAttribute("role", "alert");
  problem.append(help, why);
  form.querySelector(hook("send")).before(problem);
  face(problem);
}

// How many characters are left; said once a pause is made, and only where they become few.
function prepare(form) {
  const place = form.querySelector(hook("counted"));
  const field = place.querySelector("textarea");
  const [shown, said] = place.querySelectorAll("textarea ~ p");
  const { bcMost: most, bcLeft, bcOver } = place.dataset;
  let pause;
  const count = () => {
    const left = most - [...field.value.trim()].length;
    const number = Math.abs(left).toLocaleString(document.documentElement.lang || undefined);
    shown.textContent = `${left < 0 ? bcOver : bcLeft} ${number}`;
    shown.toggleAttribute("data-bc-over", left < 0);
    delete form.dataset.bcHandedOn;
    guard();
    clearTimeout(pause);
    pause = setTimeout(() => (said.textContent = left < most / 10 ? shown.textContent : ""), 1000);
  };
  shown.hidden = false;
  field.addEventListener("input", count);
  count();
}

// Ask before words are lost that nobody has sent. Only while there are some: a page that asks is not kept for "Back".
const askFirst = (event) => {
  event.preventDefault();
  event.returnValue = true; // older browsers
};
function guard() {
  const fields = [...document.querySelectorAll(`${hook("form")}:not([data-bc-handed-on]) textarea`)];
  const isUnsent = fields.some((field) => field.value.trim());
  (isUnsent ? addEventListener : removeEventListener)("beforeunload", askFirst);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest(hook("open"));
  if (link && isPlain(event)) {
    event.preventDefault();
    open(link);
  }
  const button = event.target.closest(hook("close"));
  if (button) close(button.form);
});
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches(hook("form"))) return;
  if (event.submitter?.matches(hook("plain"))) {
    form.dataset.bcHandedOn = ""; // the new window has the words
    guard();
    return;
  }
  event.preventDefault();
  send(form);
});
for (const form of document.querySelectorAll(hook("form"))) prepare(form);
for (const section of document.querySelectorAll(".bc-comments")) section.dataset.bcReady = "";
