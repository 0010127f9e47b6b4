// Asks every few seconds whether the page has something new, and only then loads it again; not while something on it is
// held open, which would close under the reader's hand.
const me = document.currentScript;
const ask = async () => {
  try {
    const isHeld = document.querySelector("details[open]") !== null;
    const answer = await fetch(me.dataset.path, { cache: "no-store" });
    const isNew = answer.redirected || (answer.ok && (await answer.text()) !== me.dataset.version);
    if (isNew && !isHeld) {
      location.reload();
      return;
    }
  } catch {
    // The laptop is asleep or out of reach; the next question may find it.
  }
  setTimeout(ask, 2500 + Math.random() * 1000);
};
setTimeout(ask, 2500);
