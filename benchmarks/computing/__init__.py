"""What the mathematics alone costs, without page or server."""
