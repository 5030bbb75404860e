"""What is claimed: propositions with their kind, their wording, and which of them are the same."""
