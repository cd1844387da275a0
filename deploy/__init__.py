"""How Steepest is hosted: an ASGI entry for strangers on the internet, and what runs it."""
