"""From the network's scores to structures: segments, trees, entities, links. NumPy only, whole batches at a time."""
