// The player is fetched from its provider only when the reader presses the button.
for (const figure of document.querySelectorAll("[data-bc-embed]:not([data-bc-ready])")) {
  figure.dataset.bcReady = "";
  const button = figure.querySelector("[data-bc-embed-play]");
  const player = figure.querySelector("[data-bc-embed-player]");
  if (!button || !player) continue;
  button.hidden = false;
  figure.querySelector("[data-bc-embed-open]").classList.add("bc-button--quiet");
  button.addEventListener("click", () => {
    const frame = figure.querySelector("[data-bc-embed-frame]");
    const title = frame.querySelector(".bc-embed__title")?.textContent;
    frame.replaceChildren(player.content.cloneNode(true));
    frame.classList.add("bc-embed__frame--playing");
    const first = frame.querySelector("iframe, video, audio, a");
    if (first) {
      if (!first.title && title) first.title = title;
      first.setAttribute("tabindex", "0");
      first.focus();
    }
  });
}
