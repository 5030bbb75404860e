"""One pass of the language model over a text, and its scores decoded into structures."""
