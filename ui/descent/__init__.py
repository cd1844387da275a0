"""What the lessons on a run of steps share: its controls, its picture, its iterates."""
