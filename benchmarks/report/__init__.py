"""One run of the bench as a record, and the tables and the picture that are made from it."""
