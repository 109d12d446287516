// What of JupyterLab is seen around a lesson: nothing, until somebody asks for all of it.

// The parts of both front ends, JupyterLab and Notebook 7, that stand around what is open.
const PARTS = new Set([
  "jp-top-panel", "jp-menu-panel", "jp-title-panel-wrapper", "jp-title-panel", "jp-bottom-panel", "top-panel-wrapper", "menu-panel-wrapper",
  "spacer-widget-top", "jp-down-stack",
]);
const SIDES = ["left", "right"];
const TABS = "application:toggle-side-tabbar";

// They lie at most so deep in the frame; what is open lies deeper.
function* partsOf(widget, depth = 3) {
  for (const part of widget.layout ?? []) {
    if (PARTS.has(part.id)) yield part;
    else if (depth) yield* partsOf(part, depth - 1);
  }
}

export class Frame {
  constructor(app, full) {
    this.app = app;
    this.full = full;
    this.lessons = new Set();
    this.listeners = [];
    this.hidden = [];
    app.restored?.then(() => this.fit());
    app.shell.currentChanged?.connect(() => this.fit());
  }

  take(panel) {
    this.lessons.add(panel);
    panel.disposed.connect(() => {
      this.lessons.delete(panel);
      this.fit();
    });
    this.fit();
  }

  tell(listener) {
    this.listeners.push(listener);
    listener(this.full);
  }

  toggle() {
    this.full = !this.full;
    this.fit();
    for (const listener of this.listeners) listener(this.full);
  }

  fit() {
    const { shell } = this.app;
    const bare = !this.full && this.lessons.has(shell.currentWidget);
    document.body.classList.toggle("ol-only-lesson", bare);
    for (const panel of this.lessons) panel.toolbar.setHidden(!this.full);
    if (bare === this.bare) return;
    this.bare = bare;
    if (bare) this.hide();
    else this.show();
  }

  // The parts themselves are hidden, not only out of sight: so the frame keeps no room for them.
  hide() {
    const { shell, commands } = this.app;
    this.before = shell.mode;
    if (shell.mode) shell.mode = "single-document";
    shell.collapseLeft?.();
    shell.collapseRight?.();
    this.hidden = [...partsOf(shell)].filter((part) => !part.isHidden);
    for (const part of this.hidden) part.hide();
    this.sides = SIDES.filter((side) => commands.hasCommand(TABS) && commands.isToggled(TABS, { side }));
    for (const side of this.sides) commands.execute(TABS, { side });
  }

  show() {
    const { shell, commands } = this.app;
    for (const part of this.hidden) part.show();
    for (const side of this.sides ?? []) commands.execute(TABS, { side });
    this.hidden = this.sides = [];
    if (this.before) shell.mode = this.before;
  }
}
