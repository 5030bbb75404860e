"""What a language knows about reporting and confirming: a folder a language, data with examples, no code of its own."""
