"""One floating-point number at a time: its format, its bits, its neighbours, and what an operation loses."""
