// What a response is worth and what is said about it: items/numbers.py and items/judge.py over again, function for
// function, for pages without a kernel. Nothing here depends on the browser's language or its version of Unicode.

const LONGEST_NUMBER = 40;
const LONGEST_TEXT = 5000;
const SLACK = 1e-9;
const CONFIDENCES = [25, 50, 60, 70, 80, 90, 95];

const ZEROS = "\uff10\u0660\u06f0\u0966\u09e6"; // full-width, Arabic-Indic, extended Arabic-Indic, Devanagari, Bengali
const SPACES =
  "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" +
  "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a";
const MINUSES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d";
const UNSEEN = "\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff";
const ALIKE = [
  ["\uff0e", "."],
  ["\uff0c", ","],
  ["\uff0b", "+"],
  ["\uff05", "%"],
  ["\u066a", "%"],
  ["\u066b", "."],
  ["\u066c", "'"],
  ["\u2018", "'"],
  ["\u2019", "'"],
  ["\u02bc", "'"],
  ["\uff07", "'"],
  ["\uff04", "$"],
  ["\uffe1", "£"],
  ["\uffe5", "¥"],
];
const SIGNS = [..."$£¥€¢₡₦₩₪₫₭₮₱₲₴₵₸₹₺₼₽₾₿฿"];
const QUIET = [" ", "'", "_"];
const CODES = new Map([["€", "EUR"], ["£", "GBP"], ["$", "USD"], ["¥", "JPY"], ["₹", "INR"]]);
const PER_CENT = ["%", "per cent", "percent"];

const TABLE = foldingTable();

function foldingTable() {
  const table = new Map();
  for (const zero of ZEROS) {
    const first = zero.charCodeAt(0);
    for (let digit = 0; digit < 10; digit += 1) table.set(String.fromCharCode(first + digit), String(digit));
  }
  for (const char of SPACES) table.set(char, " ");
  for (const char of MINUSES) table.set(char, "-");
  for (const char of UNSEEN) table.set(char, "");
  for (const [char, plain] of ALIKE) table.set(char, plain);
  return table;
}

export function readNumber(text, prefix = "", unit = "") {
  if (typeof text === "number") return Number.isFinite(text) ? [text] : [];
  if (typeof text !== "string" || [...text].length > LONGEST_NUMBER) return [];
  const [sign, body] = bareNumber(fold(text), fold(prefix), fold(unit));
  return readings(body).map((reading) => sign * Number(reading));
}

// "2 Mio", "5 min", "1.5k": figures, and something beside them that nothing on the page explains.
function isMoreThanANumber(text) {
  const folded = typeof text === "string" ? fold(text) : "";
  return /[0-9]/.test(folded) && /[^0-9.,' _+-]/.test(folded);
}

// What was typed says so itself; what nobody typed leaves no doubt either.
function isSurelyPerCent(text) {
  return typeof text !== "string" || PER_CENT.some((word) => lower(fold(text)).includes(word));
}

function fold(text) {
  return stripped([...text].map((char) => TABLE.get(char) ?? char).join(""));
}

function stripped(text) {
  return text.replace(/^ +/, "").replace(/ +$/, "");
}

function bareNumber(text, prefix, unit) {
  const [before, rest] = takeSign(text);
  const first = beforeForms(prefix);
  const body = withoutFirst(withoutLast(rest, [...unitForms(unit), ...first]), first);
  if (before) return [before, body];
  const [after, digits] = takeSign(body);
  return [after || 1, digits];
}

function takeSign(text) {
  if (text.startsWith("+") || text.startsWith("-")) return [text[0] === "-" ? -1 : 1, stripped(text.slice(1))];
  return [0, text];
}

function withoutLast(text, forms) {
  const form = forms.find((one) => one && lower(text).endsWith(lower(one))) ?? "";
  return stripped(text.slice(0, text.length - form.length));
}

function withoutFirst(text, forms) {
  const form = forms.find((one) => one && lower(text).startsWith(lower(one))) ?? "";
  return stripped(text.slice(form.length));
}

function beforeForms(prefix) {
  if (!prefix) return [];
  return CODES.has(prefix) ? [prefix, CODES.get(prefix)] : [prefix, ...SIGNS];
}

function unitForms(unit) {
  const first = unit.split(" ")[0];
  const wholes = first === "%" ? [unit, ...PER_CENT] : [unit, first];
  return wholes.flatMap((whole) => [whole, whole.endsWith("s") ? whole.slice(0, -1) : ""]);
}

function lower(text) {
  return text.replace(/[A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 32));
}

function readings(body) {
  if (!/^[0-9.,' _]*[0-9][0-9.,' _]*$/.test(body)) return [];
  const dot = body.lastIndexOf(".");
  const comma = body.lastIndexOf(",");
  if (dot >= 0 && comma >= 0) return dot > comma ? decimal(body, ".", ",") : decimal(body, ",", ".");
  const mark = dot >= 0 ? "." : ",";
  if (body.split(mark).length > 2) return whole(body, mark);
  if (/^[1-9][0-9]{0,2}[.,][0-9]{3}$/.test(body)) {
    const both = [...whole(body, mark), ...decimal(body, mark, "")];
    return mark === "," ? both : both.reverse();
  }
  return decimal(body, mark, "");
}

function decimal(body, mark, thousands) {
  const at = body.indexOf(mark);
  const before = at < 0 ? body : body.slice(0, at);
  const part = at < 0 ? "" : body.slice(at + 1);
  if (!/^[0-9]*$/.test(part) || (!before && !part)) return [];
  const digits = before ? whole(before, thousands) : ["0"];
  return digits.map((digit) => `${digit}.${part || "0"}`);
}

function whole(body, thousands) {
  if (/^[0-9]+$/.test(body)) return [body];
  for (const separator of [thousands, ...QUIET].filter(Boolean)) {
    const groups = body.split(separator);
    const threes = groups.slice(1).every((group) => /^[0-9]{3}$/.test(group));
    if (groups.length > 1 && /^[0-9]{1,3}$/.test(groups[0]) && threes) return [groups.join("")];
  }
  return [];
}

class Refused extends Error {}

export function judge(item, response) {
  try {
    ensure(isPlain(response), "not-a-response");
    return withConfidence(JUDGES[item.type](item, response), response);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return outcome({ valid: false, refusal: error.message });
  }
}

function outcome(given) {
  return { valid: true, refusal: null, correct: false, score: 0, feedback: [], brier: null, ...given };
}

function ensure(kept, refusal) {
  if (!kept) throw new Refused(refusal);
}

function brierOf(response, correct) {
  const confidence = member(response, "confidence");
  ensure(CONFIDENCES.includes(confidence), "no-confidence");
  const miss = confidence / 100 - (correct ? 1 : 0);
  return miss * miss;
}

function withConfidence(judged, response) {
  if (!Object.hasOwn(response, "confidence") || judged.brier !== null) return judged;
  return { ...judged, brier: brierOf(response, judged.correct) };
}

function isPlain(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function member(response, name) {
  return Object.hasOwn(response, name) ? response[name] : null;
}

function knownIds(chosen, known) {
  ensure(Array.isArray(chosen) && chosen.every((one) => typeof one === "string"), "not-a-response");
  ensure(chosen.every((one) => known.includes(one)), "unknown-option");
  ensure(new Set(chosen).size === chosen.length, "not-a-response");
  return chosen;
}

function numbersOf(typed, item) {
  ensure(typeof typed === "string" || typeof typed === "number", "not-a-response");
  ensure(typeof typed === "number" || [...typed].length <= LONGEST_NUMBER, "too-long");
  const found = readNumber(typed, item.prefix, item.unit);
  ensure(found.length > 0, isMoreThanANumber(typed) ? "more-than-a-number" : "not-a-number");
  return found;
}

// Numbers of an item in per cent that are shares of one, where nobody wrote that they are per cent. A number just below
// one could be either; it is refused whether or not it would be right, so nothing is given away.
function refuseShares(item, typed, numbers) {
  const small = numbers.every((one) => Math.abs(one) <= 1) && numbers.some((one) => Math.abs(one) > 0 && Math.abs(one) < 1);
  ensure(!(small && Math.abs(item.key) >= 1) || typed.some(isSurelyPerCent), "share");
}

function isPerCent(item) {
  return item.unit.startsWith("%");
}

function near(number, target, tolerance) {
  return Math.abs(number - target) <= tolerance + SLACK * Math.max(1, Math.abs(target));
}

function singleChoice(item, response) {
  const option = member(response, "option");
  ensure(option !== null, "nothing-chosen");
  const [chosen] = knownIds([option], item.options.map((one) => one.id));
  if (chosen === item.key) return outcome({ correct: true, score: 1, feedback: [item.praise] });
  return outcome({ feedback: item.options.filter((one) => one.id === chosen).map((one) => one.feedback) });
}

function multipleChoice(item, response) {
  const chosen = knownIds(member(response, "options"), item.options.map((one) => one.id));
  ensure(chosen.length > 0, "nothing-chosen");
  const wrong = item.options.filter((one) => chosen.includes(one.id) !== item.key.includes(one.id));
  const hits = chosen.filter((one) => item.key.includes(one)).length;
  const score = Math.max(0, (hits - (chosen.length - hits)) / item.key.length);
  const feedback = wrong.length ? wrong.map((one) => misjudged(item, one)) : [item.praise];
  return outcome({ correct: !wrong.length, score, feedback });
}

function misjudged(item, option) {
  return `${item.key.includes(option.id) ? "Missed" : "Ticked"} “${option.text}”: ${option.feedback}`;
}

function number(item, response) {
  const found = numbersOf(member(response, "value"), item);
  ensure(found.some((one) => item.low <= one && one <= item.high), "out-of-range");
  if (found.some((one) => near(one, item.key, item.tolerance))) {
    return outcome({ correct: true, score: 1, feedback: [item.praise] });
  }
  const trap = item.traps.find((one) => found.some((reading) => near(reading, one.value, one.tolerance)));
  if (!trap && isPerCent(item)) {
    ensure(!found.some((one) => near(100 * one, item.key, item.tolerance)), "share");
    refuseShares(item, [response.value], [found[0]]);
  }
  return outcome({ feedback: [trap ? trap.feedback : item.otherwise] });
}

function ordering(item, response) {
  const order = knownIds(member(response, "order"), item.options.map((one) => one.id));
  ensure(order.length === item.key.length, "not-a-response");
  const same = order.every((one, i) => one === item.key[i]);
  if (same) return outcome({ correct: true, score: 1, feedback: [item.praise] });
  const places = item.key.map((one) => order.indexOf(one));
  const pairs = places.flatMap((place, i) => places.slice(i + 1).map((later) => place < later));
  const moved = places.map((place, i) => Math.abs(place - i));
  const farthest = item.key[moved.indexOf(Math.max(...moved))];
  const feedback = item.options.filter((one) => one.id === farthest).map((one) => one.feedback);
  return outcome({ score: pairs.filter(Boolean).length / pairs.length, feedback });
}

function allocation(item, response) {
  const amounts = member(response, "amounts");
  ensure(isPlain(amounts), "not-a-response");
  const given = knownIds(Object.keys(amounts), item.parts.map((part) => part.id));
  ensure(given.length === item.parts.length, "not-a-response");
  const shares = item.parts.map((part) => numbersOf(amounts[part.id], item)[0]);
  ensure(shares.every((share) => share >= 0), "out-of-range");
  const sum = shares.reduce((total, share) => total + share, 0);
  const sharesOfOne = isPerCent(item) && Math.abs(100 * sum - item.total) <= 1e-6 * item.total;
  ensure(Math.abs(sum - item.total) <= 1e-6 * item.total, sharesOfOne ? "share" : "sum");
  const wrong = item.parts.map((part, i) => saidOf(part, shares[i])).filter(Boolean);
  const score = (shares.length - wrong.length) / shares.length;
  return outcome({ correct: !wrong.length, score, feedback: wrong.length ? wrong : [item.praise] });
}

function saidOf(part, share) {
  if (share < part.low - SLACK * Math.max(1, Math.abs(part.low))) return part.too_low;
  return share > part.high + SLACK * Math.max(1, Math.abs(part.high)) ? part.too_high : "";
}

function prediction(item, response) {
  const [value, low, high] = ["value", "low", "high"].map((name) => numbersOf(member(response, name), item)[0]);
  ensure([value, low, high].every((one) => item.low <= one && one <= item.high), "out-of-range");
  ensure(low <= value && value <= high, "range-order");
  if (isPerCent(item)) refuseShares(item, [response.value, response.low, response.high], [value, low, high]);
  const held = low <= item.key && item.key <= high;
  const brier = brierOf(response, held);
  const feedback = held ? item.praise : item.key < low ? item.below : item.above;
  return outcome({ correct: held, score: held ? 1 : 0, feedback: [feedback], brier });
}

function shortText(item, response) {
  const text = member(response, "text");
  ensure(typeof text === "string", "not-a-response");
  ensure([...text].length <= LONGEST_TEXT, "too-long");
  const words = [...text].map((char) => (SPACES.includes(char) ? " " : char)).join("").split(" ").filter(Boolean);
  ensure(words.length >= item.least_words, "too-short");
  const ticks = knownIds(member(response, "ticks"), item.checklist.map((check) => check.id));
  const missing = item.checklist.filter((check) => !ticks.includes(check.id)).map((check) => check.feedback);
  const score = ticks.length / item.checklist.length;
  return outcome({ correct: !missing.length, score, feedback: missing.length ? missing : [item.praise] });
}

const JUDGES = {
  "single-choice": singleChoice,
  "multiple-choice": multipleChoice,
  number,
  ordering,
  allocation,
  prediction,
  "short-text": shortText,
};
