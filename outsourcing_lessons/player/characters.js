// characters.py over again, for what a page saves.

// What no document can hold, and what stands for it: the table of characters.py.
/** @type {Map<string, string>} */
const OF_WORD = new Map(/** @type {[string, string][]} */ ([
  ...[..."\uf02d\uf06e\uf06f\uf071\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc\uf0fe"].map((char) => [char, "•"]),
  ["\uf0df", "←"], ["\uf0e0", "→"], ["\uf04a", "☺"],
]));
const OF_WINDOWS = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ"; // what it calls the characters from 128 on; a blank for none

export function legal(text) {
  return text
    .replace(/[\uf000-\uf0ff]/g, (char) => OF_WORD.get(char) ?? char)
    .replace(/[\x80-\x9f]/g, (char) => OF_WINDOWS[char.charCodeAt(0) - 0x80].trim())
    .replace(/[\v\f\u2028\u2029]/g, "\n")
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/[\x00-\x08\x0e-\x1f\x7f\ufeff]|\p{Noncharacter_Code_Point}/gu, "");
}

// The characters of a text that something else stands for, line breaks left out: each in words.
export function replacedIn(text) {
  const changed = [...new Set(text)].filter((char) => ![char, "\n"].includes(legal(char)));
  const number = (char) => `U+${char.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  return changed.map((char) => `${number(char)} ${legal(char) ? `is written as ${legal(char)}` : "is left out"}`);
}
