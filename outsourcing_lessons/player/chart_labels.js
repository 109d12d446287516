// Where the texts of a drawing go, so that none hides a line or another text.

const SPACING = 6; // px between the points of a line that are looked at
const AIR = 5; // px of a text's height that no letter fills: so far two may overlap
const TOUCHES = 600; // what speaks against a place where two texts meet,
const DEEPER = 20; // and for each px that they do
const MISLEADS = 120; // what speaks against a place beside another line than the one that is named
const STAYS = 30; // how much better another place must be, so that texts stay put while a slider moves

const contexts = new Map();

// A typeface that comes late is wider or narrower than the one that stood in for it.
document.fonts?.addEventListener("loadingdone", () => contexts.clear());

// How wide a text is, measured once.
export function widthOf(text, font) {
  const known = contexts.get(font) ?? { pen: document.createElement("canvas").getContext("2d"), widths: new Map() };
  contexts.set(font, known);
  if (!known.widths.has(text)) {
    if (known.pen) known.pen.font = font;
    known.widths.set(text, known.pen ? known.pen.measureText(text).width : text.length * 8);
  }
  return known.widths.get(text);
}

// A text as rows that are no wider than that.
export function rowsOf(text, font, most) {
  const rows = [""];
  for (const word of text.split(" ")) {
    const longer = rows[rows.length - 1] ? `${rows[rows.length - 1]} ${word}` : word;
    if (rows[rows.length - 1] && widthOf(longer, font) > most) rows.push(word);
    else rows[rows.length - 1] = longer;
  }
  return rows;
}

// A line as points so near to each other that no text slips between them.
export function closely(points) {
  return points.flatMap(([x, y], i) => {
    if (!i) return [[x, y]];
    const [fromX, fromY] = points[i - 1];
    const steps = Math.max(1, Math.ceil(Math.hypot(x - fromX, y - fromY) / SPACING));
    return Array.from({ length: steps }, (_, k) => [fromX + ((x - fromX) * (k + 1)) / steps, fromY + ((y - fromY) * (k + 1)) / steps]);
  });
}

// How far two texts would have to move apart; nothing where they do not meet.
function depth(a, b) {
  const across = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const down = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top) - AIR;
  return Math.max(0, Math.min(across, down));
}

// Whether a text meets no other.
export const isFree = (box, { taken }) => !taken.some((one) => depth(box, one));

// How many points of a line lie under a text.
const under = (box, path) => path.reduce((sum, [x, y]) => sum + Number(x > box.left - 2 && x < box.left + box.width + 2 && y > box.top - 2 && y < box.top + box.height + 2), 0);

// How far a point is from a text, and the point of the text that is nearest.
export function nearestOf(box, [x, y]) {
  const near = [Math.min(Math.max(x, box.left), box.left + box.width), Math.min(Math.max(y, box.top), box.top + box.height)];
  return { near, far: Math.hypot(x - near[0], y - near[1]) };
}

// What speaks against a place, but for the lines that it hides.
function cost(box, place, { area, taken }) {
  const out = Math.max(0, area.left - box.left) + Math.max(0, box.left + box.width - area.left - area.width);
  const over = Math.max(0, area.top - box.top) + Math.max(0, box.top + box.height - area.top - area.height);
  const depths = taken.map((one) => depth(box, one)).filter(Boolean);
  const texts = depths.reduce((sum, one) => sum + TOUCHES + DEEPER * one, 0);
  return 60 * (out + over) + texts + nearestOf(box, box.at).far + 2 * Math.min(place, 20);
}

// How far a line is from the middle of a text, where a text that is ten times as wide as high reaches ten times as far across.
function farFrom({ left, top, width, height }, path) {
  return Math.min(...path.map(([x, y]) => Math.hypot(((x - left - width / 2) * height) / width, y - top - height / 2)));
}

// Whether a text that names a line, the one with the number `own`, stands nearer to another one.
export function isAstray(box, { paths }, own) {
  if (own === undefined) return false;
  const far = farFrom(box, paths[own]);
  return paths.some((path, i) => i !== own && farFrom(box, path) < far);
}

const hiding = (box, paths) => 12 * paths.reduce((sum, path) => sum + under(box, path), 0);

// The best of several boxes, each beside the point `at`; the first is liked most, and `before`, the place of last time, is kept unless another is
// much better. Lines are looked at only for a place that could still be the best. `own` is the number of the line that is named.
export function bestOf(boxes, room, before, own) {
  const besideLines = (box) => hiding(box, room.paths) + MISLEADS * Number(isAstray(box, room, own));
  let [best, least] = [0, Infinity];
  boxes.forEach((box, place) => {
    const bare = cost(box, place, room);
    const all = bare < least ? bare + besideLines(box) : Infinity;
    if (all < least) [best, least] = [place, all];
  });
  if (before === undefined || before >= boxes.length || before === best) return best;
  const kept = cost(boxes[before], before, room) + besideLines(boxes[before]);
  return kept <= least + STAYS ? before : best;
}
