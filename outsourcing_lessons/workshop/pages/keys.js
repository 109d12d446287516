// The keys of a clicker and of a keyboard: forward, back, blank. They act only while no field and no button has the focus,
// so that whoever types or presses something moves nothing in the room.

const KEYS = {
  next: ["PageDown", "ArrowRight", "ArrowDown", " ", "Enter"],
  back: ["PageUp", "ArrowLeft", "ArrowUp"],
  blank: [".", "b", "B"],
};
const TAKEN = "input, textarea, select, button, a, summary, [contenteditable], [role=slider]";

export function listen(act) {
  document.addEventListener("keydown", (event) => {
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (document.activeElement?.closest(TAKEN)) return;
    const [name] = Object.entries(KEYS).find(([, keys]) => keys.includes(event.key)) ?? [];
    if (!name) return;
    event.preventDefault();
    act(name);
  });
  // Who clicks with a mouse has no further use for the focus, and a clicker would be dead for as long as it stayed.
  document.addEventListener("click", (event) => {
    const { activeElement } = document;
    if (event.detail && activeElement instanceof HTMLButtonElement) activeElement.blur();
  });
}
