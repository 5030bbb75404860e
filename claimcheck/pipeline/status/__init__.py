"""What the text establishes: cues and what they bear on, evidence, the decision."""
