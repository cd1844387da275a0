"""The link to what is on screen: to copy, to scan, to present."""

from ui.sharing.fold import OPEN, link, share

__all__ = ["OPEN", "link", "share"]
