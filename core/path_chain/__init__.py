"""The chain rule along a path: a point moves over z(x, y), and dz/dt = ∇z · (x′, y′)."""

from core.path_chain.moving import Moving, PathChain, Walk, path_chain
from core.path_chain.worked import path_chain_steps, rate_check

__all__ = ["Moving", "PathChain", "Walk", "path_chain", "path_chain_steps", "rate_check"]
