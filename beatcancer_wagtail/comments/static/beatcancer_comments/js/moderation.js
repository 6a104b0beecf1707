// A canned reply fills the field, unless somebody has written in it.
const choice = document.querySelector("[data-bc-canned]");
const field = document.querySelector("[data-bc-canned-text]");
const texts = document.getElementById("bc-canned-replies");

if (choice && field && texts) {
  const words = JSON.parse(texts.textContent);
  let filled = "";
  choice.addEventListener("change", () => {
    if (field.value.trim() && field.value !== filled) return;
    filled = words[choice.value] ?? "";
    field.value = filled;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
