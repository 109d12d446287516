// Going to a section of a long notebook.

// Cells on the way get their height only when they come into view, and push it away again: so it is held in view for a
// second's worth of drawing, or until the reader moves the page.
function hold(node, moved, pictures = 60) {
  const { top } = node.getBoundingClientRect();
  const frame = node.closest(".jp-WindowedPanel-outer")?.getBoundingClientRect().top ?? 0;
  if (Math.abs(top - frame) > 40) node.scrollIntoView({ block: "start" });
  if (pictures && !moved.aborted) requestAnimationFrame(() => hold(node, moved, pictures - 1));
}

export async function goTo({ content }, place) {
  content.activeCellIndex = place;
  await content.scrollToItem(place, "start");
  const moved = new AbortController();
  for (const act of ["wheel", "touchmove", "pointerdown", "keydown"]) {
    addEventListener(act, () => moved.abort(), { capture: true, signal: moved.signal });
  }
  const { node } = content.widgets[place];
  hold(node, moved.signal);
  node.focus({ preventScroll: true });
}
