"""Glossary: what does that word mean?"""

from ui.glossary import listing
from ui.moving import moving
from ui.shell import lesson


@moving
def body() -> None:
    """What the controls move."""
    listing.chosen_term()
    listing.listed_terms()


with lesson(__file__):
    body()
