"""The words of the course on one page."""
