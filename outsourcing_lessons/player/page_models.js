// The models that this page can run, by the id of their explorer: (givens, values) -> results. modules.py fills it.

export const PAGE_MODELS = new Map();
