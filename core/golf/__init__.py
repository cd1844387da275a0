"""The first lesson of training, with one parameter: how hard to hit a golf ball."""

from core.golf.shots import Golf as Golf
from core.golf.shots import flight as flight
from core.golf.shots import play as play
from core.golf.worked import golf_steps as golf_steps
