"""Many visitors at once, without browsers: how fast the hosted entry answers, and what it keeps."""
