"""Pictures of Newton's method: the tangent, the parabola, and the digits that are right."""
