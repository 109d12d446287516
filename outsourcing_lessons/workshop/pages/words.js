// What the server's codes mean to a reader.

export const PROBLEMS = {
  "wrong-code": "No workshop has this code. Look at the projector once more; a code has six letters and digits.",
  "too-fast": "That was too many tries. Wait a minute, then try again.",
  "room-full": "This room is full. Sit with a neighbour, or ask the instructor.",
  "not-on-roster": "This workshop is for a list of people, and this learner id is not on it. It is printed on your workbook.",
  "seat-taken": "Somebody has already joined with this learner id. If it was you, use that device, or ask the instructor to let you in again.",
  "not-kept": "The instructor's computer cannot keep anything at the moment. Tell them, and try again.",
  "not-known": "The server does not know this page any more. Join again.",
  closed: "Your answer came after this question was closed. It does not count and is not kept.",
  already: "Your first answer counts and is kept; this later one is not.",
  "not-open": "This question was not open, so your answer could not be taken.",
  ended: "The workshop has ended, so this was not taken.",
  "too-many": "You have sent more than can be kept here; this one was not taken.",
  "too-long": "That is too long: please shorten it.",
  "no-such-step": "This page is not part of the workshop any more. What you sent was not taken.",
  "no-such-field": "This worksheet has changed. What you wrote in a field that is gone was not taken.",
  "unknown-option": "Your answer does not fit this question as it stands now, and was not taken. Reload the page, then answer again.",
  "no-confidence": "How sure you are was missing, so your answer was not taken.",
  "not-revealed": "There is nothing to hide: no result is shown.",
  "no-such-mode": "This question can only be a vote.",
  revealed: "The result has been shown, so nobody can vote on it any more.",
  "once-only": "Here the first answer counts, so it cannot be asked again.",
  "only-watching": "This address is for watching.",
  "pre-test": "The first test is compared with the last one and shown then.",
  "not-storable": "Part of it is half a character, perhaps of a picture. Delete the end of it, type it again, and send it once more.",
  "no-network": "No network. Nothing is lost; try again in a moment.",
};

export const problemSaid = (code) => PROBLEMS[code] ?? "That did not work. Try again; if it goes on, tell the instructor.";

export const STATUS = { waiting: "not shown yet", open: "open", locked: "closed", revealed: "revealed", shown: "shown" };

export function minutes(seconds) {
  const whole = Math.floor(seconds / 60);
  return whole < 1 ? "less than a minute" : whole === 1 ? "1 minute" : `${whole} minutes`;
}
