// Puts the link on the clipboard. A page without https has no clipboard of its own: there a field is selected and
// copied, as it was done before.

async function copied(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text).then(() => true, () => false);
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}

export default function ({ data, parentElement }) {
  const status = parentElement.querySelector("[role=status]");
  const button = parentElement.querySelector("button");
  if (button.dataset.text !== data.text) status.textContent = "";
  button.dataset.text = data.text;
  button.onclick = async () => {
    status.textContent = (await copied(data.text)) ? "Copied." : "Select the link above and copy it by hand.";
  };
}
