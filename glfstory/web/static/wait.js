// Asks every few seconds whether the page has something new, and only then loads it again. What is held open on it is
// opened again, so that nothing closes under the reader's hand.
const me = document.currentScript;
const folds = () => [...document.querySelectorAll("details[id]")];
const ask = async () => {
  try {
    const answer = await fetch(me.dataset.path, { cache: "no-store" });
    if (answer.redirected || (answer.ok && (await answer.text()) !== me.dataset.version)) {
      sessionStorage.setItem("held", folds().filter((fold) => fold.open).map((fold) => fold.id).join(" "));
      location.reload();
      return;
    }
  } catch {
    // The laptop is asleep or out of reach; the next question may find it.
  }
  setTimeout(ask, 2500 + Math.random() * 1000);
};
document.addEventListener("DOMContentLoaded", () => {
  const held = (sessionStorage.getItem("held") ?? "").split(" ");
  sessionStorage.removeItem("held");
  for (const fold of folds()) fold.open = held.includes(fold.id);
});
setTimeout(ask, 2500);
