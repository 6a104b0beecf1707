// The shelf scrolls by touch, wheel and keys on its own; here come the two buttons.
for (const shelf of document.querySelectorAll("[data-bc-shelf]:not([data-bc-ready])")) {
  shelf.dataset.bcReady = "";
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
