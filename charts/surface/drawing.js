// Paints a scene of charts/surface/scene.py on a canvas, from far to near (the painter's algorithm).
// Places are fractions (u, v, w) of the box; the eye always looks from above the floor.

const EYE = 4.5; // distance in lengths of the floor's longer side: a little perspective
const LIGHT = [-0.42, -0.5, 0.76];
const NEARER = { overlay: 0.02, line: 0.04, point: 0.06 }; // so that what lies on the surface is not half inside it
const GHOST = 0.4; // how much is seen of the point, the arrow and an outline where the surface hides them
const LEAST_UPRIGHT = 60; // px, for numbers along z
const CORNER = 0.03; // no number stands where two edges meet

/** 32-bit numbers from base 64. */
function numbers(text) {
  return new Float32Array(Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)).buffer);
}

/** A function (u, v, w) → [x, y in px, distance behind the middle] for a camera {turn, tilt} in degrees. */
function projection(sides, camera, width, height) {
  const [turn, tilt] = [camera.turn, camera.tilt].map((angle) => (angle * Math.PI) / 180);
  const [c, s, ct, st] = [Math.cos(turn), Math.sin(turn), Math.cos(tilt), Math.sin(tilt)];
  const floor = Math.hypot(sides[0], sides[1]);
  const scale = 0.95 * Math.min((width - 76) / floor, (height - 34) / Math.hypot(0.82 * floor, sides[2]));
  return (u, v, w) => {
    const [x, y, z] = [(u - 0.5) * sides[0], (v - 0.5) * sides[1], (w - 0.5) * sides[2]];
    const [right, ahead] = [x * c + y * s, y * c - x * s];
    const depth = ahead * ct - z * st;
    const size = (scale * EYE) / (EYE + depth);
    return [width / 2 + size * right, height / 2 - size * (z * ct + ahead * st), depth];
  };
}

/** The part of a polygon with sign · (w − limit) ≥ 0 (Sutherland and Hodgman, 1974). */
function clipped(polygon, limit, sign) {
  const inside = [];
  polygon.forEach((here, k) => {
    const next = polygon[(k + 1) % polygon.length];
    const [at, then] = [sign * (here[2] - limit), sign * (next[2] - limit)];
    if (at >= 0) inside.push(here);
    if (at >= 0 !== then >= 0) {
      const part = at / (at - then);
      inside.push([0, 1, 2].map((axis) => here[axis] + part * (next[axis] - here[axis])));
    }
  });
  return inside;
}

/** How bright a cell is, by the angle of its two diagonals' normal to the light; both faces alike. */
function brightness(corners, sides) {
  const [p, q, r, t] = [0, 1, 2, corners.length - 1].map((k) => corners[k].map((part, axis) => part * sides[axis]));
  const [a, b] = [r.map((part, axis) => part - p[axis]), t.map((part, axis) => part - q[axis])];
  const normal = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
  const along = normal.reduce((sum, part, axis) => sum + part * LIGHT[axis], 0);
  return 0.7 + 0.36 * Math.abs(along / (Math.hypot(...normal) || 1));
}

/** The colour a share of the way along a ramp of hex colours, made darker or brighter. */
function shade(ramp, share, light) {
  const place = Math.min(Math.max(share, 0), 1) * (ramp.length - 1);
  const [first, rest] = [Math.min(Math.floor(place), Math.max(ramp.length - 2, 0)), place];
  const parts = [1, 3, 5].map((k) => {
    const ends = [ramp[first], ramp[Math.min(first + 1, ramp.length - 1)]];
    const [low, high] = ends.map((hex) => parseInt(hex.slice(k, k + 2), 16));
    return Math.min(255, Math.round((low + (rest - first) * (high - low)) * light));
  });
  return `rgb(${parts.join(" ")})`;
}

const made = new Map(); // the last few sheets' cells: a moved point leaves the surface as it is
const MOST_MADE = 6;

function cells(sheet, sides) {
  const name = [sheet.heights, sheet.colours, sheet.u, sheet.v, sheet.columns, sides].join();
  if (!made.has(name)) {
    made.set(name, newCells(sheet, sides));
    if (made.size > MOST_MADE) made.delete(made.keys().next().value);
  }
  return made.get(name);
}

/** The cells of a sheet inside the box: none where a corner has no value, or where one crosses all of it. */
function newCells(sheet, sides) {
  const z = numbers(sheet.heights), found = [];
  const [u, v] = [[sheet.u, sheet.columns], [sheet.v, sheet.rows]].map(
    ([[low, high], count]) => (k) => low + ((high - low) * k) / (count - 1));
  for (let row = 0; row + 1 < sheet.rows; row++) {
    for (let column = 0; column + 1 < sheet.columns; column++) {
      const corners = [[0, 0], [1, 0], [1, 1], [0, 1]]
        .map(([i, j]) => [u(column + i), v(row + j), z[(row + j) * sheet.columns + column + i]])
        .filter((corner) => !Number.isNaN(corner[2]));
      const heights = corners.map((corner) => corner[2]);
      if (corners.length < 3 || (Math.max(...heights) > 1 && Math.min(...heights) < 0)) continue;
      const places = clipped(clipped(corners, 0, 1), 1, -1);
      if (places.length < 3) continue;
      const middle = places.reduce((sum, place) => sum + place[2], 0) / places.length;
      const colour = shade(sheet.colours, middle, brightness(corners, sides));
      found.push({ places, colour, opacity: sheet.opacity, nearer: sheet.overlay ? NEARER.overlay : 0 });
    }
  }
  return found;
}

/** A line as pieces between places inside the box; a dash pattern is counted along the line. */
function pieces(line, ink) {
  const places = numbers(line.places), found = [];
  const inside = (k) => places[3 * k + 2] >= 0 && places[3 * k + 2] <= 1;
  for (let k = 0; 3 * (k + 1) < places.length; k++) {
    if (!inside(k) || !inside(k + 1)) continue;
    const [from, to] = [k, k + 1].map((j) => [...places.subarray(3 * j, 3 * j + 3)]);
    found.push({ places: [from, to], stroke: ink.text, width: 2.4, dash: line.dash, line: line.name, nearer: NEARER.line });
  }
  return found;
}

/** Everything that has to be sorted by depth, made once for a scene. */
function contents(scene) {
  const items = scene.sheets.flatMap((sheet) => cells(sheet, scene.sides));
  items.push(...scene.lines.flatMap((line) => pieces(line, scene.ink)));
  if (scene.point) {
    const [u, v, w] = scene.point;
    items.push({ places: [[u, v, 0], [u, v, w]], stroke: scene.ink.quiet, width: 1.4, dash: [3, 3], nearer: 0 });
    items.push({ places: [[u, v, w]], radius: 6, nearer: NEARER.point });
  }
  return items;
}

function path(context, points) {
  context.beginPath();
  points.forEach(([x, y], k) => (k ? context.lineTo(x, y) : context.moveTo(x, y)));
}

function paintItem(context, item, points, ink, walked) {
  if (item.radius) {
    context.beginPath();
    context.arc(points[0][0], points[0][1], item.radius, 0, 2 * Math.PI);
    context.fillStyle = ink.text;
    context.fill();
    context.lineWidth = 2;
    context.strokeStyle = ink.background;
    context.stroke();
    return;
  }
  path(context, points);
  context.setLineDash(item.dash ?? []);
  if (item.stroke) {
    context.lineDashOffset = walked;
    context.strokeStyle = item.stroke;
  } else {
    context.closePath();
    context.globalAlpha = item.opacity;
    context.fillStyle = item.colour;
    context.fill();
    context.strokeStyle = item.opacity < 1 ? "transparent" : item.colour; // else the seams show through
  }
  context.lineWidth = item.width ?? 0.7;
  context.stroke();
  context.globalAlpha = 1;
  context.setLineDash([]);
}

function paintArrow(context, arrow, project) {
  const [[x, y], [tipX, tipY]] = [arrow.from, arrow.to].map(([u, v]) => project(u, v, 0));
  const turn = Math.atan2(tipY - y, tipX - x);
  const barb = (angle) => [tipX - 13 * Math.cos(turn + angle), tipY - 13 * Math.sin(turn + angle)];
  context.strokeStyle = context.fillStyle = arrow.colour;
  context.lineWidth = 3.4;
  path(context, [[x, y], [tipX - 6 * Math.cos(turn), tipY - 6 * Math.sin(turn)]]);
  context.stroke();
  path(context, [[tipX, tipY], barb(0.42), barb(-0.42)]);
  context.fill();
}

/** The floor with its grid, and the box's upright edges behind the surface. */
function paintFloor(context, scene, project) {
  context.strokeStyle = scene.ink.grid;
  context.lineWidth = 1;
  const lines = [[[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0], [0, 0, 0]]];
  scene.axes[0].ticks.forEach(([u]) => lines.push([[u, 0, 0], [u, 1, 0]]));
  scene.axes[1].ticks.forEach(([v]) => lines.push([[0, v, 0], [1, v, 0]]));
  const upright = [[0, 0], [1, 0], [1, 1], [0, 1]].sort((a, b) => project(...b, 0.5)[2] - project(...a, 0.5)[2]);
  upright.slice(0, 3).forEach(([u, v]) => lines.push([[u, v, 0], [u, v, 1]]));
  lines.forEach((line) => {
    path(context, line.map((place) => project(...place)));
    context.stroke();
  });
}

/** Numbers and names: x and y along the edges of the floor nearest to the eye, z at the leftmost upright edge. */
function paintAxes(context, scene, project) {
  const [x, y] = scene.axes;
  const near = project(0.5, 0, 0)[1] > project(0.5, 1, 0)[1] ? 0 : 1;
  const side = project(0, 0.5, 0)[1] > project(1, 0.5, 0)[1] ? 0 : 1;
  const corner = [[0, 0], [1, 0], [1, 1], [0, 1]].sort((a, b) => project(...a, 0.5)[0] - project(...b, 0.5)[0])[0];
  const middle = project(0.5, 0.5, 0);
  const write = (text, place, away) => {
    const [px, py] = project(...place);
    const [dx, dy] = [px - middle[0], py - middle[1]];
    const far = Math.hypot(dx, dy) || 1;
    context.fillText(text, px + (away * dx) / far, py + (away * dy) / far);
  };
  context.fillStyle = scene.ink.quiet;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.font = `12px ${scene.font}`;
  const clear = ([part]) => part > CORNER && part < 1 - CORNER;
  x.ticks.filter(clear).forEach(([u, text]) => write(text, [u, near, 0], 15));
  y.ticks.filter(clear).forEach(([v, text]) => write(text, [side, v, 0], 15));
  const [foot, head] = [project(...corner, 0), project(...corner, 1)];
  if (foot[1] - head[1] >= LEAST_UPRIGHT) paintHeights(context, scene, clear, corner, project);
  context.textAlign = "center";
  context.font = `italic 14px ${scene.font}`;
  write(x.name, [0.5, near, 0], 34);
  write(y.name, [side, 0.5, 0], 34);
}

/** Numbers and name of z; not from above, where the edge is a point. */
function paintHeights(context, scene, clear, corner, project) {
  const z = scene.axes[2];
  context.textAlign = "right";
  z.ticks.filter(clear).forEach(([w, text]) => {
    const [px, py] = project(...corner, w);
    context.fillText(text, px - 7, py);
  });
  context.textAlign = "center";
  context.font = `italic 14px ${scene.font}`;
  const [px, py] = project(...corner, 1);
  context.fillText(z.name, px - 4, py - 16);
}

/** How many dots the canvas needs on this screen. */
function pixels(canvas) {
  return [canvas.clientWidth, canvas.clientHeight].map((side) => Math.round(side * (window.devicePixelRatio || 1)));
}

function fits(canvas) {
  const [width, height] = pixels(canvas);
  return canvas.width === width && canvas.height === height;
}

/** The whole picture: floor, arrow, then surfaces, lines and the point from far to near, and the numbers. */
function paint(canvas, scene, items, camera) {
  const [width, height, dots] = [canvas.clientWidth, canvas.clientHeight, window.devicePixelRatio || 1];
  if (!fits(canvas)) [canvas.width, canvas.height] = pixels(canvas);
  const context = canvas.getContext("2d");
  context.setTransform(dots, 0, 0, dots, 0, 0);
  context.clearRect(0, 0, width, height);
  context.lineJoin = context.lineCap = "round";
  const project = projection(scene.sides, camera, width, height);
  paintFloor(context, scene, project);
  if (scene.arrow) paintArrow(context, scene.arrow, project);
  const walked = lengths(items, project);
  items
    .map((item, k) => {
      const points = item.places.map((place) => project(...place));
      const depth = points.reduce((sum, point) => sum + point[2], 0) / points.length - item.nearer;
      return { item, points, depth, walked: walked[k] };
    })
    .sort((one, other) => other.depth - one.depth)
    .forEach(({ item, points, walked }) => paintItem(context, item, points, scene.ink, walked));
  paintGhosts(context, scene, project);
  paintAxes(context, scene, project);
}

/** What the surface may hide, faintly: the arrow, the way up to the point, the edge of what is laid over f. */
function paintGhosts(context, scene, project) {
  context.globalAlpha = GHOST;
  if (scene.arrow) paintArrow(context, scene.arrow, project);
  if (scene.point) {
    const [u, v, w] = scene.point;
    const [x, y] = project(u, v, w);
    context.strokeStyle = scene.ink.text;
    context.lineWidth = 2;
    path(context, [[u, v, 0], scene.point].map((place) => project(...place)));
    context.stroke();
    context.beginPath();
    context.arc(x, y, 6, 0, 2 * Math.PI);
    context.stroke();
  }
  for (const sheet of scene.sheets.filter((one) => one.overlay)) paintOutline(context, sheet, project);
  context.globalAlpha = 1;
}

function paintOutline(context, sheet, project) {
  const z = numbers(sheet.heights), [columns, rows] = [sheet.columns, sheet.rows];
  const place = (column, row) => [
    sheet.u[0] + ((sheet.u[1] - sheet.u[0]) * column) / (columns - 1),
    sheet.v[0] + ((sheet.v[1] - sheet.v[0]) * row) / (rows - 1),
    z[row * columns + column],
  ];
  const [across, along] = [[...Array(columns).keys()], [...Array(rows).keys()]];
  const edges = [
    ...[0, rows - 1].map((row) => across.map((column) => place(column, row))),
    ...[0, columns - 1].map((column) => along.map((row) => place(column, row))),
  ];
  context.strokeStyle = sheet.colours[0];
  context.lineWidth = 1.6;
  const inside = (one) => one[2] >= 0 && one[2] <= 1;
  for (const edge of edges) {
    edge.slice(1).forEach((to, k) => {
      if (!inside(to) || !inside(edge[k])) return;
      path(context, [edge[k], to].map((one) => project(...one)));
      context.stroke();
    });
  }
}

/** How far along its line, in px, each piece begins: a dash goes on over the joints. */
function lengths(items, project) {
  let [line, far] = [null, 0];
  return items.map((item) => {
    if (!item.line) return 0;
    if (item.line !== line) [line, far] = [item.line, 0];
    const [[x, y], [toX, toY]] = item.places.map((place) => project(...place));
    const begun = far;
    far += Math.hypot(toX - x, toY - y);
    return begun;
  });
}
