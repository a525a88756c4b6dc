"""A terminal quiz game that makes its questions from articles."""

__version__ = "0.1.0"
