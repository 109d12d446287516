// The plugin: every notebook that `lab` has marked as a learner's lesson is opened as a lesson.

import { Bar } from "./bar.js";
import { aboutOf, outlineOf } from "./outline.js";
import { Frame } from "./frame.js";
import { quietly } from "./saving.js";
import { Standing } from "./standing.js";

const OPEN = ".cm-editor, .ol-block, input, textarea, select, [contenteditable='true']";
const LEAVES = new Set(["Tab", "Escape"]);

// The newest version of a module that JupyterLab shares; an error where there is none.
async function newest(shared, name) {
  const [latest] = Object.keys(shared[name]).sort((a, b) => b.localeCompare(a, undefined, { numeric: true }));
  return (await shared[name][latest].get())();
}

// Where a module is missing, as in a JupyterLab that is yet to come, lessons are opened as any notebook is.
export async function pluginsOf(shared, base) {
  try {
    const { INotebookTracker, NotebookActions } = await newest(shared, "@jupyterlab/notebook");
    const { Widget } = await newest(shared, "@lumino/widgets");
    if (!INotebookTracker || !NotebookActions.runCells || !Widget) return [];
    const activate = (app, tracker) => new Lessons(app, { NotebookActions, Widget }, base).follow(tracker);
    return [{ id: "outsourcing-lessons:lessons", autoStart: true, requires: [INotebookTracker], activate }];
  } catch {
    return [];
  }
}

class Lessons {
  constructor(app, modules, base) {
    this.app = app;
    this.modules = modules;
    const config = document.getElementById("jupyter-config-data");
    const options = JSON.parse(config?.textContent || "{}");
    this.baseUrl = options.baseUrl ?? "/";
    this.full = options.outsourcingLessons === "full";
    this.frame = new Frame(app, this.full);
    for (const href of [`${this.baseUrl}outsourcing-lessons/look.css`, new URL("learner_mode.css", base).href]) {
      document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
    }
  }

  follow(tracker) {
    tracker.forEach((panel) => this.open(panel));
    tracker.widgetAdded.connect((_, panel) => this.open(panel));
  }

  async open(panel) {
    await panel.context.ready;
    const about = aboutOf(panel.model);
    if (!about || panel.isDisposed) return;
    const { sections, title } = outlineOf(panel.model, about);
    const standing = new Standing(this.baseUrl, panel.context.path, sections);
    const bar = new Bar({ about, title, standing, panel, frame: this.frame, commands: this.app.commands });
    const widget = new this.modules.Widget({ node: bar.node });
    panel.contentHeader.addWidget(widget);
    panel.node.classList.add("ol-lesson", "ol-page");
    // The form about the learner was saved: texts and sums follow.
    panel.node.addEventListener("ol:profile", (event) => {
      event.preventDefault();
      this.start(panel, bar);
    });
    this.frame.take(panel);
    if (!this.full) {
      keepKeysOut(panel, this.frame);
      quietly(panel, this.app.serviceManager.contents);
    }
    await Promise.all([standing.renew(), seen(panel.node)]);
    if (panel.isDisposed) return;
    if (isTrusted(panel)) await this.start(panel, bar);
    else bar.offer(() => this.start(panel, bar));
  }

  async start(panel, bar) {
    bar.say("The lesson is starting…");
    panel.node.dataset.lesson = "starting";
    const started = await run(panel, this.modules.NotebookActions);
    if (panel.isDisposed) return;
    panel.node.dataset.lesson = started ? "live" : "asleep";
    bar.say(started ? "" : "The lesson did not start: choose Run ▸ Run All Cells from JupyterLab’s menu.");
  }
}

// In a lesson no single key means anything to JupyterLab: there it would insert, cut, join or delete cells.
function keepKeysOut({ content }, frame) {
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

// ---- A lesson starts itself, when it is looked at, and leaves the reader where they are ----

// A notebook that Jupyter does not trust came from somewhere else: its code waits for a click.
const isTrusted = ({ content }) => content.widgets.every(({ model }) => model.type !== "code" || model.trusted);

// When the panel is in view for the first time: of five tabs that come back with JupyterLab only one is.
function seen(node) {
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
async function run({ content, sessionContext }, actions) {
  await sessionContext.ready;
  if (!sessionContext.session?.kernel) return false;
  await actions.runCells(content, content.widgets, sessionContext);
  return ["idle", "busy"].includes(sessionContext.session?.kernel?.status);
}
