"""Files: where they are, how they are read with care and written so that nothing is lost."""
