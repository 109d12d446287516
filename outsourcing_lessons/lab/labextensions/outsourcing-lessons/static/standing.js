// What of a lesson is done: asked of the server once, and heard of from the page from then on.

export class Standing {
  constructor(baseUrl, path, sections) {
    this.address = `${baseUrl}outsourcing-lessons/standing?folder=${encodeURIComponent(path.replace(/[^/]*$/, ""))}`;
    this.sections = sections;
    this.done = new Set();
    this.last = "";
    this.listeners = [];
    const hear = ({ detail }) => detail.outcome?.valid !== false && this.add(detail.id);
    document.addEventListener("ol:attempt", hear);
    document.addEventListener("ol:entries", hear);
  }

  add(id) {
    if (!this.sections.some(({ ids }) => ids.includes(id))) return;
    this.done.add(id);
    this.tell();
  }

  // Without an answer the lesson opens as one that nobody has begun.
  async renew() {
    try {
      const reply = await fetch(this.address);
      const { done, last } = reply.ok ? await reply.json() : { done: [], last: "" };
      for (const id of done) this.done.add(id);
      this.last = last;
    } catch {
      this.last = "";
    }
    this.tell();
  }

  tell() {
    for (const listener of this.listeners) listener();
  }

  isDone({ ids }) {
    return ids.length > 0 && ids.every((id) => this.done.has(id));
  }

  // Those with something to do.
  get parts() {
    return this.sections.filter(({ ids }) => ids.length);
  }

  get share() {
    const ids = this.sections.flatMap((section) => section.ids);
    return ids.length ? ids.filter((id) => this.done.has(id)).length / ids.length : 0;
  }

  // Where to go on: the section of the last answer, or the next in which something is left to do.
  get next() {
    const from = this.parts.findIndex(({ ids }) => ids.includes(this.last));
    if (from < 0) return null;
    return this.parts.slice(from).find((part) => !this.isDone(part)) ?? this.parts.find((part) => !this.isDone(part)) ?? null;
  }
}
