// Types texts into a field of an open page, one after another, and tells what became of each.
// It runs inside the page: a policy without evaluation lets nothing else wait there.
async ({ selector, texts, patience }) => {
  const PAUSE = 10, NO_RUN_COMES = 500;
  const all = (what) => [...document.querySelectorAll(what)];
  const rest = () => new Promise((done) => setTimeout(done, PAUSE));
  const app = () => document.querySelector(".stApp").dataset;
  const running = () => app().testScriptState !== "notRunning" || app().testConnectionState !== "CONNECTED";
  const echo = () => document.querySelector(".st-key-problem code")?.textContent ?? "";
  const says = (sentence) => all("[data-testid=stText]").some((one) => one.textContent.includes(sentence));

  // A run may draw the field anew.
  async function field() {
    while (document.querySelector(selector) === null) await rest();
    return document.querySelector(selector);
  }

  function enter(field, text) {
    const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value");
    const press = { key: "Enter", code: "Enter", keyCode: 13, ctrlKey: field.tagName === "TEXTAREA" };
    set.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new KeyboardEvent("keydown", { ...press, bubbles: true }));
    field.dispatchEvent(new KeyboardEvent("keypress", { ...press, bubbles: true }));
  }

  // Where the typed text is shown beside its sentence, both are waited for; else a run, and its end.
  function answered({ shown, sentence }, ran) {
    if (running() || !(ran || shown) || all("svg.marks").length === 0) return false;
    if (sentence === null) return true;
    return sentence ? says(sentence) && echo().startsWith(shown) : echo() === "";
  }

  const outcomes = [];
  for (const one of texts) {
    const began = performance.now();
    let ran = false;
    enter(await field(), one.text);
    while (performance.now() - began < patience && !answered(one, ran)) {
      await rest();
      ran ||= running() || performance.now() - began > NO_RUN_COMES;
    }
    outcomes.push({
      text: one.text.slice(0, 60),
      answered: answered(one, ran),
      exceptions: all("[data-testid=stException]").length,
      pwned: "pwned" in window,
      seconds: (performance.now() - began) / 1000,
    });
  }
  return outcomes;
}
