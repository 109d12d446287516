// The page to take along: what somebody answered and wrote, as a file of their own that needs no network.

import { plural } from "../../player/amounts.js";
import { download, make } from "../../player/dom.js";

const NAME = "my-workshop-page.html";

export function keepButton(link, queue) {
  const said = make("p.ol-note", { role: "status" });
  const click = async () => {
    const waiting = queue.pending().length;
    if (!link.online) return (said.textContent = "No network at the moment. Try again when this page says “Connected”.");
    if (waiting) return (said.textContent = `${plural(waiting, "answer")} still to be sent. Try again in a moment.`);
    try {
      const answer = await fetch("api/page", { method: "POST", headers: { Authorization: `Bearer ${link.secret}` } });
      if (!answer.ok) throw new Error(String(answer.status));
      download(NAME, "text/html", await answer.blob());
      said.textContent = `Kept: look for ${NAME} among your downloads. It opens without a network.`;
    } catch {
      said.textContent = "That did not work. Try again in a moment.";
    }
  };
  return make("div.ws-keep", {}, make("button.ol-button.ol-main", { type: "button", click }, "Keep my page"), said);
}
