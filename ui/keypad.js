// A key types at the caret of the field, which keeps the focus and with it the keyboard of the phone.

function type(field, text) {
  field.focus({ preventScroll: true });
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText", data: text }));
}

function key([sign, said], field) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = sign;
  button.setAttribute("aria-label", said);
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => type(document.querySelector(`.st-key-${field} input`), sign));
  return button;
}

export default function ({ data, parentElement }) {
  const pad = parentElement.querySelector("[role=group]"), shown = JSON.stringify(data);
  if (pad.dataset.shown === shown) return;
  pad.dataset.shown = shown;
  pad.setAttribute("aria-label", data.name);
  pad.replaceChildren(...data.keys.map((one) => key(one, data.field)));
}
