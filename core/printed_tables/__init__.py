"""The tables that the sources print, computed again: what the formula does, and what float64 does."""
