"""The rules of the game and its values: no input or output, no clock, no chance of its own."""
