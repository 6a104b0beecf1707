// What a page needs at once, in one request: everything that opens and closes, the shelf's buttons, the way to the search.
// All of it works without this file, which only adds comfort: lists beside the text stand open, the section being read
// is marked, a link to a question opens it, print shows the answers.
const wide = window.matchMedia("(min-width: 60rem)");

for (const nav of document.querySelectorAll("[data-bc-contents]")) {
  const details = nav.querySelector("details");
  const openWhereWide = () => {
    if (wide.matches) details.open = true;
  };
  if (wide.addEventListener) wide.addEventListener("change", openWhereWide); // not in old Safari
  openWhereWide();
  nav.dataset.bcReady = "";
  nav.addEventListener("click", (event) => {
    if (!wide.matches && event.target.closest("a[href^='#']")) details.open = false;
  });
  markSectionBeingRead(nav);
}

function markSectionBeingRead(nav) {
  const links = new Map();
  for (const link of nav.querySelectorAll("a[href^='#']")) {
    const heading = target(link.hash);
    if (heading) links.set(heading, link);
  }
  if (!links.size) return;
  const passed = new Set();
  const mark = () => {
    const current = links.get([...links.keys()].filter((heading) => passed.has(heading)).pop());
    for (const link of links.values()) link.toggleAttribute("aria-current", false);
    if (!current) return;
    current.setAttribute("aria-current", "true");
    // Keep the mark in view where the list itself scrolls, without moving the page.
    const over = current.getBoundingClientRect().bottom - nav.getBoundingClientRect().bottom;
    const under = nav.getBoundingClientRect().top - current.getBoundingClientRect().top;
    if (over > 0) nav.scrollTop += over;
    else if (under > 0) nav.scrollTop -= under;
  };
  // All that lies above the line counts as seen, so that no jump is long enough to skip it.
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) passed[entry.isIntersecting ? "add" : "delete"](entry.target);
      mark();
    },
    { rootMargin: "1000000px 0px -66% 0px" },
  );
  for (const heading of links.keys()) observer.observe(heading);
}

function target(hash) {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null; // not a valid escape sequence, so not a link of ours
  }
}

function openLinkedQuestion() {
  const question = target(location.hash);
  if (!question?.matches("details.bc-question") || question.open) return;
  question.open = true;
  question.scrollIntoView();
}

let openedForPrint = [];
window.addEventListener("hashchange", openLinkedQuestion);
window.addEventListener("beforeprint", () => {
  openedForPrint = [...document.querySelectorAll("details.bc-question:not([open])")];
  for (const question of openedForPrint) question.open = true;
});
window.addEventListener("afterprint", () => {
  for (const question of openedForPrint) question.open = false;
});
openLinkedQuestion();

// The shelf scrolls by touch, wheel and keys on its own; here come the two buttons.
for (const shelf of document.querySelectorAll("[data-bc-shelf]")) {
  const list = shelf.querySelector("[data-bc-shelf-list]");
  const buttons = shelf.querySelector("[data-bc-shelf-buttons]");
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

  // Not "disabled", which would take the focus from under the finger of whoever pressed the button.
  const rest = (button, atEnd) => button.setAttribute("aria-disabled", atEnd);
  const update = () => {
    const room = list.scrollWidth - list.clientWidth;
    const moved = Math.abs(list.scrollLeft); // negative where the page runs from right to left
    buttons.hidden = room < 2;
    rest(buttons.querySelector('[data-bc-shelf-step="-1"]'), moved < 2);
    rest(buttons.querySelector('[data-bc-shelf-step="1"]'), moved > room - 2);
  };
  buttons.addEventListener("click", (event) => {
    const button = event.target.closest("[data-bc-shelf-step]");
    if (!button) return;
    const forward = getComputedStyle(list).direction === "rtl" ? -1 : 1;
    const distance = list.clientWidth * 0.8 * forward * Number(button.dataset.bcShelfStep);
    list.scrollBy({ left: distance, behavior: calm.matches ? "auto" : "smooth" });
  });
  list.addEventListener("scroll", update, { passive: true });
  new ResizeObserver(update).observe(list);
  update();
}

// The search opens over the page. Its script comes when somebody is about to search, and where it fails the link leads on.
const searchLinks = "[data-bc-search=open]";
const findScript = () => import(document.querySelector(searchLinks).dataset.bcScript);
const isPlain = (event) => !(event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey);

function openSearch(event, from, address) {
  if (!window.HTMLDialogElement) return;
  event.preventDefault();
  let typed = "";
  const keep = (later) => {
    if (later.key.length !== 1 || !isPlain(later)) return;
    typed += later.key;
    later.preventDefault();
  };
  document.addEventListener("keydown", keep, true);
  findScript()
    .then(
      (search) => search.open(from, typed),
      () => location.assign(address),
    )
    .finally(() => document.removeEventListener("keydown", keep, true));
}

for (const link of document.querySelectorAll(searchLinks)) {
  for (const name of ["pointerenter", "focus"]) link.addEventListener(name, () => findScript().catch(() => {}), { once: true });
}
document.addEventListener("click", (event) => {
  const link = event.target.closest(searchLinks);
  if (link && isPlain(event) && !event.shiftKey) openSearch(event, link, link.href);
});
document.addEventListener("keydown", (event) => {
  const link = document.querySelector(`${searchLinks}[aria-keyshortcuts]`);
  if (!link || event.key !== "/" || !isPlain(event)) return;
  if (event.target.isContentEditable || event.target.closest("input, textarea, select, dialog[open]")) return;
  openSearch(event, document.activeElement, link.href);
});

// What stands far below brings its look and its script when it comes near.
const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      const { bcLook, bcScript } = target.dataset;
      if (bcLook) document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: bcLook }));
      if (bcScript) import(bcScript).catch(() => {});
    }
  },
  { rootMargin: "100% 0px" },
);
for (const place of document.querySelectorAll("[data-bc-later]")) near.observe(place);
