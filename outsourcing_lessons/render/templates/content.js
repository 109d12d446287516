// What this workbook holds: its learner, and the blocks of its lessons.

import { at } from "../../player/dom.js";

export const data = JSON.parse(at("data").textContent);
export const all = Object.entries(data.lessons).flatMap(([lesson, blocks]) => blocks.map((block) => ({ lesson, block })));
export const blockOf = new Map(all.map(({ block }) => [block.id, block]));
export const askOf = new Map(all.filter(({ block }) => block.kind === "ask").map(({ block }) => [block.item.id, block]));
