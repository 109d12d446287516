"""For whoever writes: rules with a cure, a page that renews itself, the statistics of a question, scaffolds."""
