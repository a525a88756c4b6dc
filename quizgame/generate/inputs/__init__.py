"""Every form an article can come in, made into an `Article`."""
