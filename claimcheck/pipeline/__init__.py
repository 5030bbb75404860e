"""From an article's text to sources, attributions and claims: the only package that imports spaCy and onnxruntime.

Each component of the spaCy pipeline is one module: ``encoder`` reads the text with the language model, ``syntax``
writes what it read onto the ``Doc``, ``attribution`` finds who said what, ``sourcing`` who they are, ``claims`` what is
claimed, ``status`` whether the text treats it as confirmed. ``language`` puts them together.
"""
