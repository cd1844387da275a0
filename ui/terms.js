// One box serves all words of a row: the pointer over a word shows it, a tap or Enter opens it and leads into it.

const PATIENCE = 250; // milliseconds in which the pointer may go from a word to its box
let leaving, opener, following;

function build(row, words) {
  const shown = JSON.stringify(words);
  if (row.dataset.shown === shown) return;
  row.dataset.shown = shown;
  const buttons = words.map(([, title], place) => {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", textContent: title });
    button.dataset.place = place;
    button.setAttribute("aria-haspopup", "dialog");
    return button;
  });
  row.replaceChildren(row.firstElementChild, ...buttons);
}

function place(box) {
  const at = opener.getBoundingClientRect();
  box.style.left = `${Math.max(8, Math.min(at.left, window.innerWidth - box.offsetWidth - 8))}px`;
  box.style.top = `${at.bottom + box.offsetHeight < window.innerHeight ? at.bottom : at.top - box.offsetHeight}px`;
}

function open(box, word, [key, title, line], page) {
  const [text, link] = box.children;
  opener = word;
  box.setAttribute("aria-label", title);
  text.textContent = line;
  link.href = `${page}?${new URLSearchParams({ term: key })}`;
  box.showPopover();
  place(box);
  following?.abort();
  following = new AbortController();
  document.addEventListener("scroll", () => place(box), { capture: true, signal: following.signal });
}

export default function ({ data, parentElement }) {
  const row = parentElement.querySelector("p"), box = parentElement.querySelector("[popover]");
  const show = (word) => open(box, word, data.words[word.dataset.place], data.page);
  const leave = () => (leaving = setTimeout(() => box.matches(":focus-within") || box.hidePopover(), PATIENCE));
  build(row, data.words);
  row.onpointerover = ({ target, pointerType }) => {
    clearTimeout(leaving);
    if (pointerType === "mouse" && target.matches("button")) show(target);
  };
  row.onpointerleave = box.onpointerleave = leave;
  box.onbeforetoggle = ({ newState }) => {
    if (newState !== "closed") return;
    following.abort();
    if (box.matches(":focus-within")) opener.focus();
  };
  box.onpointerenter = () => clearTimeout(leaving);
  row.onclick = ({ target }) => {
    if (!target.matches("button")) return;
    target.focus();
    show(target);
    box.focus();
  };
}
