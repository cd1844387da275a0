"""What the lessons share on screen: shell, address, controls, worked steps, caches."""
