// A link to a question opens it, and a printed page shows every answer.
function openLinkedQuestion() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && target.matches("details.bc-question")) target.open = true;
}

let closedBeforePrint = [];
window.addEventListener("hashchange", openLinkedQuestion);
window.addEventListener("beforeprint", () => {
  closedBeforePrint = [...document.querySelectorAll("details.bc-question:not([open])")];
  for (const question of closedBeforePrint) question.open = true;
});
window.addEventListener("afterprint", () => {
  for (const question of closedBeforePrint) question.open = false;
});
openLinkedQuestion();
