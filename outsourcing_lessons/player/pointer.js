// A pointer that went down, followed wherever it goes until it is let go.

// The page hears of it too, since a browser may not give what `setPointerCapture` asks for: Chromium did not, now and then,
// just after another tab had been closed. `followed(event)` is told of moves, `done()` of the end. Gives a function that
// ends it.
export function follow(down, element, followed, done = () => {}) {
  const hold = new AbortController();
  const end = () => {
    hold.abort();
    done();
  };
  const on = (name, act) =>
    document.addEventListener(name, (event) => event.pointerId === down.pointerId && act(event), { capture: true, signal: hold.signal });
  on("pointermove", (event) => (event.buttons ? followed(event) : end())); // without a button it was let go outside the window
  on("pointerup", end);
  on("pointercancel", end);
  element.setPointerCapture(down.pointerId);
  return () => hold.abort();
}
