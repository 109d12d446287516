// What JupyterLab loads: the container that a bundler would write, by hand. The plugin is made by the modules beside it.
(() => {
  const base = new URL(".", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const page = /** @type {any} */ (globalThis);
  let shared = {};
  page._JUPYTERLAB ??= {};
  page._JUPYTERLAB["outsourcing-lessons"] = {
    init(scope) {
      shared = scope;
    },
    async get(name) {
      if (name !== "./extension") throw new Error(`outsourcing-lessons has no module ${name}`);
      const { pluginsOf } = await import(new URL("plugin.js", base).href);
      const plugins = await pluginsOf(shared, base);
      return () => ({ __esModule: true, default: plugins });
    },
  };
})();
