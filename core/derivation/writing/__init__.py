"""A derivation on paper: worked steps with colours, the reasons behind the table, and plain text."""
