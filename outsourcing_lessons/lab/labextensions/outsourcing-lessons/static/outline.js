// What a lesson holds, read from its notebook: its sections, and what there is to do in each.

const KEY = "outsourcing-lessons";
const MIME = "application/vnd.outsourcing-lessons+json";
const TO_DO = new Set(["ask", "worksheet"]);

// What `lab` wrote into a learner's copy; nothing for any other notebook, an author's copy included.
export const aboutOf = (model) => model.sharedModel.getMetadata(KEY) ?? null;

const textOf = ({ source }) => (Array.isArray(source) ? source.join("") : source);
const blocksOf = (cell) => (cell.outputs ?? []).map(({ data }) => data?.[MIME]).filter(Boolean);
const heading = (cell, mark) => cell.cell_type === "markdown" && textOf(cell).match(new RegExp(`^${mark} +(.+?)\\s*$`, "m"))?.[1];

export function outlineOf(model, about) {
  const { cells } = model.sharedModel.toJSON();
  const sections = [];
  cells.forEach((cell, place) => {
    const title = heading(cell, "##");
    if (title) sections.push({ title, place, ids: [] });
    const ids = blocksOf(cell).filter(({ kind }) => TO_DO.has(kind)).map(({ id }) => id);
    sections.at(-1)?.ids.push(...ids);
  });
  return { sections, title: about.title };
}
