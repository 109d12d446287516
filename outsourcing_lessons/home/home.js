// Renews the state on an open start page whenever it comes into view: what it shows may have changed in another tab.
(() => {
  const block = document.currentScript.parentElement.querySelector(".ol-prose");
  const config = document.getElementById("jupyter-config-data");
  if (!block || !config) return;
  const { baseUrl } = JSON.parse(config.textContent);
  const files = `${baseUrl}files/`;
  let shown = false;

  // JupyterLab takes over the links a moment after this runs; from then on their paths say where the notebooks are.
  const taken = () => [...block.querySelectorAll("td a")].filter(({ pathname }) => pathname.startsWith(files));
  const nameOf = (pathname) => decodeURIComponent(pathname.split("/").at(-1));

  async function takenOver(patience = 30) {
    const links = taken();
    if (links.length || !patience) return links;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return takenOver(patience - 1);
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
    scrollTo(place);
  }

  // Cells above it get their height only when they come into view, and push it away again: so it may take a few steps.
  function scrollTo(place, patience = 20) {
    const { top } = place.getBoundingClientRect();
    if (patience < 20 && top >= 0 && top < innerHeight / 2) return;
    place.scrollIntoView();
    if (patience) setTimeout(() => scrollTo(place, patience - 1), 100);
  }

  async function renew() {
    const links = await takenOver();
    if (!links.length) return;
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

  block.addEventListener("click", goTo, true);
  const seen = new IntersectionObserver((entries) => {
    const visible = entries.at(-1).isIntersecting;
    if (visible && !shown) renew().catch(() => {});
    shown = visible;
  });
  seen.observe(block);
})();
