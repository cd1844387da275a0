"""The parts of the page Learning Rate."""
