// "Eyes here": while it lasts, a phone takes nothing and says where to look. What was begun stays as it is.

import { make } from "../../player/dom.js";

export function pauseIn(main) {
  const card = make("div.ws-pause", { hidden: true, role: "status" }, make("p", {}, "Eyes here, please. Your page comes back in a moment."));
  main.after(card);
  return (paused) => {
    card.hidden = !paused;
    main.inert = paused;
  };
}
