// Searches over the page while somebody types. library.js loads it when somebody is about to search.
let dialog, form, field, results, hint, opener, kind, inVain, pause, request;

const isPlain = (event) => !(event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey);

// What was typed while this file was on its way goes into the field.
export function open(from, typed = "") {
  if (!dialog) build();
  if (dialog.open) return;
  opener = from;
  dialog.showModal();
  field.focus();
  field.select();
  if (typed) {
    field.value = typed;
    changed();
  }
}

function build() {
  dialog = document.importNode(document.querySelector("[data-bc-search=dialog]").content, true).firstElementChild;
  [form, field, results] = ["form", "input", ":scope > div"].map((name) => dialog.querySelector(name));
  hint = [...results.childNodes];
  document.body.append(dialog);
  field.addEventListener("input", changed);
  dialog.addEventListener("keydown", move);
  dialog.addEventListener("click", choose);
  dialog.addEventListener("close", () => {
    leave();
    opener.focus();
  });
}

function changed() {
  const url = new URL(form.action);
  url.searchParams.set("q", field.value.trim());
  if (kind) url.searchParams.set("kind", kind);
  form.querySelector("[data-bc-search=clear]").hidden = !field.value;
  clearTimeout(pause);
  if (field.value.trim()) pause = setTimeout(ask, 200, url);
  else {
    request?.abort();
    leave();
    kind = "";
    show(hint, "");
  }
}

const part = (url, name, options) => fetch(url, { headers: { "X-Requested-With": name }, ...options });

async function ask(url) {
  request?.abort();
  const { signal } = (request = new AbortController());
  const late = setTimeout(fail, 8000);
  results.setAttribute("aria-busy", "true");
  try {
    const response = await part(url, "beatcancer-search-typing", { signal });
    const answer = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("[data-bc-total]");
    inVain = answer.dataset.bcTotal === "0" ? url : "";
    show(answer.childNodes, answer.dataset.bcSaid);
  } catch {
    if (!signal.aborted) fail();
  }
  clearTimeout(late);
}

function show(nodes, said) {
  results.replaceChildren(...nodes);
  results.scrollTop = 0;
  results.removeAttribute("aria-busy");
  dialog.querySelector("[role=status]").textContent = said;
}

function fail() {
  show([dialog.dataset.bcFailed], dialog.dataset.bcFailed);
}

// Counts what found nothing.
function leave() {
  if (inVain) part(inVain, "beatcancer-search").catch(() => {});
  inVain = "";
}

async function choose(event) {
  const link = event.target.closest("[data-bc-search]");
  if (!link || !isPlain(event) || event.shiftKey) return;
  event.preventDefault();
  if (link.dataset.bcSearch === "here") {
    const { searchParams } = new URL(link.href);
    kind = searchParams.get("kind");
    field.value = searchParams.get("q");
    await ask(link.href);
    results.querySelector("[aria-current]")?.focus();
  } else if (link.dataset.bcSearch === "close") dialog.close();
  else {
    field.value = "";
    changed();
    field.focus();
  }
}

function move(event) {
  const step = { ArrowDown: 1, ArrowUp: -1, Escape: 0 }[event.key];
  if (step === undefined || event.isComposing || !isPlain(event)) return;
  event.preventDefault(); // Escape would empty the field
  if (!step) return dialog.close();
  const stops = [...results.querySelectorAll("[data-bc-stop]")];
  const at = stops.findIndex((stop) => stop.contains(document.activeElement)) + step;
  const stop = at < 0 ? form : stops[Math.min(at, stops.length - 1)];
  (stop?.querySelector("a, input") ?? stop ?? field).focus();
}
