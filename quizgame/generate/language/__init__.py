"""Words of a sentence: tokens with their places, parts of speech, and the names among them."""
