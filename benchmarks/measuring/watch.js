// Notes in `drawn` when a picture changed, and in `first` when the first one stood there, in milliseconds
// since the navigation began. Vega, Plotly and a notebook's output draw in the document, Bokeh and our own
// surface on a canvas, which no observer sees.
window.drawn = [];
window.pressed = 0;
window.first = 0;
(() => {
  const PICTURE = "svg.marks, .vega-embed, .js-plotly-plot, .jp-OutputArea";
  const SHOWN = "svg.marks path:not(.background), .js-plotly-plot .lines path, .jp-OutputArea img";
  const DRAWS = ["fill", "stroke", "fillRect", "drawImage", "putImageData"];
  const note = () => {
    window.drawn.push(performance.now());
  };
  const inside = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest(PICTURE);
  new MutationObserver((changes) => {
    if (!changes.some((change) => inside(change.target))) return;
    note();
    if (!window.first && document.querySelector(SHOWN)) window.first = performance.now();
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const name of DRAWS) {
    const draw = CanvasRenderingContext2D.prototype[name];
    CanvasRenderingContext2D.prototype[name] = function (...given) {
      if (this.canvas.isConnected) {
        note();
        window.first ||= performance.now();
      }
      return draw.apply(this, given);
    };
  }
  window.addEventListener(
    "keydown",
    () => {
      window.pressed = performance.now();
      window.drawn = [];
    },
    true,
  );
})();
