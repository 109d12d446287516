// What the server's codes mean to a reader.

export const PROBLEMS = {
  "wrong-code": "No workshop has this code. Look at the projector once more; a code has six letters and digits.",
  "too-fast": "That was too many tries. Wait a minute, then try again.",
  "room-full": "This room is full. Sit with a neighbour, or ask the instructor.",
  "not-on-roster": "This workshop is for a list of people, and this learner id is not on it. It is printed on your workbook.",
  "seat-taken": "Somebody has already joined with this learner id. If it was you, use that device, or ask the instructor to let you in again.",
  "not-kept": "The instructor's computer cannot keep anything at the moment. Tell them, and try again.",
  "not-known": "The server does not know this page any more. Join again.",
  closed: "This question was closed before your answer was given.",
  already: "Your first answer counts and is kept.",
  "not-open": "This question is not open.",
  ended: "The workshop has ended.",
  "too-many": "That is more than can be kept here.",
  "too-long": "That is too long: please shorten it.",
  revealed: "The result has been shown, so nobody can vote on it any more.",
  "once-only": "Here the first answer counts, so it cannot be asked again.",
  "only-watching": "This address is for watching.",
  "pre-test": "The first test is compared with the last one and shown then.",
  "not-storable": "Part of it is half a character, perhaps of a picture. Delete the end of it, type it again, and send it once more.",
  "no-network": "No network. Nothing is lost; try again in a moment.",
};

export const inWords = (code) => PROBLEMS[code] ?? "That did not work. Try again; if it goes on, tell the instructor.";

export const STATUS = { waiting: "not shown yet", open: "open", locked: "closed", revealed: "revealed", shown: "shown" };

export function minutes(seconds) {
  const whole = Math.floor(seconds / 60);
  return whole < 1 ? "less than a minute" : whole === 1 ? "1 minute" : `${whole} minutes`;
}
