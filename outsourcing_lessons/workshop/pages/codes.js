// What the server's codes mean to a reader.

export const PROBLEMS = {
  "wrong-code": "No workshop has this code. Check the projector again; a code has six letters and digits.",
  "too-fast": "Too many attempts. Wait a minute, then try again.",
  "door-shut": "The door is closed: nobody new can join at the moment. Ask the instructor to open it.",
  "no-such-address": "This computer no longer has that address.",
  "room-full": "This room is full. Sit with a neighbour, or ask the instructor.",
  "not-on-roster": "Only people on a list can join this workshop, and this learner id is not on it. Your id is printed on your workbook.",
  "second-word": "Type your name as it is on your workbook. If it is, wait: the instructor can let you in.",
  "no-help-wanted": "They have taken their sign down.",
  "no-such-person": "They are no longer here.",
  "seat-taken": "Somebody has already joined with this learner id. If it was you, use that device, or ask the instructor to let you in again.",
  "not-kept": "The instructor’s computer cannot save anything at the moment. Tell the instructor, and try again.",
  "not-known": "The server no longer knows this page. Join again.",
  closed: "Your answer came after this question was closed. It does not count and was not saved.",
  already: "Your first answer counts and is saved; this later one is not.",
  "not-open": "This question was not open, so your answer was not accepted.",
  ended: "The workshop has ended, so this was not accepted.",
  "too-many": "You have sent more than can be saved here; this one was not accepted.",
  "too-long": "That is too long: please shorten it.",
  "no-such-step": "This page is no longer part of the workshop. What you sent was not accepted.",
  "no-such-field": "This worksheet has changed. What you wrote in a field that no longer exists was not accepted.",
  "unknown-option": "This question has changed and your answer no longer fits it, so it was not accepted. Reload the page, then answer again.",
  "no-confidence": "You did not say how sure you are, so your answer was not accepted.",
  "not-revealed": "There is nothing to hide: no result is shown.",
  "no-such-mode": "This question can only be a vote.",
  revealed: "The result has been shown, so nobody can vote on it any more.",
  "once-only": "Only the first answer to this question counts, so it cannot be asked again.",
  "only-watching": "This address is for watching only.",
  "pre-test": "The first test is compared with the last one and shown then.",
  "not-storable": "It contains half a character, perhaps part of an emoji. Delete the end, type it again, and send it once more.",
  nobody: "Nobody is there to be drawn.",
  "two-or-three": "Choose two or three texts to stand side by side.",
  "no-options": "A choice needs two to eight different options.",
  own: "This one is yours: vote for another.",
  "not-a-number": "That is not a number.",
  "nothing-to-undo": "There is nothing to undo.",
  overtaken: "Something later has changed the same; undo that first.",
  answered: "People have answered in the second vote: close it instead.",
  "at-the-start": "This is the first thing that was shown.",
  "at-the-end": "This was the last step.",
  "no-network": "No network. Nothing is lost; try again in a moment.",
};

export const problemSaid = (code) => PROBLEMS[code] ?? "That did not work. Try again; if it keeps happening, tell the instructor.";

export const STATUS = { waiting: "not shown yet", open: "open", locked: "closed", revealed: "revealed", shown: "shown" };

export function minutes(seconds) {
  const whole = Math.floor(seconds / 60);
  return whole < 1 ? "less than a minute" : whole === 1 ? "1 minute" : `${whole} minutes`;
}
