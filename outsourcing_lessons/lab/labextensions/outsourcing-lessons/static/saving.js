// A lesson asks nothing when it is left and nothing when it is saved. Answers are kept elsewhere, and what the cells show
// is made anew at each opening: so the file changes only when a text in it does, and then at once.

const REST = 800; // milliseconds after the last key

const textsOf = (model) => JSON.stringify([...model.sharedModel.cells].map((cell) => [cell.cell_type, cell.getSource()]));

export function quietly(panel, contents) {
  const { context, model } = panel;
  let kept = textsOf(model);
  let timer = 0;

  async function save() {
    const texts = textsOf(model);
    if (texts === kept || panel.isDisposed) return;
    // Not by the context: it would ask whether a file that another tab has written may be overwritten.
    await contents.save(context.path, { type: "notebook", format: "json", content: model.toJSON() }).then(
      () => {
        kept = texts;
        model.dirty = textsOf(model) !== kept;
      },
      () => {}, // it stays marked as changed, and JupyterLab says so when it is left
    );
  }

  function changed(_, { name, newValue }) {
    if (name !== "dirty" || !newValue) return;
    if (textsOf(model) === kept) model.dirty = false;
  }

  function written() {
    clearTimeout(timer);
    timer = setTimeout(save, REST);
  }

  model.stateChanged.connect(changed);
  model.contentChanged.connect(written);
  panel.disposed.connect(() => clearTimeout(timer));
}
