// Everything that opens and closes. All of it works without this file, which only adds comfort:
// lists beside the text stand open, the section being read is marked, a link to a question opens it, print shows answers.
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
