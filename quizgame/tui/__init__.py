"""The game on the screen, in Textual."""
