"""Who said what: the model's attributions set right by the tree, and those that only the tree shows."""
