// Finds a learner on whatever page their row is: by what their id or name holds, however it is accented.
(() => {
  let stem, rows, people, known; // read when somebody begins to search, so that the page is there at once
  const field = /** @type {HTMLInputElement} */ (document.getElementById("find"));
  field.form.hidden = false;
  field.form.addEventListener("submit", (event) => event.preventDefault());
  const list = document.getElementById("found");
  const said = document.getElementById("found-said");
  const MOST = 20;
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  function read() {
    ({ stem, rows, people } = JSON.parse(document.getElementById("people").textContent));
    known = people.map(([id, name]) => plain(`${name} ${id}`));
  }

  function entry(place) {
    const page = Math.floor(place / rows) + 1;
    const link = document.createElement("a");
    const name = document.createElement("bdi");
    const [id, learner] = people[place];
    name.textContent = learner && learner !== id ? `${learner} (${id})` : id;
    link.href = `${page > 1 ? `${stem}-${page}` : stem}.html#${encodeURIComponent(id)}`;
    link.append(name);
    const item = document.createElement("li");
    item.append(link);
    return item;
  }

  field.addEventListener("input", () => {
    if (!known) read();
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    const places = words.length ? known.flatMap((text, place) => (words.every((word) => text.includes(word)) ? [place] : [])) : [];
    list.replaceChildren(...places.slice(0, MOST).map(entry));
    const more = places.length > MOST ? `; the first ${MOST} are shown` : "";
    said.textContent = words.length ? `${places.length} found${more}` : "";
  });
})();
