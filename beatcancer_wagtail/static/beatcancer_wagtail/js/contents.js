// Contents lists and filters are closed disclosures on phones; where there is room beside the text they stand open.
// In an article the link to the section being read is marked.
const wide = window.matchMedia("(min-width: 64rem)");

for (const nav of document.querySelectorAll("[data-bc-contents]:not([data-bc-ready])")) {
  nav.dataset.bcReady = "";
  const details = nav.querySelector("details");
  const openWhereWide = () => {
    if (wide.matches) details.open = true;
  };
  wide.addEventListener("change", openWhereWide);
  openWhereWide();
  nav.addEventListener("click", (event) => {
    if (!wide.matches && event.target.closest("a[href^='#']")) details.open = false;
  });
  markSectionBeingRead(nav);
}

function markSectionBeingRead(nav) {
  const links = [...nav.querySelectorAll("a[href^='#']")];
  const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1)))).filter(Boolean);
  if (!headings.length) return;
  const mark = () => {
    const above = headings.filter((heading) => heading.getBoundingClientRect().top < window.innerHeight / 3);
    const current = above.length ? `#${above[above.length - 1].id}` : "";
    for (const link of links) {
      if (decodeURIComponent(link.hash) === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
  headings.forEach((heading) => observer.observe(heading));
}
