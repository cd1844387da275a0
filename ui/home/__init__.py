"""Home: the course as a map, and three ways through it."""
