// Renews the state on an open start page whenever it comes into view: what it shows may have changed in another tab.
(() => {
  const block = document.currentScript.parentElement.querySelector(".ol-prose");
  const config = document.getElementById("jupyter-config-data");
  if (!block || !config) return;
  const { baseUrl } = JSON.parse(config.textContent);
  const files = `${baseUrl}files/`;

  // JupyterLab takes over the links a moment after this runs; from then on their paths say where the notebooks are.
  const taken = () => [.../** @type {NodeListOf<HTMLAnchorElement>} */ (block.querySelectorAll("td a"))].filter(({ pathname }) => pathname.startsWith(files));
  const nameOf = (pathname) => decodeURIComponent(pathname.split("/").at(-1));

  // However long that takes: links change for nothing else.
  function takenOver() {
    return new Promise((resolve) => {
      const look = () => {
        const links = taken();
        if (!links.length) return;
        changes.disconnect();
        resolve(links);
      };
      const changes = new MutationObserver(look);
      changes.observe(block, { subtree: true, childList: true, attributes: true, attributeFilter: ["href"] });
      look();
    });
  }

  // The links of the table stay, since only they open a lesson in JupyterLab; another link to a lesson clicks one of them.
  function keepLinks(fresh, links) {
    const known = new Map(links.map((link) => [nameOf(link.pathname), link]));
    for (const link of fresh.querySelectorAll("a:not([target])")) {
      const [name, heading] = decodeURIComponent(link.getAttribute("href")).split("#");
      const old = known.get(name);
      if (heading) continue;
      if (!old) link.target = "_self";
      else if (link.closest("td")) link.replaceWith(old);
      else {
        link.addEventListener("click", (event) => {
          event.preventDefault();
          old.click();
        });
      }
    }
  }

  // A link to a heading of this page scrolls there, before and after the state is renewed, whoever made the link.
  function goTo(event) {
    const link = event.target.closest("a");
    const heading = link?.hash && decodeURIComponent(link.hash.slice(1));
    const place = heading && block.closest(".jp-Notebook").querySelector(`[data-jupyter-id="${CSS.escape(heading)}"]`);
    if (!place) return;
    event.preventDefault();
    event.stopPropagation();
    const moved = new AbortController();
    for (const act of ["wheel", "touchmove", "pointerdown", "keydown"]) {
      addEventListener(act, () => moved.abort(), { capture: true, signal: moved.signal });
    }
    scrollTo(place, moved.signal);
  }

  // Cells above it get their height only when they come into view, and push it away again: so it is held in view for a
  // second's worth of drawing, or until the learner moves the page.
  function scrollTo(place, moved, pictures = 60) {
    const { top } = place.getBoundingClientRect();
    if (pictures === 60 || top < 0 || top >= innerHeight / 2) place.scrollIntoView();
    if (pictures && !moved.aborted) requestAnimationFrame(() => scrollTo(place, moved, pictures - 1));
  }

  async function renewed() {
    const links = await takenOver();
    const folder = decodeURIComponent(links[0].pathname.slice(files.length)).replace(/[^/]*$/, "");
    const reply = await fetch(`${baseUrl}outsourcing-lessons/home?folder=${encodeURIComponent(folder)}`);
    if (!reply.ok) return;
    const fresh = document.createElement("template");
    fresh.innerHTML = await reply.text();
    const held = block.contains(document.activeElement) ? document.activeElement.textContent : null;
    keepLinks(fresh.content, links);
    block.replaceChildren(fresh.content);
    if (held) [...block.querySelectorAll("a")].find(({ textContent }) => textContent === held)?.focus();
  }

  // The backup is brought back without leaving the page, which then says what came of it and where the learner stands.
  async function bringBack(event) {
    event.preventDefault();
    const action = event.target.getAttribute("action"); // its property is the field of that name
    const reply = await fetch(action, { method: "POST", body: new FormData(event.target) });
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    await renew();
    const said = Object.assign(document.createElement("p"), { tabIndex: -1, textContent: page.querySelector("[role=status]")?.textContent ?? "" });
    block.prepend(said);
    said.focus();
  }

  block.addEventListener("click", goTo, true);
  block.addEventListener("submit", bringBack);

  // One at a time, and once more if somebody has come back meanwhile.
  let wanted = false;
  let running = null;
  function renew() {
    wanted = true;
    running ??= renewing().finally(() => (running = null));
    return running;
  }

  async function renewing() {
    while (wanted) {
      wanted = false;
      await renewed().catch(() => {});
    }
  }

  // Whoever leaves the tab and is back before a picture was drawn has not been seen to leave, so the tab is watched too.
  function watch(tab) {
    let hidden = false;
    new MutationObserver(() => {
      const before = hidden;
      hidden = !tab.getClientRects().length;
      if (before && !hidden) renew();
    }).observe(tab, { attributes: true, attributeFilter: ["class", "style"] });
  }

  let tab = null;
  new IntersectionObserver((entries) => {
    if (!entries.at(-1).isIntersecting) return;
    if (!tab) watch((tab = block.closest(".jp-MainAreaWidget") ?? document.body));
    renew();
  }).observe(block);
})();
