// The dates of a playbook as an iCalendar file: playbook/calendar.py over again.

import { dayOf } from "./shown.js";

// Each event is known by its learner and its field, and of two files the later counts: see calendar.py.
export function bookCalendar({ learner, learnerId, appointments: dates }, now = new Date()) {
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//outsourcing-lessons//Playbook//EN"];
  const whose = encodeURIComponent(["", "guest"].includes(learnerId) ? learner : learnerId);
  const lines = [...head, ...dates.flatMap((date) => eventLines(date, whose, now)), "END:VCALENDAR"];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function eventLines({ id, day, text }, whose, now) {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const sequence = Math.max(0, Math.floor((now - Date.UTC(2026, 0, 1)) / 1000));
  const start = day.replaceAll("-", "");
  const next = new Date(dayOf(day).getTime() + 864e5).toISOString().slice(0, 10).replaceAll("-", "");
  const said = text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n");
  return [
    "BEGIN:VEVENT", `SUMMARY:${said}`, `DTSTART;VALUE=DATE:${start}`, `DTEND;VALUE=DATE:${next}`,
    `DTSTAMP:${stamp}`, `UID:${id}.${whose}@outsourcing-lessons`, `SEQUENCE:${sequence}`, "BEGIN:VALARM", "ACTION:DISPLAY",
    `DESCRIPTION:${said}`, "TRIGGER:PT9H", "END:VALARM", "END:VEVENT",
  ];
}

// A line is at most 75 bytes long; the next begins with a blank.
function folded(line) {
  const encoder = new TextEncoder();
  let [text, bytes] = ["", 0];
  for (const char of line) {
    const size = encoder.encode(char).length;
    const full = bytes + size > 74;
    text += (full ? "\r\n " : "") + char;
    bytes = full ? size : bytes + size;
  }
  return text;
}
