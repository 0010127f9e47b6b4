// Asks every few seconds whether the page has something new, and only then loads it again.
const me = document.currentScript;
const ask = async () => {
  try {
    const answer = await fetch(me.dataset.path, { cache: "no-store" });
    if (answer.redirected || (answer.ok && (await answer.text()) !== me.dataset.version)) {
      location.reload();
      return;
    }
  } catch {
    // The laptop is asleep or out of reach; the next question may find it.
  }
  setTimeout(ask, 2500 + Math.random() * 1000);
};
setTimeout(ask, 2500);
