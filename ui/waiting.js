// Streamlit writes on the element of the app whether it is connected and whether a run is under way. These two
// attributes are read, nothing else of it.

const APP = '[data-testid="stApp"]';
const CONNECTION = "data-test-connection-state", RUN = "data-test-script-state";
const PATIENCE = 1500; // milliseconds that a run may take without a word
const STAYS = 3000; // milliseconds that good news stays
const watched = new WeakMap();

// Who answers after a break may be another server, or one that has forgotten this page. Streamlit asks it for a run
// only if one was under way, and with the address that the page was opened with; clicks in a part that the server
// has not drawn are dropped. On Back and Forward it asks with the address as it is, unless that has an anchor.
function beginAgain() {
  history.replaceState(history.state, "", location.pathname + location.search);
  window.dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
}

export default function ({ data, parentElement }) {
  watched.get(parentElement)?.();
  const app = document.querySelector(APP), line = parentElement.querySelector("p");
  let timer, missed = false;
  const say = (text) => line.textContent === text || (line.textContent = text);
  const later = (text, after) => (timer = setTimeout(() => say(text), after));
  const look = () => {
    clearTimeout(timer);
    const connection = app.getAttribute(CONNECTION);
    if (connection === "DISCONNECTED_FOREVER") return say(data.lost);
    if (!connection.endsWith("CONNECTED")) return (missed = true), say(data.reconnecting);
    if (missed) {
      missed = false;
      say(data.back);
      beginAgain();
      return later("", STAYS);
    }
    if (line.textContent !== data.back) say("");
    app.getAttribute(RUN) === "running" ? later(data.working, PATIENCE) : later("", STAYS);
  };
  const watch = new MutationObserver(look);
  watch.observe(app, { attributeFilter: [CONNECTION, RUN] });
  look();
  const leave = () => (watch.disconnect(), clearTimeout(timer));
  watched.set(parentElement, leave);
  return leave;
}
