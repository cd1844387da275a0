"""The page GD vs Ascent: its parts, each with its picture, its verdict and what stands below."""
