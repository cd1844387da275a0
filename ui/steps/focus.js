// The field of a form takes the focus when it appears, for a reader at the keyboard. A finger would only be given
// the keys of the phone over the page. Letters are no shortcuts while a field or a switch has the focus: the field
// gives it up with Enter, and the switch that asked for all this when it is turned.

const FIELD = '[data-testid="stForm"] input:enabled';
const SWITCH = '[class*="st-key-steps--predict"]';
const FRAMES = 60; // in which the field may still be drawn
let at = null, frame = 0;

window.addEventListener("keydown", ({ key, target }) => {
  if (key === "Enter" && target.matches?.(`${FIELD}[type="text"]`)) setTimeout(() => target.blur());
}, { capture: true });

function take(left) {
  const field = document.querySelector(FIELD);
  if (!field) {
    if (left > 0) frame = requestAnimationFrame(() => take(left - 1));
    return;
  }
  field.focus({ preventScroll: true });
  field.closest('[data-testid="stForm"]').scrollIntoView({ block: "nearest" });
}

export default function ({ data }) {
  const news = at !== data.at, wished = at !== null || data.first;
  at = data.at;
  const inHand = document.activeElement;
  if (data.first && inHand?.closest(SWITCH)) inHand.blur();
  if (!news) return;
  cancelAnimationFrame(frame);
  if (wished && !window.matchMedia("(pointer: coarse)").matches) take(FRAMES);
}
