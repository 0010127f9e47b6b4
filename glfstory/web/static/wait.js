// Asks every few seconds whether the page has something new, and only then loads it again. What is held open on it is
// opened again, what was unticked stays so, and the keyboard stays where it was: nothing moves under the reader's hand.
const me = document.currentScript;
const folds = () => [...document.querySelectorAll("details[id]")];
const ticks = () => [...document.querySelectorAll("input[type=checkbox]")];
const ids = (elements) => elements.map((each) => each.id);
const ask = async () => {
  try {
    const answer = await fetch(me.dataset.path, { cache: "no-store" });
    if (answer.redirected || (answer.ok && (await answer.text()) !== me.dataset.version)) {
      const open = ids(folds().filter((fold) => fold.open));
      const clear = ids(ticks().filter((tick) => !tick.checked));
      sessionStorage.setItem("held", JSON.stringify({ open, clear, focus: document.activeElement.id }));
      location.reload();
      return;
    }
  } catch {
    // The laptop is asleep or out of reach; the next question may find it.
  }
  setTimeout(ask, 2500 + Math.random() * 1000);
};
document.addEventListener("DOMContentLoaded", () => {
  const held = JSON.parse(sessionStorage.getItem("held")) ?? { open: [], clear: [], focus: "" };
  sessionStorage.removeItem("held");
  for (const fold of folds()) fold.open = held.open.includes(fold.id);
  for (const tick of ticks()) tick.checked = !held.clear.includes(tick.id);
  document.getElementById(held.focus)?.focus({ preventScroll: true });
});
setTimeout(ask, 2500);
