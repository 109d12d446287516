"""A playbook: what a learner wrote on the worksheets, bound into a document to keep."""
