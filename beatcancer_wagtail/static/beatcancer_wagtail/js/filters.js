// Filters, order, pages and words of a listing without loading the rest of the page. Without this file each is a plain link.
for (const listing of document.querySelectorAll("[data-bc-listing]")) {
  const region = () => listing.querySelector("[data-bc-listing-results]");
  const plain = (event) => !(event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey);
  const here = () => location.pathname + location.search;
  let shown = here(), request;

  listing.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || !plain(event) || link.origin + link.pathname !== location.origin + location.pathname || link.hash) return;
    event.preventDefault();
    go(link.href, link);
  });
  listing.addEventListener("submit", (event) => {
    if (event.target.method !== "get") return;
    event.preventDefault();
    const url = new URL(event.target.action);
    url.search = new URLSearchParams(new FormData(event.target));
    if (!url.searchParams.get("q")) url.searchParams.delete("q");
    go(url.href, null);
  });
  window.addEventListener("popstate", () => {
    if (here() !== shown) load(location.href, true);
  });

  async function go(url, link) {
    const place = link && keyOf(link);
    const isStep = Boolean(link?.closest(".bc-pages"));
    const before = document.activeElement;
    if (!(await load(url))) return;
    history.pushState(null, "", url);
    shown = here();
    if (![before, document.body].includes(document.activeElement)) return; // the reader has gone elsewhere meanwhile
    const same = place && [...region().querySelectorAll("a")].find((other) => keyOf(other) === place);
    const start = region().querySelector("[data-bc-listing-start]");
    if (same && !isStep) same.focus({ preventScroll: true });
    else if (link) start?.focus({ preventScroll: true });
    if (start && (isStep || start.getBoundingClientRect().top < 0)) start.scrollIntoView();
  }

  async function load(url, isBack = false) {
    request?.abort();
    const { signal } = (request = new AbortController());
    fillForm(new URL(url).searchParams, isBack); // at once: who searches before the answer has come means what they chose
    region().setAttribute("aria-busy", "true");
    try {
      const response = await fetch(url, { headers: { "X-Requested-With": "beatcancer-listing" }, signal });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const fresh = page.querySelector("[data-bc-listing-results]");
      if (!response.ok || !fresh) throw new Error(response.status);
      show(fresh);
      shown = new URL(url).pathname + new URL(url).search;
      return true;
    } catch {
      if (!signal.aborted) location.assign(url); // the page itself says what is wrong
      return false;
    }
  }

  function show(fresh) {
    const old = region();
    for (const nav of fresh.querySelectorAll("[data-bc-contents]")) {
      nav.dataset.bcReady = "";
      nav.querySelector("details").open = Boolean(old.querySelector("[data-bc-contents] [open]"));
    }
    graft(old, fresh);
    old.removeAttribute("aria-busy");
  }

  function fillForm(params, isBack) {
    const field = listing.querySelector("input[name=q]");
    if (field && (isBack || field !== document.activeElement)) field.value = params.get("q") ?? "";
    for (const hidden of listing.querySelectorAll("form input[type=hidden]")) hidden.remove();
    for (const [name, value] of params) {
      if (field && name !== "q" && name !== "page") {
        field.after(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
      }
    }
  }

  // Only a status that stays in the page is read out when it changes, so everything around it is replaced.
  function graft(old, fresh) {
    const kept = [...old.children].find(holdsStatus), match = [...fresh.children].find(holdsStatus);
    if (!kept || !match) return old.replaceChildren(...fresh.childNodes);
    for (const node of [...old.childNodes]) if (node !== kept) node.remove();
    const nodes = [...fresh.childNodes], at = nodes.indexOf(match);
    kept.before(...nodes.slice(0, at));
    kept.after(...nodes.slice(at + 1));
    graft(kept, match);
  }

  const holdsStatus = (element) => element.matches("[role=status]") || Boolean(element.querySelector("[role=status]"));
  const keyOf = (link) => `${link.closest("[class]:not(a)")?.className} ${link.dataset.bcKey ?? link.textContent.trim()}`;
}
