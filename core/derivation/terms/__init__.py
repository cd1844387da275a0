"""The trees that rules are written with: building them, their slots, and what every line drops unsaid."""
