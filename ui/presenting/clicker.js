// A clicker's keys pressed as the keys of the worked steps; and the step in sight when it has come.

const BUSY_ELSEWHERE = "input, textarea, [role=slider], [role=dialog] *";
const COMING = 2000; // milliseconds in which a step may still be drawn
const listening = new WeakMap();

function press(letter) {
  const key = { key: letter.toLowerCase(), code: `Key${letter}`, keyCode: letter.charCodeAt(0), bubbles: true };
  for (const kind of ["keydown", "keyup"]) document.dispatchEvent(new KeyboardEvent(kind, key));
}

/** The picture stays where it is; the worked step beside it may be further down. */
function bringIntoSight(signal) {
  const sight = () => document.querySelector("[class*=st-key-worked-step]")?.scrollIntoView({ block: "nearest" });
  const watch = new MutationObserver(sight);
  watch.observe(document.body, { childList: true, subtree: true, characterData: true });
  const end = setTimeout(() => watch.disconnect(), COMING);
  signal.addEventListener("abort", () => (watch.disconnect(), clearTimeout(end)));
  sight();
}

export default function ({ data, parentElement }) {
  listening.get(parentElement)?.abort();
  const leaving = new AbortController();
  listening.set(parentElement, leaving);
  window.addEventListener("keydown", (event) => {
    if (event.target.closest?.(BUSY_ELSEWHERE)) return;
    if (data[event.key]) {
      event.preventDefault();
      press(data[event.key]);
    } else if (Object.values(data).includes(event.key.toUpperCase())) bringIntoSight(leaving.signal);
  }, { capture: true, signal: leaving.signal });
  return () => leaving.abort();
}
