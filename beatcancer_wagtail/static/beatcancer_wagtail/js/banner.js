// Hides a survey banner that this visitor has closed, or whose time is over on a page that a proxy has kept.
//
// No module: it stands directly before the banner and runs before there is anything to see, so nothing flashes and
// nothing moves. What it decides stands on <html>, where the stylesheet reads it. Nothing is stored before somebody closes.
{
  const KEY = "beatcancer.banner";
  const root = document.documentElement;
  const { bcVersion: version, bcFrom: from, bcTo: to } = document.currentScript.dataset;

  const closedVersion = () => {
    try {
      return JSON.parse(localStorage.getItem(KEY)).version;
    } catch {
      return null; // nothing stored, something else stored, or storage refused
    }
  };
  const isDue = () => !(Date.now() < Date.parse(from)) && !(Date.now() >= Date.parse(to)); // NaN without a date
  const decide = () => {
    root.dataset.bcBannerState = isDue() && String(closedVersion()) !== version ? "shown" : "hidden";
  };

  // The attribute says the same to pages that do without our stylesheet.
  const apply = () => {
    for (const banner of document.querySelectorAll("[data-bc-banner]")) banner.hidden = root.dataset.bcBannerState === "hidden";
    for (const button of document.querySelectorAll("[data-bc-banner-close]")) button.hidden = false;
  };

  // Where Tab would have gone next.
  const nextStop = (banner) =>
    [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")].find(
      (stop) =>
        banner.compareDocumentPosition(stop) === Node.DOCUMENT_POSITION_FOLLOWING &&
        !stop.disabled &&
        stop.getClientRects().length > 0,
    );

  decide();
  document.addEventListener("DOMContentLoaded", apply);
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return; // back to a page that the browser has kept as it was
    decide();
    apply();
  });
  document.addEventListener("click", (event) => {
    const banner = event.target.closest("[data-bc-banner-close]")?.closest("[data-bc-banner]");
    if (!banner) return;
    const next = event.detail === 0 && nextStop(banner); // a pointer needs no focus, a key does
    try {
      localStorage.setItem(KEY, JSON.stringify({ version: Number(version) }));
    } catch {
      // storage refused: closed on this page only
    }
    root.dataset.bcBannerState = "hidden";
    apply();
    if (next) next.focus();
  });
}
