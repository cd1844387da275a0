"""Where ∇f = 0: found in a window, certified in many digits, classified, and looked at from all sides."""
