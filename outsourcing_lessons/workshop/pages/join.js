// Joining: a code, and a name if one likes; with a roster the learner id that is on the workbook.

import { make } from "../../player/dom.js";
import { randomId, read, remove, write } from "./queue.js";
import { problemSaid } from "./codes.js";

// Two workshops behind one name, each under a path of its own, are two seats.
const SEAT = `ol-seat${location.pathname === "/" ? "" : location.pathname}`;

// A personal address, #seat=TOKEN, opens the same seat on another device.
export function seat() {
  const given = /^#seat=([\w-]{20,100})$/.exec(location.hash)?.[1];
  if (given && read(SEAT)?.token !== given) write(SEAT, { token: given, number: null, name: "" });
  if (given) history.replaceState(null, "", "./");
  return read(SEAT);
}

export function leave() {
  remove(SEAT);
}

export function remember(found) {
  write(SEAT, found);
}

function field(id, words, help, attributes) {
  const input = make("input.ol-input", { id, autocomplete: "off", ...attributes, "aria-describedby": help && `${id}-help` });
  const label = make("label.ol-label", { for: id }, words);
  return { input, row: make("div.ws-field", {}, label, input, help && make("p.ol-note", { id: `${id}-help` }, help)) };
}

const KEPT =
  "What you answer and write here is kept on the instructor’s computer, under a number, with your name if you give one, until the instructor deletes the workshop. Nobody else in the room sees which answers are yours.";
const AGAIN = 4000;

// Asks until there is a seat; the promise gives it.
export function join(main, why = "") {
  const code = field("code", "Code", "Six letters and digits, as on the projector.", { required: true, maxlength: "9", autocapitalize: "characters", spellcheck: "false", class: "ol-input ws-code" });
  const name = field("name", "Your name, if you like", "Only the instructor and helpers see it. Without one, you are a number.", { maxlength: "40" });
  const place = field("place", "Table or seat, if it has a number", "", { maxlength: "20", enterkeyhint: "go" });
  const learner = field("learner", "Learner id", "It is printed on your workbook.", { maxlength: "64", autocapitalize: "none", spellcheck: "false" });
  learner.row.hidden = true;
  code.input.value = /^#[A-Za-z0-9]{6}$/.test(location.hash) ? location.hash.slice(1).toUpperCase() : "";
  const problem = make("p.ws-problem", { role: "alert", id: "problem" }, why);
  const form = make("form.ws-card.ws-join", { novalidate: true }, make("h2", {}, "Join the workshop"), code.row, learner.row, name.row, place.row, make("button.ol-button.ol-main", { type: "submit" }, "Join"), problem, make("p.ol-note", {}, KEPT));
  main.replaceChildren(form);
  return new Promise((done) => {
    // The token is made here, so that a try which got through unheard gives the same seat the next time.
    const token = randomId(16);
    let again = 0;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (!code.input.value.trim()) return refuse("Type the code first.", code.input);
      clearTimeout(again);
      if (event.isTrusted) problem.textContent = "";
      const reply = await ask({ code: code.input.value, token, name: name.input.value, learner_id: learner.input.value, place: place.input.value });
      if (reply.number) {
        history.replaceState(null, "", "./");
        return done({ token, ...reply });
      }
      if (reply.roster && learner.row.hidden) {
        learner.row.hidden = false;
        name.row.querySelector("label").textContent = "Your name, as on the workbook";
        return refuse("Only people on a list can join this workshop: type your learner id and your name.", learner.input);
      }
      // The instructor may nod meanwhile.
      if (reply.problem === "second-word") again = setTimeout(() => form.dispatchEvent(new Event("submit", { cancelable: true })), AGAIN);
      if (reply.problem === "second-word" && !event.isTrusted) return;
      if (reply.problem === "second-word") return refuse(problemSaid(reply.problem), name.input);
      refuse(problemSaid(reply.problem), reply.problem === "wrong-code" ? code.input : reply.roster ? learner.input : code.input);
    });
    function refuse(words, input) {
      problem.textContent = words;
      input.setAttribute("aria-invalid", "true");
      input.focus();
    }
  });
}

async function ask(wish) {
  try {
    const answer = await fetch("api/join", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(wish) });
    return await answer.json();
  } catch {
    return { problem: "no-network" };
  }
}
