"""What the parse tells: tags and trees, clauses, noun phrases, names, cue words."""
