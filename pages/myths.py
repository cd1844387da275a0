"""Myths: which of these would you have believed?"""

from ui.moving import moving
from ui.myths.gathered import gathered
from ui.shell import lesson

with lesson(__file__):
    moving(gathered)()
