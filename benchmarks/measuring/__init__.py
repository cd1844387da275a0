"""One kind of measurement to a file; what is compared takes turns, so other work weighs on both alike."""
