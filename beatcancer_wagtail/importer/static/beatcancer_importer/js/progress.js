// The import goes on step by step, or this page looks how far the worker is.
const PAUSE = 2000;
const TRIES = 5;
const LATE = 20000;

const box = document.querySelector("[data-bc-progress]");
const part = (name) => box.querySelector(`[data-bc-progress-${name}]`);
const wait = (time) => new Promise((done) => setTimeout(done, time));

async function ask(queued) {
  const headers = { Accept: "application/json" };
  if (queued) return fetch(box.dataset.bcLook, { headers });
  const body = new URLSearchParams(new FormData(box.querySelector("form")));
  return fetch(box.dataset.bcStep, { method: "POST", headers, body });
}

async function goOn() {
  const queued = Boolean(box.dataset.bcQueued) || !box.dataset.bcMayStep;
  let failed = 0;
  let moved = Date.now();
  let last = -1;
  while (failed < TRIES) {
    try {
      const response = await ask(queued);
      if (response.status === 404) return location.assign(box.dataset.bcGone);
      if (!response.ok || response.redirected) throw new Error(response.status);
      const progress = await response.json();
      failed = 0;
      part("bar").max = Math.max(progress.total, 1);
      part("bar").value = progress.done;
      part("text").textContent = progress.text;
      if (progress.is_over) return location.replace(box.dataset.bcAfter);
      if (progress.done !== last) moved = Date.now();
      last = progress.done;
      if (queued && Date.now() - moved > LATE && part("late")) part("late").hidden = false;
    } catch {
      failed += 1;
      await wait(PAUSE * failed);
    }
    if (queued) await wait(PAUSE);
  }
  part("problem").hidden = false;
}

if (box) goOn();
