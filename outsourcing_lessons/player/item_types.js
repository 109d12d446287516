// The types of item that this page knows. A page that should load quickly begins with the commonest and adds the rest when
// one of them is near. What a type does not say of itself is as it is here.

const ORDINARY = {
  graded: true, // right or wrong, as a test's answer is
  committed: false, // the first answer counts, and says how sure it is
  written: false, // a text, which its writer compares with a list
  page: () => undefined, // the class that shows an item in a way of its own
  staged: false, // played stage by stage, so a page says how far one is
  keyed: true, // there is an answer to be shown
  send: "Check",
  answer: "The answer",
  right: "Right",
  partly: () => "Partly right",
  wrong: () => "Not yet",
  noted: () => ["Committed", "Now explore, then see the reveal below."], // of a first answer that counts
};

/** @type {Record<string, Record<string, any>>} */
export const TYPES = {};

// As it is of most, where a page does not know a type yet.
export const typeOf = (name) => TYPES[name] ?? ORDINARY;

export function addTypes(types) {
  for (const [name, type] of Object.entries(types)) TYPES[name] = { ...ORDINARY, ...type };
}
