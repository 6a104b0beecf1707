// Says which files were chosen, and shows that they are on their way.
const form = document.querySelector("[data-bc-upload]");
const input = form?.querySelector("[data-bc-files]");
const status = form?.querySelector("[data-bc-upload-status]");
const button = form?.querySelector("[data-bc-upload-button]");

if (input && status) {
  const size = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
  input.addEventListener("change", () => {
    const files = [...input.files];
    const total = Math.max(files.reduce((sum, file) => sum + file.size, 0) / 1e6, 0.1);
    const names = files.slice(0, 5).map((file) => file.name).join(", ");
    const number = status.dataset.bcFilesNumber.replace("{number}", files.length);
    const several = files.length > 1 ? `${number} (${names}${files.length > 5 ? ", …" : ""}), ` : "";
    status.textContent = files.length ? `${several}${size.format(total)} MB` : "";
  });
}

if (form && button) {
  const label = button.textContent;
  form.addEventListener("submit", (event) => {
    if (form.dataset.bcSent) event.preventDefault();
    form.dataset.bcSent = "1";
    button.textContent = button.dataset.bcBusy;
    button.setAttribute("aria-disabled", "true");
  });
  // Back from the next page by the browser's own button.
  addEventListener("pageshow", () => {
    delete form.dataset.bcSent;
    button.textContent = label;
    button.removeAttribute("aria-disabled");
  });
}
