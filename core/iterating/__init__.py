"""What every iterative method shares: where it may begin, what it may look at, when it ends."""
