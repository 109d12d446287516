// How what stands in a field is written in a playbook: playbook/page.py over again.

import WORDS_JSON from "./words.json";

const MONTHS =
  "January February March April May June July August September October November December".split(" ");

// "2026-12-01" as a date; null for anything else, such as the 31st of February.
export function dayOf(text = "") {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? day : null;
}

export function dayInWords(text) {
  const day = dayOf(text);
  return `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${text.slice(0, 4)}`;
}

export function shownIn({ type }, text) {
  if (!text) return WORDS_JSON.open;
  return type === "date" && dayOf(text) ? dayInWords(text) : text;
}
