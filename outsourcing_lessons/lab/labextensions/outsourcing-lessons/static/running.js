// A lesson starts itself, when it is looked at, and leaves the reader where they are.

// A notebook that Jupyter does not trust came from somewhere else: its code waits for a click.
export const isTrusted = ({ content }) => content.widgets.every(({ model }) => model.type !== "code" || model.trusted);

// When the panel is in view for the first time: of five tabs that come back with JupyterLab only one is.
export function seen(node) {
  return new Promise((resolve) => {
    const watch = new IntersectionObserver((entries) => {
      if (!entries.at(-1).isIntersecting) return;
      watch.disconnect();
      resolve();
    });
    watch.observe(node);
  });
}

// Unlike "Run All Cells" of the menu this neither scrolls nor moves the selection. Return whether a kernel has run the
// cells: what fails says so itself, and a line that may fail stops nothing.
export async function run({ content, sessionContext }, actions) {
  await sessionContext.ready;
  if (!sessionContext.session?.kernel) return false;
  await actions.runCells(content, content.widgets, sessionContext);
  return ["idle", "busy"].includes(sessionContext.session?.kernel?.status);
}
