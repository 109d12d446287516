// In a lesson no single key means anything to JupyterLab: there it would insert, cut, join or delete cells.

const OPEN = ".cm-editor, .ol-block, input, textarea, select, [contenteditable='true']";
const LEAVES = new Set(["Tab", "Escape"]);

export function keepKeysOut({ content }, frame) {
  const keep = (event) => {
    if (frame.full || event.ctrlKey || event.metaKey || LEAVES.has(event.key)) return;
    const { target } = event;
    if (!(target instanceof Element) || !content.node.contains(target) || target.closest(OPEN)) return;
    event.stopImmediatePropagation(); // the browser still scrolls by arrows and Space
  };
  // Before JupyterLab, which listens at the document.
  window.addEventListener("keydown", keep, true);
  content.disposed.connect(() => window.removeEventListener("keydown", keep, true));
}
