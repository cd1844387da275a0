// The canvas on the page: turned by mouse, finger or the two sliders; the camera stays when the numbers change.

const HOME = { turn: 32, tilt: 26 };
const TILT = [5, 90];
const DEGREES_PER_PX = 0.5;
const cameras = new Map(); // by picture, so that one that comes back is seen as it was left
const mounted = new WeakMap();

/** Follow the pointer: across turns, up and down tilts. A finger has to start across; else it scrolls the page. */
function follow(canvas, camera, changed, signal) {
  let held = null;
  canvas.addEventListener("pointerdown", (event) => {
    held = { id: event.pointerId, x: event.clientX, y: event.clientY };
    canvas.setPointerCapture(event.pointerId);
  }, { signal });
  canvas.addEventListener("pointermove", (event) => {
    if (held?.id !== event.pointerId) return;
    const [across, down] = [event.clientX - held.x, event.clientY - held.y];
    held.turning ||= event.pointerType !== "touch" || Math.abs(across) > Math.abs(down);
    if (!held.turning) return;
    turned(camera, camera.turn - across * DEGREES_PER_PX, camera.tilt + down * DEGREES_PER_PX);
    [held.x, held.y] = [event.clientX, event.clientY];
    changed();
  }, { signal });
  for (const end of ["pointerup", "pointercancel"]) canvas.addEventListener(end, () => (held = null), { signal });
}

/** Set both angles: turn within −180 … 180 degrees, tilt between nearly level and from straight above. */
function turned(camera, turn, tilt) {
  camera.turn = ((((turn + 180) % 360) + 360) % 360) - 180;
  camera.tilt = Math.min(Math.max(tilt, TILT[0]), TILT[1]);
}

/** What stands for what: f, the other sheets, the cuts and the arrow. */
function key(list, scene) {
  const entry = (name, style) => {
    const [item, mark] = [document.createElement("li"), document.createElement("span")];
    Object.assign(mark.style, style);
    item.append(mark, name);
    return item;
  };
  const dashed = { 0: "solid", 7: "dashed", 2: "dotted" };
  list.replaceChildren(
    ...scene.sheets.map(({ name, colours }) => entry(name, { background: colours[colours.length >> 1], height: "0.7em" })),
    ...scene.lines.map((line) => entry(line.name, { borderTop: `3px ${dashed[line.dash[0] ?? 0]} ${scene.ink.text}` })),
    ...(scene.arrow ? [entry(scene.arrow.name, { borderTop: `4px solid ${scene.arrow.colour}` })] : []),
  );
}

export default function ({ data, parentElement }) {
  const canvas = parentElement.querySelector("canvas");
  const dials = ["turn", "tilt"].map((name) => [name, parentElement.querySelector(`input[name=${name}]`)]);
  mounted.get(canvas)?.();
  const camera = cameras.get(data.name) ?? { ...HOME };
  cameras.set(data.name, camera);
  const items = contents(data.scene);
  let waiting = 0;
  const draw = () => {
    waiting = 0;
    paint(canvas, data.scene, items, camera);
    dials.forEach(([name, dial]) => (dial.value = camera[name]));
  };
  const changed = () => (waiting ||= requestAnimationFrame(draw));
  const listening = new AbortController();
  follow(canvas, camera, changed, listening.signal);
  for (const [name, dial] of dials) {
    dial.addEventListener("input", () => {
      turned(camera, ...["turn", "tilt"].map((angle) => (angle === name ? Number(dial.value) : camera[angle])));
      changed();
    }, { signal: listening.signal });
    dial.style.accentColor = data.scene.ink.function;
  }
  const watch = new ResizeObserver(() => fits(canvas) || changed());
  watch.observe(canvas);
  canvas.setAttribute("aria-label", data.alt);
  key(parentElement.querySelector("ul"), data.scene);
  parentElement.querySelector("div").style.color = data.scene.ink.text;
  draw();
  const leave = () => {
    listening.abort();
    watch.disconnect();
    cancelAnimationFrame(waiting);
  };
  mounted.set(canvas, leave);
  return leave;
}
